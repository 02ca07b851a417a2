/**
 * How refusals look in the API's document.
 *
 * @module
 */
import { z } from '@hono/zod-openapi'

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('stable; the codes are listed in docs/api.md'),
    detail: z.string().describe('what to do'),
    requestId: z.string(),
    faults: z.array(z.object({ path: z.string(), reason: z.string() })).optional(),
  })
  .openapi('Problem')

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** What any guarded route may refuse with. */
export const refusals = {
  400: problem('The request is malformed; `faults` say where'),
  401: problem('No token, or one that proves nothing'),
  403: problem('The role may not do this'),
  404: problem('Nothing here that this token may see'),
  409: problem('It does not fit what is on record now'),
  413: problem('The body is too large'),
  415: problem('The body is not JSON'),
  422: problem('Well-formed, and against the rules'),
  429: problem('Too many requests; `Retry-After` says when to go on'),
  500: problem('A failure on our side'),
  503: problem('Not available now'),
} as const
