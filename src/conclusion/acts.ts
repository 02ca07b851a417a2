/**
 * The acts a deal takes: concluding it and, once that is confirmed, ending what it takes the place of: an old policy, or
 * a loan that is paid off with the new one.
 *
 * @module
 */
import type { Act } from '../../tools/commitments/proposal.ts'
import { insuranceDeadline } from '../../tools/insurance/deadlines.ts'
import type { HeldDeal } from '../../tools/negotiation/choose-deal.ts'
import type { Contract, Customer, InsuranceContract, LoanContract } from '../../tools/offers/contract.ts'
import { type Currency, parseMoney } from '../../tools/shared/money.ts'

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
  const ends = contract !== null && contract.provider.id !== counterparty.id && canEnd(contract, deal, today)
  return ends ? [conclude, endingOf(contract, customer)] : [conclude]
}

type Ended = InsuranceContract | LoanContract

/** A policy only in time, a loan only where the new one is large enough to pay it off. */
function canEnd(contract: Contract, { held }: HeldDeal, today: string): contract is Ended {
  if ('insurance' in contract) {
    const { periodEnd, noticeMonths } = contract.insurance
    const { lastDay } = insuranceDeadline({ kind: 'ordinary', periodEnd, noticeMonths })
    return lastDay !== null && today <= lastDay
  }
  if (contract.kind !== 'instalment-loan' || held.terms.kind !== 'instalment-loan') return false
  const currency = contract.currency as Currency
  const owed = parseMoney(contract.loan.balance, currency)
  return (
    owed.minor > 0 && held.terms.currency === currency && parseMoney(held.terms.principal, currency).minor >= owed.minor
  )
}

function endingOf(contract: Ended, customer: Customer): Act {
  const { provider, currency } = contract
  const reference = contract.reference ?? null
  const locale = customer.locale.startsWith('de') ? 'de' : 'en'
  const words = 'insurance' in contract ? cancelling(contract, locale) : payingOff(locale)
  const what = { de: 'Vertrag', en: 'insurance' in contract ? 'Policy' : 'Contract' }[locale]
  const head = `${locale === 'de' ? 'An' : 'To'} ${provider.name}\n\n${what} ${reference ?? contract.id}`
  return {
    type: 'notice',
    notice: 'cancellation',
    counterpartyId: provider.id,
    counterpartyName: provider.name,
    subject: { type: 'contract', id: contract.id, reference },
    terms: {
      ...{ currency, items: [], undisputed: '0.00', answerBy: null, locale },
      letter: `${head}\n\n${words}\n\n${customer.name}`,
    },
  }
}

function cancelling({ insurance }: InsuranceContract, locale: 'de' | 'en'): string {
  const { periodEnd } = insurance
  const [year = '', month = '', day = ''] = periodEnd.split('-')
  return {
    de: `Ich kündige diesen Vertrag ordentlich zum Ende der Versicherungsperiode am ${day}.${month}.${year}. Bitte bestätigen Sie mir die Kündigung und den Zeitpunkt in Textform.`,
    en: `I cancel this policy as of the end of the insured period on ${periodEnd}. Please confirm the cancellation and its date in writing.`,
  }[locale]
}

/** Without a sum: what is owed on the day of the payment is for the lender to work out, and to show (§§ 501, 502 BGB). */
function payingOff(locale: 'de' | 'en'): string {
  return {
    de: 'Ich zahle diesen Kredit vorzeitig und vollständig zurück (§ 500 Abs. 2 BGB). Bitte nennen Sie mir in Textform den Betrag, der am Tag der Zahlung noch offen ist, das Konto dafür und, falls Sie eine Vorfälligkeitsentschädigung verlangen, deren Berechnung (§ 502 BGB); berücksichtigen Sie dabei die Kostenermäßigung (§ 501 BGB). Bitte bestätigen Sie mir nach Eingang der Zahlung, dass der Vertrag beendet ist.',
    en: 'I repay this loan early and in full (section 500 (2) BGB). Please tell me in writing the amount that is still owed on the day of payment, the account for it and, should you ask for compensation, how it is worked out (section 502 BGB), with the reduction of costs taken into account (section 501 BGB). Please confirm once the payment is there that the contract has ended.',
  }[locale]
}
