/**
 * A comparison over what one customer has: present contracts, quotes held, offers held in negotiations.
 *
 * @module
 */
import { DEBT_ADVICE, NO_NEW_CREDIT } from '../debts/debt-advice.ts'
import type { DebtLedger } from '../debts/debt-ledger.ts'
import { knownDistress } from '../debts/known-distress.ts'
import type { ExplanationBook } from '../explanations/explanation-book.ts'
import type { Delegations } from '../mandates/delegations.ts'
import { askForLimits, decimalText, type Figure, unsaidLimits } from '../mandates/unsaid-limits.ts'
import type { CounterpartyRegistry } from '../negotiation/counterparty.ts'
import { question, refused } from '../shared/ask.ts'
import { today } from '../shared/clock.ts'
import { type Currency, type Money, parseMoney } from '../shared/money.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { type Candidate, insuranceQuote, loanQuote } from './candidate.ts'
import { checkWish } from './check-wish.ts'
import { compareInsurance } from './compare-insurance.ts'
import { compareLoans } from './compare-loans.ts'
import { type ComparisonAnswer, insuranceAnswer, loanAnswer } from './comparison-answer.ts'
import type {
  Contract,
  ContractBook,
  CustomerBook,
  InsuranceContract,
  InsuranceOffer,
  LoanContract,
  LoanOffer,
  OfferBook,
} from './contract.ts'
import { COVER_WORDS } from './cover-words.ts'
import { meansWhatIsLeft } from './means-what-is-left.ts'
import type { DealTerms, InsuranceKind, InsuranceTerms, LoanTerms } from './terms.ts'
import { withoutNewCredit } from './without-new-credit.ts'

export interface OfferParts {
  readonly contracts: ContractBook
  readonly offers: OfferBook
  readonly customers: CustomerBook
  readonly debts: DebtLedger
  readonly delegations: Pick<Delegations, 'follow'>
  readonly registry: Pick<CounterpartyRegistry, 'dealingIn'>
  readonly explanations: ExplanationBook
}

const NO_CREDIT_BUT_ADVICE = {
  de: `${NO_NEW_CREDIT.de} ${DEBT_ADVICE.de}`,
  en: `${NO_NEW_CREDIT.en} ${DEBT_ADVICE.en}`,
}

const WHAT_IS_LEFT = {
  de: 'Verglichen über das, was vom jetzigen Kredit noch offen ist.',
  en: 'Compared over what is left of the present loan.',
}

/** An answer with what a follow-up may point at. */
export interface Compared {
  readonly answer: ToolAnswer
  readonly focus: Readonly<Record<string, unknown>>
}

/** Loans for the customer's wish; asks when it is not clear which loan or how much. */
export async function compareLoansFor(
  wish: {
    readonly contractId?: string | undefined
    readonly amount?: Figure | undefined
    readonly maxTermMonths?: number | undefined
    readonly maxRatePercent?: Figure | undefined
    readonly maxMonthly?: Figure | undefined
    readonly rankBy?: 'total' | 'monthly' | 'effective-rate' | undefined
  },
  parts: OfferParts,
  context: ToolContext,
): Promise<Compared> {
  const { contractId, rankBy, ...limits } = wish
  checkWish(limits)
  const contracts = await parts.contracts.contracts(context.customerId)
  const unsaid = unsaidLimits(limits, { words: context.words.map(({ text }) => text), records: contracts })
  if (unsaid.length > 0) return asked(askForLimits(unsaid))
  const loans = contracts.filter((contract): contract is LoanContract => contract.kind === 'instalment-loan')
  const current = loans.find(({ id }) => id === contractId) ?? (loans.length === 1 ? loans[0] : undefined) ?? null
  if (current === null && loans.length > 1) return asked(whichContract(loans))
  const offers = (await parts.offers.offers(context.customerId)).filter(
    (offer): offer is LoanOffer => offer.kind === 'instalment-loan',
  )
  const currency = (current?.currency ?? offers[0]?.currency ?? 'EUR') as Currency
  const named = wish.amount === undefined ? null : decimalText(wish.amount)
  const replaced = current !== null && (named === null || meansWhatIsLeft(named, current)) ? current : null
  const amountText = replaced?.loan.balance ?? named
  if (amountText === null)
    return asked(question('AMOUNT', { de: 'Wie viel Geld soll es sein?', en: 'How much money should it be?' }))
  const cash = (value: Figure) => parseMoney(decimalText(value), currency)
  const now = context.clock.now()
  const day = today(context.clock)
  const compared = compareLoans({
    today: day,
    now,
    current: replaced,
    amount: parseMoney(amountText, currency),
    wish: {
      ...(wish.maxTermMonths === undefined ? {} : { maxTermMonths: wish.maxTermMonths }),
      ...(wish.maxRatePercent === undefined ? {} : { maxEffectiveRatePercent: decimalText(wish.maxRatePercent) }),
      ...(wish.maxMonthly === undefined ? {} : { maxMonthly: cash(wish.maxMonthly) }),
      ...(rankBy === undefined ? {} : { rankBy }),
    },
    candidates: [
      ...offers.map(loanQuote),
      ...(await held(parts, context, (terms): terms is LoanTerms => isLoanOf(terms, amountText))),
    ],
  })
  const customer = await parts.customers.customer(context.customerId)
  const debts = await parts.debts.debts(context.customerId)
  const inDistress = knownDistress({ customer, debts, contracts }, day).length > 0
  if (inDistress && replaced === null) return asked(refused('NO_NEW_CREDIT_IN_DISTRESS', NO_CREDIT_BUT_ADVICE))
  const allowed = inDistress ? withoutNewCredit(compared) : compared
  const rounded = replaced !== null && named !== null && Number(named) !== Number(amountText)
  const comparison = rounded ? { ...allowed, warnings: [...allowed.warnings, WHAT_IS_LEFT] } : allowed
  const canNegotiate = (await parts.registry.dealingIn('instalment-loan')).length > 0
  return shown(
    loanAnswer(comparison, { customerId: context.customerId, asOf: day, canNegotiate }),
    parts,
    context,
    replaced,
  )
}

/** Insurance for the customer's wish; asks which kind when several are possible. */
export async function compareInsuranceFor(
  wish: {
    readonly insuranceKind?: InsuranceKind | undefined
    readonly maxMonthly?: Figure | undefined
    readonly maxYearly?: Figure | undefined
    readonly maxDeductible?: Figure | undefined
    readonly mustHave?: readonly string[] | undefined
  },
  parts: OfferParts,
  context: ToolContext,
): Promise<Compared> {
  const contracts = await parts.contracts.contracts(context.customerId)
  const policies = contracts.filter((contract): contract is InsuranceContract => 'insurance' in contract)
  const { insuranceKind, mustHave, ...limits } = wish
  checkWish(limits)
  const unsaid = unsaidLimits(limits, { words: context.words.map(({ text }) => text), records: policies })
  if (unsaid.length > 0) return asked(askForLimits(unsaid))
  const offers = (await parts.offers.offers(context.customerId)).filter(
    (offer): offer is InsuranceOffer => 'insurance' in offer,
  )
  const kinds = [...new Set([...policies, ...offers].map(({ kind }) => kind))]
  const kind = insuranceKind ?? (kinds.length === 1 ? kinds[0] : undefined)
  if (kind === undefined) {
    return asked(
      question('INSURANCE_KIND', { de: 'Um welche Versicherung geht es?', en: 'Which insurance is it about?' }, kinds),
    )
  }
  const current = policies.find((policy) => policy.kind === kind) ?? null
  const onRecord = [current, ...offers].flatMap((record) => Object.keys(record?.insurance.coverage ?? {}))
  const known = new Set([...Object.keys(COVER_WORDS), ...onRecord])
  const unknown = (mustHave ?? []).filter((cover) => !known.has(cover))
  if (unknown.length > 0) {
    return asked(question('COVER', { de: 'Welcher Schutz ist gemeint?', en: 'Which cover is meant?' }, [...known]))
  }
  const currency = (current?.currency ?? offers.find((offer) => offer.kind === kind)?.currency ?? 'EUR') as Currency
  const cash = (value: Figure): Money => parseMoney(decimalText(value), currency)
  const day = today(context.clock)
  const comparison = compareInsurance({
    today: day,
    now: context.clock.now(),
    kind,
    current,
    wish: {
      ...(wish.maxMonthly === undefined ? {} : { maxMonthly: cash(wish.maxMonthly) }),
      ...(wish.maxYearly === undefined ? {} : { maxYearly: cash(wish.maxYearly) }),
      ...(wish.maxDeductible === undefined ? {} : { maxDeductible: cash(wish.maxDeductible) }),
      ...(mustHave === undefined ? {} : { requiredCoverage: mustHave }),
    },
    candidates: [
      ...offers.filter((offer) => offer.kind === kind).map(insuranceQuote),
      ...(await held(parts, context, (terms): terms is InsuranceTerms => terms.kind === kind)),
    ],
  })
  const canNegotiate = (await parts.registry.dealingIn(kind)).length > 0
  return shown(
    insuranceAnswer(comparison, { customerId: context.customerId, asOf: day, canNegotiate }),
    parts,
    context,
    current,
  )
}

/** Asks which of several contracts is meant, by provider. */
export function whichContract(contracts: readonly Contract[]): ToolAnswer {
  return question(
    'CONTRACT',
    { de: 'Um welchen Vertrag geht es?', en: 'Which contract is it about?' },
    contracts.map(({ id, provider }) => `${provider.name} (${id})`),
  )
}

/** What a counterparty holds, it holds for one amount: for another it has offered nothing. */
function isLoanOf(terms: DealTerms, amount: string): boolean {
  return terms.kind === 'instalment-loan' && Number(terms.principal) === Number(amount)
}

/** Offers that counterparties hold for this customer right now. */
async function held<Terms extends DealTerms>(
  parts: OfferParts,
  context: ToolContext,
  fits: (terms: DealTerms) => terms is Terms,
): Promise<readonly Candidate<Terms>[]> {
  const tasks = await parts.delegations.follow(context.customerId, null)
  return tasks
    .filter(({ task }) => task.status === 'negotiating' || task.status === 'awaiting-approval')
    .flatMap(({ negotiations }) => negotiations)
    .flatMap(({ negotiation, counterpartyName }) => {
      if (negotiation.held === null || !fits(negotiation.held.terms)) return []
      return [
        {
          id: negotiation.held.offerId,
          provider: { id: negotiation.counterpartyId, name: counterpartyName },
          origin: 'market' as const,
          terms: negotiation.held.terms,
          validUntil: negotiation.held.validUntil,
          binding: true,
          synthetic: false,
          source: `negotiation ${negotiation.id}`,
        },
      ]
    })
}

async function shown(
  { answer, explanations }: ComparisonAnswer,
  parts: OfferParts,
  context: ToolContext,
  current: Contract | null,
): Promise<Compared> {
  if (answer.kind !== 'comparison') return asked(answer)
  if (answer.offers.length === 0) {
    return asked(
      refused('NOTHING_TO_COMPARE', {
        de: 'Es liegt kein Vertrag und kein gültiges Angebot vor.',
        en: 'There is no contract and no valid offer to compare.',
      }),
    )
  }
  await parts.explanations.addAll(context.customerId, explanations, context.clock.now())
  const offers = answer.offers.map(({ offerId, provider, rank }) => ({ offerId, provider, rank }))
  return { answer, focus: { offers, ...(current === null ? {} : { contractId: current.id }) } }
}

function asked(answer: ToolAnswer): Compared {
  return { answer, focus: answer.kind === 'question' ? { asked: answer.code } : {} }
}
