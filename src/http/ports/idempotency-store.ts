/**
 * Answers to requests that create, by key, so that a repeated request gets the first answer.
 *
 * @module
 */

export type Begun =
  /** This caller executes; `note` is what an execution that broke off had left. */
  | { readonly kind: 'execute'; readonly note: string | null }
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'running' }

/** A key belongs to the subject who sent it. */
export interface IdempotencyKey {
  readonly subject: string
  readonly key: string
}

export interface IdempotencyStore {
  /**
   * Takes the key, or says how it stands. An execution that gave no answer within `staleSeconds` counts as broken off and
   * may be taken up again.
   */
  begin(key: IdempotencyKey, request: { hash: string; at: Date; staleSeconds: number }): Promise<Begun>
  /** Remembers an id made on the way, so that an execution taken up again goes on with it. */
  note(key: IdempotencyKey, note: string): Promise<void>
  finish(key: IdempotencyKey, answer: { status: number; body: string }): Promise<void>
  /** Lets the next request with this key take the execution up at once, with its note. */
  breakOff(key: IdempotencyKey): Promise<void>
  /** Forgets a key whose execution created nothing. */
  forget(key: IdempotencyKey): Promise<void>
}
