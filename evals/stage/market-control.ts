/**
 * The sandbox's own door: whom it plays, what time it is, and its book.
 *
 * @module
 */
import { persist } from './persist.ts'

/** Tells the market whom it plays, and what time it is. @throws Error when it refuses */
export async function putMarket(marketUrl: string, body: object, path = '/'): Promise<void> {
  const reply = await persist(() =>
    fetch(new URL(path, marketUrl), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  if (!reply.ok) throw new Error(`the market refused: ${await reply.text()}`)
}
