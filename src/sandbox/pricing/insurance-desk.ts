/**
 * Insurance, priced as a multiple of a synthetic tariff for the wanted cover; no real tariff is meant.
 *
 * @module
 */
import type { InsuranceKind, InsuranceTerms } from '../../../tools/offers/terms.ts'
import type { Desk } from './desk.ts'

const SURCHARGE = { yearly: 1, 'half-yearly': 1.02, quarterly: 1.035, monthly: 1.05 }

/** Yearly premium before cover, deductible and frequency. */
const BASE: Record<InsuranceKind, (terms: InsuranceTerms) => number> = {
  'insurance-household': ({ sumInsured }) => Number(sumInsured) * 0.0026,
  'insurance-liability': ({ sumInsured }) => 55 + Math.min(50, Number(sumInsured) / 1e6) * 2,
  'insurance-car': (terms) => carBase(terms),
  'insurance-legal': () => 210,
  'insurance-phone': ({ sumInsured }) => Number(sumInsured) * 0.11,
}

export const insuranceDesk: Desk<InsuranceTerms> = {
  line(wanted, draw, quote) {
    if (Number(wanted.sumInsured) <= 0) return null
    const spread = 0.97 - 0.11 * draw('limit')
    if (quote !== null) return { open: worth(quote), limit: worth(quote) * spread }
    const limit = 0.88 + 0.5 * draw('limit')
    return { open: limit * (1.1 + 0.25 * draw('open')), limit }
  },
  ask(wanted, price, draw, quote) {
    const coverage = Object.fromEntries(
      Object.entries(wanted.coverage).map(([cover, state]) => [
        cover,
        state === 'covered' && quote?.coverage[cover] !== 'covered' && draw(`sells ${cover}`) < 0.08
          ? ('not' as const)
          : state,
      ]),
    )
    const terms = { ...wanted, coverage, noticeMonths: draw('notice') < 0.5 ? 1 : 3 }
    return { ...terms, annualPremium: (Math.ceil(tariff(terms) * price * 10 - 1e-9) / 10).toFixed(2) }
  },
  worth,
  at: (annualPremium, wanted) => ({ ...wanted, annualPremium }),
}

function worth(terms: InsuranceTerms): number {
  return Number(terms.annualPremium) / tariff(terms)
}

function tariff(terms: InsuranceTerms): number {
  const covers = Object.values(terms.coverage)
  const cover =
    1 + 0.04 * covers.filter((s) => s === 'covered').length + 0.02 * covers.filter((s) => s === 'partly').length
  const deductible = Number(terms.deductible)
  const share = 1 - (0.25 * deductible) / (deductible + (terms.kind === 'insurance-car' ? 600 : 300))
  return BASE[terms.kind](terms) * cover * share * SURCHARGE[terms.paymentFrequency]
}

function carBase({ coverage, noClaimsClass }: InsuranceTerms): number {
  const years = Number(/(\d{1,2})/.exec(noClaimsClass ?? '')?.[1] ?? 0)
  const partial = coverage.partialCover === 'covered' ? 150 : 0
  const comprehensive = coverage.comprehensive === 'covered' ? 380 : 0
  return (480 + partial + comprehensive) * Math.max(0.3, 1.4 - 0.07 * years)
}
