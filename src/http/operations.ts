/**
 * What operators run: the audit trail, figures, imports, and the policy everybody may read.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { body, json, mayAct, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { ownThread } from './ownership.ts'
import { ROLES } from './principal.ts'
import { refusals } from './schemas/problem-schema.ts'

const auditEntrySchema = z
  .object({
    seq: z.number(),
    customerId: z.string().nullable(),
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    at: z.string(),
  })
  .openapi('AuditEntry')

const chainReportSchema = z
  .object({
    entries: z.number(),
    head: z.string(),
    anchors: z.number(),
    faults: z.array(z.object({ kind: z.string(), position: z.number().nullable(), because: z.string() })),
  })
  .openapi('ChainReport')

const anchorSchema = z
  .object({
    day: z.string(),
    position: z.number(),
    hash: z.string(),
    jws: z.string().describe('to be kept where the owner of the database cannot reach it'),
  })
  .openapi('AuditAnchor')

const anyObject = z.record(z.string(), z.unknown())

export function operations(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'get',
        path: '/audit',
        summary: 'Who did what, oldest first; a customer sees their own',
        ...mayRead('customer', 'operator'),
        request: {
          query: z.object({
            thread: z.string().min(1).max(200).optional(),
            after: z.coerce.number().int().min(0).optional(),
            limit: z.coerce.number().int().min(1).max(1000).default(200),
          }),
        },
        responses: { ...refusals, 200: json(z.object({ entries: z.array(auditEntrySchema) }), 'Entries') },
      }),
      async (c) => {
        const { thread, after, limit } = c.req.valid('query')
        const { customerId } = c.get('principal')
        if (customerId !== null && thread !== undefined) await ownThread(door, customerId, thread)
        const entries = await door.audit.list({
          limit,
          ...(customerId === null ? {} : { customerId }),
          ...(thread === undefined ? {} : { threadId: thread }),
          ...(after === undefined ? {} : { afterSeq: after }),
        })
        return c.json({ entries: entries.map((entry) => auditEntrySchema.parse(entry)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/audit/verification',
        summary: 'Recompute the whole audit chain; every entry is read',
        ...mayRead('operator'),
        responses: { ...refusals, 200: json(chainReportSchema, 'What was found') },
      }),
      async (c) => c.json(chainReportSchema.parse(await door.chain.verify()), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/audit/anchors',
        summary: 'The head of the audit chain as it was signed each day, oldest first',
        ...mayRead('operator'),
        responses: { ...refusals, 200: json(z.object({ anchors: z.array(anchorSchema) }), 'Anchors') },
      }),
      async (c) => c.json({ anchors: z.array(anchorSchema).parse(await door.chain.anchors()) }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/figures',
        summary: 'How it goes: counts from the tables, quality first',
        ...mayRead('operator'),
        responses: { ...refusals, 200: json(z.object({ figures: z.record(z.string(), z.number()) }), 'Figures') },
      }),
      async (c) => c.json({ figures: { ...(await door.figures.counts()) } }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/import',
        summary: "Import a customer's records from the JSON of a file",
        ...mayAct(door, { operationId: 'importRecords', audit: 'records.imported' }, 'operator', 'service'),
        request: { body: body(anyObject) },
        responses: { ...refusals, 200: json(anyObject, 'What was taken over') },
      }),
      async (c) => c.json({ ...(await door.importer.importFile(c.req.valid('json'))) }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/policy',
        summary: 'What this deployment may do, and who must approve what',
        ...mayRead(...ROLES),
        responses: { ...refusals, 200: json(anyObject, 'The policy') },
      }),
      (c) => c.json({ ...door.settings.policy }, 200),
    )
}
