/**
 * What middleware hands to the handlers of one request.
 *
 * @module
 */
import type { Principal } from './principal.ts'

export interface AppEnv {
  Variables: {
    requestId: string
    /** Set on every guarded route, before anything else is read. */
    principal: Principal
    /** What the audit trail should say beside who did what; handlers set it where it is known. */
    about?: { readonly customerId?: string; readonly threadId?: string; readonly subject?: string }
    /** On a request with an idempotency key: what an execution that broke off had left, and how to leave something. */
    once?: { readonly note: string | null; readonly keep: (note: string) => Promise<void> }
  }
}
