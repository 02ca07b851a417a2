/**
 * The address of a value in a file: `debts[0].fees[1].amount`.
 *
 * @module
 */
export function toPath(parts: readonly PropertyKey[]): string {
  const path = parts.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return path.replace(/^\./, '') || 'file'
}
