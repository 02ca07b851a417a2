/**
 * What an actor does next. The player performs it; the actor never touches the API itself.
 *
 * @module
 */
import type { Limits, Need, Subject } from '../../tools/mandates/mandate.ts'
import type { Said } from './voice.ts'

export type Action =
  | {
      readonly do: 'say'
      readonly said: Said
      readonly threadId: string | null
      readonly why: string
      readonly asksForPerson: boolean
    }
  | { readonly do: 'confirm-mandate'; readonly mandateId: string }
  | { readonly do: 'delegate'; readonly need: Need; readonly subject: Subject | null; readonly limits: Limits }
  | {
      readonly do: 'vote'
      readonly person: string
      readonly role: 'customer' | 'reviewer'
      readonly requestId: string
      readonly termsHash: string
      readonly decision: 'approve' | 'reject' | 'edit'
      readonly reason?: string
      readonly terms?: unknown
    }
  | {
      readonly do: 'ask'
      readonly person: string
      readonly requestId: string
      readonly termsHash: string
      readonly to: 'customer' | 'agent'
      readonly question: string
    }
  | {
      readonly do: 'accept-handoff' | 'return-handoff' | 'close-handoff'
      readonly person: string
      readonly handoffId: string
    }
  | { readonly do: 'say-as-person'; readonly person: string; readonly handoffId: string; readonly text: string }
