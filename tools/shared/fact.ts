/**
 * A figure with its source: the only way a money amount, rate, date, count or duration gets into a reply.
 *
 * @module
 */
import type { Bilingual } from './explanation.ts'
import type { Currency } from './money.ts'

/** Where a fact comes from: a record, a rule's result, the mandate, or the customer's own words in this thread. */
export interface FactSource {
  readonly type:
    | 'debt'
    | 'contract'
    | 'offer'
    | 'mandate'
    | 'negotiation'
    | 'proposal'
    | 'commitment'
    | 'dispute'
    | 'handoff'
    | 'rule'
    | 'knowledge'
    | 'customer'
  /** Id of the record, rule or message. */
  readonly id: string
  /** What the record itself names as its source: `creditor statement of 2026-11-20`. */
  readonly origin?: string
  /** ISO day the record was last confirmed. */
  readonly asOf?: string
  /** Id of the stored explanation (`GET /v1/explanations/:id`), where a rule computed the figure. */
  readonly explanationId?: string
}

/** The value, by kind; decimal strings carry no unit, the kind does. */
export type FactValue =
  | { readonly kind: 'money'; readonly amount: string; readonly currency: Currency; readonly per?: 'month' | 'year' }
  | { readonly kind: 'rate'; readonly percent: string; readonly rate: 'nominal' | 'effective' | 'default-interest' }
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'count'; readonly count: number; readonly of: Bilingual }
  | {
      readonly kind: 'duration'
      readonly length: number
      readonly unit: 'day' | 'week' | 'month' | 'year' | 'minute' | 'hour'
    }
  | { readonly kind: 'legal'; readonly citation: string }
  | { readonly kind: 'name'; readonly text: string }

/**
 * One figure a reply may refer to as `[[ref]]`; code renders it with unit and period in the reply's language.
 * Refs are stable and readable: `debt.d-anna-1.open`. `name` facts carry names that contain digits ("RK-881-2204").
 */
export interface Fact {
  readonly ref: string
  readonly value: FactValue
  /** What the figure means: "still open at Modehaus Elbe". */
  readonly meaning: Bilingual
  readonly source: FactSource
}
