/**
 * What delegating needs.
 *
 * @module
 */
import type pg from 'pg'
import type { ApprovalLedger } from '../../tools/commitments/approval-ledger.ts'
import type { DebtLedger } from '../../tools/debts/debt-ledger.ts'
import type { MandateLedger } from '../../tools/mandates/mandate-ledger.ts'
import type { CounterpartyChannel } from '../../tools/negotiation/counterparty.ts'
import type { NegotiationLedger } from '../../tools/negotiation/negotiation-ledger.ts'
import type { ContractBook, CustomerBook, OfferBook } from '../../tools/offers/contract.ts'
import type { DeploymentProfile } from '../../tools/profile/profile.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import type { HttpRegistry } from '../channels/registry.ts'
import type { OpenWorkLimits } from '../db/open-work.ts'
import type { JobQueue } from '../jobs/job-queue.ts'

export interface DelegationParts {
  readonly pool: pg.Pool
  readonly mandates: MandateLedger
  readonly negotiations: NegotiationLedger
  readonly approvals: Pick<ApprovalLedger, 'proposal' | 'outcomeOf' | 'decisions'>
  readonly records: CustomerBook & ContractBook & OfferBook & DebtLedger
  readonly registry: HttpRegistry
  readonly channel: Pick<CounterpartyChannel, 'release'>
  readonly jobs: Pick<JobQueue, 'enqueue'>
  readonly profile: DeploymentProfile
  /** How much a customer may have under way at once; left out, there is no limit. */
  readonly openWork?: OpenWorkLimits
  readonly clock: Clock
  readonly ids: Ids
}
