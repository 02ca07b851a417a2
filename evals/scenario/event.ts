/**
 * What happens on the way: at a moment, somebody does something, something fails, or time passes.
 *
 * @module
 */
import { z } from 'zod'
import { FAULTS, TRICKS } from '../../src/sandbox/parties.ts'
import { LANGUAGES, wordsSchema } from './words.ts'

/** Read from the ledger and the conversation, never from a count of steps. */
export const MOMENTS = [
  'start', // before the customer says anything
  'first-reply',
  'question-asked',
  'mandate-shown',
  'mandate-confirmed',
  'negotiating', // somebody has answered an opening
  'agreed', // an offer is held
  'proposal-pending', // a request for approval is open
  'vote-cast', // somebody has decided, and it is still open
  'approved',
  'committed',
  'outcome-told',
  'no-deal',
  'handed-off',
  'person-speaks',
  'person-gone', // given back or closed
  'rest', // nobody has anything left to do
] as const

export type Moment = (typeof MOMENTS)[number]

/** What a scripted model does wrong, until it is told to behave. */
export const MODEL_FAULTS = [
  'down', // 503
  'times-out',
  'cut-off', // the stream ends in the middle
  'invents-figure',
  'invents-number-word', // a figure written as a word
  'invents-reference', // a fact that no tool returned
  'invents-tool',
  'invents-limit', // a limit the customer never said
  'claims-done', // says a thing is sent or signed
  'claims-approval', // says a reviewer has approved
  'denies-being-a-program',
  'garbles-arguments',
] as const

/** What somebody tries that must be refused; the player counts the refusals. */
export const ATTEMPTS = [
  'approve-as-customer', // the customer votes in a reviewer's place
  'approve-other-terms', // a vote on another hash
  'approve-own-edit', // the editor votes on the terms they made
  'replay-vote', // the same decision again, on what is closed
  'vote-on-old-proposal', // on what an edit or a correction replaced
  'confirm-revoked-mandate',
  'read-anothers-records',
] as const

const byCustomer = z.union([
  z.strictObject({ says: wordsSchema, in: z.enum(LANGUAGES).optional(), newThread: z.boolean().optional() }),
  /** Changes limits of the wish, in words; a mandate shown from then on must say so. */
  z.strictObject({ corrects: z.record(z.string(), z.unknown()), says: wordsSchema }),
  z.strictObject({ revokes: z.literal('mandate') }),
  z.strictObject({ asksForPerson: z.enum(['in-words', 'by-button']), in: z.enum(LANGUAGES).optional() }),
  z.strictObject({ votes: z.enum(['approve', 'reject']) }),
  /** Sends the last message again, under the same id. */
  z.strictObject({ repeats: z.literal('last-message') }),
  z.strictObject({ tries: z.enum(ATTEMPTS) }),
])

const forward = z.strictObject({ days: z.int().min(0).default(0), hours: z.int().min(0).default(0) })

export const eventSchema = z
  .strictObject({
    at: z.enum(MOMENTS),
    /** The first time the moment comes, the second … */
    nth: z.int().min(1).default(1),
    customer: byCustomer.optional(),
    reviewer: z.strictObject({ person: z.string(), tries: z.enum(ATTEMPTS) }).optional(),
    /** Comes on call, or leaves. */
    duty: z.strictObject({ person: z.string(), onCall: z.boolean() }).optional(),
    /** The clock of the house and of the market jumps. */
    clock: z.strictObject({ forward }).optional(),
    /** kill -9 and a new start on the same data. */
    server: z.literal('crash').optional(),
    model: z.union([z.literal('behaves'), z.enum(MODEL_FAULTS)]).optional(),
    /** The party is played otherwise from now on. */
    counterparty: z
      .strictObject({
        id: z.string(),
        limit: z.string().optional(),
        asks: z.string().optional(),
        faults: z.array(z.enum(FAULTS)).optional(),
        tricks: z.array(z.enum(TRICKS)).optional(),
      })
      .optional(),
    /** A newer import: records in the import format, without the customer, which is added. */
    records: z.record(z.string(), z.unknown()).optional(),
  })
  .refine((event) => Object.keys(event).length > 2, 'must say who does what')

export type ScenarioEvent = z.output<typeof eventSchema>
export type ModelFault = (typeof MODEL_FAULTS)[number]
export type Attempt = (typeof ATTEMPTS)[number]
