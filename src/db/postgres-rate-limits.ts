/**
 * Requests a minute by role and subject, counted in the database for all replicas together.
 *
 * A request does not cost a statement: points are taken from the database a tenth of a minute's allowance at a time, and
 * spent in this process. What a process has taken and not spent when the minute ends is lost, so that behind many
 * replicas a limit may be met a little early, and never late.
 *
 * @module
 */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import type { RateLimits } from '../http/ports/rate-limits.ts'
import type { Role } from '../http/principal.ts'
import { asIdentity, PARLEY } from './identity.ts'
import type { Queryable } from './queryable.ts'

export type RequestsPerMinute = Readonly<Record<Role, number>>

const WINDOW_SECONDS = 60
/** A minute's allowance is taken from the database in so many parts. */
const PARTS = 10
/** Subjects remembered by one process; whoever is forgotten takes a new chunk. */
const REMEMBERED = 10_000

interface Chunk {
  left: number
  readonly until: number
}

/** @param options.each counts every request by itself, where nothing outlives one and a part would be lost with it */
export function postgresRateLimits(
  db: Queryable,
  perMinute: RequestsPerMinute,
  options: { readonly each?: boolean } = {},
): RateLimits {
  const limiters = new Map<Role, RateLimiterPostgres>()
  const chunks = new Map<string, Chunk>()

  function limiterOf(role: Role): RateLimiterPostgres {
    const known = limiters.get(role)
    if (known !== undefined) return known
    const limiter = new RateLimiterPostgres({
      storeClient: db,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true, // by a migration: the application's role makes no tables
      clearExpiredByTimeout: false, // the retention job forgets them
      keyPrefix: '',
      points: perMinute[role],
      duration: WINDOW_SECONDS,
    })
    limiters.set(role, limiter)
    return limiter
  }

  return {
    async take({ role, subject, customerId }) {
      // A hash, since nobody needs to read whose row it is.
      const key = termsHash([role, subject, customerId]).slice(0, 32)
      const now = Date.now()
      const chunk = chunks.get(key)
      if (chunk !== undefined && now < chunk.until) {
        if (chunk.left > 0) {
          chunk.left -= 1
          return null
        }
        if (chunk.left < 0) return { retryAfterSeconds: Math.ceil((chunk.until - now) / 1000) }
      }
      const size = options.each ? 1 : Math.max(1, Math.floor(perMinute[role] / PARTS))
      try {
        const { msBeforeNext } = await asIdentity(PARLEY, () => limiterOf(role).consume(key, size))
        if (chunks.size >= REMEMBERED) chunks.clear()
        // Two that asked at once have taken a chunk each.
        const held = chunks.get(key)
        const spare = held !== undefined && held.left > 0 && now < held.until ? held.left : 0
        chunks.set(key, { left: spare + size - 1, until: now + msBeforeNext })
        return null
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        chunks.set(key, { left: -1, until: now + refusal.msBeforeNext })
        return { retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) }
      }
    },
  }
}
