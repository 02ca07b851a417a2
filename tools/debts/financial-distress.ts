/**
 * Signs in the figures that a customer is in financial distress: no new credit is offered, and debt advice is.
 *
 * Only what is known counts; an absent fact is no sign. Signs are for this case alone and are never kept as a profile.
 *
 * @module
 */
import { addDays, type Day, plainDate } from '../shared/calendar.ts'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { type Money, toDecimal, toDecimalString } from '../shared/money.ts'

export const DISTRESS_RULE: Rule = {
  id: 'parley.financial-distress',
  title: { de: 'Anzeichen finanzieller Not', en: 'Signs of financial distress' },
  source: 'Parley policy; mirrors §§ 504a, 505 BGB for overdrafts and § 850c ZPO for income',
  validFrom: null,
  validTo: null,
}

export type DistressSign =
  | 'MINIMUMS_EXCEED_BUDGET'
  | 'MISSED_PAYMENTS'
  | 'LOAN_TO_PAY_LOAN'
  | 'MANY_NEW_PLANS'
  | 'LASTING_OVERDRAFT'
  | 'INCOME_BELOW_FREE_AMOUNT'
  | 'GAMBLING'

export interface FinancialFacts {
  readonly today: Day
  readonly minimums?: Money
  readonly monthlyBudget?: Money
  /** Days on which a payment was due and did not come. */
  readonly missedPayments?: readonly Day[]
  /** Days on which new deferred payments (BNPL) were taken up. */
  readonly newPlans?: readonly Day[]
  /** What the newest credit is for; a cheaper refinancing of equal or shorter term is none of this. */
  readonly newCredit?: 'to-pay-a-loan' | 'other'
  /** What was drawn at each of the last month ends, newest first, and the limit. */
  readonly overdraft?: { readonly limit: Money; readonly drawn: readonly Money[] }
  readonly netMonthlyIncome?: Money
  /** The income that creditors could not attach, with the customer's dependants. */
  readonly freeAmount?: Money
  readonly openClaims?: 'some' | 'none'
  readonly gambling?: 'seen' | 'not-seen'
}

/** More than this many missed payments in so many days; at least so many new plans in so many days. */
const MISSED = { moreThan: 2, days: 90 }
const PLANS = { atLeast: 3, days: 30 }
/** Months of an overdraft above a share of its limit, or of the month's income. */
const OVERDRAFT = { limitShare: 0.75, limitMonths: 6, incomeShare: 0.5, incomeMonths: 3 }

/** The signs that the known figures show; none when nothing points to distress. @throws InvalidInput for impossible days */
export function financialDistress(facts: FinancialFacts): {
  readonly signs: readonly DistressSign[]
  readonly explanation: Explanation
} {
  plainDate(facts.today, 'today')
  const { minimums, monthlyBudget, netMonthlyIncome, freeAmount } = facts
  const checks: readonly (readonly [DistressSign, boolean])[] = [
    ['MINIMUMS_EXCEED_BUDGET', exceeds(minimums, monthlyBudget)],
    ['MISSED_PAYMENTS', since(facts.missedPayments, facts.today, MISSED.days) > MISSED.moreThan],
    ['LOAN_TO_PAY_LOAN', facts.newCredit === 'to-pay-a-loan'],
    ['MANY_NEW_PLANS', since(facts.newPlans, facts.today, PLANS.days) >= PLANS.atLeast],
    ['LASTING_OVERDRAFT', lastingOverdraft(facts)],
    ['INCOME_BELOW_FREE_AMOUNT', facts.openClaims === 'some' && exceeds(freeAmount, netMonthlyIncome)],
    ['GAMBLING', facts.gambling === 'seen'],
  ]
  const signs = checks.filter(([, shown]) => shown).map(([sign]) => sign)
  return {
    signs,
    explanation: {
      title: DISTRESS_RULE.title,
      ruleIds: [DISTRESS_RULE.id],
      inputs: inputsOf(facts),
      steps: signs.map((sign) => ({ text: SIGN_TEXTS[sign] })),
      sources: [DISTRESS_RULE.source],
    },
  }
}

const SIGN_TEXTS: Readonly<Record<DistressSign, { readonly de: string; readonly en: string }>> = {
  MINIMUMS_EXCEED_BUDGET: {
    de: 'Die Mindestraten übersteigen das Budget.',
    en: 'The minimum payments exceed the budget.',
  },
  MISSED_PAYMENTS: {
    de: 'Mehrere Zahlungen blieben in kurzer Zeit aus.',
    en: 'Several payments were missed in a short time.',
  },
  LOAN_TO_PAY_LOAN: { de: 'Ein Kredit soll einen anderen bedienen.', en: 'A loan is meant to pay another.' },
  MANY_NEW_PLANS: { de: 'Viele neue Ratenkäufe in kurzer Zeit.', en: 'Many new deferred payments in a short time.' },
  LASTING_OVERDRAFT: {
    de: 'Das Konto ist anhaltend stark überzogen.',
    en: 'The account has been deep in overdraft for long.',
  },
  INCOME_BELOW_FREE_AMOUNT: {
    de: 'Das Einkommen liegt unter der Pfändungsgrenze, und Forderungen sind offen.',
    en: 'Income is below the amount free from attachment, with claims open.',
  },
  GAMBLING: { de: 'Zahlungen an Glücksspielanbieter.', en: 'Payments to gambling providers.' },
}

function exceeds(more: Money | undefined, less: Money | undefined): boolean {
  return more !== undefined && less !== undefined && toDecimal(more).greaterThan(toDecimal(less))
}

function since(days: readonly Day[] | undefined, today: Day, count: number): number {
  const first = addDays(today, -count)
  return (days ?? []).filter((day) => day >= first && day <= today).length
}

function lastingOverdraft({ overdraft, netMonthlyIncome }: FinancialFacts): boolean {
  if (overdraft === undefined) return false
  const above = (share: number, of: Money, months: number) =>
    overdraft.drawn.length >= months &&
    overdraft.drawn.slice(0, months).every((drawn) => toDecimal(drawn).greaterThan(toDecimal(of).times(share)))
  return (
    above(OVERDRAFT.limitShare, overdraft.limit, OVERDRAFT.limitMonths) ||
    (netMonthlyIncome !== undefined && above(OVERDRAFT.incomeShare, netMonthlyIncome, OVERDRAFT.incomeMonths))
  )
}

function inputsOf(facts: FinancialFacts): Record<string, string> {
  const amounts = {
    minimums: facts.minimums,
    monthlyBudget: facts.monthlyBudget,
    netMonthlyIncome: facts.netMonthlyIncome,
    freeAmount: facts.freeAmount,
  }
  const known = Object.entries(amounts).flatMap(([name, amount]) =>
    amount === undefined ? [] : [[name, `${toDecimalString(amount)} ${amount.currency}`] as const],
  )
  return { today: facts.today, ...Object.fromEntries(known) }
}
