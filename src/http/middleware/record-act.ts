/**
 * An audit entry for an act whose own part writes none: who, what, on what, by which request.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'
import type { AuditTrail } from '../ports/operations.ts'

/** @param action a verb in the past with its domain: `offer.added` */
export function recordAct(audit: AuditTrail, action: string): MiddlewareHandler<AppEnv> {
  return async function recordOneAct(c, next) {
    await next()
    if (c.res.status >= 400) return
    const { subject: actor, role, customerId } = c.get('principal')
    const about = c.get('about') ?? {}
    await audit.add({
      customerId: about.customerId ?? customerId,
      actor,
      action,
      subject: about.subject ?? c.req.param('id') ?? about.threadId ?? actor,
      detail: {
        role,
        requestId: c.get('requestId'),
        ...(about.threadId === undefined ? {} : { threadId: about.threadId }),
      },
    })
  }
}
