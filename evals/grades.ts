/**
 * The grades: quality first, then cost.
 *
 * @module
 */
import { refPart } from '../tools/shared/make-facts.ts'
import type { Grade, GradeRule } from './grade.ts'
import { surplus } from './scorers/surplus.ts'
import type { Transcript } from './transcript.ts'

/** Money the customer keeps by what was concluded or contested, as the reviewer saw it. */
const savings: GradeRule = {
  name: 'savings',
  kind: 'quality',
  better: 'higher',
  unit: 'money',
  tolerance: 0.05,
  grade({ threads, requests, commitments }) {
    const done = requests.filter(({ id }) => commitments.some(({ proposalId }) => proposalId === id))
    if (done.length === 0) return null
    const facts = threads.flatMap(({ messages }) => messages.flatMap((message) => message.facts))
    const parts = done.flatMap(({ proposal }) => {
      const disputed = proposal.terms.acts.flatMap((act) => (act.type === 'notice' ? act.terms.items : []))
      if (disputed.length > 0) return disputed.map((item) => Number(item.disputed))
      const saving = facts.find(({ ref }) => ref === `task.${refPart(proposal.taskId ?? '')}.saving`)
      return saving?.value.kind === 'money' ? [Number(saving.value.amount)] : []
    })
    if (parts.length === 0) return null
    const value = parts.reduce((sum, part) => sum + part, 0)
    return { value, because: parts.map((part) => part.toFixed(2)).join(' + ') }
  },
}

/** The outcome the customer came for, without a person and without having to say anything again. */
const solvedAlone: GradeRule = {
  name: 'solved-alone',
  kind: 'quality',
  better: 'higher',
  unit: 'share',
  tolerance: 0.02,
  grade({ sampled, handoffs, effort }) {
    // Where a person is what must come, being solved alone is nothing to aim for.
    if (sampled.scenario.mustCome.handoffs.length > 0) return null
    if (handoffs.length > 0) return { value: 0, because: `${handoffs.length} hand-offs` }
    if (effort.gaveUp > 0) return { value: 0, because: 'the customer gave up' }
    const again = effort.repeats + effort.corrections
    return again > 0
      ? { value: 0, because: `said again ${again} times` }
      : { value: 1, because: 'at the first telling' }
  },
}

/** What the customer had to say before a person was there, after asking for one. */
const wordsToPerson: GradeRule = {
  name: 'words-to-person',
  kind: 'quality',
  better: 'lower',
  unit: 'count',
  tolerance: 0.1,
  grade({ log, threads, handoffs }) {
    const asks = log.flatMap((entry) => (entry.kind === 'said' && entry.asksForPerson ? [entry] : []))
    const counts = asks.flatMap(({ id, threadId }) => {
      const messages = threads.find((thread) => thread.id === threadId)?.messages ?? []
      const ask = messages.find((message) => message.id === id)
      const taken = handoffs.find((handoff) => handoff.threadId === threadId && handoff.acceptedAt !== null)
      if (ask === undefined || taken?.acceptedAt == null) return []
      const until = taken.acceptedAt
      return [messages.filter(({ role, seq, at }) => role === 'customer' && seq > ask.seq && at < until).length]
    })
    if (counts.length === 0) return null
    return { value: mean(counts), because: `${counts.join(', ')} messages after the ask` }
  },
}

/** Having to say it again, to correct, to give up: what the conversation cost the customer. */
const customerEffort: GradeRule = {
  name: 'customer-effort',
  kind: 'quality',
  better: 'lower',
  unit: 'count',
  tolerance: 0.1,
  grade({ effort: { repeats, corrections, gaveUp } }) {
    const value = repeats + corrections + 3 * gaveUp
    return { value, because: `${repeats} repeats, ${corrections} corrections, gave up ${gaveUp} times` }
  },
}

const turns: GradeRule = {
  name: 'turns',
  kind: 'cost',
  better: 'lower',
  unit: 'count',
  tolerance: 0.1,
  grade({ threads }) {
    const value = threads.flatMap(({ messages }) => messages).filter(({ role }) => role === 'customer').length
    return value === 0 ? null : { value, because: `${value} messages of the customer` }
  },
}

const rounds: GradeRule = {
  name: 'rounds',
  kind: 'cost',
  better: 'lower',
  unit: 'count',
  tolerance: 0.15,
  grade({ tasks }) {
    const counts = tasks.flatMap(({ negotiations }) =>
      negotiations.map(({ moves }) => moves.filter(({ side }) => side === 'ours').length),
    )
    return counts.length === 0 ? null : { value: mean(counts), because: `${counts.join(', ')} moves of ours` }
  },
}

/** Tokens, estimated at four characters each, where a model endpoint is in the play. */
const tokens: GradeRule = {
  name: 'tokens',
  kind: 'cost',
  better: 'lower',
  unit: 'count',
  tolerance: 0.15,
  grade({ usage }) {
    if (usage === null || usage.calls === 0) return null
    return { value: Math.round(usage.characters / 4), because: `${usage.calls} calls of the model` }
  },
}

export const GRADES: readonly GradeRule[] = [
  surplus,
  savings,
  solvedAlone,
  wordsToPerson,
  customerEffort,
  turns,
  rounds,
  tokens,
]

export function gradesOf(transcript: Transcript): readonly Grade[] {
  return GRADES.flatMap(({ name, grade }) => {
    const graded = grade(transcript)
    return graded === null ? [] : [{ name, ...graded }]
  })
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
