/** Every figure of a reply leads to the record that states it, or to the stored arithmetic and law that made it. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainValue } from '../../../evals/scorers/plain-value.ts'
import type { Explanation } from '../../../tools/shared/explanation.ts'
import type { Fact } from '../../../tools/shared/fact.ts'
import { customer, staff } from '../../support/door.ts'
import { openWhole, type Whole } from '../../support/whole.ts'

const ANNA = JSON.parse(readFileSync(new URL('../../../src/demo/anna.json', import.meta.url), 'utf8'))
const anna = customer('c-anna')
/** Records by id, as text: a figure that a record states stands in it. */
const RECORDS = new Map<string, string>(
  [...ANNA.debts, ...ANNA.contracts, ...ANNA.offers].map((record: { id: string }) => [
    record.id,
    JSON.stringify(record),
  ]),
)

let whole: Whole
beforeAll(async () => {
  whole = await openWhole()
  // Claimed interest, so that default interest is computed as well.
  const file = structuredClone(ANNA)
  file.debts[0].interestClaim = { amount: '9.50', to: '2026-11-20' }
  file.debts[0].dueBasis = 'contract_calendar'
  RECORDS.set('d-anna-1', JSON.stringify(file.debts[0]))
  const response = await whole.call(staff('operator'), 'POST', '/v1/import', file)
  expect(response.status).toBe(200)
})
afterAll(() => whole.close())

const REPLIES = [
  ['the debt overview', 'Was schulde ich wem?', 'What do I owe, and to whom?'],
  ['a comparison of loans', 'Vergleiche meine Kreditangebote', 'Compare my loan offers'],
  ['a comparison of insurances', 'Vergleiche meine Hausratversicherung', 'Compare my household insurance'],
  ['a contested fee', 'Bestreite die Gebühren von Modehaus Elbe', 'Contest the fees of Modehaus Elbe'],
] as const

describe.each(REPLIES)('%s', (_, german, english) => {
  it.each([
    ['de', german],
    ['en', english],
  ] as const)('can be followed to its rule and record, figure by figure (%s)', async (locale, said) => {
    const { text, facts } = await whole.say(anna, await whole.thread(anna, locale), said, locale)
    expect(facts.length, text).toBeGreaterThan(3)
    const lost: string[] = []
    for (const fact of facts) {
      const why = await problemOf(fact)
      if (why !== null) lost.push(`${fact.ref}: ${why}`)
    }
    expect(lost, text).toEqual([])
  })
})

/** Null when the figure can be followed; else what is missing. */
async function problemOf({ value, source }: Fact): Promise<string | null> {
  // Words and citations are fixed text of a rule; figures in them are quoted from it.
  if (value.kind === 'name' || value.kind === 'legal') return null
  const figure = String(plainValue(value))
  const isRecord = source.type === 'debt' || source.type === 'contract' || source.type === 'offer'
  if (isRecord && RECORDS.get(source.id)?.includes(figure) === true) return null
  if (source.explanationId === undefined) return `no explanation, and ${source.id} does not state ${figure}`
  const response = await whole.call(anna, 'GET', `/v1/explanations/${source.explanationId}`)
  if (response.status !== 200) return `explanation ${source.explanationId} is not kept`
  const { title, ruleIds, inputs, steps, sources } = (await response.json()) as Explanation
  if (title.de === '' || title.en === '' || ruleIds.length === 0 || sources.length === 0) return 'no rule or source'
  if (Object.keys(inputs).length === 0) return 'no inputs'
  if (steps.some((step) => step.text.de === '' || step.text.en === '')) return 'a step without words'
  const said = [...steps.map((step) => step.value ?? ''), ...Object.values(inputs)]
  const exactly = new RegExp(`(?<![\\d.])${figure.replaceAll('.', '\\.')}(?![\\d]|\\.\\d)`)
  return said.some((words) => exactly.test(words)) ? null : `the arithmetic does not come to ${figure}`
}
