/**
 * The offer we would make now.
 *
 * @module
 */
import { placeOf } from './frontier.ts'
import { byBeliefs } from './offer-by-beliefs.ts'
import { byCurve } from './offer-by-curve.ts'
import type { NextOffer } from './offer-choice.ts'
import { byStepForStep } from './offer-step-for-step.ts'
import type { Survey } from './survey.ts'

/** From this many rounds on time is cheap: the curve holds, and the plan decides the last turns alone. */
const MANY_ROUNDS = 30
const PLANNED_TURNS = 12
const PLANNED_OF_MANY = 4

/** Null when nothing inside the reserve can be said. */
export function nextOffer(view: Survey): NextOffer | null {
  return aboveReserve(view, held(view, plannedOffer(view)))
}

function plannedOffer(view: Survey): NextOffer {
  const { settings, nSteps } = view.talk
  const many = nSteps >= MANY_ROUNDS
  if (settings.plan === 'beliefs' && view.offersLeft <= (many ? PLANNED_OF_MANY : PLANNED_TURNS)) {
    return many ? byBeliefs(view) : towardsCurve(view, byBeliefs(view))
  }
  const curve = byCurve(view)
  const step = many && settings.reciprocity === 'on' ? byStepForStep(view) : null
  return step !== null && step.utility < curve.utility ? step : curve
}

/**
 * The plan's offer, drawn towards the curve's: while little is known of them the plan counts on what it would learn and
 * asks for little in the middle of a talk, where the curve goes straight to the Nash point.
 */
function towardsCurve(view: Survey, planned: NextOffer): NextOffer {
  const { frontier, offersLeft, talk } = view
  const { before, lastOffer } = talk.settings.towardsCurve
  const share = offersLeft <= 1 ? lastOffer : before
  if (share === 0 || offersLeft < 1) return planned
  const curve = byCurve(view)
  if (planned.utility === curve.utility) return planned
  const target = share * curve.utility + (1 - share) * planned.utility
  const place = placeOf(frontier, target)
  return { ...planned, bid: frontier.bid(place), utility: frontier.ours[place] ?? 0, rule: 'plan', target }
}

/** Gives way only as they do: without new offers of theirs, the last one of ours is said again. */
function held(view: Survey, planned: NextOffer): NextOffer {
  const { sent, received, talk, endgame } = view
  const last = sent.at(-1)
  if (last === undefined) return planned
  const again = { ...planned, bid: last.bid, utility: last.utility, rule: 'held' } as const
  if (planned.utility > last.utility) return again
  if (talk.settings.reciprocity === 'off' || endgame || planned.utility === last.utility) return planned
  const steps = last.distinct
  const theirs = received.at(-1)?.distinct ?? 0
  return steps > theirs + (talk.nSteps >= MANY_ROUNDS ? 3 : 2) ? again : planned
}

/**
 * The gate's wish in advance: what lies below the reserve is lifted to it. Where our last offer lies below a reserve
 * that was raised since, it is said again: it is inside the mandate, and an offer of ours is not taken back.
 */
function aboveReserve({ talk, frontier, reserved, mandate, sent }: Survey, planned: NextOffer): NextOffer | null {
  const { space } = talk
  if (planned.utility >= reserved && space.utilityOf(planned.bid) !== null) return planned
  const last = sent.at(-1)
  const most = last?.utility ?? Number.POSITIVE_INFINITY
  let place = frontier.length - 1
  const fits = (): boolean => (frontier.ours[place] ?? 0) >= reserved && space.utilityOf(frontier.bid(place)) !== null
  while (place > 0 && !fits()) place -= 1
  const utility = frontier.ours[place] ?? 0
  const lifted = { ...planned, rule: 'reserve-wins', target: reserved } as const
  if (fits() && utility <= most) return { ...lifted, bid: frontier.bid(place), utility }
  if (last !== undefined && last.utility >= mandate && space.utilityOf(last.bid) !== null)
    return { ...lifted, bid: last.bid, utility: last.utility }
  const best = last === undefined ? space.ranked(0) : null
  return best !== null && best.utility >= reserved ? { ...lifted, ...best } : null
}
