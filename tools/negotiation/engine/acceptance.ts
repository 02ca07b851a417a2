/**
 * Whether to take what lies on the table.
 *
 * Source: Baarslag et al. (2013), acceptance conditions AC_next and AC_combi.
 *
 * @module
 */
import type { NextOffer } from './offer-choice.ts'
import type { Made, Survey } from './survey.ts'

export type AcceptRule = 'as-good-as-next' | 'nothing-can-follow' | 'near-their-best' | 'not-to-be-bettered'

/** The rule by which it is taken, or null. What is worth less than the reserve is never taken. */
export function acceptance(view: Survey, next: NextOffer | null, table: Made): AcceptRule | null {
  const { reserved, opens, lastTurn, bestReceived, talk } = view
  if (table.utility < reserved) return null
  if (next === null || table.utility >= next.utility) return 'as-good-as-next'
  if (lastTurn && !opens) return 'nothing-can-follow'
  if (view.offersLeft <= 1 && table.utility >= view.nash) return 'near-their-best'
  if (next.rule === 'curve' || next.rule === 'step-for-step') {
    const best = bestReceived?.utility ?? table.utility
    if (lastTurn && table.utility >= reserved + 0.6 * (best - reserved)) return 'near-their-best'
    return null
  }
  return talk.settings.forecast === 'on' && table.utility >= next.worth ? 'not-to-be-bettered' : null
}
