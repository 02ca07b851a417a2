/**
 * What share of the room was won: between the customer's best alternative and the counterparty's private limit, which
 * only the sandbox knows.
 *
 * @module
 */
import { bargain } from '../../src/sandbox/pricing/desks.ts'
import type { DealTerms } from '../../tools/offers/terms.ts'
import type { GradeRule } from '../grade.ts'
import type { Transcript } from '../transcript.ts'
import type { SeenNegotiation, SeenTask } from '../world.ts'

export const surplus: GradeRule = {
  name: 'surplus',
  kind: 'quality',
  better: 'higher',
  unit: 'share',
  tolerance: 0.03,
  grade(transcript) {
    const shares = transcript.tasks.flatMap((task) => shareOf(task, transcript) ?? [])
    if (shares.length === 0) return null
    const value = shares.reduce((sum, { share }) => sum + share, 0) / shares.length
    return { value, because: shares.map(({ because }) => because).join('; ') }
  },
}

/** One negotiation in the market's own unit of price, in which less is better for the customer. */
export interface Room {
  readonly negotiationId: string
  /** The party's first ask and its private limit. */
  readonly open: number
  readonly limit: number
  /** What the customer would have without this party: the present terms, or what another one would still hold. */
  readonly alternative: number
  /** What was agreed; null where nothing was. */
  readonly deal: number | null
}

/** The room of each negotiation of a task; none where the market never named a price. */
export function roomsOf(task: SeenTask, transcript: Transcript): readonly Room[] {
  const lines = new Map<string, { open: number; limit: number; terms: DealTerms }>()
  for (const { negotiationId, limit } of transcript.book) {
    if (negotiationId !== undefined && limit != null && !lines.has(negotiationId))
      lines.set(negotiationId, { ...limit.line, terms: limit.terms })
  }
  const present = presentPrice(task, transcript)
  return task.negotiations.flatMap((negotiation) => {
    const line = lines.get(negotiation.id)
    if (line === undefined) return []
    const others = task.negotiations
      .filter(({ id }) => id !== negotiation.id)
      .flatMap((other) => priceHeld(other) ?? [])
    const alternative = Math.min(present ?? line.open, ...others)
    const { open, limit } = line
    return [{ negotiationId: negotiation.id, open, limit, alternative, deal: priceHeld(negotiation) }]
  })
}

function shareOf(task: SeenTask, transcript: Transcript): { share: number; because: string } | null {
  const request = transcript.requests.find(({ proposal }) => proposal.taskId === task.task.id)
  const act = request?.proposal.terms.acts.find(({ type }) => type === 'conclude')
  const rooms = roomsOf(task, transcript)
  if (act?.type === 'conclude') {
    const room = rooms.find(({ negotiationId }) => negotiationId === act.negotiationId)
    const deal = priceOf(act.terms)
    if (room === undefined || deal === null || room.alternative - room.limit < LEAST_ROOM) return null
    const share = Math.max(0, Math.min(1, (room.alternative - deal) / (room.alternative - room.limit)))
    return { share, because: `${act.counterpartyName}: ${share.toFixed(2)} of ${shown(room)}` }
  }
  // Nothing was proposed although somebody would have given way that far: all of the room was left.
  const best = rooms.filter((room) => room.alternative - room.limit >= LEAST_ROOM)
  if (task.task.status !== 'no-deal' || request !== undefined || best.length === 0) return null
  return { share: 0, because: `no deal, with room at ${best.length} counterparties` }
}

/** Below this there is nothing to win that a rounding would not eat. */
const LEAST_ROOM = 0.02

function shown({ alternative, limit }: Room): string {
  return `the room from ${alternative.toFixed(2)} to ${limit.toFixed(2)}`
}

function priceHeld({ held }: SeenNegotiation): number | null {
  return held === null ? null : priceOf(held.terms)
}

/** Terms in the market's own unit. */
export function priceOf(terms: DealTerms): number | null {
  const worth = bargain(terms, () => 0.5, [])?.worth(terms)
  return worth === undefined || !Number.isFinite(worth) ? null : worth
}

type Json = Readonly<Record<string, unknown>>

/** What the customer has today, priced alike; for a claim, paying it at once and whole. Null without a record. */
function presentPrice(task: SeenTask, { mandates, sampled }: Transcript): number | null {
  const mandate = mandates.find(({ id }) => id === task.task.mandateId)
  const kind = task.negotiations[0]?.kind
  if (kind === 'instalment-plan') return 0
  if (kind === 'settlement' || kind === 'fee-waiver') return 1
  const contracts = (sampled.scenario.customer.records.contracts ?? []) as readonly Json[]
  const contract = contracts.find(({ id }) => id === mandate?.subject?.id)
  if (contract === undefined) return null
  if (kind === 'instalment-loan') return Number((contract.loan as Json | undefined)?.nominalRatePercent)
  if (kind === 'overdraft') return Number((contract.overdraft as Json | undefined)?.nominalRatePercent)
  if (kind === 'savings') return -Number((contract.savings as Json | undefined)?.nominalRatePercent)
  const { periodEnd: _, ...insurance } = (contract.insurance ?? {}) as Json
  return priceOf({
    kind: contract.kind,
    currency: contract.currency,
    coverage: {},
    ...insurance,
  } as unknown as DealTerms)
}
