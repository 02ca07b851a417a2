/**
 * What the protocol allows a counterparty to answer. Their text is kept as data, shortened, and read by nobody's code.
 *
 * @module
 */
import { z } from 'zod'
import { dealTermsSchema, fitsCurrency } from '../../tools/offers/terms.ts'

/** Characters of text that are kept of an answer; the rest is cut, not refused. */
const TEXT_LIMIT = 4_000

/** Terms whose amounts fit their currency: "10.50" JPY is no amount. */
const termsSchema = dealTermsSchema.refine(
  (terms) =>
    Object.entries(terms).every(
      ([name, value]) =>
        name.endsWith('Percent') ||
        typeof value !== 'string' ||
        !/^\d+\.\d+$/.test(value) ||
        fitsCurrency(value, terms.currency),
    ),
  'has an amount with more decimals than its currency',
)

/** An answer to an opening or a move. Fields that the protocol does not know are dropped, never looked at. */
export const theirMoveSchema = z
  .object({
    move: z.enum(['offer', 'accept', 'final', 'reject']),
    terms: termsSchema.optional(),
    offerId: z.string().min(1).max(200).optional(),
    validUntil: z.iso.datetime({ offset: true }).optional(),
    text: z
      .string()
      .transform((text) => text.slice(0, TEXT_LIMIT))
      .optional(),
  })
  .refine((answer) => answer.move === 'reject' || answer.terms !== undefined, {
    path: ['terms'],
    message: 'must be present unless the move is "reject"',
  })
  .refine((answer) => answer.move !== 'accept' || (answer.offerId !== undefined && answer.validUntil !== undefined), {
    path: ['offerId'],
    message: 'an acceptance must name the held offer and until when it is held',
  })

/** Their side's state of one negotiation. */
export const theirStateSchema = z.object({
  negotiationId: z.string().min(1),
  round: z.int().min(-1),
  lastMove: theirMoveSchema.nullable(),
})
