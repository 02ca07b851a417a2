/**
 * From a customer's wish to a mandate's subject: found on record, or asked for. What no record can fill is asked too.
 *
 * @module
 */
import type { Debt } from '../debts/debt.ts'
import type { Contract, LoanContract } from '../offers/contract.ts'
import { meansWhatIsLeft } from '../offers/means-what-is-left.ts'
import { INSURANCE_KINDS, type InsuranceKind } from '../offers/terms.ts'
import { question, refused } from '../shared/ask.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Bilingual } from '../shared/explanation.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import { type Limits, limitsSchema, type Need, type Subject } from './mandate.ts'

/** What a mandate is to be about, once it is clear; else the question that makes it clear. */
export type Planned =
  | {
      readonly kind: 'planned'
      readonly subject: Subject | null
      readonly limits: Limits
      readonly currency: string
      readonly about: string | null
    }
  | { readonly kind: 'ask'; readonly answer: ToolAnswer }

export interface Wish {
  readonly need: Need
  readonly contractId?: string | undefined
  readonly debtId?: string | undefined
  readonly limits: Limits
}

/** The record a need is about, or why none is needed. */
export function planMandate(
  wish: Wish,
  records: { readonly contracts: readonly Contract[]; readonly debts: readonly Debt[]; readonly currency: string },
): Planned {
  switch (wish.need) {
    case 'new-loan':
      return planned(null, wish.limits, records.currency, null, wish.need)
    case 'instalment-plan':
    case 'settlement':
    case 'fee-waiver':
      return aboutDebt(wish, records.debts)
    case 'insurance':
      return aboutInsurance(wish, records)
    default:
      return aboutContract(wish, records.contracts)
  }
}

/** Limits as the model wrote them, checked. @throws InvalidInput naming the bad ones */
export function checkedLimits(raw: Readonly<Record<string, unknown>>): Limits {
  const parsed = limitsSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new InvalidInput(
    parsed.error.issues.map(({ path, message }) => ({ path: ['limits', ...path].join('.'), reason: message })),
  )
}

function aboutDebt({ need, debtId, limits }: Wish, debts: readonly Debt[]): Planned {
  const open = debts.filter((debt) => Number(debt.open) > 0 && (need !== 'fee-waiver' || debt.fees.length > 0))
  const debt = open.find(({ id }) => id === debtId) ?? (debtId === undefined && open.length === 1 ? open[0] : undefined)
  if (debt === undefined) {
    return ask(
      'DEBT',
      { de: 'Um welche Forderung geht es?', en: 'Which debt is it about?' },
      open.map(({ id, creditor }) => `${creditor.name} (${id})`),
    )
  }
  return planned({ type: 'debt', id: debt.id }, limits, debt.currency, debt.creditor.name, need)
}

function aboutContract({ need, contractId, limits }: Wish, contracts: readonly Contract[]): Planned {
  const kind = need === 'refinance-loan' ? 'instalment-loan' : need
  const fitting = contracts.filter((contract) => contract.kind === kind)
  const contract =
    fitting.find(({ id }) => id === contractId) ??
    (contractId === undefined && fitting.length === 1 ? fitting[0] : undefined)
  if (contract === undefined) return whichOne(fitting)
  const rest = contract.kind === 'instalment-loan' ? overWhatIsLeft(limits, contract) : limits
  if (rest === null) return { kind: 'ask', answer: refused('ANOTHER_AMOUNT', ANOTHER_AMOUNT) }
  return planned(subjectOf(contract), rest, contract.currency, contract.provider.name, need)
}

const ANOTHER_AMOUNT: Bilingual = {
  de: 'Für den jetzigen Kredit verhandle ich über das, was dort noch offen ist. Ein anderer Betrag wäre ein zusätzlicher Kredit: Wenn Sie den möchten, sagen Sie bitte, dass Sie einen neuen Kredit brauchen, und über wie viel.',
  en: 'For the present loan I negotiate over what is left of it. Another amount would be an additional loan: if you want that, please say that you need a new loan, and over how much.',
}

/** The limits without an amount that only rounds what is left; null when it is other money. */
function overWhatIsLeft({ amount, ...rest }: Limits, contract: LoanContract): Limits | null {
  return amount === undefined || meansWhatIsLeft(amount, contract) ? rest : null
}

function aboutInsurance(
  { need, contractId, limits }: Wish,
  { contracts, currency }: { readonly contracts: readonly Contract[]; readonly currency: string },
): Planned {
  const policies = contracts.filter((contract) => 'insurance' in contract)
  const ofKind =
    limits.insuranceKind === undefined ? policies : policies.filter(({ kind }) => kind === limits.insuranceKind)
  const policy = policies.find(({ id }) => id === contractId) ?? (ofKind.length === 1 ? ofKind[0] : undefined)
  if (policy !== undefined) {
    return planned(
      subjectOf(policy),
      { ...limits, insuranceKind: policy.kind as InsuranceKind },
      policy.currency,
      policy.provider.name,
      need,
    )
  }
  if (limits.insuranceKind !== undefined && ofKind.length === 0) return planned(null, limits, currency, null, need)
  if (ofKind.length > 1) return whichOne(ofKind)
  return ask(
    'INSURANCE_KIND',
    { de: 'Um welche Versicherung geht es?', en: 'Which insurance is it about?' },
    INSURANCE_KINDS,
  )
}

/** What only the customer can say, by need: without it there is no wall to negotiate behind. */
const NEEDED: Readonly<Partial<Record<Need, readonly (readonly (keyof Limits)[])[]>>> = {
  'new-loan': [
    ['amount'],
    ['maxTermMonths', 'maxMonthly'],
    ['maxEffectiveRatePercent', 'maxNominalRatePercent', 'maxMonthly', 'maxTotal'],
  ],
  'instalment-plan': [['maxMonthly', 'maxTermMonths']],
  settlement: [['maxTotal']],
}
const ASKS: Readonly<Record<string, Bilingual>> = {
  amount: { de: 'Wie viel Geld soll es sein?', en: 'How much money should it be?' },
  maxTermMonths: { de: 'Wie lange darf es höchstens laufen?', en: 'How long may it run at most?' },
  maxMonthly: {
    de: 'Wie viel können Sie im Monat höchstens zahlen?',
    en: 'What is the highest monthly payment you can make?',
  },
  maxEffectiveRatePercent: {
    de: 'Wie hoch darf der effektive Jahreszins höchstens sein?',
    en: 'How high may the APR be at most?',
  },
  maxTotal: { de: 'Wie viel können Sie insgesamt höchstens zahlen?', en: 'How much can you pay in total at most?' },
  minSumInsured: {
    de: 'Für wie viel soll mindestens versichert sein (Versicherungssumme)?',
    en: 'For how much should it insure at least (sum insured)?',
  },
  maxAnnualPremium: {
    de: 'Wie viel darf die Versicherung im Jahr höchstens kosten?',
    en: 'What is the highest yearly premium you would pay?',
  },
}

function planned(subject: Subject | null, limits: Limits, currency: string, about: string | null, need: Need): Planned {
  const needed =
    NEEDED[need] ??
    (need === 'insurance' && subject === null
      ? [['maxAnnualPremium', 'maxMonthly'] as const, ['minSumInsured'] as const]
      : [])
  const open = needed.find((choices) => choices.every((limit) => limits[limit] === undefined))?.[0]
  if (open !== undefined)
    return ask(`LIMIT_${open}`, ASKS[open] ?? { de: 'Welche Grenze soll gelten?', en: 'Which limit should apply?' })
  return { kind: 'planned', subject, limits, currency, about }
}

function subjectOf({ id }: Contract): Subject {
  return { type: 'contract', id }
}

function whichOne(contracts: readonly Contract[]): Planned {
  if (contracts.length === 0)
    return ask('NO_CONTRACT', {
      de: 'So ein Vertrag ist nicht bekannt. Um welchen geht es?',
      en: 'No such contract is on record. Which one is it about?',
    })
  return ask(
    'CONTRACT',
    { de: 'Um welchen Vertrag geht es?', en: 'Which contract is it about?' },
    contracts.map(({ id, provider }) => `${provider.name} (${id})`),
  )
}

function ask(code: string, words: Bilingual, options: readonly string[] = []): Planned {
  return { kind: 'ask', answer: question(code, words, options) }
}
