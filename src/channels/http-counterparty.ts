/**
 * Counterparties over HTTP/JSON: one request per move, never repeated, every answer checked.
 *
 * @module
 */
import type { z } from 'zod'
import type { CounterpartyChannel, TheirMove } from '../../tools/negotiation/counterparty.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { theirMoveSchema, theirStateSchema } from './answers.ts'
import { type HttpAnswer, type HttpOptions, httpDefaults, parseAnswer, send } from './http.ts'
import type { HttpRegistry } from './registry.ts'

/**
 * The channel over a registry's endpoints.
 *
 * A move is sent once: after a lost answer the caller asks for the state, because only the other side knows whether
 * the move arrived.
 */
export function httpCounterparties(
  registry: Pick<HttpRegistry, 'endpointOf'>,
  http: Partial<HttpOptions> = {},
): CounterpartyChannel {
  const options = { ...httpDefaults, ...http }

  const post = async (counterpartyId: string, path: string, body: unknown): Promise<HttpAnswer> => {
    const { baseUrl, token } = await registry.endpointOf(counterpartyId)
    return send({ method: 'POST', url: `${baseUrl}${path}`, token, body }, options)
  }

  return {
    async open(counterpartyId, request) {
      return theirMove(await post(counterpartyId, '/negotiations', request))
    },
    async move(counterpartyId, negotiationId, move) {
      return theirMove(await post(counterpartyId, `/negotiations/${encodeURIComponent(negotiationId)}/moves`, move))
    },
    async state(counterpartyId, negotiationId) {
      const { baseUrl, token } = await registry.endpointOf(counterpartyId)
      const url = `${baseUrl}/negotiations/${encodeURIComponent(negotiationId)}`
      const answer = await send({ method: 'GET', url, token }, options)
      if (answer.status === 404) return null
      requireSuccess(answer)
      const state = parseAnswer(answer, theirStateSchema)
      if (state.negotiationId !== negotiationId) {
        throw new ParleyError('COUNTERPARTY_GARBLED', 'The answer is about another negotiation.')
      }
      return { ...state, lastMove: state.lastMove === null ? null : withoutAbsent(state.lastMove) }
    },
    async release(counterpartyId, offerId) {
      const answer = await post(counterpartyId, `/offers/${encodeURIComponent(offerId)}/release`, {})
      if (answer.status !== 404) requireSuccess(answer) // an offer they do not know any more is released already
    },
  }
}

function theirMove(answer: HttpAnswer): TheirMove {
  requireSuccess(answer)
  return withoutAbsent(parseAnswer(answer, theirMoveSchema))
}

/** A refusal of the request itself (4xx) says that the two sides do not speak the same protocol. */
function requireSuccess({ status }: HttpAnswer): void {
  if (status >= 200 && status < 300) return
  throw new ParleyError('COUNTERPARTY_GARBLED', `The counterparty refused the request (${status}).`, {
    facts: { status },
  })
}

/** Optional fields that are absent rather than undefined, as the port declares them. */
function withoutAbsent({ move, terms, offerId, validUntil, text }: z.output<typeof theirMoveSchema>): TheirMove {
  return {
    move,
    ...(terms === undefined ? {} : { terms }),
    ...(offerId === undefined ? {} : { offerId }),
    ...(validUntil === undefined ? {} : { validUntil: new Date(validUntil).toISOString() }),
    ...(text === undefined ? {} : { text }),
  }
}
