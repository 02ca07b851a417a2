/** The door itself: health, metrics, documents, pages, headers, CORS and failures. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customer, openTestDoor, type TestDoor } from '../../support/door.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor((d) => ({ settings: { ...d.settings, corsOrigins: ['https://bank.example'] } }))
  await door.seedCustomer('c-anna')
})
afterAll(() => door.close())

describe('health', () => {
  it('says that the process lives and that it can work', async () => {
    expect(await (await door.call('GET', '/healthz')).json()).toEqual({ alive: true })
    expect(await (await door.call('GET', '/readyz')).json()).toEqual({ ready: true, checks: { database: 'ok' } })
  })

  it('names what does not answer, without its inner words', async () => {
    const broken = await openTestDoor(() => ({
      health: { checks: { database: () => Promise.reject(new Error('password')), queue: () => Promise.resolve() } },
    }))
    const response = await broken.call('GET', '/readyz')
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({ ready: false, checks: { database: 'failed', queue: 'ok' } })
    await broken.close()
  })

  it('counts requests by route and never by id', async () => {
    await door.call('GET', '/v1/threads/thread_secret', { as: customer('c-anna') })
    const text = await (await door.call('GET', '/metrics')).text()
    expect(text).toContain('parley_http_requests_total{method="GET",route="/v1/threads/:id",status="404"} 1')
    expect(text).toContain('parley_approvals_pending 0')
    expect(text).not.toContain('thread_secret')
  })
})

describe('documents', () => {
  it('describe the API as OpenAPI 3.1 with bearer tokens', async () => {
    const document = await (await door.call('GET', '/openapi.json')).json()
    expect(document).toMatchObject({
      openapi: '3.1.0',
      components: { securitySchemes: { bearer: { scheme: 'bearer' } } },
      paths: { '/v1/approvals/{id}/decision': { post: { operationId: 'decideProposal' } } },
    })
  })

  it.each(['/docs', '/docs/start.js', '/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js', '/', '/web/app.js'])(
    'serve %s from our own files',
    async (path) => {
      const response = await door.call('GET', path)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/)
    },
  )

  it.each([
    '/web/nothing.js',
    '/web/..%2f..%2fpackage.json',
    '/docs/..%2findex.html',
    '/docs/package.json',
    '/web/app.ts',
  ])('serve nothing else: %s', async (path) => {
    expect((await door.call('GET', path)).status).toBe(404)
  })

  it('need no script or style but those of our own files', async () => {
    const page = await (await door.call('GET', '/')).text()
    expect(page).not.toMatch(/<script(?![^>]*\ssrc="\/)|<style|\sstyle=|\son\w+=|https?:\/\//)
  })
})

describe('an answer', () => {
  it('carries a request id, ours or the one that came', async () => {
    expect((await door.call('GET', '/healthz')).headers.get('x-request-id')).toMatch(/^req_/)
    const named = await door.call('GET', '/healthz', { headers: { 'x-request-id': 'trace-12345' } })
    expect(named.headers.get('x-request-id')).toBe('trace-12345')
    const odd = await door.call('GET', '/healthz', { headers: { 'x-request-id': 'a b<script>' } })
    expect(odd.headers.get('x-request-id')).toMatch(/^req_/)
  })

  it('is kept by no cache and shown in no frame, also when it is a refusal', async () => {
    for (const as of [customer('c-anna'), undefined]) {
      const { headers } = await door.call('GET', '/v1/me', as === undefined ? {} : { as })
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/)
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })

  it('to a preflight names the origins we named alone, and needs no token', async () => {
    const ask = (origin: string) =>
      door.call('OPTIONS', '/v1/me', { headers: { origin, 'access-control-request-method': 'GET' } })
    const allowed = await ask('https://bank.example')
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://bank.example')
    expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
  })

  it('may be read by pages of the origins we named alone', async () => {
    const from = async (origin: string) =>
      (await door.call('GET', '/v1/me', { as: customer('c-anna'), headers: { origin } })).headers.get(
        'access-control-allow-origin',
      )
    expect(await from('https://bank.example')).toBe('https://bank.example')
    expect(await from('https://evil.example')).toBeNull()
  })

  it('to an unknown failure is a plain 500 that is logged under its request id', async () => {
    const broken = await openTestDoor((d) => ({
      records: { ...d.records, debts: () => Promise.reject(new Error('relation "debts" does not exist')) },
    }))
    const response = await broken.call('GET', '/v1/debts', { as: customer('c-anna') })
    const problem = (await response.json()) as { requestId: string }
    expect(response.status).toBe(500)
    expect(problem).toMatchObject({ code: 'INTERNAL' })
    expect(JSON.stringify(problem)).not.toContain('relation')
    const { requestId } = problem
    expect(broken.logged).toEqual([
      { message: 'request failed', fields: expect.objectContaining({ requestId }) },
      { message: 'request', fields: expect.objectContaining({ requestId, path: '/v1/debts', status: 500 }) },
    ])
    await broken.close()
  })
})
