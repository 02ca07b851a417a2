/**
 * Pure readings of a text that are kept a while: a conversation is read again at every turn, and only its newest message is
 * new.
 *
 * @module
 */

/**
 * The same function, which reads each of the last `kept` different texts once. What it gives must not be changed: the next
 * asker gets the same.
 */
export function remembered<T>(read: (text: string) => T, kept: number): (text: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) {
      // The newest stand last, so that the first is the one that nobody has asked for the longest.
      known.delete(text)
      known.set(text, found)
      return found.value
    }
    const value = read(text)
    known.set(text, { value })
    const [oldest] = known.keys()
    if (known.size > kept && oldest !== undefined) known.delete(oldest)
    return value
  }
}
