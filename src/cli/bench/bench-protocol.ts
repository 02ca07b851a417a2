/**
 * What the bench and the server it measures say to each other, apart from HTTP.
 *
 * @module
 */

/** A POST there inserts one row, with nothing around it. */
export const INSERT_PATH = '/bare-insert'

/** Sent once, when the server serves. */
export interface BenchReady {
  readonly url: string
  /** A token per customer. */
  readonly tokens: readonly string[]
  /** A token per reviewer. */
  readonly reviewers: readonly string[]
}

/** A proposal that waits for one reviewer. */
export interface Proposed {
  readonly id: string
  readonly termsHash: string
}

/** What the server can be asked. Bytes throughout. */
export interface BenchAnswers {
  memory(): Promise<{ readonly heapUsed: number; readonly rss: number }>
  /** Milliseconds of processor time used so far. */
  processor(): Promise<number>
  /** Rows of all tables. */
  stored(): Promise<number>
  /** Bare inserts a second. */
  inserts(input: { readonly clients: number; readonly seconds: number }): Promise<number>
  /** Opens proposals, each to be approved by one reviewer. */
  propose(input: { readonly count: number }): Promise<readonly Proposed[]>
  /** Commitments that stand. */
  committed(): Promise<number>
  close(): Promise<void>
}

export interface Ask {
  readonly id: number
  readonly name: keyof BenchAnswers
  readonly input?: unknown
}

export type Told = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: string }
