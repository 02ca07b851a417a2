/**
 * Sends again what never got an answer: a kept connection may be closed by the server in the moment it is used, and
 * every request of a play may be repeated.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'

const TRIES = 4

export async function persist<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send()
    } catch (error) {
      // `fetch` throws a TypeError when the network fails, and nothing else does so here.
      if (!(error instanceof TypeError) || tries >= TRIES) throw error
      await sleep(100 * tries)
    }
  }
}
