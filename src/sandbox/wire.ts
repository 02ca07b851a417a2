/**
 * What may be sent to the market and what it answers: the protocol of counterparties as zod schemas.
 *
 * @module
 */
import { z } from 'zod'
import { DEAL_KINDS } from '../../tools/offers/deal-kinds.ts'
import { type DealKind, type DealTerms, dealTermsSchema } from '../../tools/offers/terms.ts'
import { FAULTS, MANNERS, TRICKS } from './parties.ts'

const textSchema = z.string().max(4_000).optional()
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
const subjectSchema = z.object({
  type: z.enum(['contract', 'debt']),
  id: z.string().min(1).max(100),
  reference: z.string().max(100).nullish(),
})

/** `POST {base}/negotiations`; the opening is round 0. */
export const openingSchema = z.object({
  negotiationId: z.string().min(1).max(100),
  kind: z.string(),
  subject: subjectSchema.nullable(),
  facts: z.record(z.string(), z.unknown()),
  opening: dealTermsSchema,
  deadline: z.iso.datetime(),
  text: textSchema,
})

/** `POST {base}/negotiations/{id}/moves`. */
export const moveSchema = z
  .object({
    move: z.enum(['offer', 'accept', 'walk-away']),
    terms: dealTermsSchema.optional(),
    round: z.int().min(1).max(1_000),
    text: textSchema,
  })
  .refine((body) => body.move === 'walk-away' || body.terms !== undefined, { path: ['terms'], message: 'is missing' })

/** `POST {base}/offers/{offerId}/commit`: exactly the held terms, their hash, and the receipt of the approval. */
export const commitSchema = z.object({
  terms: dealTermsSchema,
  termsHash: hashSchema,
  receipt: z.record(z.string(), z.unknown()),
})

/** `POST {base}/notices`; `termsHash` is the hash of `terms`. */
export const noticeSchema = z.object({
  kind: z.enum(['dispute', 'withdrawal', 'cancellation', 'revocation']),
  subject: subjectSchema,
  terms: z.record(z.string(), z.unknown()),
  termsHash: hashSchema,
  receipt: z.record(z.string(), z.unknown()),
})

/** `PUT {market}/{counterpartyId}`: outside the protocol, a sandbox's own. */
export const enrolSchema = z.strictObject({
  name: z.string().min(1).max(200),
  role: z.enum(['lender', 'insurer', 'creditor']),
  quote: dealTermsSchema.optional(),
  manner: z.enum(MANNERS).optional(),
  faults: z.array(z.enum(FAULTS)).optional(),
  tricks: z.array(z.enum(TRICKS)).optional(),
  only: z.array(z.enum(DEAL_KINDS as [DealKind, ...DealKind[]])).optional(),
  asks: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .optional(),
  limit: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .optional(),
  says: z.array(z.string().min(1).max(2_000)).max(50).optional(),
})

/** `PUT {market}/`: just these are played from now on, beside whom records name; and the market's clock, where it stands. */
export const castSchema = z.strictObject({
  parties: z.array(enrolSchema.extend({ id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/) })).optional(),
  now: z.iso.datetime().optional(),
})

export type Opening = z.output<typeof openingSchema>
export type Move = z.output<typeof moveSchema>

/** What the market answers to an opening or a move. */
export interface Answer {
  readonly move: 'offer' | 'accept' | 'final' | 'reject'
  readonly terms?: DealTerms
  readonly offerId?: string
  readonly validUntil?: string
  readonly text?: string
}

export type Committed = { readonly reference: string; readonly committedAt: string }
export type Refused = { readonly refused: true; readonly reason: string }
