/**
 * The promise of a person as facts: the day and the time by which somebody answers.
 *
 * @module
 */
import type { Fact } from '../shared/fact.ts'
import { factMaker, refPart } from '../shared/make-facts.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { CalledPerson } from './person-desk.ts'

/** Day and time of day in Germany by which a person answers. */
export function promiseFacts({ handoffId, promisedBy }: CalledPerson): { readonly day: Fact; readonly time: Fact } {
  const make = factMaker(`handoff.${refPart(handoffId)}`, { type: 'handoff', id: handoffId })
  const moment = new Date(promisedBy)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(moment)
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment)
  const meaning = { de: 'ein Mensch antwortet spätestens', en: 'a person answers at the latest' }
  return { day: make.date('day', day, meaning), time: make.name('time', time, meaning) }
}

/** The answer of every tool that called a person. */
export function handoffAnswer(called: CalledPerson): ToolAnswer {
  const { day, time } = promiseFacts(called)
  return { kind: 'handoff', handoffId: called.handoffId, onDuty: called.onDuty, promise: day.ref, facts: [day, time] }
}
