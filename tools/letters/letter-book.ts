/**
 * Letters as they were approved, typeset once and kept: what is printed can never differ from what was decided on.
 *
 * @module
 */

/** How a notice reaches its counterparty: by post in the customer's hands, or by the protocol with a copy to keep. */
export type LetterChannel = 'post' | 'http'

export interface Letter {
  readonly id: string
  readonly customerId: string
  readonly proposalId: string
  /** Position of the act in the proposal's terms. */
  readonly act: number
  readonly counterpartyId: string
  readonly counterpartyName: string
  readonly subject: string
  readonly channel: LetterChannel
  /**
   * By post: `prepared` until somebody confirms that it was posted. By the protocol: `prepared` until the counterparty
   * confirms that it arrived.
   */
  readonly status: 'prepared' | 'dispatched'
  /** SHA-256 of the PDF, in hex. */
  readonly sha256: string
  readonly bytes: number
  /** ISO instant. */
  readonly preparedAt: string
  /** ISO instant; null while it is only prepared. */
  readonly dispatchedAt: string | null
  /** Who confirmed that it was posted; null for one that a counterparty confirmed by the protocol. */
  readonly confirmedBy: string | null
}

/** A letter to keep, with its bytes. */
export interface NewLetter extends Omit<Letter, 'status' | 'dispatchedAt' | 'confirmedBy' | 'bytes'> {
  readonly pdf: Uint8Array
}

export interface LetterBook {
  /** Keeps the letter of an act and answers with the one that is kept: of two, the first. */
  keep(letter: NewLetter): Promise<Letter>
  ofAct(proposalId: string, act: number): Promise<Letter | null>
  get(id: string): Promise<Letter | null>
  /** The bytes as they were kept. */
  pdf(id: string): Promise<Uint8Array | null>
  /** Newest first. */
  list(by: { readonly customerId?: string; readonly limit: number }): Promise<readonly Letter[]>
  /**
   * Notes that the letter was posted; the first note stands.
   * @throws ParleyError CONFLICT for one that went by the protocol: nobody posts it
   */
  confirmDispatch(id: string, by: { readonly person: string; readonly at: Date }): Promise<Letter | null>
}
