import { expect, it } from 'vitest'
import { createMetrics } from '../../../src/http/metrics.ts'

it('renders counters with labels and gauges under names Prometheus takes', () => {
  const metrics = createMetrics()
  for (const status of [200, 200, 404]) metrics.count({ method: 'GET', route: '/v1/threads/:id', status })
  expect(metrics.render({ 'approvals.pending': 3 })).toBe(
    [
      '# TYPE parley_http_requests_total counter',
      'parley_http_requests_total{method="GET",route="/v1/threads/:id",status="200"} 2',
      'parley_http_requests_total{method="GET",route="/v1/threads/:id",status="404"} 1',
      '# TYPE parley_approvals_pending gauge',
      'parley_approvals_pending 3',
      '',
    ].join('\n'),
  )
})

it('keeps quotes and line breaks of a route out of the format', () => {
  const metrics = createMetrics()
  metrics.count({ method: 'GET', route: '/a"b\n', status: 200 })
  expect(metrics.render({})).toContain('route="/ab"')
})
