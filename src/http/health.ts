/**
 * Whether the process lives, whether it can work, and what it counts.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { json, resource } from './access.ts'
import type { Door } from './door.ts'
import type { Metrics } from './metrics.ts'

const CHECK_MILLISECONDS = 3000

const readySchema = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.enum(['ok', 'failed'])) })

export function health(door: Door, metrics: Metrics) {
  return resource()
    .openapi(
      createRoute({
        method: 'get',
        path: '/healthz',
        summary: 'The process lives',
        security: [],
        responses: { 200: json(z.object({ alive: z.literal(true) }), 'It does') },
      }),
      (c) => c.json({ alive: true as const }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/readyz',
        summary: 'Everything it needs answers',
        security: [],
        responses: { 200: json(readySchema, 'Ready'), 503: json(readySchema, 'Not ready') },
      }),
      async (c) => {
        const checks = Object.fromEntries(
          await Promise.all(
            Object.entries(door.health.checks).map(async ([name, check]) => [name, await outcomeOf(check)] as const),
          ),
        )
        const ready = Object.values(checks).every((outcome) => outcome === 'ok')
        return c.json({ ready, checks }, ready ? 200 : 503)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/metrics',
        summary: 'Counters for Prometheus; nothing personal',
        security: [],
        responses: { 200: { description: 'Metrics', content: { 'text/plain': { schema: z.string() } } } },
      }),
      async (c) => c.text(metrics.render(await door.figures.counts()), 200),
    )
}

async function outcomeOf(check: () => Promise<void>): Promise<'ok' | 'failed'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), CHECK_MILLISECONDS)
  })
  try {
    await Promise.race([check(), late])
    return 'ok'
  } catch {
    return 'failed' // which one failed is the answer here; why is in the log of the part that failed
  } finally {
    clearTimeout(timer)
  }
}
