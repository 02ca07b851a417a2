/**
 * Every failure someone can act on, by a stable code.
 *
 * @module
 */

/** The stable codes; `src/http/problem.ts` gives each its HTTP status, and the compiler asks for one when a code is added. */
export type ErrorCode =
  | 'INVALID_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_PERMITTED'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'IDEMPOTENCY_MISMATCH'
  | 'THREAD_BUSY'
  | 'RATE_LIMITED'
  | 'TOO_MUCH_OPEN'
  | 'MANDATE_INVALID'
  | 'MANDATE_EXCEEDED'
  | 'MANDATE_REVOKED'
  | 'APPROVAL_MISMATCH'
  | 'APPROVAL_EXPIRED'
  | 'APPROVAL_CLOSED'
  | 'PROPOSER_MAY_NOT_DECIDE'
  | 'OFFER_EXPIRED'
  | 'RATE_UNKNOWN'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'PAYLOAD_TOO_LARGE'
  | 'COUNTERPARTY_UNREACHABLE'
  | 'COUNTERPARTY_GARBLED'
  | 'COUNTERPARTY_REFUSED'
  | 'MODEL_UNAVAILABLE'
  | 'CONFIG_INVALID'
  | 'DATABASE_IN_USE'
  | 'DATABASE_UNREACHABLE'
  | 'IDENTITY_UNREACHABLE'

/** One bad value: where it is (`debts[0].open`) and what is wrong with it, in words that say what to do. */
export interface Fault {
  readonly path: string
  readonly reason: string
}

/** A failure with a code, a sentence for whoever reads it, and the facts to act on. */
export class ParleyError extends Error {
  readonly code: ErrorCode
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, message: string, options: { facts?: Record<string, unknown>; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'ParleyError'
    this.code = code
    this.facts = options.facts ?? {}
  }
}

/** Bad input, with every fault named by its path. */
export class InvalidInput extends ParleyError {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[], message = faults.map((f) => `${f.path}: ${f.reason}`).join('; ')) {
    super('INVALID_INPUT', message, { facts: { faults } })
    this.name = 'InvalidInput'
    this.faults = faults
  }
}
