/**
 * Which held offer to propose, if any: compared with the others, the customer's own quotes, and doing nothing.
 *
 * @module
 */
import { type Candidate, insuranceQuote, loanQuote } from '../offers/candidate.ts'
import { compareInsurance } from '../offers/compare-insurance.ts'
import { compareLoans } from '../offers/compare-loans.ts'
import type { Contract, InsuranceContract, InsuranceOffer, LoanContract, LoanOffer, Offer } from '../offers/contract.ts'
import { explainSaving, SPANS } from '../offers/explain-saving.ts'
import type { DealTerms } from '../offers/terms.ts'
import type { Explanation } from '../shared/explanation.ts'
import { type Currency, fromDecimal, type Money, parseMoney, subtract } from '../shared/money.ts'
import { moneyCost } from './bid-cost.ts'
import type { HeldOffer } from './negotiation-ledger.ts'

/** A held offer and who holds it. */
export interface HeldDeal {
  readonly negotiationId: string
  readonly counterparty: { readonly id: string; readonly name: string; readonly synthetic: boolean }
  readonly held: HeldOffer
}

/** One place in the order, best first; `nothing` is doing nothing. */
export interface Ranked {
  readonly origin: 'market' | 'quote' | 'nothing'
  readonly id: string
  readonly name: string
  /** What it costs, as the comparison counts it; null where doing nothing has no price. */
  readonly total: Money | null
}

export interface Choice {
  /** Null when nothing held is better than doing nothing. */
  readonly best: HeldDeal | null
  /** Against doing nothing: in all for loans, a year for the rest; null where doing nothing has no price. */
  readonly saving: Money | null
  /** How the saving comes about. */
  readonly why?: Explanation
  readonly ranked: readonly Ranked[]
}

export interface ChoiceRequest {
  readonly deals: readonly HeldDeal[]
  readonly contract: Contract | null
  readonly quotes: readonly Offer[]
  /** Doing nothing as terms, where it has a price. */
  readonly current: DealTerms | null
  readonly today: string
  readonly now: Date
}

/** The best deal by the comparisons that customers see; ties fall to the id. */
export function chooseDeal(request: ChoiceRequest): Choice {
  const first = request.deals[0]?.held.terms
  if (first === undefined) return { best: null, saving: null, ranked: [] }
  if (first.kind === 'instalment-loan') return chooseLoan(request, first.principal, first.currency as Currency)
  if (first.kind.startsWith('insurance-')) return chooseInsurance(request)
  return chooseByCost(request)
}

function chooseLoan(request: ChoiceRequest, principal: string, currency: Currency): Choice {
  const { ranked } = compareLoans({
    today: request.today,
    now: request.now,
    current: request.contract?.kind === 'instalment-loan' ? (request.contract satisfies LoanContract) : null,
    amount: parseMoney(principal, currency),
    wish: {},
    candidates: [
      ...marketCandidates(request, 'instalment-loan'),
      ...request.quotes.filter((offer): offer is LoanOffer => offer.kind === 'instalment-loan').map(loanQuote),
    ],
  })
  return choice(
    request,
    ranked.map(({ id, origin, provider, figures, saving, whySaving }) => {
      return { id, origin, name: provider.name, total: figures.total, saving, why: whySaving }
    }),
  )
}

function chooseInsurance(request: ChoiceRequest): Choice {
  const terms = request.deals[0]?.held.terms
  if (terms === undefined || !isInsurance(terms)) return { best: null, saving: null, ranked: [] }
  const { contract } = request
  const { ranked } = compareInsurance({
    today: request.today,
    now: request.now,
    kind: terms.kind,
    current: contract !== null && 'insurance' in contract ? (contract satisfies InsuranceContract) : null,
    wish: {},
    candidates: [
      ...marketCandidates(request, terms.kind),
      ...request.quotes.filter((offer): offer is InsuranceOffer => 'insurance' in offer).map(insuranceQuote),
    ],
  })
  return choice(
    request,
    ranked.map(({ id, origin, provider, yearly, saving, explanation }) => ({
      id,
      origin,
      name: provider.name,
      total: yearly,
      saving,
      why: explanation,
    })),
  )
}

interface Place {
  readonly id: string
  readonly origin: 'current' | 'quote' | 'market'
  readonly name: string
  readonly total: Money
  readonly saving: Money | null
  readonly why: Explanation | null
}

/** The first held offer, if it stands before doing nothing. */
function choice({ deals }: ChoiceRequest, places: readonly Place[]): Choice {
  const nothing = places.findIndex(({ origin }) => origin === 'current')
  const index = places.findIndex(({ origin }) => origin === 'market')
  const found = places[index]
  const better = found !== undefined && (nothing === -1 || (index < nothing && (found.saving?.minor ?? 1) > 0))
  return {
    best: better ? (deals.find(({ negotiationId }) => negotiationId === found.id) ?? null) : null,
    saving: better ? found.saving : null,
    ...(better && found.why !== null ? { why: found.why } : {}),
    ranked: places.map(({ origin, id, name, total }) => {
      return { origin: origin === 'current' ? 'nothing' : origin, id, name, total }
    }),
  }
}

function chooseByCost({ deals, current }: ChoiceRequest): Choice {
  const places = deals
    .map((deal) => ({ deal, cost: moneyCost(deal.held.terms) }))
    .toSorted((a, b) => a.cost.comparedTo(b.cost) || (a.deal.negotiationId < b.deal.negotiationId ? -1 : 1))
  const [top] = places
  const nothing = current === null ? null : moneyCost(current)
  const better = top !== undefined && (nothing === null || top.cost.lt(nothing))
  const currency = (top?.deal.held.terms.currency ?? 'EUR') as Currency
  const ranked = places.map(({ deal, cost }): Ranked => {
    const { id, name } = deal.counterparty
    return { origin: 'market', id: deal.negotiationId, name: name || id, total: fromDecimal(cost, currency) }
  })
  const total = top === undefined ? null : fromDecimal(top.cost, currency)
  const stay: Ranked = {
    ...{ origin: 'nothing', id: 'nothing', name: '' },
    total: nothing === null ? null : fromDecimal(nothing, currency),
  }
  return {
    best: better ? top.deal : null,
    // From the rounded figures, so that whoever subtracts them gets the saving to the cent.
    saving: better && stay.total !== null && total !== null ? subtract(stay.total, total) : null,
    ...(better && stay.total !== null && total !== null
      ? { why: explainSaving({ nothing: stay.total, offer: total, span: spanOf(top.deal.held.terms) }) }
      : {}),
    ranked: better || top === undefined ? [...ranked, stay] : [stay, ...ranked],
  }
}

function spanOf({ kind }: DealTerms) {
  return kind === 'overdraft' || kind === 'savings' ? SPANS.year : SPANS.whole
}

function marketCandidates<K extends DealTerms['kind']>(
  { deals }: ChoiceRequest,
  kind: K,
): Candidate<Extract<DealTerms, { kind: K }>>[] {
  const fits = (terms: DealTerms): terms is Extract<DealTerms, { kind: K }> => terms.kind === kind
  return deals.flatMap(({ negotiationId, counterparty, held }) =>
    fits(held.terms)
      ? [
          {
            id: negotiationId,
            provider: { id: counterparty.id, name: counterparty.name },
            origin: 'market' as const,
            terms: held.terms,
            validUntil: held.validUntil,
            binding: false,
            synthetic: counterparty.synthetic,
            source: `negotiation ${negotiationId}, offer ${held.offerId}`,
          },
        ]
      : [],
  )
}

function isInsurance(terms: DealTerms): terms is Extract<DealTerms, { annualPremium: string }> {
  return 'annualPremium' in terms
}
