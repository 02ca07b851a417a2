/**
 * Which moments of a scenario have come, and how often, read from what can be seen.
 *
 * @module
 */
import { focusOf } from '../../agents/advocate/focus.ts'
import type { Moment } from '../scenario/event.ts'
import type { World } from '../world.ts'

export type Counts = Readonly<Record<Moment, number>>

/** How often each moment has come; `start` and `rest` are the player's to count. */
export function momentsIn(world: World): Omit<Counts, 'start' | 'rest'> {
  const messages = world.threads.flatMap((thread) => thread.messages)
  const spoken = messages.filter(({ role }) => role === 'assistant')
  const shown = new Set(spoken.flatMap((message) => focusOf(message).mandateId ?? []))
  const talks = world.tasks.flatMap(({ negotiations }) => negotiations)
  return {
    'first-reply': Math.min(1, spoken.length),
    'question-asked': spoken.filter((message) => focusOf(message).asked !== undefined).length,
    'mandate-shown': shown.size,
    'mandate-confirmed': world.mandates.filter(({ confirmedAt }) => confirmedAt !== null).length,
    negotiating: world.tasks.filter((task) =>
      task.negotiations.some(({ moves }) => moves.some(({ side }) => side === 'theirs')),
    ).length,
    agreed: talks.filter(({ held }) => held !== null).length,
    'proposal-pending': world.requests.length,
    'vote-cast': world.requests.reduce((sum, { decisions }) => sum + decisions.length, 0),
    approved: world.requests.filter(({ outcome }) => outcome?.outcome === 'approved').length,
    committed: world.commitments.length,
    'outcome-told': spoken.filter(({ focus }) => focus.outcomeOf !== undefined).length,
    'no-deal': world.tasks.filter(({ task }) => task.status === 'no-deal').length,
    'handed-off': world.handoffs.length,
    'person-speaks': messages.filter(({ role }) => role === 'duty-agent').length,
    'person-gone': world.handoffs.filter(({ status }) => status === 'returned' || status === 'closed').length,
  }
}
