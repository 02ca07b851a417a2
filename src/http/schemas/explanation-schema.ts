/**
 * The reasoning behind a figure as it travels.
 *
 * @module
 */
import { z } from '@hono/zod-openapi'
import { bilingualSchema } from './thread-schemas.ts'

export const explanationSchema = z
  .object({
    title: bilingualSchema,
    ruleIds: z.array(z.string()),
    inputs: z.record(z.string(), z.string()),
    steps: z.array(z.object({ text: bilingualSchema, value: z.string().optional() })),
    sources: z.array(z.string()),
  })
  .openapi('Explanation')
