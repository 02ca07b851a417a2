/**
 * Proposals for tests: a loan to conclude and a notice to send, with a brief a reviewer could decide on.
 *
 * @module
 */
import type { Brief, ConcludeAct, NoticeAct, Proposal, ProposalTerms } from '../../tools/commitments/proposal.ts'
import type { LoanTerms } from '../../tools/offers/terms.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'

export const LOAN: LoanTerms = {
  kind: 'instalment-loan',
  currency: 'EUR',
  principal: '6000.00',
  nominalRatePercent: '5.49',
  termMonths: 36,
  originationFee: '0.00',
  earlyRepaymentFeePercent: '0.0',
  instalment: '181.15',
  effectiveRatePercent: '5.63',
}

export function concludeAct(change: Partial<ConcludeAct> = {}): ConcludeAct {
  return {
    type: 'conclude',
    counterpartyId: 'musterbank-nord',
    counterpartyName: 'Musterbank Nord',
    negotiationId: 'neg_1',
    offerId: 'offer-1',
    validUntil: '2026-11-29T12:00:00.000Z',
    terms: LOAN,
    ...change,
  }
}

export function noticeAct(change: Partial<NoticeAct> = {}): NoticeAct {
  return {
    type: 'notice',
    notice: 'dispute',
    counterpartyId: 'modehaus-elbe',
    counterpartyName: 'Modehaus Elbe',
    subject: { type: 'debt', id: 'd-1', reference: 'ME-2024-118' },
    terms: {
      currency: 'EUR',
      items: [{ id: 'fee-1', claimed: '25.00', accepted: '0.00', disputed: '25.00', codes: ['de.dunning.too-high'] }],
      undisputed: '120.00',
      answerBy: '2026-12-10',
      letter: 'I contest the dunning fee of 25.00 EUR.',
    },
    ...change,
  }
}

export function brief(change: Partial<Brief> = {}): Brief {
  return {
    act: { de: 'Ratenkredit abschließen', en: 'Conclude an instalment loan' },
    counterparty: 'Musterbank Nord',
    amounts: {
      now: { amount: '0.00', currency: 'EUR' },
      monthly: { amount: '181.15', currency: 'EUR' },
      total: { amount: '6521.40', currency: 'EUR' },
    },
    termMonths: 36,
    worstCase: { de: 'Drei Jahre lang Raten', en: 'Instalments for three years' },
    deadline: '2026-11-29T12:00:00.000Z',
    irreversible: { de: 'Widerruf binnen 14 Tagen', en: 'Withdrawal within 14 days' },
    alternatives: [
      { title: { de: 'Nichts tun', en: 'Do nothing' }, total: null, note: { de: 'Alles bleibt', en: 'All stays' } },
    ],
    sources: ['offer-1'],
    ...change,
  }
}

/** A small dispute: one reviewer is enough under the default policy. */
export function noticeBrief(): Brief {
  return brief({
    act: { de: 'Mahngebühr bestreiten', en: 'Contest a dunning fee' },
    counterparty: 'Modehaus Elbe',
    amounts: {
      now: { amount: '0.00', currency: 'EUR' },
      monthly: null,
      total: { amount: '25.00', currency: 'EUR' },
    },
    termMonths: null,
  })
}

export function proposal(change: Partial<Proposal> = {}): Proposal {
  const terms: ProposalTerms = change.terms ?? { acts: [concludeAct()] }
  return {
    id: 'prop_1',
    customerId: 'c-anna',
    threadId: null,
    taskId: null,
    mandateId: null,
    proposer: 'agent',
    terms,
    termsHash: termsHash(terms),
    brief: brief(),
    required: { reviewers: 1, customer: true, policyVersion: 'default-2026-11' },
    expiresAt: '2026-11-29T12:00:00.000Z',
    supersedes: null,
    createdAt: '2026-11-22T09:00:00.000Z',
    ...change,
  }
}
