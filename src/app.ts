/**
 * The HTTP door: middleware in order, the resources, one error handler.
 *
 * @module
 */
import { OpenAPIHono } from '@hono/zod-openapi'
import { cors } from 'hono/cors'
import { ParleyError } from '../tools/shared/errors.ts'
import type { AppEnv } from './http/app-env.ts'
import { approvals } from './http/approvals.ts'
import { disputes } from './http/disputes.ts'
import type { Door } from './http/door.ts'
import { handoffs } from './http/handoffs.ts'
import { health } from './http/health.ts'
import { keys } from './http/keys.ts'
import { letters } from './http/letters.ts'
import { mandates } from './http/mandates.ts'
import { me } from './http/me.ts'
import { messages } from './http/messages.ts'
import { createMetrics, measure } from './http/metrics.ts'
import { authenticate } from './http/middleware/authenticate.ts'
import { limitRate } from './http/middleware/limit-rate.ts'
import { logRequest } from './http/middleware/log-request.ts'
import { limitBody, limitDepth } from './http/middleware/read-json.ts'
import { requestId } from './http/middleware/request-id.ts'
import { secureByPath } from './http/middleware/secure-headers.ts'
import { negotiations } from './http/negotiations.ts'
import { describeApi } from './http/open-api.ts'
import { operations } from './http/operations.ts'
import { pages } from './http/pages.ts'
import { answerProblems } from './http/problem.ts'
import { receipts } from './http/receipts.ts'
import { records } from './http/records.ts'
import { reviewers } from './http/reviewers.ts'
import { taskEvents } from './http/task-events.ts'
import { tasks } from './http/tasks.ts'
import { threads } from './http/threads.ts'
import { webhooks } from './http/webhooks.ts'
import { withdrawals } from './http/withdrawals.ts'

export function createApp(door: Door): OpenAPIHono<AppEnv> {
  const { settings } = door
  const app = new OpenAPIHono<AppEnv>()
  const metrics = createMetrics()
  const answerProblem = answerProblems(door.log)
  app.onError(answerProblem)
  app.notFound((c) => answerProblem(new ParleyError('NOT_FOUND', `There is no ${c.req.method} ${c.req.path}.`), c))

  app.use(requestId(door.ids))
  app.use(measure(metrics))
  app.use(logRequest(door.log))
  app.use(secureByPath())
  if (settings.corsOrigins.length > 0) app.use('/v1/*', cors({ origin: [...settings.corsOrigins], maxAge: 600 }))
  app.use('/v1/*', authenticate(door.authenticator))
  if (door.rates !== undefined) app.use('/v1/*', limitRate(door.rates))
  app.use(
    '/v1/*',
    limitBody((path) => (path === '/v1/import' ? settings.importLimit : settings.bodyLimit)),
  )
  app.use('/v1/*', limitDepth())

  const resources = [
    threads,
    messages,
    mandates,
    tasks,
    taskEvents,
    negotiations,
    records,
    approvals,
    letters,
    disputes,
  ]
  for (const mount of [...resources, receipts, withdrawals, reviewers, webhooks, handoffs, operations, me])
    app.route('/v1', mount(door))
  app.route('/', health(door, metrics))
  app.route('/', keys(door))
  app.get('/openapi.json', describeApi(app))
  app.route('/', pages(door.assets))
  return app
}
