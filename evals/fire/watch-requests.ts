/**
 * Hears of every request that this process sends, by `fetch`.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultPoint, RequestWatch } from './fault-points.ts'

type Point = FaultPoint & { readonly watch: RequestWatch }

/** Milliseconds that a request on its way has. */
const ON_ITS_WAY_MS = 3

/**
 * Calls `reached` where a point is reached, before anything that follows from it is done.
 *
 * @returns ends the watch
 */
export function watchRequests(points: readonly Point[], reached: (point: FaultPoint) => void): () => void {
  const { fetch } = globalThis
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
    const here = points.filter(({ watch }) => watch.method === method && watch.path.test(url.pathname))
    if (here.length === 0) return fetch(input, init)
    const reach = (when: FaultPoint['when']) => here.filter((point) => point.when === when).forEach(reached)
    reach('before')
    const answer = fetch(input, init)
    if (here.some(({ when }) => when === 'during')) {
      answer.catch(() => {}) // thrown below, to whoever asked
      await sleep(ON_ITS_WAY_MS)
      reach('during')
    }
    await answer
    reach('after')
    return answer
  }
  return () => void Object.assign(globalThis, { fetch })
}
