/**
 * Needs as customers have them, drawn by seed: what stands today, the limits, and whom there is to ask.
 *
 * Whom to ask is the sandbox market's own parties and prices, so that talks here go as they go in the demo.
 *
 * @module
 */
import type { Limits, Need } from '../../../tools/mandates/mandate.ts'
import { chance, seedOf } from '../../../tools/negotiation/field/chance.ts'
import { kindOfNeed } from '../../../tools/negotiation/kind-of-need.ts'
import { leverFor } from '../../../tools/negotiation/lever-for.ts'
import type { DealKind, DealTerms, InsuranceKind } from '../../../tools/offers/terms.ts'
import { draw } from '../../sandbox/chance.ts'
import { type Bargain, bargain } from '../../sandbox/pricing/desks.ts'
import { PARTY_MANNERS, type PartyManner } from './party-manners.ts'

export interface DrawnNeed {
  readonly need: Need
  readonly kind: DealKind
  readonly limits: Limits
  readonly current: DealTerms | null
  readonly parties: readonly DrawnParty[]
}

export interface DrawnParty {
  readonly id: string
  readonly manner: PartyManner
  /** Its private line over what is asked for; null when it does not deal in that. */
  bargainOver(wanted: DealTerms): Bargain | null
}

type Chance = () => number
type Case = Pick<DrawnNeed, 'limits' | 'current'>

/** The need of a seed; the same seed gives the same one. */
export function drawNeed(need: Need, seed: number): DrawnNeed {
  const next = chance(seedOf('need', need, seed))
  const drawn = CASES[need](next)
  const kind = kindOfNeed(need, drawn.limits)
  if (kind === null) throw new Error(`A drawn ${need} names no kind of deal.`)
  const count =
    need === 'instalment-plan' || need === 'settlement' || need === 'fee-waiver' ? 1 : 1 + Math.floor(3 * next())
  const wanted = leverFor({ kind, ...drawn })
  const parties = Array.from({ length: count }, (_, i): DrawnParty => {
    const id = `party-${i}`
    const words = (what: string): number => draw('deals', String(seed), need, id, what)
    // The first of several is often the present provider, which knows what the customer pays.
    const quotes = i === 0 && drawn.current !== null && count > 1 && next() < 0.5 ? [drawn.current] : []
    return {
      id,
      manner: PARTY_MANNERS[Math.floor(next() * PARTY_MANNERS.length)] ?? 'patient',
      bargainOver: (asked) => (asked.kind === wanted.at(wanted.start).kind ? bargain(asked, words, quotes) : null),
    }
  })
  return { need, kind, ...drawn, parties }
}

const CASES: Record<Need, (next: Chance) => Case> = {
  'refinance-loan'(next) {
    const termMonths = whole(next, 12, 72)
    const rate = hundredths(next, 650, 1400)
    const principal = amount(next, 1500, 30_000)
    return {
      current: loan(principal, rate, termMonths),
      limits: {
        amount: principal,
        maxTermMonths: termMonths,
        ...some(next, 0.5, () => ({ maxNominalRatePercent: hundredths(next, 600, 1000) })),
        ...some(next, 0.3, () => ({ maxFee: amount(next, 0, 100) })),
      },
    }
  },
  'new-loan'(next) {
    const termMonths = whole(next, 12, 72)
    const principal = amount(next, 1500, 30_000)
    const perMonth = (Number(principal) / termMonths) * (1.15 + 0.3 * next())
    return {
      current: null,
      limits: {
        amount: principal,
        maxTermMonths: termMonths,
        maxNominalRatePercent: hundredths(next, 650, 1300),
        ...some(next, 0.4, () => ({ maxMonthly: perMonth.toFixed(2) })),
      },
    }
  },
  overdraft(next) {
    const limit = amount(next, 300, 5000)
    const rate = hundredths(next, 850, 1500)
    return {
      current: {
        kind: 'overdraft',
        currency: 'EUR',
        limit,
        nominalRatePercent: rate,
        settlementsPerYear: 4,
      },
      limits: { amount: limit, ...some(next, 0.5, () => ({ maxNominalRatePercent: hundredths(next, 800, 1200) })) },
    }
  },
  savings(next) {
    const balance = amount(next, 1000, 60_000)
    return {
      current: {
        kind: 'savings',
        currency: 'EUR',
        balance,
        nominalRatePercent: hundredths(next, 10, 200),
        creditsPerYear: 1,
        guaranteedMonths: 0,
      },
      limits: { amount: balance, ...some(next, 0.5, () => ({ minRatePercent: hundredths(next, 50, 220) })) },
    }
  },
  insurance(next) {
    const kinds = ['insurance-household', 'insurance-liability', 'insurance-car', 'insurance-legal'] as const
    const kind: InsuranceKind = kinds[Math.floor(next() * kinds.length)] ?? 'insurance-household'
    const wanted = {
      kind,
      currency: 'EUR',
      annualPremium: '1.00',
      paymentFrequency: 'yearly',
      deductible: ['0.00', '150.00', '300.00'][Math.floor(next() * 3)] ?? '0.00',
      sumInsured: kind === 'insurance-liability' ? '10000000.00' : amount(next, 20_000, 90_000),
      noticeMonths: 1,
      coverage: kind === 'insurance-household' ? { bicycleTheft: 'covered' as const } : {},
    } as const
    const tariff = bargain(wanted, () => 0.5, [])
    const current = tariff?.ask(0.95 + 0.6 * next()) ?? wanted
    const premium = 'annualPremium' in current ? Number(current.annualPremium) : 100
    return {
      current: { ...wanted, annualPremium: premium.toFixed(2) },
      limits: {
        insuranceKind: kind,
        minSumInsured: wanted.sumInsured,
        maxDeductible: next() < 0.4 ? '500.00' : wanted.deductible,
        ...some(next, 0.5, () => ({ maxAnnualPremium: (premium * (0.7 + 0.3 * next())).toFixed(2) })),
      },
    }
  },
  'instalment-plan'(next) {
    const owed = amount(next, 120, 4000)
    return { current: null, limits: { amount: owed, maxMonthly: (Number(owed) / whole(next, 4, 20)).toFixed(2) } }
  },
  settlement(next) {
    const claim = amount(next, 150, 6000)
    return {
      current: { kind: 'settlement', currency: 'EUR', claim, amount: claim, payWithinDays: 14 },
      limits: {
        amount: claim,
        ...some(next, 0.7, () => ({ maxTotal: (Number(claim) * (0.5 + 0.5 * next())).toFixed(2) })),
      },
    }
  },
  'fee-waiver'(next) {
    const claimed = amount(next, 5, 120)
    return {
      current: { kind: 'fee-waiver', currency: 'EUR', claimed, waived: '0.00' },
      limits: {
        amount: claimed,
        ...some(next, 0.3, () => ({ maxTotal: (Number(claimed) * next()).toFixed(2) })),
      },
    }
  },
}

function loan(principal: string, nominalRatePercent: string, termMonths: number): DealTerms {
  return {
    ...{ kind: 'instalment-loan', currency: 'EUR', principal, nominalRatePercent, termMonths },
    ...{ originationFee: '0.00', earlyRepaymentFeePercent: '0.0' },
  }
}

function some<T>(next: Chance, share: number, value: () => T): T | Record<string, never> {
  return next() < share ? value() : {}
}

function whole(next: Chance, least: number, most: number): number {
  return least + Math.floor(next() * (most - least + 1))
}

function amount(next: Chance, least: number, most: number): string {
  return (Math.round((least + next() * (most - least)) * 100) / 100).toFixed(2)
}

function hundredths(next: Chance, least: number, most: number): string {
  return (whole(next, least, most) / 100).toFixed(2)
}
