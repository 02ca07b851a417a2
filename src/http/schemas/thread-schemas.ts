/**
 * Conversations as they travel.
 *
 * @module
 */
import { z } from '@hono/zod-openapi'
import { isCurrency } from '../../../tools/shared/money.ts'

export const localeSchema = z.enum(['de', 'en'])
export const bilingualSchema = z.object({ de: z.string(), en: z.string() })

const currency = z.string().refine(isCurrency)

const factValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('money'), amount: z.string(), currency, per: z.enum(['month', 'year']).optional() }),
  z.object({
    kind: z.literal('rate'),
    percent: z.string(),
    rate: z.enum(['nominal', 'effective', 'default-interest']),
  }),
  z.object({ kind: z.literal('date'), day: z.string() }),
  z.object({ kind: z.literal('count'), count: z.number(), of: bilingualSchema }),
  z.object({
    kind: z.literal('duration'),
    length: z.number(),
    unit: z.enum(['day', 'week', 'month', 'year', 'minute', 'hour']),
  }),
  z.object({ kind: z.literal('legal'), citation: z.string() }),
  z.object({ kind: z.literal('name'), text: z.string() }),
])

/** A figure with its source: how each number in a reply is followed to its record. */
export const factSchema = z
  .object({
    ref: z.string(),
    value: factValueSchema,
    meaning: bilingualSchema,
    source: z.object({
      type: z.string(),
      id: z.string(),
      origin: z.string().optional(),
      asOf: z.string().optional(),
      explanationId: z.string().optional(),
    }),
  })
  .openapi('Fact')

export const messageSchema = z
  .object({
    id: z.string(),
    threadId: z.string(),
    seq: z.number(),
    role: z.enum(['customer', 'assistant', 'duty-agent']),
    text: z.string(),
    locale: localeSchema,
    facts: z.array(factSchema),
    focus: z.record(z.string(), z.unknown()),
    inReplyTo: z.string().nullable(),
    at: z.string(),
  })
  .openapi('Message')

export const handoffSchema = z
  .object({
    id: z.string(),
    threadId: z.string(),
    customerId: z.string(),
    reason: z.string(),
    summary: z.string(),
    status: z.enum(['waiting', 'accepted', 'returned', 'closed']),
    dutyAgent: z.string().nullable(),
    promisedBy: z.string(),
    requestedAt: z.string(),
    acceptedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
  })
  .openapi('Handoff')

export const threadSchema = z
  .object({ id: z.string(), customerId: z.string(), locale: localeSchema, createdAt: z.string() })
  .openapi('Thread')

export const conversationSchema = z
  .object({
    thread: threadSchema,
    messages: z.array(messageSchema),
    handoff: handoffSchema.nullable().describe('the open one; while there is one the assistant is silent'),
    pendingMandate: z.string().nullable().describe('id of the mandate that waits for the customer'),
  })
  .openapi('Conversation')
