/**
 * A drafted dispute as the exact terms a reviewer decides on.
 *
 * @module
 */
import type { Dispute } from '../disputes/dispute-book.ts'
import { PART_PAYMENT_WARNING } from '../disputes/limitation-warning.ts'
import type { ProposalRequest } from './proposals.ts'

/** How long a reviewer may take before the answer is no. */
const OPEN_DAYS = 7

/** The request for approval to send the letter, and nothing but this letter. */
export function disputeProposal(
  dispute: Dispute,
  {
    now,
    threadId,
    occasion = 'first',
  }: { readonly now: Date; readonly threadId: string | null; readonly occasion?: 'first' | 'follow-up' },
): ProposalRequest {
  const expiresAt = new Date(now.getTime() + OPEN_DAYS * 86_400_000).toISOString()
  const { creditor, currency } = dispute
  const amount = (value: string) => ({ amount: value, currency })
  return {
    customerId: dispute.customerId,
    threadId,
    taskId: null,
    mandateId: null,
    proposer: 'agent',
    expiresAt,
    terms: {
      acts: [
        {
          type: 'notice',
          notice: 'dispute',
          counterpartyId: creditor.id,
          counterpartyName: creditor.name,
          subject: { type: 'debt', id: dispute.debtId, reference: dispute.reference },
          terms: {
            currency,
            items: dispute.items.map(({ id, claimed, accepted, disputed, codes, evidence }) => ({
              id,
              claimed,
              accepted,
              disputed,
              codes: [...codes],
              ...(evidence === undefined ? {} : { evidence: [...evidence] }),
            })),
            undisputed: dispute.undisputed,
            answerBy: dispute.answerBy,
            letter: dispute.letter,
            ...(dispute.locale === undefined ? {} : { locale: dispute.locale }),
          },
        },
      ],
    },
    brief: {
      act: {
        de: `${occasion === 'first' ? 'Widerspruch gegen Gebühren' : 'Erinnerung an den Widerspruch'} an ${creditor.name} senden`,
        en: `send ${occasion === 'first' ? 'an objection to fees' : 'a reminder of the objection'} to ${creditor.name}`,
      },
      counterparty: creditor.name,
      amounts: { now: amount('0.00'), monthly: null, total: amount(dispute.totalDisputed) },
      termMonths: null,
      worstCase: {
        de: 'Der Gläubiger beharrt auf den Gebühren und verlangt sie weiter.',
        en: 'The creditor insists on the fees and goes on claiming them.',
      },
      deadline: expiresAt,
      irreversible: {
        de: `Ein abgesandtes Schreiben lässt sich nicht zurückholen; es erkennt nichts an. ${PART_PAYMENT_WARNING.de}`,
        en: `A letter that was sent cannot be taken back; it acknowledges nothing. ${PART_PAYMENT_WARNING.en}`,
      },
      alternatives: [
        {
          title: { de: 'Nichts tun', en: 'Do nothing' },
          total: amount(dispute.totalDisputed),
          note: { de: 'Die Gebühren bleiben verlangt.', en: 'The fees go on being claimed.' },
        },
      ],
      sources: [
        ...new Set([`${dispute.source} (${dispute.asOf})`, ...dispute.items.flatMap(({ sources }) => sources)]),
      ],
    },
  }
}
