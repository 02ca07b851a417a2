/**
 * Idempotency-Key on requests that create: the same key and body get the first answer, another body a refusal,
 * and of two at once one executes (promise 6).
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import type { Clock } from '../../../tools/shared/clock.ts'
import { InvalidInput, ParleyError } from '../../../tools/shared/errors.ts'
import { termsHash } from '../../../tools/shared/terms-hash.ts'
import type { AppEnv } from '../app-env.ts'
import type { Begun, IdempotencyKey, IdempotencyStore } from '../ports/idempotency-store.ts'

/** After this long without an answer an execution counts as broken off. */
const STALE_SECONDS = 60
const WAIT_MILLISECONDS = 50
const WAITS = 200

export function idempotent(store: IdempotencyStore, clock: Clock): MiddlewareHandler<AppEnv> {
  return async function answerOnce(c, next) {
    const header = c.req.header('idempotency-key')
    if (header === undefined) return next()
    if (!/^[\x21-\x7e]{1,200}$/.test(header)) {
      throw new InvalidInput([{ path: 'Idempotency-Key', reason: 'must be 1 to 200 visible ASCII characters' }])
    }
    const { role, subject, customerId } = c.get('principal')
    const key: IdempotencyKey = { subject: `${role}:${customerId ?? subject}`, key: header }
    const hash = termsHash({ method: c.req.method, path: c.req.path, body: await c.req.text() })
    const begun = await beginOrWait(() => store.begin(key, { hash, at: clock.now(), staleSeconds: STALE_SECONDS }))
    if (begun.kind === 'answered') {
      return new Response(begun.body, {
        status: begun.status,
        headers: { 'content-type': 'application/json', 'idempotency-replayed': 'true' },
      })
    }
    c.set('once', { note: begun.note, keep: (note) => store.note(key, note) })
    await next()
    // A refusal created nothing, so its key is free. A failure may have: the next try goes on from the note.
    if (c.res.status >= 500) await store.breakOff(key)
    else if (c.res.status >= 400) await store.forget(key)
    else await store.finish(key, { status: c.res.status, body: await c.res.clone().text() })
  }
}

async function beginOrWait(
  begin: () => Promise<Begun>,
): Promise<Extract<Begun, { kind: 'execute' } | { kind: 'answered' }>> {
  for (let waits = 0; waits < WAITS; waits++) {
    const begun = await begin()
    if (begun.kind === 'mismatch') {
      throw new ParleyError('IDEMPOTENCY_MISMATCH', 'This key was used for another request. Use a new key.')
    }
    if (begun.kind !== 'running') return begun
    await new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS))
  }
  throw new ParleyError('CONFLICT', 'The first request with this key is still being worked on. Try again shortly.')
}
