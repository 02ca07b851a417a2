/**
 * How wide the columns of a table are, so that it fits the terminal.
 *
 * @module
 */

/** A blank on either side of what stands in a cell. */
const PADDING = 2

/**
 * Natural widths, with the widest columns narrowed until the table fits; never below a column's longest word, so that
 * what one may want to copy stays whole.
 *
 * @param width of the whole table in characters, its lines included
 */
export function fitWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const longest = (column: number, separator: RegExp) =>
    Math.max(...rows.flatMap((row) => (row[column] ?? '').split(separator).map((part) => part.length + PADDING)))
  const columns = [...(rows[0] ?? []).keys()]
  const widths = columns.map((column) => longest(column, /\n/))
  const least = columns.map((column) => longest(column, /\s+/))
  let over = widths.reduce((sum, one) => sum + one, columns.length + 1) - width
  for (; over > 0; over -= 1) {
    const wide = columns.filter((column) => (widths[column] ?? 0) > (least[column] ?? 0))
    const widest = wide.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0]
    if (widest === undefined) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}
