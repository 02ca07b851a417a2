/**
 * Sends the stored move, when the mandate still allows it, and brings back the answer.
 *
 * @module
 */
import { disclosedFacts } from '../../../tools/mandates/disclosed-facts.ts'
import { type Mandate, notInForce } from '../../../tools/mandates/mandate.ts'
import type { OpenRequest, OurMove, TheirMove } from '../../../tools/negotiation/counterparty.ts'
import type { Negotiation, RecordedMove } from '../../../tools/negotiation/negotiation-ledger.ts'
import { withinMandate } from '../../../tools/negotiation/within-mandate.ts'
import { ParleyError } from '../../../tools/shared/errors.ts'
import { readCase, recordsOf } from '../case.ts'
import { exchange } from '../exchange.ts'
import type { NegotiatorPorts } from '../ports.ts'
import type { NegotiatorState } from '../state.ts'
import { noteUnreachable } from '../unreachable.ts'

export function send(ports: NegotiatorPorts) {
  return async ({ negotiationId, round, sent }: NegotiatorState): Promise<Partial<NegotiatorState>> => {
    const { negotiation, mandate, moves } = await readCase(ports, negotiationId)
    const ours = moves.find((move) => move.side === 'ours' && move.round === round)
    if (ours === undefined) throw new ParleyError('NOT_FOUND', `No move of round ${round} is stored.`)
    const at = ports.clock.now()
    const obstacle = obstacleTo(mandate, negotiation, ours, at)
    if (obstacle !== null) {
      await ports.negotiations.end(negotiationId, { status: 'withdrawn', ending: obstacle, at })
      return { step: 'ended' }
    }
    const { counterpartyId } = negotiation
    const sendMove = await sender(ports, negotiation, mandate, ours)
    const outcome = await exchange({
      round,
      sent,
      send: sendMove,
      state: () => ports.channel.state(counterpartyId, negotiationId),
    })
    if (outcome.kind === 'answered') return { step: 'record', answer: outcome.answer }
    if (outcome.kind === 'garbled') {
      await ports.negotiations.end(negotiationId, { status: 'failed', ending: 'garbled', at: ports.clock.now() })
      return { step: 'ended' }
    }
    return { step: await noteUnreachable(ports.negotiations, negotiation, ports.unreachableLimit, ports.clock.now()) }
  }
}

/** The mandate is read again before every send: whom, until when, and what. */
function obstacleTo(mandate: Mandate, negotiation: Negotiation, ours: RecordedMove, now: Date): string | null {
  const invalid = notInForce(mandate, now)
  if (invalid !== null) return `mandate ${invalid}`
  if (!mandate.counterparties.includes(negotiation.counterpartyId)) return 'counterparty not in the mandate'
  if (ours.terms !== null && withinMandate(mandate, ours.terms).kind === 'outside') return 'outside the mandate'
  return null
}

async function sender(
  ports: NegotiatorPorts,
  { id, kind, subject, counterpartyId }: Negotiation,
  mandate: Mandate,
  ours: RecordedMove,
): Promise<() => Promise<TheirMove>> {
  const text = ours.text === null ? {} : { text: ours.text }
  if (ours.round > 0) {
    const terms = ours.terms === null ? {} : { terms: ours.terms }
    const move: OurMove = { move: ours.move as OurMove['move'], round: ours.round, ...terms, ...text }
    return () => ports.channel.move(counterpartyId, id, move)
  }
  const opening = ours.terms
  if (opening === null) throw new ParleyError('NOT_FOUND', `The opening of negotiation ${id} has no terms.`)
  const { customer, contract, debt } = await recordsOf(ports, mandate)
  const now = ports.clock.now()
  const quotes = (await ports.records.offers(mandate.customerId)).filter((offer) => offer.kind === kind)
  const facts = disclosedFacts(mandate.disclosures, { customer, contract, debt, offers: quotes }, now.getUTCFullYear())
  // A reference is a way to find the customer's file: it goes out only where the mandate says so.
  const reference = mandate.disclosures.includes('debt-reference') ? debt?.reference : undefined
  const request: OpenRequest = {
    negotiationId: id,
    kind,
    subject: subject === null ? null : { ...subject, ...(reference === undefined ? {} : { reference }) },
    facts,
    opening,
    deadline: mandate.expiresAt,
    ...text,
  }
  return () => ports.channel.open(counterpartyId, request)
}
