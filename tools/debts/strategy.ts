/**
 * In what order to pay several debts off with a fixed monthly budget.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, money, toDecimal, toDecimalString } from '../shared/money.ts'
import { requireUsableDebts, type StrategyDebt } from './strategy-debt.ts'

export const STRATEGY_RULE: Rule = {
  id: 'parley.debt-strategy',
  title: { de: 'Reihenfolge der Tilgung', en: 'Order of repayment' },
  source:
    'Parley: monthly simulation to the cent; interest half up per debt, then minimums, then the rest to one target',
  validFrom: null,
  validTo: null,
}

/** `avalanche`: highest rate first, the smaller balance on a tie; `snowball`: smallest balance first, the higher rate on a tie; with the month's interest in the balance. */
export type StrategyMode = 'avalanche' | 'snowball'

/** One payment of the plan; `month` counts from one. */
export interface PlannedPayment {
  readonly month: number
  readonly debtId: string
  readonly amount: Money
}

export type RepaymentPlan =
  | {
      readonly kind: 'plan'
      readonly months: number
      readonly totalInterest: Money
      readonly totalPaid: Money
      readonly payoffOrder: readonly string[]
      readonly payments: readonly PlannedPayment[]
      readonly explanation: Explanation
    }
  | {
      readonly kind: 'infeasible'
      /** The minimums alone exceed the budget, or the budget never outruns the interest. Both go to debt advice. */
      readonly because: 'minimums-exceed-budget' | 'never-paid-off'
      readonly minimums: Money
      readonly explanation: Explanation
    }

/** Nobody plans beyond a hundred years; a plan that long does not end. */
const MOST_MONTHS = 1200

/** Debts that have grown to this many cents are never paid off by a budget they outgrew. */
const HOPELESS_MINOR = 1e13

/**
 * Plays the months until every debt is gone. Rent, energy, maintenance and fines come before any of this.
 *
 * @throws InvalidInput for no debts, doubled ids, mixed currencies or negative amounts
 */
export function repaymentPlan(debts: readonly StrategyDebt[], monthlyBudget: Money, mode: StrategyMode): RepaymentPlan {
  requireUsableDebts(debts, monthlyBudget)
  const { currency } = monthlyBudget
  const of = (minor: number) => money(minor, currency)
  const accounts = debts.map((debt) => ({ ...debt, open: debt.balance.minor, rate: new Decimal(debt.nominalPercent) }))
  const minimums = of(accounts.reduce((sum, { minPayment, open }) => sum + Math.min(minPayment.minor, open), 0))
  const infeasible = (because: Extract<RepaymentPlan, { kind: 'infeasible' }>['because']): RepaymentPlan => ({
    kind: 'infeasible',
    because,
    minimums,
    explanation: explain(debts, monthlyBudget, mode, [['Summe der Mindestraten', 'Sum of the minimums', minimums]]),
  })
  if (minimums.minor > monthlyBudget.minor) return infeasible('minimums-exceed-budget')

  const payments: PlannedPayment[] = []
  const payoffOrder: string[] = []
  let totalInterest = 0
  let month = 0
  while (accounts.some(({ open }) => open > 0)) {
    const open = accounts.reduce((sum, account) => sum + account.open, 0)
    if (month >= MOST_MONTHS || open > HOPELESS_MINOR) return infeasible('never-paid-off')
    month += 1
    let budget = monthlyBudget.minor
    const paid = new Map<string, number>()
    for (const account of accounts) {
      const interest = monthlyInterest(account.open, account.rate, currency)
      account.open += interest
      totalInterest += interest
    }
    const pay = (account: (typeof accounts)[number], amount: number) => {
      if (amount === 0) return
      account.open -= amount
      budget -= amount
      paid.set(account.id, (paid.get(account.id) ?? 0) + amount)
      if (account.open === 0) payoffOrder.push(account.id)
    }
    for (const account of accounts) pay(account, Math.min(account.minPayment.minor, account.open, budget))
    for (const account of accounts.toSorted((a, b) => compare(a, b, mode))) pay(account, Math.min(account.open, budget))
    for (const [debtId, amount] of paid) payments.push({ month, debtId, amount: of(amount) })
  }
  const totalPaid = of(payments.reduce((sum, { amount }) => sum + amount.minor, 0))
  return {
    kind: 'plan',
    months: month,
    totalInterest: of(totalInterest),
    totalPaid,
    payoffOrder,
    payments,
    explanation: explain(debts, monthlyBudget, mode, [
      [`Zinsen in ${month} Monaten`, `Interest over ${month} months`, of(totalInterest)],
      ['Insgesamt gezahlt', 'Paid in all', totalPaid],
    ]),
  }
}

/** Both orders, and what paying the small ones first costs more; null where there is no plan. */
export function compareStrategies(debts: readonly StrategyDebt[], monthlyBudget: Money) {
  const avalanche = repaymentPlan(debts, monthlyBudget, 'avalanche')
  const snowball = repaymentPlan(debts, monthlyBudget, 'snowball')
  const costOfSnowball =
    avalanche.kind === 'plan' && snowball.kind === 'plan'
      ? money(snowball.totalInterest.minor - avalanche.totalInterest.minor, monthlyBudget.currency)
      : null
  return { avalanche, snowball, costOfSnowball }
}

function monthlyInterest(open: number, rate: Decimal, currency: Money['currency']): number {
  return fromDecimal(toDecimal(money(open, currency)).times(rate).dividedBy(1200), currency).minor
}

function compare(a: { open: number; rate: Decimal }, b: { open: number; rate: Decimal }, mode: StrategyMode): number {
  const byRate = b.rate.comparedTo(a.rate)
  const byBalance = a.open - b.open
  return mode === 'avalanche' ? byRate || byBalance : byBalance || byRate
}

function explain(
  debts: readonly StrategyDebt[],
  budget: Money,
  mode: StrategyMode,
  steps: readonly (readonly [string, string, Money])[],
): Explanation {
  const text = (amount: Money) => `${toDecimalString(amount)} ${amount.currency}`
  return {
    title: { de: 'Tilgungsplan', en: 'Repayment plan' },
    ruleIds: [STRATEGY_RULE.id],
    inputs: {
      mode,
      monthlyBudget: text(budget),
      ...Object.fromEntries(
        debts.map(({ id, balance, nominalPercent, minPayment }) => [
          `debts.${id}`,
          `${text(balance)}, ${nominalPercent} %, minimum ${text(minPayment)}`,
        ]),
      ),
    },
    steps: steps.map(([de, en, amount]) => ({ text: { de, en }, value: text(amount) })),
    sources: [STRATEGY_RULE.source],
  }
}
