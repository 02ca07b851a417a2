/**
 * What the agent may do about mandates: draft one, and follow what came of it. Confirming is the customer's.
 *
 * @module
 */

import type { Proposal } from '../commitments/proposal.ts'
import type { Negotiation, RecordedMove, Task } from '../negotiation/negotiation-ledger.ts'
import type { Disclosable, Limits, Mandate, Need, Subject } from './mandate.ts'

/** What a delegation starts from; absent counterparties and disclosures are filled in from the registry and the need. */
export interface DelegationRequest {
  readonly customerId: string
  readonly threadId: string | null
  readonly need: Need
  readonly subject: Subject | null
  readonly goal: string
  readonly limits: Limits
  /** Ids of those who may be contacted, when the customer chose them. */
  readonly counterparties?: readonly string[]
  /** What they may be told, when the customer chose it. */
  readonly disclosures?: readonly Disclosable[]
}

/** A task with all that can be shown about it. */
export interface TaskView {
  readonly task: Task
  readonly negotiations: readonly {
    readonly negotiation: Negotiation
    readonly counterpartyName: string
    readonly moves: readonly RecordedMove[]
  }[]
  readonly proposal: Proposal | null
  readonly waitsFor: readonly ('reviewer' | 'customer')[]
}

export interface Delegations {
  /**
   * Writes down a mandate for the customer to confirm.
   * @throws InvalidInput when limits contradict each other or the subject is not on record; ParleyError MANDATE_INVALID when nobody deals in it
   */
  draft(request: DelegationRequest): Promise<{ mandate: Mandate; counterpartyNames: readonly string[] }>
  /** The customer's own act, reached from code that saw the customer's yes, never from a model's tool. */
  confirm(mandateId: string, customerId: string): Promise<Task>
  /** Revokes a mandate and stops everything under it. */
  revoke(mandateId: string, customerId: string): Promise<void>
  /** Those a mandate allows to contact, by the names that the customer's records use. */
  namesOf(mandate: Mandate): Promise<readonly string[]>
  /** Tasks of the thread (or of the customer when null), newest first. */
  follow(customerId: string, threadId: string | null): Promise<readonly TaskView[]>
}
