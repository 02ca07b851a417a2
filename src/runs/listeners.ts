/**
 * Who waits in this process for which message, and which threads are being worked on here.
 *
 * @module
 */
import type { RunEvent, RunOutcome } from '../http/ports/runs.ts'

type OnEvent = (event: RunEvent) => void | Promise<void>

/** One sender's ear. */
export interface Ear {
  /** The outcome, after all its events were heard; null when the time passed before. */
  settledWithin(milliseconds: number): Promise<RunOutcome | null>
  close(): void
}

export interface Listeners {
  listen(messageId: string, onEvent: OnEvent | undefined): Ear
  tell(messageId: string, event: RunEvent): void
  settle(messageId: string, outcome: RunOutcome): void
  isAtWork(threadId: string): boolean
  /** Notes that a thread is worked on here, until the returned function is called. */
  begin(threadId: string): () => void
}

interface Hearing {
  tell(event: RunEvent): void
  settle(outcome: RunOutcome): void
}

export function createListeners(): Listeners {
  const hearings = new Map<string, Set<Hearing>>()
  const threads = new Map<string, number>()
  const of = (messageId: string) => hearings.get(messageId) ?? new Set<Hearing>()

  return {
    listen(messageId, onEvent) {
      let heard: Promise<unknown> = Promise.resolve()
      let deaf = onEvent === undefined
      let settling = false
      const { promise, resolve } = Promise.withResolvers<RunOutcome>()
      const hearing: Hearing = {
        tell(event) {
          if (deaf) return
          // In order, one after the other; a sender who went away does not stop the run.
          heard = heard
            .then(async () => {
              if (!deaf) await onEvent?.(event)
            })
            .catch(() => {
              deaf = true
            })
        },
        settle(outcome) {
          settling = true
          void heard.then(() => resolve(outcome))
        },
      }
      hearings.set(messageId, of(messageId).add(hearing))
      return {
        async settledWithin(milliseconds) {
          let timer: ReturnType<typeof setTimeout> | undefined
          const timeout = new Promise<null>((pass) => {
            timer = setTimeout(() => pass(null), milliseconds)
          })
          const outcome = await Promise.race([promise, timeout]).finally(() => clearTimeout(timer))
          // A slow reader still hears the last events: nobody may take the answer from elsewhere and overtake them.
          return outcome === null && settling ? promise : outcome
        },
        close() {
          const rest = of(messageId)
          rest.delete(hearing)
          if (rest.size === 0) hearings.delete(messageId)
        },
      }
    },
    tell(messageId, event) {
      for (const hearing of of(messageId)) hearing.tell(event)
    },
    settle(messageId, outcome) {
      for (const hearing of of(messageId)) hearing.settle(outcome)
    },
    isAtWork: (threadId) => (threads.get(threadId) ?? 0) > 0,
    begin(threadId) {
      threads.set(threadId, (threads.get(threadId) ?? 0) + 1)
      return () => {
        const left = (threads.get(threadId) ?? 1) - 1
        if (left > 0) threads.set(threadId, left)
        else threads.delete(threadId)
      }
    },
  }
}
