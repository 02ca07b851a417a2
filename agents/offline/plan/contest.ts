/**
 * Steps to a dispute: with an amount the fee is looked up first, so that exactly that fee is contested.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { parseAmount } from '../../../tools/shared/words/parse-amount.ts'
import { answersFact } from '../understand/answers-fact.ts'
import type { Understanding } from '../understand/understanding.ts'
import { isNamed } from './negotiate.ts'
import { answerOf, type Round } from './rounds.ts'
import { call, type Step } from './step.ts'

/** The next step of a wish to contest a fee. */
export function planContest(wish: Understanding, rounds: readonly Round[], bound: ReadonlySet<string>): Step {
  if (rounds.some(({ tool }) => tool === 'contest_fee')) return { do: 'report' }
  const { debtId, feeId, facts } = wish.shown
  // What was asked for is about the fee that was looked at, whatever figures the answer holds.
  if (debtId !== undefined && facts !== undefined && (isAnswer(wish) || wish.fresh.name === undefined))
    return call('contest_fee', { debtId, ...(feeId === undefined ? {} : { feeId }) })
  const { name, feeAmount, amount } = wish.slots
  const creditor = name === undefined ? {} : { creditor: name }
  const claimed = feeAmount ?? amount
  if (claimed === undefined || !bound.has('list_debts')) return call('contest_fee', creditor)
  if (rounds.length === 0) return call('list_debts', creditor)
  const debts = answerOf(rounds, 'debts')
  if (debts === null) return { do: 'report' }
  const fees = feesOf(debts, claimed, wish.locale)
  const named = fees.filter((fee) => isNamed(fee.creditor, wish))
  const only = named.length === 1 ? named[0] : fees.length === 1 ? fees[0] : undefined
  if (only === undefined) return call('contest_fee', creditor)
  return call('contest_fee', { debtId: only.debtId, feeId: only.feeId })
}

function isAnswer({ shown, text, locale }: Understanding): boolean {
  return answersFact(shown, text, locale)
}

/** Steps to sending it: the draft just shown, or where none was, one made first. */
export function planSendDispute(wish: Understanding, rounds: readonly Round[], bound: ReadonlySet<string>): Step {
  if (rounds.some(({ tool }) => tool === 'propose_commitment')) return { do: 'report' }
  if (rounds.length === 0 && wish.shown.disputeId !== undefined) {
    return call('propose_commitment', { disputeId: wish.shown.disputeId })
  }
  const draft = answerOf(rounds, 'dispute-draft')
  if (draft !== null)
    return draft.data.escalate ? { do: 'report' } : call('propose_commitment', { disputeId: draft.data.disputeId })
  return planContest(wish, rounds, bound)
}

function feesOf({ data, figures }: NonNullable<Debts>, claimed: string, locale: 'de' | 'en') {
  return data.lines.flatMap(({ debtId, creditor, fees }) =>
    fees
      .filter(({ amount }) => {
        const shown = parseAmount(figures.get(amount)?.text ?? '', locale)
        return shown.kind === 'amount' && new Decimal(shown.amount).equals(claimed)
      })
      .map(({ feeId }) => ({ debtId, feeId, creditor })),
  )
}

type Debts = ReturnType<typeof answerOf<'debts'>>
