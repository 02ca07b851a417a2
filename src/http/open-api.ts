/**
 * `GET /openapi.json`: generated from the routes, once, with the resources as groups.
 *
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'

const CONFIG = {
  openapi: '3.1.0',
  info: {
    title: 'Parley',
    version: '1',
    description:
      'An agent that acts for a customer. Nothing binds without an approval, by a person entitled to give it, of exactly ' +
      'the terms shown. Money is a decimal string with its currency, a day is written YYYY-MM-DD, an instant is ISO 8601.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
}

/** Answers with the document of all routes that `app` has when it is first asked. */
export function describeApi(app: OpenAPIHono<AppEnv>) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  })
  let document: ReturnType<typeof describe> | undefined
  return function answerDocument(c: Context<AppEnv>): Response {
    document ??= describe(app)
    return c.json(document)
  }
}

function describe(app: OpenAPIHono<AppEnv>) {
  const document = app.getOpenAPI31Document(CONFIG)
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const [, first = '', second = ''] = path.split('/')
    for (const method of ['get', 'put', 'post', 'delete'] as const) {
      const operation = item[method]
      if (operation !== undefined) operation.tags = [first === 'v1' ? second : 'health']
    }
  }
  return document
}
