/**
 * The offer of a curve of time, down to a target near the Nash point (negotiation reference 3.4 and 3.5).
 *
 * @module
 */
import { floorOf, mayOffer } from './bounds.ts'
import { placeOf } from './frontier.ts'
import type { NextOffer } from './offer-choice.ts'
import type { Survey } from './survey.ts'

export function byCurve(view: Survey): NextOffer {
  const { talk, frontier, curve, offersLeft, sent, endgame, nash, bestReceived } = view
  const { least, most } = mayOffer(view)
  const base = floorOf(view)
  const floor = base + (endgame ? curve.holdAtEnd : curve.hold) * Math.max(0, nash - base)
  const time = sent.length / Math.max(1, sent.length + offersLeft - 1)
  const raw = floor + (talk.space.best - floor) * Math.max(0, 1 - time ** (1 / curve.lateness))
  const target = Math.max(least, Math.min(most, raw))
  if (offersLeft === 1 && bestReceived !== null && bestReceived.utility >= Math.max(view.reserved, target - 0.1)) {
    const { bid, utility } = bestReceived
    return { bid, utility, rule: 'their-best-again', target, worth: target }
  }
  const place = placeOf(frontier, target)
  return { bid: frontier.bid(place), utility: frontier.ours[place] ?? 0, rule: 'curve', target, worth: target }
}
