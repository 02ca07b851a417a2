/**
 * The engine as a strategy over typed terms of every kind of deal.
 *
 * Decisions are a pure function of the situation: the whole history is read anew at each turn, so that a restart, or a
 * replay by a reviewer, decides alike.
 *
 * @module
 */

import type { DealTerms } from '../../offers/terms.ts'
import { moneyCost } from '../bid-cost.ts'
import { closingMove, MOST_TRIES, timesTaken } from '../closing-move.ts'
import { explained } from '../explain-move.ts'
import { type ReasonRule, reasonFor } from '../move-reasons.ts'
import type { Exchange, MoveReason, NegotiationStrategy, Situation, StrategyMove } from '../strategy.ts'
import { type DealSpace, dealSpace } from './deal-space.ts'
import { type Decision, decideTurn } from './decide-turn.ts'
import type { Bid } from './domain.ts'
import type { MoveRecord } from './move-record.ts'
import { LEVER_SETTINGS } from './settings.ts'
import { type Made, madeAfter } from './survey.ts'
import type { Talk } from './talk.ts'

/** Offers what is worth most by the beliefs about the counterparty; never outside the mandate. */
export const dealStrategy: NegotiationStrategy = {
  name: 'belief-planning',
  decide: (situation) => explained(situation, decide(situation)),
}

function decide(situation: Situation): StrategyMove {
  const { history, turnsLeft } = situation
  const turn = history.length
  if (turnsLeft < 1) return closingMove(situation)
  if (timesTaken(history) >= MOST_TRIES) return { move: 'walk-away', because: reasonFor('not-held', turn) }
  if (rejectionsAtEnd(history) >= 2) return { move: 'walk-away', because: reasonFor('rejected', turn) }
  const deal = dealSpace(situation)
  if (deal === null) return { move: 'walk-away', because: reasonFor('no-room', turn) }
  const table = onTable(history)
  const { move, record } = decideOn(situation, deal)
  const because = (rule: ReasonRule): MoveReason => reasonOf(rule, turn, record)
  const taken = table !== null && deal.reserve.beats(table.terms)
  // In the last turn a deal inside the mandate is worth more to a person than the chance of a better one.
  if (table !== null && taken && (move.a === 'accept' || table.final || turnsLeft === 1)) {
    const rule = move.a === 'accept' ? ACCEPTED[record.rule] : table.final ? 'final-offer' : 'last-turn'
    return { move: 'accept', terms: table.terms, because: because(rule ?? 'as-good-as-next') }
  }
  if (table?.final === true) return { move: 'walk-away', because: because('final-too-dear') }
  if (move.a !== 'offer') return { move: 'walk-away', because: because('no-room') }
  const again = record.rule === 'their-best-again' ? theirTerms(situation, deal, move.bid) : null
  const bid = turn === 0 && turnsLeft >= TURNS_TO_ASK_MORE ? deal.firstAsk : move.bid
  const terms = again ?? notTakenBack(history, deal.termsOf(bid))
  // The wall once more: grid and limits are different code.
  if (!deal.reserve.allows(terms)) return { move: 'walk-away', because: because('no-room') }
  return { move: 'offer', terms, because: because(again !== null ? 'back-to-their-best' : ruleFor(situation, terms)) }
}

/**
 * With this many turns the first ask is the most that can be asked in earnest, whatever the beliefs say: what they would have
 * come to by themselves is only seen by asking for more, and a first refusal has never ended a talk.
 */
const TURNS_TO_ASK_MORE = 4

/** Named by what the offer does, not by what was planned. */
function ruleFor({ history, turnsLeft }: Situation, terms: DealTerms): ReasonRule {
  const before = history.findLast(({ ours }) => ours.move === 'offer')?.ours.terms
  if (before === undefined) return 'opening'
  if (!moneyCost(terms).gt(moneyCost(before))) return 'unchanged'
  return turnsLeft === 1 ? 'last-offer' : 'concession'
}

const ACCEPTED: Partial<Record<MoveRecord['rule'], ReasonRule>> = {
  'as-good-as-next': 'as-good-as-next',
  'nothing-can-follow': 'last-turn',
  'near-their-best': 'last-turn',
  'not-to-be-bettered': 'not-to-be-bettered',
}

/** The engine's decision for a situation, with its record; we open, so they always answer last. */
export function decideOn(situation: Situation, deal: DealSpace): Decision {
  const { history, turnsLeft, bestStanding, now } = situation
  const standing =
    bestStanding !== null && new Date(bestStanding.validUntil).getTime() > new Date(now).getTime()
      ? deal.utilityOf(bestStanding.terms)
      : deal.mandate
  const talk: Talk = {
    space: deal.space,
    prior: deal.prior,
    mandate: deal.mandate,
    standing,
    nSteps: history.length + turnsLeft,
    reference: deal.reference,
    settings: LEVER_SETTINGS,
  }
  const received: Made[] = []
  const sent: Made[] = []
  const add = (list: Made[], step: number, bid: Bid, utility: number): void => {
    list.push(madeAfter(talk, list, { step, bid, utility }))
  }
  for (const [step, { ours, theirs }] of history.entries()) {
    if (ours.terms !== undefined && ours.move === 'offer') {
      add(sent, step, deal.bidOf(ours.terms), deal.utilityOf(ours.terms))
    }
    if (theirs?.terms !== undefined && theirs.terms.kind === situation.kind) {
      add(received, step + 1, deal.bidOf(theirs.terms), deal.utilityOf(theirs.terms))
    }
  }
  const table = onTable(history)
  const last = table === null ? null : (received.at(-1) ?? null)
  const mayTake = table !== null && deal.reserve.beats(table.terms)
  return decideTurn({ talk, step: history.length, opens: true, received, sent, onTable: last, mayTake })
}

function onTable(history: readonly Exchange[]) {
  const answer = history.at(-1)?.theirs
  if (answer?.terms === undefined || answer.move === 'reject') return null
  return { terms: answer.terms, final: answer.move === 'final' }
}

/** An offer of ours is not taken back: what would cost the customer less than we offered before is that offer again. */
function notTakenBack(history: readonly Exchange[], terms: DealTerms): DealTerms {
  const own = history.flatMap(({ ours }) => (ours.move === 'offer' && ours.terms !== undefined ? [ours.terms] : []))
  return own.reduce(dearer, terms)
}

function dearer(a: DealTerms, b: DealTerms): DealTerms {
  return moneyCost(b).gt(moneyCost(a)) ? b : a
}

/** Exactly their earlier offer, where the engine goes back to it and it may be taken. */
function theirTerms({ history }: Situation, deal: DealSpace, bid: Bid) {
  const offers = history.flatMap(({ theirs }) => (theirs?.terms === undefined ? [] : [theirs.terms]))
  const same = offers.filter((terms) => deal.bidOf(terms).every((value, i) => value === bid[i]))
  return same.find((terms) => deal.reserve.beats(terms)) ?? null
}

function rejectionsAtEnd(history: readonly Exchange[]): number {
  const answers = history.map(({ theirs }) => theirs?.move)
  return answers.length - 1 - answers.findLastIndex((move) => move !== 'reject')
}

/** Figures for customer and reviewer; all of them rest on offers made and on public points. */
function reasonOf(rule: ReasonRule, turn: number, record: MoveRecord): MoveReason {
  const { figures, ...reason } = reasonFor(rule, turn)
  const percent = (value: number | null): string => (value === null ? '' : `${Math.round(100 * value)} %`)
  return {
    ...reason,
    figures: {
      ...figures,
      engineRule: record.rule,
      ourShare: percent(record.utility),
      theirShare: percent(record.theirs),
      bestReceived: percent(record.bestReceived),
    },
  }
}
