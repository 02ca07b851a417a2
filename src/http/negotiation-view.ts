/**
 * A negotiation as it may be shown: the reservation value is for the customer's eyes alone (promise 2).
 *
 * @module
 */
import type { Limits } from '../../tools/mandates/mandate.ts'
import type { Negotiation, Task } from '../../tools/negotiation/negotiation-ledger.ts'
import { readText } from '../../tools/negotiation/read-text.ts'
import type { MoveReason } from '../../tools/negotiation/strategy.ts'
import type { Door } from './door.ts'
import { partiesOf } from './parties.ts'
import type { Principal } from './principal.ts'
import { negotiationSchema, taskViewSchema } from './schemas/task-schemas.ts'

/** Negotiations of one mandate, each with its moves. */
export async function negotiationViews(door: Door, negotiations: readonly Negotiation[], reader: Principal) {
  const [first] = negotiations
  if (first === undefined) return []
  const parties = await partiesOf(door, first.customerId)
  const hidden = reader.customerId === first.customerId ? null : await secretsOf(door, first.mandateId)
  return Promise.all(
    negotiations.map(async (negotiation) => {
      const { name, synthetic } = await parties(negotiation.counterpartyId)
      const moves = await door.negotiations.moves(negotiation.id)
      return negotiationSchema.parse({
        ...negotiation,
        counterpartyName: name,
        synthetic,
        moves: moves.map((move) => ({
          ...move,
          doubts: move.side === 'theirs' ? readText(move.text, move.terms).doubts : [],
          because: hidden === null ? move.because : without(move.because, hidden),
        })),
      })
    }),
  )
}

/** A task with all that can be shown about it. */
export async function taskView(door: Door, task: Task, reader: Principal) {
  const request = task.proposalId === null ? null : await door.reviews.request(task.proposalId)
  return taskViewSchema.parse({
    task,
    negotiations: await negotiationViews(door, await door.negotiations.negotiationsOf(task.id), reader),
    proposalId: task.proposalId,
    waitsFor: request?.outcome === null ? request.waitsFor : [],
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
