/**
 * Lists in sentences.
 *
 * @module
 */
import type { Locale } from './locale.ts'

/** "A, B und C", "A, B or C": without a comma before the last. @param last the word before the last item, "and" unless told */
export function joinWords(items: readonly string[], locale: Locale, last = locale === 'de' ? 'und' : 'and'): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}
