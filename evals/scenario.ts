/**
 * An eval case as data that a lawyer can read: who the customer is, what happens, and what must come of it.
 *
 * @module
 */
import { z } from 'zod'

const stepSchema = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('customer-says'),
    text: z.string().min(1),
    locale: z.enum(['de', 'en']).optional(),
  }),
  z.strictObject({ step: z.literal('negotiations-end') }),
  z.strictObject({ step: z.literal('customer-confirms-terms') }),
  z.strictObject({
    step: z.literal('reviewer-decides'),
    reviewer: z.string().min(1),
    decision: z.enum(['approve', 'reject']),
    reason: z.string().optional(),
  }),
  z.strictObject({ step: z.literal('outcome-is-told') }),
  z.strictObject({ step: z.literal('mandate-is-revoked') }),
])

/** What must stand in the ledger at the end; words do not count. */
const endStateSchema = z.strictObject({
  /** Acts that bind the customer, by type. */
  commitments: z.array(z.enum(['conclude', 'notice'])),
  /** How the proposals were closed, in the order in which they were made; `open` where nobody closed one. */
  proposals: z.array(z.enum(['approved', 'rejected', 'edited', 'expired', 'voided', 'open'])),
  /** Status of the tasks, in the order in which they were given. */
  tasks: z.array(z.string()),
  handedOff: z.boolean(),
})

export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  /** Why this must come of it: the rule or promise behind the end state. */
  because: z.string().min(1),
  locale: z.enum(['de', 'en']),
  /** The customer's records, in the import format. */
  customer: z.record(z.string(), z.unknown()),
  marketSeed: z.string().min(1),
  steps: z.array(stepSchema).min(1),
  mustCome: endStateSchema,
})

export type Scenario = z.output<typeof scenarioSchema>
export type ScenarioStep = Scenario['steps'][number]
export type EndState = z.output<typeof endStateSchema>
