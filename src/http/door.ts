/**
 * All that the HTTP door needs from the house: ports and services as one plain object.
 *
 * @module
 */
import type { HandoffDesk } from '../../agents/handoff-desk.ts'
import type { ThreadStore } from '../../agents/thread-store.ts'
import type { ApprovalLedger } from '../../tools/commitments/approval-ledger.ts'
import type { Proposals } from '../../tools/commitments/proposals.ts'
import type { ReviewerRoster } from '../../tools/commitments/reviewer-roster.ts'
import type { Withdrawals } from '../../tools/commitments/withdrawals.ts'
import type { DebtLedger } from '../../tools/debts/debt-ledger.ts'
import type { DisputeWatch } from '../../tools/disputes/dispute-watch.ts'
import type { ExplanationBook } from '../../tools/explanations/explanation-book.ts'
import type { LetterBook } from '../../tools/letters/letter-book.ts'
import type { Delegations } from '../../tools/mandates/delegations.ts'
import type { MandateLedger } from '../../tools/mandates/mandate-ledger.ts'
import type { CounterpartyRegistry } from '../../tools/negotiation/counterparty.ts'
import type { NegotiationLedger } from '../../tools/negotiation/negotiation-ledger.ts'
import type { ContractBook, CustomerBook, Offer, OfferBook } from '../../tools/offers/contract.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import type { ChainReport } from '../audit/chain-report.ts'
import type { Anchor } from '../audit/check-anchors.ts'
import type { Log } from '../log.ts'
import type { Signer } from '../signing/signer.ts'
import type { TargetRules } from '../webhooks/target.ts'
import type { Assets } from './ports/assets.ts'
import type { DeskFloor } from './ports/desk-floor.ts'
import type { IdempotencyStore } from './ports/idempotency-store.ts'
import type { AuditTrail, Figures, Health, Importer, Personal } from './ports/operations.ts'
import type { RateLimits } from './ports/rate-limits.ts'
import type { CommitmentBook, Edits, ReviewDesk } from './ports/review-desk.ts'
import type { Runs } from './ports/runs.ts'
import type { WebhookBook } from './ports/webhook-book.ts'
import type { Authenticator } from './principal.ts'

/** What is on record about a customer, with the one thing a customer may add: a quote already in hand. */
export type Records = DebtLedger &
  ContractBook &
  OfferBook &
  CustomerBook & {
    /** Adds or renews a quote; the newest `asOf` is current. */
    addOffer(customerId: string, offer: Offer): Promise<void>
  }

export interface Door {
  readonly records: Records
  readonly explanations: Pick<ExplanationBook, 'get'>
  readonly threads: ThreadStore & {
    /** Erases a conversation with its messages and hand-offs. */
    remove(threadId: string): Promise<void>
  }
  readonly runs: Runs
  readonly mandates: MandateLedger
  readonly delegations: Delegations
  readonly negotiations: NegotiationLedger
  readonly counterparties: CounterpartyRegistry
  readonly proposals: Proposals & Edits
  readonly reviews: ReviewDesk
  readonly reviewers: ReviewerRoster
  readonly withdrawals: Withdrawals
  readonly webhooks: { readonly book: WebhookBook; readonly rules: TargetRules }
  /** Reads what came of a proposal. */
  readonly approvals: ApprovalLedger & CommitmentBook
  readonly handoffs: HandoffDesk & DeskFloor
  readonly letters: LetterBook
  readonly disputeWatch: DisputeWatch
  readonly audit: AuditTrail
  readonly chain: { verify(): Promise<ChainReport>; anchors(): Promise<readonly Anchor[]> }
  /** Signs receipts; null where there is no key to sign with. */
  readonly signer: Signer | null
  readonly figures: Figures
  readonly personal: Personal
  readonly importer: Importer
  readonly idempotency: IdempotencyStore
  /** Left out, requests are not counted. */
  readonly rates?: RateLimits
  readonly authenticator: Authenticator
  readonly assets: Assets
  readonly health: Health
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly settings: DoorSettings
}

/** The few things an operator may set about the door itself. */
export interface DoorSettings {
  /** Origins whose pages may call the API; empty means none but our own. */
  readonly corsOrigins: readonly string[]
  /** Bytes of an ordinary body, and of an import. */
  readonly bodyLimit: number
  readonly importLimit: number
  /** How often a stream of task events looks for news, in milliseconds. */
  readonly pollMilliseconds: number
  /** What this deployment may do, as `GET /v1/policy` shows it. */
  readonly policy: Readonly<Record<string, unknown>>
}

export const DEFAULT_SETTINGS: DoorSettings = {
  corsOrigins: [],
  bodyLimit: 256 * 1024,
  importLimit: 8 * 1024 * 1024,
  pollMilliseconds: 500,
  policy: {},
}
