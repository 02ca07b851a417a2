/**
 * An approval request as a reviewer sees it.
 *
 * @module
 */
import type { Proposal } from '../../../tools/commitments/proposal.ts'
import { note, table } from './screen.ts'

export interface ShownRequest {
  readonly id: string
  readonly proposal: Proposal
  readonly waitsFor: readonly ('reviewer' | 'customer')[]
}

/** Writes the brief, the alternatives and whose votes are missing. */
export function showRequest(request: ShownRequest, locale: 'de' | 'en'): void {
  const { brief, termsHash } = request.proposal
  const money = (amount: { amount: string; currency: string } | null) =>
    amount === null ? '–' : `${amount.amount} ${amount.currency}`
  table(
    ['approval request', request.id],
    [
      ['act', brief.act[locale]],
      ['counterparty', brief.counterparty],
      ['now', money(brief.amounts.now)],
      ['a month', money(brief.amounts.monthly)],
      ['in total', money(brief.amounts.total)],
      ['worst case', brief.worstCase[locale]],
      ['irreversible', brief.irreversible[locale]],
      ['answer by', brief.deadline],
      ['rests on', brief.sources.join('\n')],
      ['terms hash', termsHash],
      ['waits for', request.waitsFor.join(' and ')],
    ],
  )
  table(
    ['alternative', 'in total>', 'note'],
    brief.alternatives.map((a) => [a.title[locale], money(a.total), a.note[locale]]),
  )
  note('Nothing is binding until these votes are in.')
}
