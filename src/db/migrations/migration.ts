/**
 * One forward step of the schema: applied once, in one transaction, in the order of the written list.
 *
 * @module
 */
export interface Migration {
  /** `0001-records`: the number is its place in the list for ever. */
  readonly name: string
  readonly sql: string
}
