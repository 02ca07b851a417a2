/**
 * What time asks of reviewers: a look, a decision, reminders on the way, and passing on what lies.
 *
 * @module
 */
import type { Proposal, ReviewTimes } from './proposal.ts'
import type { ReviewQuestion } from './review-question.ts'

/** Shares of the time, in percent, at which whoever is waited for is reminded. */
export const REMIND_AT_PERCENT = [50, 80] as const

/** Of the time that an offer leaves, at most these shares pass before a look and before a decision are due. */
const OF_SHORT_OFFERS = { look: 0.5, decision: 0.75 }

export type ReviewClockName = 'first-look' | 'decision'

/** While the customer is asked something the decision's clock stands. */
export interface Pause {
  readonly from: string
  /** Null while the answer is still out. */
  readonly to: string | null
}

/** The pauses that questions to the customer make; one without an answer lasts until the request was closed, if it was. */
export function pausesFor(
  questions: readonly Pick<ReviewQuestion, 'to' | 'askedAt' | 'answer'>[],
  closedAt: string | null = null,
): readonly Pause[] {
  return questions.flatMap(({ to, askedAt, answer }) =>
    to === 'customer' ? [{ from: askedAt, to: answer?.answeredAt ?? closedAt }] : [],
  )
}

export interface ReviewState {
  readonly proposal: Pick<Proposal, 'createdAt' | 'expiresAt' | 'times'>
  readonly firstLookAt: string | null
  readonly pauses: readonly Pause[]
  readonly waitsFor: readonly ('reviewer' | 'customer')[]
}

export interface ReviewClock {
  /** ISO instants; null where no time is set. Never after the proposal's expiry. */
  readonly firstLookDueAt: string | null
  readonly decisionDueAt: string | null
  /** Since when the decision's clock stands; null while it runs. */
  readonly pausedSince: string | null
}

/** Something that is due now and has not been done. */
export interface ReviewStep {
  readonly kind: 'reminder' | 'escalated'
  /** Names the step for ever: `first-look:50`, `decision`, `answer:80:<when it was asked>`. */
  readonly key: string
  readonly dueAt: string
}

/** The times of the table, shortened where the offer does not last that long. */
export function fittingTimes(times: ReviewTimes, createdAt: string, expiresAt: string): ReviewTimes {
  const left = (new Date(expiresAt).getTime() - new Date(createdAt).getTime()) / 1000
  const within = (seconds: number, share: number) => Math.max(1, Math.floor(Math.min(seconds, left * share)))
  const { firstLookSeconds: look, decisionSeconds: decision } = times
  return {
    ...(look === undefined ? {} : { firstLookSeconds: within(look, OF_SHORT_OFFERS.look) }),
    ...(decision === undefined ? {} : { decisionSeconds: within(decision, OF_SHORT_OFFERS.decision) }),
  }
}

/** Until when a look and a decision are due. */
export function reviewClock(state: ReviewState, now: Date): ReviewClock {
  const { proposal, pauses } = state
  const { firstLookSeconds: look, decisionSeconds: decision } = proposal.times ?? {}
  const due = (seconds: number | undefined, paused: number) =>
    seconds === undefined ? null : new Date(Math.min(end(proposal), start(proposal) + seconds * 1000 + paused))
  return {
    firstLookDueAt: due(look, 0)?.toISOString() ?? null,
    decisionDueAt: due(decision, pausedFor(state, now))?.toISOString() ?? null,
    pausedSince: pauses.find(({ to }) => to === null)?.from ?? null,
  }
}

/**
 * What is due now, at most one step a clock: after its time the passing on, before it the newest reminder.
 *
 * @param done keys of reminders that were sent and of clocks that were passed on
 */
export function dueSteps(
  state: ReviewState,
  done: { readonly reminders: ReadonlySet<string>; readonly escalations: ReadonlySet<string> },
  now: Date,
): readonly ReviewStep[] {
  const { proposal, firstLookAt, waitsFor } = state
  if (waitsFor.length === 0 || now.getTime() >= end(proposal)) return []
  const { firstLookDueAt, decisionDueAt, pausedSince } = reviewClock(state, now)
  const byReviewer = waitsFor.includes('reviewer')
  const step = (clock: ReviewClockName, dueAt: string, seconds: number, paused: number): readonly ReviewStep[] => {
    if (now >= new Date(dueAt)) {
      // A customer cannot be passed on: without their yes the request runs out, which is a no.
      return byReviewer && !done.escalations.has(clock) ? [{ kind: 'escalated', key: clock, dueAt }] : []
    }
    const passed = (now.getTime() - start(proposal) - paused) / (seconds * 10)
    const reached = REMIND_AT_PERCENT.filter((percent) => passed >= percent)
    const newest = reached.at(-1)
    if (newest === undefined || REMIND_AT_PERCENT.some((p) => p >= newest && done.reminders.has(`${clock}:${p}`))) {
      return []
    }
    return [{ kind: 'reminder', key: `${clock}:${newest}`, dueAt }]
  }
  const { firstLookSeconds = 0, decisionSeconds = 0 } = proposal.times ?? {}
  const look =
    firstLookDueAt === null || firstLookAt !== null || !byReviewer
      ? []
      : step('first-look', firstLookDueAt, firstLookSeconds, 0)
  const decision =
    decisionDueAt === null || pausedSince !== null
      ? []
      : step('decision', decisionDueAt, decisionSeconds, pausedFor(state, now))
  const answer = pausedSince === null ? [] : answerDue(proposal, pausedSince, done.reminders, now)
  return [...look, ...decision, ...answer]
}

/** A customer who was asked is reminded at the same shares of the time that the offer leaves them. */
function answerDue(
  proposal: ReviewState['proposal'],
  askedAt: string,
  reminded: ReadonlySet<string>,
  now: Date,
): readonly ReviewStep[] {
  const from = new Date(askedAt).getTime()
  const passed = ((now.getTime() - from) * 100) / (end(proposal) - from)
  const newest = REMIND_AT_PERCENT.filter((percent) => passed >= percent).at(-1)
  const key = (percent: number) => `answer:${percent}:${askedAt}`
  if (newest === undefined || REMIND_AT_PERCENT.some((p) => p >= newest && reminded.has(key(p)))) return []
  return [{ kind: 'reminder', key: key(newest), dueAt: proposal.expiresAt }]
}

/** Milliseconds for which the decision's clock stood; the end of the offer ends every pause. */
function pausedFor({ proposal, pauses }: ReviewState, now: Date): number {
  const latest = Math.min(now.getTime(), end(proposal))
  return pauses.reduce((sum, { from, to }) => {
    const until = to === null ? latest : Math.min(new Date(to).getTime(), latest)
    return sum + Math.max(0, until - new Date(from).getTime())
  }, 0)
}

function start({ createdAt }: Pick<Proposal, 'createdAt'>): number {
  return new Date(createdAt).getTime()
}

function end({ expiresAt }: Pick<Proposal, 'expiresAt'>): number {
  return new Date(expiresAt).getTime()
}
