/**
 * Giving a step for a step, with sides that give only so.
 *
 * Source: de Jonge (2022), MiCRO: without a model the next best own bid is the smallest step there is.
 *
 * @module
 */
import { floorOf } from './bounds.ts'
import type { NextOffer } from './offer-choice.ts'
import type { Survey } from './survey.ts'

/** Share of the talk in which new top bids and repeated ones alternate, to see what they answer to. */
const PROBING = 0.2
const BLOCK = 4
/** Probing goes no further down than this share of what there is. */
const PROBING_DEPTH = 0.04

/** Null when there is nothing to probe any more and they do not give for a step. */
export function byStepForStep(view: Survey): NextOffer | null {
  const { talk, sent, received, offersLeft } = view
  const made = sent.length
  const probing = made < PROBING * (made + offersLeft)
  const steps = sent.at(-1)?.distinct ?? 0
  if (!probing && !answersSteps(view)) return null
  const theirs = received.at(-1)?.distinct ?? 0
  const advance = probing ? Math.floor(made / BLOCK) % 2 === 0 : steps <= theirs + 1
  const rank = Math.max(0, advance ? steps : steps - 1)
  const step = talk.space.ranked(rank)
  const floor = probing ? talk.space.best * (1 - PROBING_DEPTH) : Math.max(floorOf(view), view.nash)
  const least = Math.max(floor, view.bestReceived?.utility ?? 0)
  if (step === null || step.utility < least) return null
  return { ...step, rule: 'step-for-step', target: step.utility, worth: step.utility }
}

/** Whether their new offers follow new ones of ours, and not the clock. */
export function answersSteps({ sent, received, opens }: Survey): boolean {
  const tally = { new: { turns: 0, fresh: 0 }, again: { turns: 0, fresh: 0 } }
  for (const [i, offer] of sent.entries()) {
    const answer = received[opens ? i : i + 1]
    if (answer === undefined) break
    const kind = tally[offer.fresh ? 'new' : 'again']
    kind.turns += 1
    if (answer.fresh) kind.fresh += 1
  }
  const share = ({ turns, fresh }: { turns: number; fresh: number }): number => (fresh + 0.5) / (turns + 1)
  return share(tally.new) > 0.5 && share(tally.new) > share(tally.again) + 0.35
}
