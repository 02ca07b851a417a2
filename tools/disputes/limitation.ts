/**
 * Until when a claim can still be enforced against a plea of limitation (Verjährung).
 *
 * @module
 */
import { addMonths, type Day, plainDate } from '../shared/calendar.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Explanation, Rule, Step } from '../shared/explanation.ts'

export const LIMITATION_RULE: Rule = {
  id: 'de.bgb.195-199',
  title: { de: 'Verjährung', en: 'Limitation' },
  source: '§§ 195, 197, 199, 204, 212, 214, 497 (3) BGB',
  validFrom: '2002-01-01',
  validTo: null,
}

/** Acknowledgements start the period afresh (§ 212); a payment order suspends it in ways a day count cannot settle. */
export type LimitationEventType = 'partial_payment' | 'instalment_agreement_acknowledged' | 'payment_order_served'

export interface LimitationEvent {
  readonly type: LimitationEventType
  readonly date: Day
}

export type LimitationInput =
  | {
      readonly kind: 'regular'
      readonly arisen: Day
      /** When the creditor knew of claim and debtor; with an invoice that is when it arose. */
      readonly knowledge?: Day
      readonly events?: readonly LimitationEvent[]
    }
  | { readonly kind: 'titled'; readonly titleFinal: Day; readonly events?: readonly LimitationEvent[] }
  | { readonly kind: 'consumer_loan'; readonly arisen?: Day; readonly events?: readonly LimitationEvent[] }

export type Limitation =
  | { readonly kind: 'ends'; readonly lastDayNotBarred: Day; readonly explanation: Explanation }
  | { readonly kind: 'escalate'; readonly explanation: Explanation }

/**
 * The last day on which the claim is not barred, or `escalate` where only a person can say: consumer loans, whose
 * period stands still for up to ten years in default (§ 497 (3)), and claims with court action (§ 204).
 * Weekends do not shift the day (§ 193 BGB is not applied to limitation).
 */
export function limitation(input: LimitationInput): Limitation {
  const events = (input.events ?? []).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  events.forEach(({ date }, index) => {
    plainDate(date, `events[${index}].date`)
  })
  if (input.kind === 'consumer_loan') {
    return escalate(
      input,
      'Verbraucherdarlehen: gehemmt ab Verzug, bis zu 10 Jahre',
      'Consumer loan: suspended from default, for up to 10 years',
    )
  }
  if (events.some(({ type }) => type === 'payment_order_served')) {
    return escalate(input, 'Gerichtliches Verfahren hemmt die Verjährung', 'Court action suspends the period')
  }
  const first = input.kind === 'titled' ? titledEnd(input.titleFinal) : regularEnd(input.arisen, input.knowledge)
  const steps: Step[] = [first.step]
  let last = first.day
  for (const { type, date } of events) {
    // What is acknowledged after the last day stays barred: § 212 restarts a running period only.
    if (date > last || date < first.start) continue
    const restarted = addMonths(date, first.months)
    if (restarted > last) last = restarted
    const what =
      type === 'partial_payment'
        ? { de: 'Teilzahlung', en: 'part payment' }
        : { de: 'Ratenplan', en: 'instalment plan' }
    steps.push({
      text: {
        de: `Anerkenntnis (${what.de}) am ${date}: Neubeginn`,
        en: `Acknowledged (${what.en}) on ${date}: starts afresh`,
      },
      value: last,
    })
  }
  return { kind: 'ends', lastDayNotBarred: last, explanation: explain(input, steps) }
}

interface Period {
  readonly start: Day
  readonly day: Day
  readonly months: number
  readonly step: Step
}

function regularEnd(arisen: Day, knowledge: Day = arisen): Period {
  plainDate(arisen, 'arisen')
  plainDate(knowledge, 'knowledge')
  const known = knowledge > arisen ? knowledge : arisen
  const yearEnd = `${Number(known.slice(0, 4)) + 3}-12-31`
  const longStop = addMonths(arisen, 120)
  const cut = longStop < yearEnd
  const text = cut
    ? { de: 'Höchstfrist: 10 Jahre ab Entstehung (§ 199 (4))', en: 'Long stop: 10 years from accrual (§ 199 (4))' }
    : { de: '3 Jahre ab Ende des Jahres (§§ 195, 199 (1))', en: '3 years from the end of the year (§§ 195, 199 (1))' }
  const day = cut ? longStop : yearEnd
  return { start: arisen, day, months: 36, step: { text, value: day } }
}

function titledEnd(titleFinal: Day): Period {
  plainDate(titleFinal, 'titleFinal')
  const day = addMonths(titleFinal, 360)
  const text = { de: 'Titel: 30 Jahre ab Rechtskraft (§§ 197, 201)', en: 'Title: 30 years from finality (§§ 197, 201)' }
  return { start: titleFinal, day, months: 360, step: { text, value: day } }
}

function escalate(input: LimitationInput, de: string, en: string): Limitation {
  return { kind: 'escalate', explanation: explain(input, [{ text: { de, en } }]) }
}

function explain(input: LimitationInput, steps: readonly Step[]): Explanation {
  const inputs: Record<string, string> = { kind: input.kind }
  if (input.kind === 'titled') inputs.titleFinal = input.titleFinal
  else if (input.arisen !== undefined) inputs.arisen = input.arisen
  if (input.kind === 'regular' && input.knowledge !== undefined) inputs.knowledge = input.knowledge
  for (const [index, event] of (input.events ?? []).entries())
    inputs[`events[${index}]`] = `${event.type} ${event.date}`
  return {
    title: { de: 'Verjährung', en: 'Limitation' },
    ruleIds: [LIMITATION_RULE.id],
    inputs,
    steps,
    sources: [LIMITATION_RULE.source],
  }
}

/** Whether a word names a kind of claim that `limitation` knows. @throws InvalidInput when it does not */
export function requireLimitationKind(kind: string, path = 'kind'): LimitationInput['kind'] {
  if (kind === 'regular' || kind === 'titled' || kind === 'consumer_loan') return kind
  throw new InvalidInput([{ path, reason: 'must be regular, titled or consumer_loan' }])
}
