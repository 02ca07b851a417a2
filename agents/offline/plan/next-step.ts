/**
 * From a wish and what the tools answered so far to the next step.
 *
 * @module
 */
import type { Understanding, Wish } from '../understand/understanding.ts'
import { insuranceArguments, limitsFor, loanArguments } from './call-arguments.ts'
import { planContest, planSendDispute } from './contest.ts'
import { planNegotiation } from './negotiate.ts'
import { answerOf, type Round } from './rounds.ts'
import { ask, call, manners, type Step } from './step.ts'
import { wordsForFigure } from './words-for-figure.ts'

type Planner = (wish: Understanding, rounds: readonly Round[], bound: ReadonlySet<string>) => Step

/** The next step; a tool that is not bound is never called: the reply says so instead. */
export function nextStep(wish: Understanding, rounds: readonly Round[], bound: ReadonlySet<string>): Step {
  const last = rounds.at(-1)
  if (last !== undefined) {
    if (last.data === null) return manners('tool-failed')
    const nothingToChange = last.tool === 'change_limits' && last.data.kind === 'refused' && wish.need !== null
    if (isDeadEnd(last.data.kind) && !nothingToChange) return { do: 'report' }
  }
  const step = PLANNERS[wish.wish](wish, rounds, bound)
  if (step.do !== 'call') return step
  // The same call twice would be a loop: report what there is.
  const again = rounds.some(
    ({ tool, args }) => tool === step.tool && JSON.stringify(args) === JSON.stringify(step.args),
  )
  if (again) return { do: 'report' }
  return bound.has(step.tool) ? step : manners('not-available')
}

function isDeadEnd(kind: string): boolean {
  return kind === 'question' || kind === 'refused' || kind === 'handoff'
}

function once(make: (wish: Understanding) => Step): Planner {
  return (wish, rounds) => (rounds.length > 0 ? { do: 'report' } : make(wish))
}

const PLANNERS: Readonly<Record<Wish, Planner>> = {
  debts: once(({ slots }) => call('list_debts', slots.name === undefined ? {} : { creditor: slots.name })),
  contracts: once((wish) => call('list_contracts', contractFilter(wish))),
  'compare-loans': once(({ slots }) => call('compare_loans', loanArguments(slots))),
  'compare-insurance': once(({ slots }) => call('compare_insurance', insuranceArguments(slots))),
  negotiate: planNegotiation,
  progress: once(() => call('follow_negotiation')),
  change: planChange,
  accept: planAcceptance,
  push: planAcceptance,
  decline: once(({ text }) => call('decline_proposal', { reason: text })),
  contest: planContest,
  'send-dispute': planSendDispute,
  explain: once(({ slots, text }) => call('explain_figure', { words: slots.figure ?? wordsForFigure(text) })),
  knowledge: once(({ text }) => call('search_knowledge', { question: text })),
  person: once(() => call('ask_for_human', { reason: 'customer-asks' })),
  greeting: () => manners('greeting'),
  thanks: () => manners('thanks'),
  goodbye: () => manners('goodbye'),
  abilities: () => manners('abilities'),
  leave: () => manners('leave'),
  unclear: () => manners('unclear'),
  'cannot-pay': () => manners('cannot-pay'),
  'cannot-cancel': () => manners('cannot-cancel'),
  'yes-to-what': () => ask('yes-to-what'),
  'which-topic': whichTopic,
}

/** Tasks that nothing waits for any more. */
const CLOSED: ReadonlySet<string> = new Set(['done', 'no-deal', 'stopped', 'executing'])

/** Taking an offer: the task it belongs to is looked up, never guessed. */
function planAcceptance(_wish: Understanding, rounds: readonly Round[], bound: ReadonlySet<string>): Step {
  if (rounds.some(({ tool }) => tool === 'propose_commitment')) return { do: 'report' }
  if (rounds.length === 0 && bound.has('follow_negotiation')) return call('follow_negotiation')
  const progress = answerOf(rounds, 'progress')
  // A mandate that waits for the customer's own yes is shown again by the same tool.
  if (progress === null) return rounds.length === 0 ? call('propose_commitment') : { do: 'report' }
  if (progress.data.pendingMandate !== null) return { do: 'report' }
  const { tasks, letters = [] } = progress.data
  const task = tasks.find(({ status }) => status === 'awaiting-approval') ?? tasks[0]
  // What was proposed is shown again, so that a plain yes can mean exactly these terms.
  if (task !== undefined && !CLOSED.has(task.status)) return call('propose_commitment', { taskId: task.taskId })
  if (letters.length > 0) return { do: 'report' }
  return manners('nothing-to-accept')
}

/** New limits for what is under way; where nothing is, they complete the mandate that was being made. */
function planChange(wish: Understanding, rounds: readonly Round[], bound: ReadonlySet<string>): Step {
  if (rounds.length > 0) {
    const refused = rounds[0]?.tool === 'change_limits' && rounds[0].data?.kind === 'refused'
    return refused ? planNegotiation(wish, rounds.slice(1), bound) : { do: 'report' }
  }
  const limits = limitsFor(wish.need, wish.fresh)
  return Object.keys(limits).length === 0 ? ask('which-limit') : call('change_limits', { limits })
}

function contractFilter({ topic, slots }: Understanding): Record<string, unknown> {
  if (slots.insuranceKind !== undefined) return { kind: slots.insuranceKind }
  if (topic === 'loan') return { kind: 'instalment-loan' }
  return topic === 'overdraft' || topic === 'savings' ? { kind: topic } : {}
}

function whichTopic({ topic }: Understanding): Step {
  if (topic === 'insurance') return ask('which-topic-insurance')
  return topic === 'loan' ? ask('which-topic-loan') : ask('which-need')
}
