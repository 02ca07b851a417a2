/**
 * What can be seen from the front door at one moment: the customer's own view of the ledger, and their conversations.
 *
 * @module
 */
import type { Message } from '../agents/thread-store.ts'
import type { ApiClient } from '../src/server/api-client.ts'
import type { Commitment, Decision } from '../tools/commitments/approval-ledger.ts'
import type { Proposal } from '../tools/commitments/proposal.ts'
import type { Mandate } from '../tools/mandates/mandate.ts'
import type { RecordedMove } from '../tools/negotiation/negotiation-ledger.ts'
import type { DealKind, DealTerms } from '../tools/offers/terms.ts'

export interface SeenThread {
  readonly id: string
  readonly messages: readonly Message[]
}

export interface SeenMandate extends Mandate {
  readonly state: 'in-force' | 'unconfirmed' | 'revoked' | 'expired'
}

export interface SeenNegotiation {
  readonly id: string
  readonly counterpartyId: string
  readonly counterpartyName: string
  readonly kind: DealKind
  readonly status: string
  readonly held: { readonly terms: DealTerms } | null
  readonly moves: readonly RecordedMove[]
}

export interface SeenTask {
  readonly task: {
    readonly id: string
    readonly threadId: string | null
    readonly status: string
    readonly mandateId: string
    readonly createdAt: string
  }
  readonly negotiations: readonly SeenNegotiation[]
}

export interface SeenRequest {
  readonly id: string
  readonly status: 'pending' | 'closed'
  readonly proposal: Omit<Proposal, 'id'>
  readonly decisions: readonly Omit<Decision, 'proposalId'>[]
  readonly outcome: { readonly outcome: string; readonly decidedAt: string } | null
  readonly waitsFor: readonly ('reviewer' | 'customer')[]
  readonly execution: { readonly kind: string }
  readonly questions: readonly { readonly person: string; readonly answer: unknown }[]
}

export interface SeenHandoff {
  readonly id: string
  readonly threadId: string
  readonly reason: string
  readonly status: 'waiting' | 'accepted' | 'returned' | 'closed'
  readonly requestedAt: string
  readonly acceptedAt: string | null
  readonly endedAt: string | null
}

export interface World {
  /** In the order in which they were begun. */
  readonly threads: readonly SeenThread[]
  /** Oldest first, all four. */
  readonly mandates: readonly SeenMandate[]
  readonly tasks: readonly SeenTask[]
  readonly requests: readonly SeenRequest[]
  readonly handoffs: readonly SeenHandoff[]
  readonly commitments: readonly Commitment[]
}

/** Looks once. Messages are read before commitments, so that what a message says is never credited to a later one. */
export async function lookAround(customer: ApiClient, threadIds: readonly string[]): Promise<World> {
  const threads = await Promise.all(
    threadIds.map(async (id) => ({
      id,
      messages: (await customer.get<{ messages: Message[] }>(`/v1/threads/${id}`)).messages,
    })),
  )
  const { mandates } = await customer.get<{ mandates: SeenMandate[] }>('/v1/mandates')
  const { tasks } = await customer.get<{ tasks: { id: string }[] }>('/v1/tasks')
  const seenTasks = await Promise.all(tasks.map(({ id }) => customer.get<SeenTask>(`/v1/tasks/${id}`)))
  const open = await customer.get<{ approvals: SeenRequest[] }>('/v1/approvals?status=pending')
  const closed = await customer.get<{ approvals: SeenRequest[] }>('/v1/approvals?status=closed')
  const { handoffs } = await customer.get<{ handoffs: SeenHandoff[] }>('/v1/handoffs')
  const { commitments } = await customer.get<{ commitments: Commitment[] }>('/v1/commitments')
  return {
    threads,
    mandates: mandates.toReversed(),
    tasks: seenTasks.toReversed(),
    requests: oldestFirst([...closed.approvals, ...open.approvals]),
    handoffs,
    // What was committed at one moment stands in the order of the acts.
    commitments: commitments.toSorted((a, b) => a.committedAt.localeCompare(b.committedAt) || a.act - b.act),
  }
}

/** Under a clock that stands all were made at once; a proposal that replaces another is the later one. */
function oldestFirst(requests: readonly SeenRequest[]): readonly SeenRequest[] {
  const known = new Map(requests.map((request) => [request.id, request]))
  const depth = ({ proposal }: SeenRequest): number => {
    const earlier = proposal.supersedes === null ? undefined : known.get(proposal.supersedes)
    return earlier === undefined ? 0 : 1 + depth(earlier)
  }
  return [...new Map(requests.map((request) => [request.id, request])).values()].toSorted(
    (a, b) => a.proposal.createdAt.localeCompare(b.proposal.createdAt) || depth(a) - depth(b),
  )
}
