/**
 * What the agent's tools hand back: typed data that refers to facts, and the facts themselves.
 *
 * Whoever words the reply (the offline model or a live one) refers to a figure as `[[ref]]`; `data` never holds a
 * bare figure, only refs, names, ids, codes and booleans.
 *
 * @module
 */
import type { Bilingual } from './explanation.ts'
import type { Fact } from './fact.ts'

/** A fact's ref, to be written as `[[ref]]`. */
export type Ref = string

export type ToolAnswer = { readonly facts: readonly Fact[] } & ToolData

export interface DebtLine {
  readonly debtId: string
  readonly creditor: string
  readonly open: Ref
  readonly dueDate: Ref
  readonly overdue: boolean
  readonly asOf: Ref
  /** What the record names as its own source. */
  readonly source?: Ref
  readonly nextInstalment: { readonly due: Ref; readonly amount: Ref } | null
  readonly pending: Ref | null
  readonly fees: readonly { readonly feeId: string; readonly type: string; readonly amount: Ref; readonly date: Ref }[]
}

export interface ComparedOffer {
  readonly offerId: string
  readonly provider: string
  readonly rank: number
  /** `current` is doing nothing; `quote` is the customer's own; `market` came from a counterparty. */
  readonly origin: 'current' | 'quote' | 'market'
  readonly monthly: Ref | null
  readonly yearly: Ref | null
  readonly total: Ref | null
  readonly effectiveRate: Ref | null
  readonly saving: Ref | null
  /** What leaving the present contract may cost at most; counted in the saving. */
  readonly leaving?: Ref | null
  readonly breakEvenMonth: Ref | null
  readonly gaps: readonly { readonly cover: string; readonly state: 'not' | 'partly' | 'unknown' }[]
  readonly validUntil: Ref | null
}

export type ToolData =
  | {
      readonly kind: 'debts'
      readonly lines: readonly DebtLine[]
      readonly total: Ref | null
      readonly nothingOwed: boolean
      readonly askedFor: string | null
    }
  | {
      readonly kind: 'contracts'
      readonly lines: readonly {
        readonly contractId: string
        readonly contractKind: string
        readonly provider: string
        readonly figures: readonly Ref[]
      }[]
    }
  | {
      readonly kind: 'comparison'
      readonly what: 'loan' | 'insurance'
      readonly offers: readonly ComparedOffer[]
      readonly removed: readonly {
        readonly provider: string
        readonly reason: Bilingual
        readonly figures: readonly Ref[]
      }[]
      readonly warnings: readonly Bilingual[]
      readonly canNegotiate: boolean
    }
  | {
      readonly kind: 'mandate-draft'
      readonly mandateId: string
      readonly need: string
      readonly about: string | null
      readonly limits: readonly Ref[]
      /** Covers that must be included. */
      readonly cover: readonly Bilingual[]
      readonly counterparties: readonly string[]
      readonly disclosures: readonly Bilingual[]
      readonly expires: Ref
    }
  | {
      readonly kind: 'progress'
      readonly tasks: readonly {
        readonly taskId: string
        readonly need: string
        readonly status: string
        readonly negotiations: readonly {
          readonly counterparty: string
          readonly status: string
          readonly theirLast: readonly Ref[]
          readonly rounds: Ref
        }[]
        readonly proposalId: string | null
        readonly waitsFor: readonly ('reviewer' | 'customer')[]
      }[]
      /** Proposals that no negotiation led to (letters), as far as they are open. */
      readonly letters?: readonly {
        readonly proposalId: string
        readonly act: Bilingual
        readonly counterparty: string
        readonly waitsFor: readonly ('reviewer' | 'customer')[]
        readonly deadline: Ref
      }[]
      readonly pendingMandate: string | null
    }
  | {
      readonly kind: 'proposal'
      readonly proposalId: string
      readonly act: Bilingual
      readonly counterparty: string
      readonly figures: readonly Ref[]
      readonly waitsFor: readonly ('reviewer' | 'customer')[]
      readonly deadline: Ref
      /** What has to be read before a yes. */
      readonly warnings?: readonly Bilingual[]
    }
  | {
      readonly kind: 'dispute-draft'
      readonly disputeId: string
      readonly creditor: string
      readonly items: readonly {
        readonly feeId: string
        readonly claimed: Ref
        readonly accepted: Ref
        readonly disputed: Ref
        readonly reason: Bilingual
        readonly strength: 'none' | 'soft' | 'strong'
        readonly legal: readonly Ref[]
        /** Contested until the creditor proves it: whether it is owed cannot be said. */
        readonly unproven?: true
      }[]
      readonly undisputed: Ref
      readonly missing: readonly Bilingual[]
      /** What the customer told and the draft rests on. */
      readonly told?: readonly Bilingual[]
      readonly escalate: boolean
      readonly explanation: Ref | null
      /** By when the letter asks for an answer. */
      readonly answerBy?: Ref
      /** What has to be known before anything is paid or promised on the claim. */
      readonly warnings?: readonly Bilingual[]
    }
  | { readonly kind: 'declined'; readonly proposalId: string }
  | { readonly kind: 'declined'; readonly mandateId: string }
  /** All that was under way or waiting in the conversation. */
  | { readonly kind: 'declined'; readonly everything: true }
  | { readonly kind: 'handoff'; readonly handoffId: string; readonly onDuty: boolean; readonly promise: Ref | null }
  | {
      readonly kind: 'explanation'
      readonly figure: Ref | null
      readonly origin: string | null
      readonly steps: readonly Bilingual[]
      readonly figures: readonly Ref[]
      readonly rules: readonly string[]
    }
  | {
      readonly kind: 'knowledge'
      readonly passages: readonly {
        readonly passageId: string
        readonly title: string
        readonly text: string
        readonly citation: Ref
      }[]
      readonly abstained: boolean
    }
  | { readonly kind: 'question'; readonly code: string; readonly ask: Bilingual; readonly options: readonly string[] }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: Bilingual; readonly figures: readonly Ref[] }
