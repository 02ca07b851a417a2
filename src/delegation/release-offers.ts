/**
 * Letting go of held offers that will not be taken.
 *
 * @module
 */
import { ParleyError } from '../../tools/shared/errors.ts'
import type { DelegationParts } from './delegation-parts.ts'

/**
 * Releases the held offers of a task, except those named. A counterparty that cannot be reached keeps its offer until
 * it runs out by itself: a release binds nobody and is a courtesy.
 */
export async function releaseHeldOffers(
  { negotiations, channel, clock }: Pick<DelegationParts, 'negotiations' | 'channel' | 'clock'>,
  taskId: string,
  except: readonly string[] = [],
): Promise<void> {
  const now = clock.now()
  const events = await negotiations.events(taskId)
  const released = new Set(events.filter(({ kind }) => kind === 'offer-released').map(({ data }) => data.offerId))
  for (const { id, counterpartyId, held } of await negotiations.held(taskId, now)) {
    if (held === null || except.includes(held.offerId) || released.has(held.offerId)) continue
    try {
      await channel.release(counterpartyId, held.offerId)
      await negotiations.addEvent(taskId, 'offer-released', { negotiationId: id, offerId: held.offerId }, now)
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error
    }
  }
}
