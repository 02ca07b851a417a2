/**
 * Looks again until it is so.
 *
 * @module
 */

/** Asks every 100 ms. @throws Error after 60 seconds, with what was seen last */
export async function until<T>(look: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  const end = performance.now() + 60_000
  for (;;) {
    const value = await look()
    if (done(value)) return value
    if (performance.now() > end) throw new Error(`Not so after 60 seconds: ${JSON.stringify(value).slice(0, 500)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
