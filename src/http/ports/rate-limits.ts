/**
 * How many requests a token may still make.
 *
 * @module
 */
import type { Principal } from '../principal.ts'

export interface RateLimits {
  /** Takes one request from what this subject and role may make; null when it may, else the seconds until it may again. */
  take(who: Principal): Promise<{ readonly retryAfterSeconds: number } | null>
}
