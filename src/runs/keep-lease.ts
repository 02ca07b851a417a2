/**
 * Keeps a thread's lease alive while a long turn runs.
 *
 * @module
 */
import type { ThreadStore } from '../../agents/thread-store.ts'

/** Renews three times within the lease. A lease that was lost is not fought for: a message is answered once anyway. */
export function keepLease(
  threads: Pick<ThreadStore, 'lease'>,
  { threadId, holder, seconds }: { readonly threadId: string; readonly holder: string; readonly seconds: number },
): { stop(): void } {
  const timer = setInterval(
    () => {
      threads.lease(threadId, holder, seconds).catch(() => {}) // the next beat tries again
    },
    (seconds * 1000) / 3,
  )
  return { stop: () => clearInterval(timer) }
}
