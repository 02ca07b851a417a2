/**
 * A scenario as one trial plays it: everything drawn, every placeholder filled but those in spoken words, and every id
 * made unique, so that trials can share a house without ever sharing a record.
 *
 * @module
 */

import { Decimal } from 'decimal.js'
import { draw as chance, nameOf, pick } from '../../src/sandbox/chance.ts'
import { annuity } from '../../tools/credit/annuity.ts'
import { addDays, type Day } from '../../tools/shared/calendar.ts'
import { parseMoney, toDecimalString } from '../../tools/shared/money.ts'
import { NAMES } from '../actors/name-banks.ts'
import { type Scenario, scenarioSchema } from '../scenario.ts'
import type { Drawn } from './draw.ts'

/** The day on which every scenario begins. */
export const TODAY = '2026-11-22' as Day

/** A drawn value; `as` says how it is spoken. */
export interface Value {
  readonly as: 'money' | 'rate' | 'whole' | 'day' | 'text'
  readonly value: string | number
}

export interface Sampled {
  readonly scenario: Scenario
  readonly seed: number
  /** Makes ids of this trial unlike those of any other. */
  readonly tag: string
  readonly values: Readonly<Record<string, Value>>
}

/**
 * @param apart what sets this play apart from another of the same seed: it changes ids, and nothing that is drawn
 * @throws Error naming a placeholder that nothing was drawn for
 */
export function sample(scenario: Scenario, seed: number, apart = ''): Sampled {
  const words = [scenario.id, String(seed)]
  const tag = nameOf('', ...words, apart, 'tag').slice(0, 8)
  const values: Record<string, Value> = {}
  for (const [name, drawn] of Object.entries(scenario.draw)) values[name] = drawOne(drawn, values, [...words, name])
  const filled = fill(scenario, values, scenario.id) as Record<string, unknown>
  return { scenario: withOwnIds(scenarioSchema.parse({ ...filled, draw: scenario.draw }), tag), seed, tag, values }
}

function drawOne(drawn: Drawn, values: Readonly<Record<string, Value>>, words: readonly string[]): Value {
  const number = (term: string | number): Decimal => {
    const known = typeof term === 'string' ? values[term] : undefined
    return new Decimal(known === undefined ? term : known.value)
  }
  if ('oneOf' in drawn) {
    const [first, ...others] = drawn.oneOf
    const value = pick([first ?? '', ...others], ...words)
    if (typeof value === 'number') return { as: 'whole', value }
    return { as: /^\d+\.\d\d$/.test(value) ? 'money' : 'text', value }
  }
  if ('bank' in drawn) return { as: 'text', value: pick(NAMES[drawn.bank], ...words) }
  if ('money' in drawn) return { as: 'money', value: between(drawn.money, drawn.step, words) }
  if ('rate' in drawn) return { as: 'rate', value: between(drawn.rate, drawn.step, words) }
  if ('whole' in drawn) {
    const [low, high] = drawn.whole
    return { as: 'whole', value: low + Math.floor(chance(...words) * (high - low + 1)) }
  }
  if ('day' in drawn) {
    const [low, high] = drawn.day
    return { as: 'day', value: addDays(TODAY, low + Math.floor(chance(...words) * (high - low + 1))) }
  }
  if ('sum' in drawn) return { as: 'money', value: Decimal.sum(...drawn.sum.map(number)).toFixed(2) }
  if ('minus' in drawn) return { as: 'money', value: number(drawn.minus[0]).minus(number(drawn.minus[1])).toFixed(2) }
  if ('times' in drawn) {
    const [term, factor] = drawn.times
    const as = values[term]?.as === 'rate' ? 'rate' : drawn.decimals === 0 ? 'whole' : 'money'
    return { as, value: number(term).times(factor).toFixed(drawn.decimals) }
  }
  const { principal, rate, months } = drawn.instalmentOf
  const { instalment } = annuity({
    principal: parseMoney(number(principal).toFixed(2), 'EUR'),
    nominalRatePercent: number(rate).toFixed(2),
    months: number(months).toNumber(),
  })
  return { as: 'money', value: toDecimalString(instalment) }
}

function between([low, high]: readonly [string, string], step: string, words: readonly string[]): string {
  const steps = new Decimal(high).minus(low).div(step).floor().toNumber()
  return new Decimal(low).plus(new Decimal(step).times(Math.floor(chance(...words) * (steps + 1)))).toFixed(2)
}

/** Fills `{name}` everywhere but in words that are spoken, which are filled in the language they are spoken in. */
function fill(node: unknown, values: Readonly<Record<string, Value>>, where: string): unknown {
  if (typeof node === 'string') return fillText(node, values, where)
  if (Array.isArray(node)) return node.map((item, index) => fill(item, values, `${where}[${index}]`))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const spoken = key === 'draw' || key === 'answers' || (key === 'says' && !where.includes('counterpart'))
      return [key, spoken ? value : fill(value, values, `${where}.${key}`)]
    }),
  )
}

/** A string that is one placeholder becomes the value itself, so that whole numbers stay numbers. */
function fillText(text: string, values: Readonly<Record<string, Value>>, where: string): string | number {
  const drawnFor = (name: string): string | number => {
    const known = values[name]
    if (known === undefined) throw new Error(`${where}: nothing is drawn for {${name}}`)
    return known.value
  }
  const whole = /^\{(\w+)\}$/.exec(text)?.[1]
  return whole === undefined
    ? text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(drawnFor(name)))
    : drawnFor(whole)
}

type Json = Record<string, unknown>

function withOwnIds(scenario: Scenario, tag: string): Scenario {
  const own = (id: string): string => `${id}-${tag}`
  const recordsOf = (records: Json): Json => ({
    ...records,
    ...('customer' in records ? { customer: { ...(records.customer as Json), id: `c-${tag}` } } : {}),
    ...Object.fromEntries(
      ['debts', 'contracts', 'offers']
        .filter((list) => Array.isArray(records[list]))
        .map((list) => [list, (records[list] as Json[]).map((record) => withOwn(record, own))]),
    ),
  })
  return {
    ...scenario,
    customer: {
      ...scenario.customer,
      records: recordsOf(scenario.customer.records),
      wishes: scenario.customer.wishes.map((wish) => ({
        ...wish,
        ...(wish.about === undefined ? {} : { about: own(wish.about) }),
      })),
    },
    counterparties: scenario.counterparties.map((party) => ({ ...party, id: own(party.id) })),
    reviewers: scenario.reviewers.map((reviewer) => ({ ...reviewer, person: own(reviewer.person) })),
    desk: scenario.desk.map((agent) => ({ ...agent, person: own(agent.person) })),
    events: scenario.events.map((event) => ({
      ...event,
      ...(event.reviewer === undefined ? {} : { reviewer: { ...event.reviewer, person: own(event.reviewer.person) } }),
      ...(event.duty === undefined ? {} : { duty: { ...event.duty, person: own(event.duty.person) } }),
      ...(event.counterparty === undefined
        ? {}
        : { counterparty: { ...event.counterparty, id: own(event.counterparty.id) } }),
      ...(event.records === undefined ? {} : { records: recordsOf(event.records) }),
    })),
    mustCome: {
      ...scenario.mustCome,
      commitments: scenario.mustCome.commitments.map((must) =>
        typeof must === 'string' || must.with === undefined ? must : { ...must, with: must.with.map(own) },
      ),
      notContacted: scenario.mustCome.notContacted.map(own),
    },
  }
}

/** A debt, contract or offer under ids of the trial's own, its creditor or provider too. */
function withOwn(record: Json, own: (id: string) => string): Json {
  const party = (key: 'creditor' | 'provider'): Json => {
    const known = record[key] as Json | undefined
    return known === undefined ? {} : { [key]: { ...known, id: own(String(known.id)) } }
  }
  return { ...record, id: own(String(record.id)), ...party('creditor'), ...party('provider') }
}
