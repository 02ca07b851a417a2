/**
 * The end of the demo: every figure Parley stated, with the record it came from, and what was committed in whose book.
 *
 * @module
 */

import { renderReply } from '../../../agents/advocate/render-reply.ts'
import type { Message } from '../../../agents/thread-store.ts'
import type { Commitment } from '../../../tools/commitments/approval-ledger.ts'
import type { Fact } from '../../../tools/shared/fact.ts'
import { heading, note, table } from './screen.ts'

/** Writes each figure once, in the order in which it was first said. */
export function showSources(replies: readonly Message[]): void {
  heading('Every figure, and where it comes from')
  const facts = new Map<string, { readonly fact: Fact; readonly locale: 'de' | 'en' }>()
  for (const reply of replies) {
    for (const fact of reply.facts) if (!facts.has(fact.ref)) facts.set(fact.ref, { fact, locale: reply.locale })
  }
  table(
    ['figure>', 'means', 'record, and what it rests on'],
    [...facts.values()].map(({ fact, locale }) => [
      renderReply(`[[${fact.ref}]]`, [fact], locale),
      fact.meaning[locale],
      [
        `${fact.source.type} ${fact.source.id}`,
        [fact.source.origin, fact.source.asOf].filter((part) => part !== undefined).join(', '),
        fact.source.explanationId === undefined ? '' : `explained in ${fact.source.explanationId}`,
      ]
        .filter((part) => part !== '')
        .join('\n'),
    ]),
  )
}

/** Writes our ledger beside the counterparties' own book. */
export function showCommitments(
  commitments: readonly Commitment[],
  book: readonly { readonly reference: string }[],
): void {
  heading('What binds now')
  if (commitments.length === 0) {
    note('Nothing: no proposal was approved.')
    return
  }
  const inBook = new Set(book.map((entry) => entry.reference))
  table(
    ['proposal', 'act>', 'counterparty', 'reference', 'at', "in the counterparty's book"],
    commitments.map((c) => [
      c.proposalId,
      String(c.act),
      c.counterpartyId,
      c.reference,
      c.committedAt.slice(0, 16).replace('T', ' '),
      inBook.has(c.reference) ? 'yes, once' : 'NO',
    ]),
  )
  note('The counterparties here are simulated; the ledger, the approvals and the HTTP between them are real.')
}
