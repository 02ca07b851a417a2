/**
 * What customers write, in many wordings, becomes the right call with the right arguments.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { limitsFor } from '../../../agents/offline/plan/call-arguments.ts'
import { CONCEPTS } from '../../../agents/offline/understand/concept.ts'
import { INTENT_RULES } from '../../../agents/offline/understand/intent-rules.ts'
import { understand } from '../../../agents/offline/understand/understand.ts'
import { GERMAN_CORPUS } from './corpus-de.ts'
import { ENGLISH_CORPUS } from './corpus-en.ts'
import { NEWCOMERS } from './corpus-newcomers.ts'
import { STRANGERS } from './corpus-strangers.ts'
import { playTurn } from './play-turn.ts'

describe.each([
  ['German', GERMAN_CORPUS],
  ['English', ENGLISH_CORPUS],
])('%s utterances', (_language, corpus) => {
  it('are many and all different', () => {
    expect(new Set(corpus.map(([text]) => text)).size).toBeGreaterThanOrEqual(120)
  })

  it.each(corpus)('understands: %s', async (text, tool, args) => {
    const { calls } = await playTurn(text)
    expect(calls.at(-1)?.name ?? 'no call').toBe(tool)
    if (args !== null) expect(calls.at(-1)?.args).toEqual(args)
  })
})

describe('talks with newcomers', () => {
  it.each(NEWCOMERS)('are understood: %s', async (text, tool, args) => {
    const { calls } = await playTurn(text)
    expect(calls.at(-1)?.name ?? 'no call').toBe(tool)
    if (args !== null) expect(calls.at(-1)?.args).toEqual(args)
  })
})

describe('requests in other voices', () => {
  it.each(STRANGERS)('are understood: %s', async (text, tool, args) => {
    const { calls } = await playTurn(text)
    expect(calls.at(-1)?.name ?? 'no call').toBe(tool)
    if (args !== null) expect(calls.at(-1)?.args).toEqual(args)
  })
})

describe('the rules', () => {
  it('name only concepts that exist', () => {
    const known = new Set<string>(CONCEPTS)
    for (const { intent, all } of INTENT_RULES) {
      for (const name of all.flatMap((entry) => entry.split('|'))) expect(known, `${intent}: ${name}`).toContain(name)
    }
  })
})

describe('answers to an open question', () => {
  it.each([
    ['LIMIT_maxMonthly', 'Wie viel im Monat höchstens?', '50', { maxMonthly: '50.00' }],
    ['LIMIT_maxMonthly', 'Wie viel im Monat höchstens?', '50 Euro', { maxMonthly: '50.00' }],
    ['LIMIT_maxTermMonths', 'Wie lange?', '10', { maxTermMonths: 10 }],
  ])('complete the mandate that is being made (%s: %s %s)', (asked, question, answer, limits) => {
    const wish = understand(
      [
        { by: 'customer', text: 'Kann ich Technikwelt in Raten zahlen?' },
        { by: 'assistant', text: question, shown: { asked } },
        { by: 'customer', text: answer },
      ],
      'de',
    )
    expect(wish).toMatchObject({ wish: 'negotiate', need: 'instalment-plan' })
    expect(limitsFor('instalment-plan', wish?.slots ?? {})).toEqual(limits)
    expect(wish?.told).toContain('Technikwelt')
  })

  it('change the mandate that was shown, and none else', () => {
    const wish = understand(
      [
        { by: 'customer', text: 'Verhandle meinen Kredit' },
        { by: 'assistant', text: 'Ist das so richtig?', shown: { mandateId: 'm1' } },
        { by: 'customer', text: 'höchstens 30 Monate' },
      ],
      'de',
    )
    expect(wish).toMatchObject({ wish: 'change', fresh: { maxTermMonths: 30 } })
  })
})

describe('a question after one creditor', () => {
  const ask = (question: string) =>
    understand(
      [
        { by: 'customer', text: 'How much do I owe Stadtwerke Nord?' },
        { by: 'assistant', text: 'Stadtwerke Nord: 30.00 EUR are open.' },
        { by: 'customer', text: question },
      ],
      'en',
    )

  it.each(['What do I owe?', 'Was schulde ich insgesamt?', 'Do I owe anything else?', 'How much is still open?'])(
    'is about all of them where it names none: %s',
    (question) => {
      expect(ask(question)).toMatchObject({ wish: 'debts' })
      expect(ask(question)?.slots.name).toBeUndefined()
    },
  )

  it.each(['And how much do I owe them?', 'Was schulde ich dort?', 'When is it due?'])(
    'stays with that one where it points back: %s',
    (question) => expect(ask(question)?.slots.name).toBe('Stadtwerke Nord'),
  )
})
