/**
 * What is approved in the bench: a creditor who takes a fee back. It needs one reviewer, and is one act.
 *
 * @module
 */
import type { ProposalRequest } from '../../../tools/commitments/proposals.ts'
import { COUNTERPARTY } from './bench-counterparty.ts'

/** How long the offer holds. */
const HELD_DAYS = 7

/** @param n no two are the same */
export function benchProposal(customerId: string, n: number, now: Date): ProposalRequest {
  const until = new Date(now.getTime() + HELD_DAYS * 86_400_000).toISOString()
  const nothing = { amount: '0.00', currency: 'EUR' }
  return {
    ...{ customerId, threadId: null, taskId: null, mandateId: null, proposer: 'agent', expiresAt: until },
    terms: {
      acts: [
        {
          type: 'conclude',
          counterpartyId: COUNTERPARTY.id,
          counterpartyName: COUNTERPARTY.name,
          negotiationId: `neg-bench-${n}`,
          offerId: `offer-bench-${n}`,
          validUntil: until,
          terms: { kind: 'fee-waiver', currency: 'EUR', claimed: '25.00', waived: '25.00' },
        },
      ],
    },
    brief: {
      act: { de: 'Verzicht auf eine Gebühr annehmen', en: 'Accept that a fee is taken back' },
      counterparty: COUNTERPARTY.name,
      amounts: { now: nothing, monthly: null, total: nothing },
      termMonths: null,
      worstCase: { de: 'Es ändert sich nichts', en: 'Nothing changes' },
      deadline: until,
      irreversible: { de: 'Der Verzicht gilt', en: 'The fee is gone' },
      alternatives: [
        {
          title: { de: 'Nichts tun', en: 'Do nothing' },
          total: { amount: '25.00', currency: 'EUR' },
          note: { de: 'Die Gebühr bleibt', en: 'The fee stays' },
        },
      ],
      sources: [`offer-bench-${n}`],
    },
  }
}
