/**
 * The acts a deal takes: concluding it and, for insurance, ending the old policy once the new cover is confirmed.
 *
 * @module
 */
import type { Act } from '../../tools/commitments/proposal.ts'
import { insuranceDeadline } from '../../tools/insurance/deadlines.ts'
import type { HeldDeal } from '../../tools/negotiation/choose-deal.ts'
import type { Contract, Customer } from '../../tools/offers/contract.ts'

/** In order; each is carried out only after the one before was confirmed. */
export function actsFor(deal: HeldDeal, contract: Contract | null, customer: Customer, today: string): readonly Act[] {
  const { counterparty, held, negotiationId } = deal
  const conclude: Act = {
    type: 'conclude',
    counterpartyId: counterparty.id,
    counterpartyName: counterparty.name,
    negotiationId,
    offerId: held.offerId,
    validUntil: held.validUntil,
    terms: held.terms,
  }
  const cancellation = cancellationOf(deal, contract, customer, today)
  return cancellation === null ? [conclude] : [conclude, cancellation]
}

/** Null when there is no other policy to end, or when it cannot be ended in time any more. */
function cancellationOf(deal: HeldDeal, contract: Contract | null, customer: Customer, today: string): Act | null {
  if (contract === null || !('insurance' in contract) || contract.provider.id === deal.counterparty.id) return null
  const { periodEnd, noticeMonths } = contract.insurance
  const { lastDay } = insuranceDeadline({ kind: 'ordinary', periodEnd, noticeMonths })
  if (lastDay === null || lastDay < today) return null
  const reference = contract.reference ?? null
  return {
    type: 'notice',
    notice: 'cancellation',
    counterpartyId: contract.provider.id,
    counterpartyName: contract.provider.name,
    subject: { type: 'contract', id: contract.id, reference },
    terms: {
      currency: contract.currency,
      items: [],
      undisputed: '0.00',
      answerBy: null,
      letter: letter(customer, contract.provider.name, reference ?? contract.id, periodEnd),
    },
  }
}

function letter({ locale, name }: Customer, provider: string, reference: string, periodEnd: string): string {
  if (!locale.startsWith('de')) {
    return `To ${provider}\n\nPolicy ${reference}\n\nI cancel this policy as of the end of the insured period on ${periodEnd}. Please confirm the cancellation and its date in writing.\n\n${name}`
  }
  const [year = '', month = '', day = ''] = periodEnd.split('-')
  return `An ${provider}\n\nVertrag ${reference}\n\nIch kündige diesen Vertrag ordentlich zum Ende der Versicherungsperiode am ${day}.${month}.${year}. Bitte bestätigen Sie mir die Kündigung und den Zeitpunkt in Textform.\n\n${name}`
}
