/**
 * What a duty agent must know when an execution stops half way, from the ledger alone.
 *
 * @module
 */
import type { Execution } from '../../../tools/commitments/approval-ledger.ts'
import { idempotencyKey } from '../../../tools/commitments/approval-ledger.ts'
import type { Proposal } from '../../../tools/commitments/proposal.ts'

type Stopped = Extract<Execution, { kind: 'refused' | 'unknown' | 'withheld' }>

export function summarise(proposal: Proposal, execution: Stopped): string {
  const act = proposal.terms.acts[execution.act]
  const done = execution.commitments.map((c) => `act ${c.act + 1} is confirmed (${c.reference})`)
  const key = idempotencyKey(proposal.id, execution.act)
  const name = act?.counterpartyName ?? 'the counterparty'
  const what = `act ${execution.act + 1} of ${proposal.terms.acts.length}`
  const lines = [`Proposal ${proposal.id}: ${proposal.brief.act.en}.`, ...done.map((line) => `${line}.`)]
  if (execution.kind === 'unknown') {
    lines.push(
      `Whether ${what} reached ${name} is not known (key ${key}). Parley asks again by itself and sends the same key again only if ${name} is certain that it never arrived. Do not order by another way before that is clear.`,
    )
  } else if (execution.kind === 'refused') {
    lines.push(`${name} refused ${what}, giving as reason: "${execution.reason}". The acts before it stand.`)
  } else {
    lines.push(`${what} was not sent (${execution.reason}). The acts before it stand.`)
  }
  return lines.join(' ')
}
