/**
 * Whose fees are meant.
 *
 * @module
 */
import type { Debt } from '../debts/debt.ts'
import { debtsOf } from '../debts/list-debts.ts'
import { question, refused } from '../shared/ask.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'

export interface AboutFee {
  readonly creditor?: string | undefined
  readonly debtId?: string | undefined
  readonly feeId?: string | undefined
}

/** The debt that is meant; asks when several could be. */
export function chooseDebt(
  debts: readonly Debt[],
  { creditor, debtId, feeId }: AboutFee,
): { readonly debt: Debt } | Extract<ToolAnswer, { kind: 'question' | 'refused' }> {
  const meant = (creditor === undefined ? debts : debtsOf(debts, creditor)).filter(
    (debt) =>
      (debtId === undefined || debt.id === debtId) && (feeId === undefined || debt.fees.some(({ id }) => id === feeId)),
  )
  const contestable = meant.filter(
    (debt) => debt.fees.length > 0 || debt.interestClaim !== undefined || debt.title !== undefined,
  )
  const [only] = contestable
  if (only !== undefined && contestable.length === 1) return { debt: only }
  if (contestable.length > 1) {
    return question(
      'DEBT',
      { de: 'Um die Gebühren welches Gläubigers geht es?', en: "Which creditor's fees is it about?" },
      contestable.map(({ id, creditor: { name } }) => `${name} (${id})`),
    ) as Extract<ToolAnswer, { kind: 'question' }>
  }
  return refused(
    meant.length === 0 ? 'UNKNOWN_DEBT' : 'NO_FEES',
    meant.length === 0
      ? { de: 'Eine solche Forderung ist nicht bekannt.', en: 'No such debt is on record.' }
      : { de: 'Zu dieser Forderung sind keine Gebühren bekannt.', en: 'No fees are on record for this debt.' },
  ) as Extract<ToolAnswer, { kind: 'refused' }>
}
