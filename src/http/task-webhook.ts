/**
 * The webhook that a delegated task may bring along.
 *
 * @module
 */
import { z } from '@hono/zod-openapi'
import { InvalidInput } from '../../tools/shared/errors.ts'
import { registerWebhook } from '../webhooks/register.ts'
import { SECRET_FORM } from '../webhooks/signature.ts'
import type { Door } from './door.ts'
import type { Principal } from './principal.ts'

/** Answers to tasks are kept for repeats, and no secret may be kept with them: whoever brings a URL brings its secret. */
export const taskWebhookSchema = z
  .union([
    z.string().min(1).max(2000).describe('a URL that is registered already'),
    z.strictObject({
      url: z.string().min(1).max(2000),
      secret: z.string().regex(SECRET_FORM, 'must be whsec_ and at least 24 random bytes in base64').optional(),
    }),
  ])
  .describe('where to hear of this task and what comes of it')

/** Registers the webhook unless the customer has one for this URL. @throws InvalidInput */
export async function bringWebhook(
  door: Door,
  principal: Principal,
  webhook: z.output<typeof taskWebhookSchema>,
): Promise<void> {
  const { subject, customerId } = principal
  if (customerId === null) return
  const { url, secret } = typeof webhook === 'string' ? { url: webhook, secret: undefined } : webhook
  const { book, rules } = door.webhooks
  const known = await book.list({ kind: 'customer', customerId })
  if (URL.canParse(url) && known.some((one) => one.url === new URL(url).href)) return
  if (secret === undefined) {
    const reason = 'must come with a secret of yours, or be registered first (POST /v1/webhooks)'
    throw new InvalidInput([{ path: 'webhook', reason }])
  }
  const { clock, ids } = door
  await registerWebhook({ book, rules, clock, ids }, { role: 'customer', subject, customerId }, { url, secret }).catch(
    (error: unknown) => {
      if (!(error instanceof InvalidInput)) throw error
      throw new InvalidInput(error.faults.map(({ path, reason }) => ({ path: `webhook.${path}`, reason })))
    },
  )
}
