/**
 * A few counters in Prometheus' text format: requests of this process, and gauges read from the tables.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { AppEnv } from './app-env.ts'

export interface Metrics {
  count(labels: { readonly method: string; readonly route: string; readonly status: number }): void
  /** The text of `GET /metrics`; gauges come as `approvals.pending` and leave as `parley_approvals_pending`. */
  render(gauges: Readonly<Record<string, number>>): string
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>()
  return {
    count({ method, route, status }) {
      const labels = `method="${method}",route="${route.replaceAll(/["\\\n]/g, '')}",status="${status}"`
      requests.set(labels, (requests.get(labels) ?? 0) + 1)
    },
    render(gauges) {
      const lines = ['# TYPE parley_http_requests_total counter']
      for (const [labels, count] of requests) lines.push(`parley_http_requests_total{${labels}} ${count}`)
      for (const [name, value] of Object.entries(gauges)) {
        const metric = `parley_${name.replaceAll(/[^a-zA-Z0-9]+/g, '_')}`
        lines.push(`# TYPE ${metric} gauge`, `${metric} ${value}`)
      }
      return `${lines.join('\n')}\n`
    },
  }
}

/** Counts by the route's pattern, never by its address: ids would make a series each. */
export function measure(metrics: Metrics): MiddlewareHandler<AppEnv> {
  return async function measureRequest(c, next) {
    await next()
    metrics.count({ method: c.req.method, route: routePath(c, -1), status: c.res.status })
  }
}
