/**
 * Giving a step for a step, with sides that give only so.
 *
 * Source: de Jonge (2022), MiCRO: without a model the next best own bid is the smallest step there is.
 *
 * @module
 */
import { floorOf } from './bounds.ts'
import { codeOf } from './domain.ts'
import type { NextOffer } from './next-offer.ts'
import type { Survey } from './survey.ts'

/** Share of the talk in which new top bids and repeated ones alternate, to see what they answer to. */
const PROBING = 0.2
const BLOCK = 4
/** Probing goes no further down than this share of what there is. */
const PROBING_DEPTH = 0.04

/** Null when there is nothing to probe any more and they do not give for a step. */
export function byStepForStep(view: Survey): NextOffer | null {
  const { talk, sent, offersLeft } = view
  const made = sent.length
  const probing = made < PROBING * (made + offersLeft)
  const steps = distinct(view, 'sent')
  if (!probing && !answersSteps(view)) return null
  const theirs = distinct(view, 'received')
  const advance = probing ? Math.floor(made / BLOCK) % 2 === 0 : steps <= theirs + 1
  const rank = Math.max(0, advance ? steps : steps - 1)
  const step = talk.space.ranked(rank)
  const floor = probing ? talk.space.best * (1 - PROBING_DEPTH) : Math.max(floorOf(view), view.nash)
  const least = Math.max(floor, view.bestReceived?.utility ?? 0)
  if (step === null || step.utility < least) return null
  return { ...step, rule: 'step-for-step', target: step.utility, worth: step.utility }
}

/** Whether their new offers follow new ones of ours, and not the clock. */
export function answersSteps({ talk, sent, received, opens }: Survey): boolean {
  const { sizes } = talk.space
  const known = new Set<number>()
  const mine = new Set<number>()
  const tally = { new: [0, 0], again: [0, 0] }
  for (const [i, offer] of sent.entries()) {
    const code = codeOf(sizes, offer.bid)
    const kind = mine.has(code) ? 'again' : 'new'
    mine.add(code)
    const answer = received[opens ? i : i + 1]
    if (!opens && i === 0 && received[0] !== undefined) known.add(codeOf(sizes, received[0].bid))
    if (answer === undefined) break
    const theirs = codeOf(sizes, answer.bid)
    tally[kind][0] = (tally[kind][0] ?? 0) + 1
    if (!known.has(theirs)) tally[kind][1] = (tally[kind][1] ?? 0) + 1
    known.add(theirs)
  }
  const share = ([count, fresh]: readonly number[]): number => ((fresh ?? 0) + 0.5) / ((count ?? 0) + 1)
  return share(tally.new) > 0.5 && share(tally.new) > share(tally.again) + 0.35
}

function distinct({ talk, sent, received }: Survey, side: 'sent' | 'received'): number {
  const made = side === 'sent' ? sent : received
  return new Set(made.map(({ bid }) => codeOf(talk.space.sizes, bid))).size
}
