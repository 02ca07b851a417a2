/**
 * Results of costly pure functions, kept for the next time they are asked for.
 *
 * @module
 */

/**
 * The function with its latest results kept; the oldest goes first. Only for functions of their argument alone, whose
 * results nobody changes.
 *
 * @param most how many results are kept
 * @param keyOf what tells arguments apart
 */
export function remember<A, R>(
  most: number,
  keyOf: (argument: A) => string,
  make: (argument: A) => R,
): (argument: A) => R {
  const kept = new Map<string, { readonly result: R }>()
  return (argument) => {
    const key = keyOf(argument)
    const known = kept.get(key)
    if (known !== undefined) return known.result
    const result = make(argument)
    const [oldest] = kept.keys()
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
    kept.set(key, { result })
    return result
  }
}
