/**
 * What must stand in the ledger and in the counterparties' book at the end. Words do not count, except as figures with
 * a source (`told`).
 *
 * @module
 */
import { z } from 'zod'

/** A bound on a term of what was committed: equal to, at most, at least. */
const boundSchema = z.union([
  z.strictObject({ is: z.union([z.string(), z.number()]) }),
  z.strictObject({ atMost: z.string() }),
  z.strictObject({ atLeast: z.string() }),
])

const commitmentSchema = z.strictObject({
  act: z.enum(['conclude', 'notice']),
  /** With one of these, by the ids of the scenario. */
  with: z.array(z.string()).optional(),
  /** By the path in the deal's terms, such as `nominalRatePercent`. */
  terms: z.record(z.string(), boundSchema).default({}),
})

export const mustComeSchema = z.strictObject({
  /** Acts that bind the customer, in their order: just these. Short for `{ "act": … }` is the word alone. */
  commitments: z.array(z.union([z.enum(['conclude', 'notice']), commitmentSchema])),
  /** How the proposals ended, in the order in which they were made; `open` where nobody ended one. */
  proposals: z.array(z.enum(['approved', 'rejected', 'edited', 'expired', 'voided', 'open'])),
  /** Status of the tasks, in the order in which they were given. */
  tasks: z.array(
    z.enum(['negotiating', 'awaiting-approval', 'executing', 'done', 'no-deal', 'needs-human', 'stopped']),
  ),
  /** How the hand-offs ended, in their order. */
  handoffs: z.array(z.enum(['waiting', 'accepted', 'returned', 'closed'])).default([]),
  /** State of the mandates, in the order in which they were drafted; left out, they are not looked at. */
  mandates: z.array(z.enum(['in-force', 'unconfirmed', 'revoked', 'expired'])).optional(),
  /** Figures that a reply must have stated with a source: amounts, rates, days, counts as plain values. */
  told: z.array(z.union([z.string(), z.number()])).default([]),
  /** Figures that no reply may state. */
  notTold: z.array(z.union([z.string(), z.number()])).default([]),
  /** Who may not have heard from us. */
  notContacted: z.array(z.string()).default([]),
  /** How many attempts there were, each of which must have been refused. */
  refusals: z.int().min(0).default(0),
})

export type MustCome = z.output<typeof mustComeSchema>
