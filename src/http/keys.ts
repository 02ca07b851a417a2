/**
 * The public keys with which signed receipts and audit anchors verify, for whoever holds one.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { json, resource } from './access.ts'
import type { Door } from './door.ts'

const keySetSchema = z.object({ keys: z.array(z.record(z.string(), z.unknown())) }).openapi('JsonWebKeySet')

export function keys(door: Door) {
  return resource().openapi(
    createRoute({
      method: 'get',
      path: '/.well-known/jwks.json',
      summary: 'Public keys of signed receipts and audit anchors',
      security: [],
      responses: { 200: json(keySetSchema, 'The keys; none where nothing is signed') },
    }),
    async (c) => c.json(keySetSchema.parse((await door.signer?.keys()) ?? { keys: [] }), 200),
  )
}
