/**
 * The simulated customer: facts on record, wishes, and a manner of speaking. How they react to what is said and shown
 * is evals/actors/customer.ts.
 *
 * @module
 */
import { z } from 'zod'
import { NEEDS } from '../../tools/mandates/mandate.ts'
import { LANGUAGES, wordsSchema } from './words.ts'

/** How the customer's words are coloured; several may be given. */
export const SPEAKING = [
  'terse', // the shortest wording there is
  'chatty', // something personal around every message
  'polite',
  'pushy', // asks for speed while waiting
  'typos', // letters swapped, dropped and doubled
  'lower-case', // no capitals, no full stops
  'switches-language', // every other message in the other language
] as const

/** What the customer wants to come of a wish. They hold on until it is there, or give up after `patience` replies. */
export const WANTS = [
  'answer', // a reply
  'mandate', // a mandate of what they said, which they confirm; then they wait for the outcome
  'dispute', // a claim contested, put before a reviewer; then they wait for the outcome
  'person', // a human being
] as const

const wishSchema = z.strictObject({
  says: wordsSchema,
  wants: z.enum(WANTS).default('answer'),
  /** A mandate for anything else is refused. */
  need: z.enum(NEEDS).optional(),
  /** What the mandate must say, at least: looser or other limits are refused. Amounts and rates as strings. */
  limits: z.record(z.string(), z.unknown()).default({}),
  /** Delegated by API at once (`POST /v1/tasks`, with `need`, `limits` and `about`) instead of in words. */
  byApi: z.boolean().default(false),
  /** Id of the contract or debt it is about. */
  about: z.string().optional(),
  /** False: the next wish is said without waiting for the outcome of this one. */
  waits: z.boolean().default(true),
  /** Begins a conversation of its own. */
  newThread: z.boolean().default(false),
  /** Replies without progress after which the customer gives up. */
  patience: z.int().min(1).max(10).default(3),
})

export const customerSchema = z.strictObject({
  speaks: z.enum(LANGUAGES),
  manner: z.array(z.enum(SPEAKING)).default([]),
  /** What is on record, in the import format (docs/import-format.md). Ids are made unique per trial. */
  records: z.record(z.string(), z.unknown()),
  wishes: z.array(wishSchema).min(1),
  /** What the customer says when asked, by the code of the question; limits of the wish are known without this. */
  answers: z.record(z.string(), wordsSchema).default({}),
  /** Whether a mandate that matches the wish is confirmed: in words, by the button, or never. */
  confirms: z.enum(['in-words', 'by-button', 'never']).default('in-words'),
  /** What the customer does with terms that need their own word. */
  votes: z.enum(['approve', 'reject', 'never']).default('approve'),
  /** Whether an offered person is taken. */
  takesPerson: z.boolean().default(false),
})

export type CustomerPart = z.output<typeof customerSchema>
export type Wish = CustomerPart['wishes'][number]
