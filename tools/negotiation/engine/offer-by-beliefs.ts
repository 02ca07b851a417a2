/**
 * The offer of the plan that is worth most under the beliefs (negotiation reference 3.8).
 *
 * @module
 */
import { type Spread, TYPES, wanted } from './beliefs.ts'
import { floorOf, mayOffer } from './bounds.ts'
import { type Bid, sumOf } from './domain.ts'
import type { Frontier } from './frontier.ts'
import type { NextOffer } from './offer-choice.ts'
import { plan, type Stage } from './plan.ts'
import { type Survey, timeAt } from './survey.ts'

const MOST_CHOICES = 40
const MOST_STAGES = 10
/** How near to its best offer so far a side that stands still is expected to stay, against its usual ones. */
const HELD_OUT = 0.5

export function byBeliefs(view: Survey): NextOffer {
  const { talk, offersLeft, opens, step } = view
  const { least, most } = mayOffer(view)
  const choices = choicesOf(view, least, most)
  const noDeal = floorOf(view)
  const first = choices[0] ?? lastOr(view)
  if (offersLeft < 1 || choices.length === 0) {
    const { bid, utility } = lastOr(view)
    return { bid, utility, rule: 'nothing-can-follow', target: least, worth: noDeal }
  }
  const steps = stagesOf(step, talk.nSteps, offersLeft)
  const made = plan({
    weights: view.weights(),
    ours: Float64Array.from(choices, ({ utility }) => utility),
    theirs: Float64Array.from(choices, ({ theirs }) => theirs),
    stages: steps.map(
      (at): Stage => ({
        answered: timeAt(opens ? at : at + 1, talk.nSteps),
        last: (opens ? at : at + 1) === talk.nSteps - 1,
      }),
    ),
    forecast: forecastOf(view, steps),
    theySpeakLast: !opens,
    noDeal,
    atRandom: view.atRandom,
    known: talk.settings.known,
  })
  const chosen = choices[made.offer] ?? first
  return { bid: chosen.bid, utility: chosen.utility, rule: chosen.rule, target: chosen.utility, worth: made.value }
}

/** What was said last; before anything was said, our best. */
function lastOr({ sent, frontier }: Survey): Choice {
  const last = sent.at(-1)
  if (last !== undefined) return { ...last, theirs: 0, rule: 'plan' }
  return { bid: frontier.bid(0), utility: frontier.ours[0] ?? 0, theirs: frontier.theirs[0] ?? 0, rule: 'plan' }
}

interface Choice {
  readonly bid: Bid
  readonly utility: number
  readonly theirs: number
  readonly rule: 'plan' | 'their-best-again'
}

/** A spread of the frontier inside the bounds, and what they themselves have offered. */
function choicesOf({ frontier, bestReceived, model }: Survey, least: number, most: number): readonly Choice[] {
  const places = spread(frontier, least, most)
  const choices: Choice[] = places.map((place) => ({
    bid: frontier.bid(place),
    utility: frontier.ours[place] ?? 0,
    theirs: frontier.theirs[place] ?? 0,
    rule: 'plan',
  }))
  if (bestReceived !== null && bestReceived.utility >= least && bestReceived.utility <= most) {
    const { bid, utility } = bestReceived
    insert(choices, { bid, utility, theirs: Math.max(sumOf(model.tables, bid), OWN_OFFER), rule: 'their-best-again' })
  }
  return choices
}

/** Keeps ours falling. */
function insert(choices: Choice[], choice: Choice): void {
  const place = choices.findIndex(({ utility }) => utility <= choice.utility)
  choices.splice(place < 0 ? choices.length : place, 0, choice)
}

/** What they have offered themselves they will rarely refuse. */
const OWN_OFFER = 0.97

function spread(frontier: Frontier, least: number, most: number): readonly number[] {
  const inside: number[] = []
  for (let place = 0; place < frontier.length; place += 1) {
    const ours = frontier.ours[place] ?? 0
    if (ours >= least - 1e-12 && ours <= most + 1e-12) inside.push(place)
  }
  if (inside.length <= MOST_CHOICES) return inside
  const width = (most - least) / (MOST_CHOICES - 1)
  let next = most
  const kept = inside.filter((_, i) => {
    const following = frontier.ours[inside[i + 1] ?? -1] ?? -1
    // The last point of each slice is the best for them at hardly any cost to us.
    if (following >= next - width && i < inside.length - 1) return false
    while (next - width > following && next > least) next -= width
    return true
  })
  return kept
}

/** The rounds of our offers to come; with many, every turn of the end and fewer before. */
function stagesOf(step: number, nSteps: number, offersLeft: number): readonly number[] {
  const all = Array.from({ length: offersLeft }, (_, j) => step + j).filter((at) => at < nSteps)
  if (all.length <= MOST_STAGES) return all
  const end = all.length - 1
  const places = Array.from({ length: MOST_STAGES }, (_, j) => Math.round(end * (1 - (1 - j / (MOST_STAGES - 1)) ** 2)))
  return [...new Set(places)].map((place) => all[place] ?? step)
}

/** What an offer of theirs would be worth to us: the best so far, moved along the frontier as the type concedes. */
function forecastOf({ talk, frontier, opens, step, bestReceived, received, model }: Survey, steps: readonly number[]) {
  const last = bestReceived?.utility ?? frontier.ours[frontier.length - 1] ?? 0
  const efficiency = efficiencyOf(received, model.tables, frontier)
  const now = timeAt(opens ? step - 1 : step, talk.nSteps)
  const times = [...steps.slice(1), talk.nSteps - 1].map((at) => timeAt(opens ? at - 1 : at, talk.nSteps))
  const usual = spreadOf(received.map(({ utility }) => utility))
  const again = { mean: usual.mean + HELD_OUT * (last - usual.mean), deviation: 0 }
  const table = TYPES.map((type): readonly Spread[] => {
    if (type.course === 'random') return times.map(() => usual)
    if (type.course === 'still') return times.map(() => again)
    const today = oursAt(frontier, wanted(type, Math.max(0, now)))
    return times.map((time) => ({
      mean: last + efficiency * Math.max(0, oursAt(frontier, wanted(type, time)) - today),
      deviation: 0,
    }))
  })
  return (type: number, stage: number): Spread => table[type]?.[stage - 1] ?? { mean: last, deviation: 0 }
}

/** Mean and deviation of what they offered, to us. */
function spreadOf(values: readonly number[]): Spread {
  if (values.length < 2) return { mean: values[0] ?? 0.4, deviation: 0.2 }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, deviation: Math.max(0.03, Math.sqrt(variance)) }
}

/** How much of what the frontier holds for us their offers give: 1 when they know what we like. */
function efficiencyOf(received: Survey['received'], tables: Survey['model']['tables'], frontier: Frontier): number {
  const shares = received.map(({ bid, utility }) => utility / Math.max(0.05, oursAt(frontier, sumOf(tables, bid))))
  const sum = shares.reduce((total, share) => total + Math.max(0, Math.min(1, share)), 0)
  return (sum + 2 * 0.7) / (shares.length + 2)
}

/** Our utility of the frontier's point that is worth `theirs` to them. */
function oursAt(frontier: Frontier, theirs: number): number {
  let low = 0
  let high = frontier.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((frontier.theirs[middle] ?? 0) >= theirs) high = middle
    else low = middle + 1
  }
  return frontier.ours[low] ?? 0
}
