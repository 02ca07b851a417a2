/**
 * What the model may call about debts: reading, nothing else.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import { type ExplanationBook, explanationId } from '../explanations/explanation-book.ts'
import { today } from '../shared/clock.ts'
import type { Explanation } from '../shared/explanation.ts'
import { refPart } from '../shared/make-facts.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import type { Debt } from './debt.ts'
import type { DebtLedger } from './debt-ledger.ts'
import { explainPending, explainTotal } from './explain-total.ts'
import { listDebts } from './list-debts.ts'

const LIST_DEBTS = {
  name: 'list_debts',
  description:
    'What the customer owes, to whom, since when and until when, with fees and pending payments, as last stated by each creditor. Name a creditor to see only that one, also when nothing is owed.',
  schema: z.object({ creditor: z.string().max(200).optional().describe('name or part of it') }),
  responseFormat: 'content_and_artifact',
} as const

/** Tools over the ledger, bound to one customer. */
export function debtTools(
  parts: { readonly ledger: DebtLedger; readonly explanations: ExplanationBook },
  context: ToolContext,
) {
  return [
    tool(async ({ creditor }) => {
      const debts = await parts.ledger.debts(context.customerId)
      const answer = listDebts(debts, { today: today(context.clock), creditor: creditor ?? null })
      return toolResult(await withReasons(answer, debts, parts.explanations, context), context.locale)
    }, LIST_DEBTS),
  ]
}

/** Sums are arithmetic: each is kept with its parts, so that it can be asked about later. */
async function withReasons(
  answer: ToolAnswer,
  debts: readonly Debt[],
  book: ExplanationBook,
  { customerId, clock }: ToolContext,
): Promise<ToolAnswer> {
  if (answer.kind !== 'debts') return answer
  const shown = debts.filter(({ id }) => answer.lines.some(({ debtId }) => debtId === id))
  const reasons = new Map<string, Explanation>(
    shown
      .filter(({ payments }) => payments.filter(({ status }) => status === 'pending').length > 1)
      .map((debt) => [`debt.${refPart(debt.id)}.pending`, explainPending(debt)]),
  )
  if (answer.total !== null) reasons.set(answer.total, explainTotal(shown.filter(({ open }) => Number(open) > 0)))
  const entries = [...reasons.values()].map((explanation) => ({
    id: explanationId(customerId, explanation),
    explanation,
  }))
  await book.addAll(customerId, entries, clock.now())
  const facts = answer.facts.map((fact) => {
    const reason = reasons.get(fact.ref)
    if (reason === undefined) return fact
    return { ...fact, source: { ...fact.source, explanationId: explanationId(customerId, reason) } }
  })
  return { ...answer, facts }
}
