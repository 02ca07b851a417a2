/**
 * When nobody answers: try again later, a few times, then give the negotiation up.
 *
 * @module
 */
import type { Negotiation, NegotiationLedger } from '../../tools/negotiation/negotiation-ledger.ts'

/** Notes a run that found nobody; ends the negotiation as failed once that has happened `limit` times. */
export async function noteUnreachable(
  negotiations: NegotiationLedger,
  { id, taskId }: Pick<Negotiation, 'id' | 'taskId'>,
  limit: number,
  at: Date,
): Promise<'waiting' | 'ended'> {
  await negotiations.addEvent(taskId, 'counterparty-unreachable', { negotiationId: id }, at)
  if ((await timesUnreachable(negotiations, { id, taskId })) < limit) return 'waiting'
  await negotiations.end(id, { status: 'failed', ending: 'unreachable', at })
  return 'ended'
}

/** How many runs of a negotiation found nobody. */
export async function timesUnreachable(
  negotiations: Pick<NegotiationLedger, 'events'>,
  { id, taskId }: Pick<Negotiation, 'id' | 'taskId'>,
): Promise<number> {
  const events = await negotiations.events(taskId)
  return events.filter(({ kind, data }) => kind === 'counterparty-unreachable' && data.negotiationId === id).length
}
