/**
 * The words next to a figure, which say what it means.
 *
 * @module
 */

/** The last words of a text, single spaces between them. */
export function lastWords(text: string, count: number): string {
  return text
    .trim()
    .split(/[\s,;:()]+/)
    .slice(-count)
    .join(' ')
}

/** The first words of a text. */
export function firstWords(text: string, count: number): string {
  return text
    .trim()
    .split(/[\s,;:()!?]+/)
    .slice(0, count)
    .join(' ')
}
