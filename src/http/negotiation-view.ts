/**
 * A negotiation as it may be shown: the reservation value is for the customer's eyes alone (promise 2).
 *
 * @module
 */
import type { Limits } from '../../tools/mandates/mandate.ts'
import type { Negotiation, RecordedMove } from '../../tools/negotiation/negotiation-ledger.ts'
import type { MoveReason } from '../../tools/negotiation/strategy.ts'
import type { Door } from './door.ts'
import { partiesOf } from './parties.ts'
import type { Principal } from './principal.ts'
import { negotiationSchema } from './schemas/task-schemas.ts'

export async function negotiationView(
  door: Door,
  negotiation: Negotiation,
  moves: readonly RecordedMove[],
  reader: Principal,
) {
  const parties = await partiesOf(door, negotiation.customerId)
  const { name, synthetic } = await parties(negotiation.counterpartyId)
  const hidden = reader.customerId === negotiation.customerId ? null : await secretsOf(door, negotiation.mandateId)
  return negotiationSchema.parse({
    ...negotiation,
    counterpartyName: name,
    synthetic,
    moves: moves.map((move) => ({ ...move, because: hidden === null ? move.because : without(move.because, hidden) })),
  })
}

/** Every value of the mandate's limits, as the text it might turn up in. */
async function secretsOf(door: Door, mandateId: string): Promise<readonly string[]> {
  const limits: Limits = (await door.mandates.get(mandateId))?.limits ?? {}
  return Object.values(limits)
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map(String)
}

/** The reason without the figures that equal a limit, and without words that carry one. */
export function without(because: MoveReason | null, secrets: readonly string[]) {
  if (because === null) return null
  const carries = (text: string) => numbersIn(text).some((n) => secrets.some((secret) => n === Number(secret)))
  return {
    rule: because.rule,
    text: carries(because.text.de) || carries(because.text.en) ? null : because.text,
    figures: Object.fromEntries(Object.entries(because.figures).filter(([, value]) => !carries(value))),
  }
}

/** The numbers a text holds, in German or English notation. */
function numbersIn(text: string): readonly number[] {
  return (text.match(/\d[\d.,']*/g) ?? []).flatMap((token) => {
    const bare = token.replace(/[.,']+$/, '')
    const english = Number(bare.replaceAll(/[,']/g, ''))
    const german = Number(bare.replaceAll(/[.']/g, '').replace(',', '.'))
    return [english, german].filter(Number.isFinite)
  })
}
