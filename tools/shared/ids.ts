/**
 * Identifiers come in as an argument, so that a play can be repeated.
 *
 * @module
 */

/** Makes a new identifier with a readable prefix: `ids.next('msg')` → `msg_8f3c…`. */
export interface Ids {
  next(prefix: string): string
}

/** Unpredictable ids for production. */
export const randomIds: Ids = { next: (prefix) => `${prefix}_${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}` }

/** Counting ids for tests and evals: `msg_1`, `msg_2`. */
export function countingIds(): Ids {
  const counts = new Map<string, number>()
  return {
    next(prefix) {
      const count = (counts.get(prefix) ?? 0) + 1
      counts.set(prefix, count)
      return `${prefix}_${count}`
    },
  }
}
