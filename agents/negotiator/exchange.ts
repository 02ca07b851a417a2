/**
 * Sending a stored move and getting its answer, whatever happens on the way.
 *
 * @module
 */
import type { TheirMove, TheirState } from '../../tools/negotiation/counterparty.ts'
import { ParleyError } from '../../tools/shared/errors.ts'

export type Exchanged =
  | { readonly kind: 'answered'; readonly answer: TheirMove }
  /** Nobody could be reached; our move waits in the ledger. */
  | { readonly kind: 'unreachable' }
  /** They answer, and it is no answer. */
  | { readonly kind: 'garbled' }

/**
 * Sends a move of `round`, or, where it may have been sent before or its answer was lost, asks what they know first:
 * the same round goes out again only when they have not seen it.
 */
export async function exchange(request: {
  readonly round: number
  readonly sent: 'never' | 'perhaps'
  readonly send: () => Promise<TheirMove>
  readonly state: () => Promise<TheirState | null>
}): Promise<Exchanged> {
  if (request.sent === 'never') {
    const first = await attempt(request.send)
    if (first.kind === 'answered') return first
    const known = await fetchAnswer(request)
    // Garbage in reply to a move is asked about once; a second send would only invite more of it.
    if (first.kind === 'garbled' || known.kind !== 'unseen')
      return known.kind === 'unseen' ? { kind: 'garbled' } : known
    return attempt(request.send)
  }
  const known = await fetchAnswer(request)
  return known.kind === 'unseen' ? attempt(request.send) : known
}

async function attempt(send: () => Promise<TheirMove>): Promise<Exchanged> {
  try {
    return { kind: 'answered', answer: await send() }
  } catch (error) {
    return failure(error)
  }
}

async function fetchAnswer(request: {
  readonly round: number
  readonly state: () => Promise<TheirState | null>
}): Promise<Exchanged | { readonly kind: 'unseen' }> {
  try {
    const state = await request.state()
    if (state === null || state.round < request.round) return { kind: 'unseen' }
    // A round that we never sent cannot have been answered.
    if (state.round > request.round || state.lastMove === null) return { kind: 'garbled' }
    return { kind: 'answered', answer: state.lastMove }
  } catch (error) {
    return failure(error)
  }
}

/** The two failures of the channel are outcomes here; anything else is a bug and surfaces. */
function failure(error: unknown): Exchanged {
  if (error instanceof ParleyError && error.code === 'COUNTERPARTY_UNREACHABLE') return { kind: 'unreachable' }
  if (error instanceof ParleyError && error.code === 'COUNTERPARTY_GARBLED') return { kind: 'garbled' }
  throw error
}
