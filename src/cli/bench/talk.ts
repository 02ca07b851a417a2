/**
 * Customers who talk: each turn is a message by HTTP and its reply.
 *
 * @module
 */
import type { ApiClient } from '../../server/api-client.ts'

/** A message that looks something up, and one of words alone. No two are the same text. */
export type Kind = 'question' | 'thanks'

export interface Talk {
  /** Says something and waits for the reply. @throws Error when there is none */
  turn(kind: Kind): Promise<void>
}

let said = 0

export async function openTalk(client: ApiClient): Promise<Talk> {
  const { id } = await client.post<{ id: string }>('/v1/threads', { locale: 'en' })
  return {
    async turn(kind) {
      said += 1
      const text =
        kind === 'question' ? `What do I owe, and to whom? (asked as ${said})` : `Thanks a lot, dear ${said}!`
      const { status } = await client.post<{ status: string }>(`/v1/threads/${id}/messages`, { text, locale: 'en' })
      if (status !== 'replied') throw new Error(`A turn ended as ${status}.`)
    },
  }
}

/** How often `act` is done a second by all clients at once, each going on when its last one is answered. */
export async function ratePerSecond(acts: readonly (() => Promise<unknown>)[], seconds: number): Promise<number> {
  const begun = performance.now()
  const end = begun + seconds * 1000
  let done = 0
  const client = async (act: () => Promise<unknown>) => {
    while (performance.now() < end) {
      await act()
      done += 1
    }
  }
  await Promise.all(acts.map(client))
  return (done / (performance.now() - begun)) * 1000
}
