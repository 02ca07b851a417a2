/**
 * Made-up customers for the servers under fire: one with a loan to refinance, one with a policy to replace.
 *
 * @module
 */
import { addDays, addMonths, type Day } from '../../tools/shared/calendar.ts'

/** What a customer delegates, as `POST /v1/mandates` takes it. */
export interface Errand {
  readonly customerId: string
  /** In the import format. */
  readonly file: unknown
  readonly mandate: unknown
}

/** Cheaper refinancing from two of the market's lenders: one act to be concluded. */
export function refinancing(customerId: string, today: Day): Errand {
  const loan = {
    originalPrincipal: '14000.00',
    balance: '9120.40',
    nominalRatePercent: '10.90',
    rateType: 'fixed',
    remainingMonths: 38,
    instalment: '284.93',
    originalMonths: 72,
  }
  const contract = {
    id: `k-${customerId}`,
    kind: 'instalment-loan',
    provider: { id: 'bk-talbank', name: 'Talbank' },
    reference: `RK-${customerId}`,
    currency: 'EUR',
    startedOn: addMonths(today, -30),
    asOf: addDays(today, -2),
    source: 'loan contract',
    loan,
  }
  return {
    customerId,
    file: file(customerId, contract),
    mandate: {
      need: 'refinance-loan',
      subject: { type: 'contract', id: contract.id },
      limits: { maxTermMonths: 36 },
      counterparties: ['bk-foerdebank', 'bk-auenkredit'],
    },
  }
}

/**
 * A new household insurance, and the cancellation of the old one behind it: two acts in order. It is dear enough to need
 * the customer's vote as well, so that the first vote decides nothing.
 */
export function newCover(customerId: string, today: Day): Errand {
  const insurer = { id: 'in-bergschutz', name: 'Bergschutz' }
  const contract = {
    id: `k-${customerId}`,
    kind: 'insurance-household',
    provider: insurer,
    reference: `HR-${customerId}`,
    currency: 'EUR',
    startedOn: addMonths(today, -40),
    asOf: addDays(today, -2),
    source: 'policy',
    insurance: {
      annualPremium: '1812.40',
      paymentFrequency: 'yearly',
      deductible: '150.00',
      sumInsured: '210000.00',
      livingAreaSquareMetres: 310,
      underinsuranceWaiver: true,
      periodEnd: addMonths(today, 4),
      noticeMonths: 1,
      coverage: { bicycleTheft: 'covered', elementaryPerils: 'not', glass: 'not' },
    },
  }
  return {
    customerId,
    file: file(customerId, contract),
    mandate: {
      need: 'insurance',
      subject: { type: 'contract', id: contract.id },
      limits: { insuranceKind: 'insurance-household' },
      counterparties: ['in-deichgraf', 'in-kranich', insurer.id],
    },
  }
}

function file(id: string, contract: unknown): unknown {
  const customer = { id, name: 'Lena Sommer', locale: 'de-DE', birthYear: 1990, currency: 'EUR' }
  return { customer: { ...customer, netMonthlyIncome: '2650.00' }, debts: [], contracts: [contract], offers: [] }
}
