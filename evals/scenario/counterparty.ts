/**
 * A counterparty the sandbox market plays: its private limit, its manner, its tricks and its failures.
 *
 * @module
 */
import { z } from 'zod'
import { FAULTS, MANNERS, TRICKS } from '../../src/sandbox/parties.ts'
import { DEAL_KINDS } from '../../tools/offers/deal-kinds.ts'
import type { DealKind } from '../../tools/offers/terms.ts'

const figure = z.string().min(1)

export const counterpartySchema = z.strictObject({
  /** Where the customer's records name the same id, this says how that party is played. */
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: z.string().min(1),
  role: z.enum(['lender', 'insurer', 'creditor']),
  /** Just these kinds of deals, whatever others of its role deal in. */
  only: z.array(z.enum(DEAL_KINDS as [DealKind, ...DealKind[]])).optional(),
  manner: z.enum(MANNERS).default('conceding'),
  /**
   * First ask and private limit, in the figure people bargain over: percent a year (loans, overdrafts, savings), premium
   * a year (insurance), months (instalment plan), the sum paid (settlement), what is taken back (fee waiver). Left out,
   * the seed decides.
   */
  asks: figure.optional(),
  limit: figure.optional(),
  tricks: z.array(z.enum(TRICKS)).default([]),
  faults: z.array(z.enum(FAULTS)).default([]),
  /** What it writes beside its terms, one a round. */
  says: z.array(z.string().min(1)).default([]),
})

export type CounterpartyPart = z.output<typeof counterpartySchema>
