/**
 * Customers for a first look, made up here, with dates relative to today. They are loaded into an empty database only.
 *
 * @module
 */
import { annuity } from '../../tools/credit/annuity.ts'
import { addDays, addMonths, type Day, plainDate } from '../../tools/shared/calendar.ts'
import { parseMoney, toDecimalString } from '../../tools/shared/money.ts'

/** Two customers in the import format: one writes German, one English. */
export function demoCustomers(today: Day): readonly unknown[] {
  return [klara(today), tom(today)]
}

function klara(today: Day): unknown {
  const yesterday = addDays(today, -1)
  return {
    customer: {
      id: 'c-klara',
      name: 'Klara Muster',
      locale: 'de-DE',
      birthYear: plainDate(today).year - 37,
      netMonthlyIncome: '2480.00',
      currency: 'EUR',
    },
    debts: [dunnedPurchase(today, yesterday), paidEnergyBill(today, yesterday), instalmentPurchase(today, yesterday)],
    contracts: [
      loanContract(today, { id: 'k-klara-1', balance: '9240.50', nominalRatePercent: '10.49', remainingMonths: 40 }),
      {
        id: 'k-klara-2',
        kind: 'insurance-household',
        provider: { id: 'in-wohnwart', name: 'Wohnwart Versicherung' },
        reference: 'HR-2291',
        currency: 'EUR',
        startedOn: addMonths(today, -40),
        asOf: yesterday,
        source: 'policy HR-2291',
        insurance: {
          annualPremium: '214.80',
          paymentFrequency: 'yearly',
          deductible: '150.00',
          sumInsured: '55000.00',
          livingAreaSquareMetres: 84,
          underinsuranceWaiver: true,
          periodEnd: addMonths(today, 3),
          noticeMonths: 1,
          coverage: {
            bicycleTheft: 'covered',
            elementaryPerils: 'not',
            grossNegligenceWaiver: 'covered',
            glass: 'not',
          },
        },
      },
      {
        id: 'k-klara-3',
        kind: 'overdraft',
        provider: { id: 'bk-marktbank', name: 'Marktbank' },
        reference: 'Giro 118',
        currency: 'EUR',
        startedOn: addMonths(today, -120),
        asOf: yesterday,
        source: 'account terms',
        overdraft: { limit: '1500.00', drawn: '420.00', nominalRatePercent: '12.90', settlementsPerYear: 4 },
      },
    ],
    offers: [
      {
        id: 'o-klara-1',
        kind: 'instalment-loan',
        provider: { id: 'bk-elbkredit', name: 'Elbkredit' },
        currency: 'EUR',
        source: `quote of ${addDays(today, -3)}, e-mail`,
        asOf: addDays(today, -3),
        validUntil: addDays(today, 14),
        binding: false,
        loan: { principal: '9240.50', nominalRatePercent: '7.90', termMonths: 36, originationFee: '45.00' },
      },
    ],
  }
}

function dunnedPurchase(today: Day, asOf: Day): unknown {
  return {
    id: 'd-klara-1',
    kind: 'bnpl',
    claimKind: 'purchase',
    creditor: { id: 'cr-schuhhaus-mai', name: 'Schuhhaus Mai' },
    reference: 'SM-40817',
    currency: 'EUR',
    principal: '119.90',
    open: '126.40',
    dueDate: addDays(today, -40),
    dueBasis: 'unilateral_invoice',
    asOf,
    source: `creditor statement of ${asOf}`,
    reminders: [
      { id: 'm1', received: addDays(today, -30), channel: 'paper' },
      { id: 'm2', received: addDays(today, -14), channel: 'email' },
    ],
    fees: [
      {
        id: 'f1',
        type: 'reminder',
        amount: '1.50',
        date: addDays(today, -30),
        reminderId: 'm1',
        channel: 'paper',
        basis: 'unknown',
      },
      {
        id: 'f2',
        type: 'reminder',
        amount: '5.00',
        date: addDays(today, -14),
        reminderId: 'm2',
        channel: 'email',
        basis: 'unknown',
      },
    ],
    payments: [],
  }
}

function paidEnergyBill(today: Day, asOf: Day): unknown {
  return {
    id: 'd-klara-2',
    kind: 'invoice',
    claimKind: 'purchase',
    creditor: { id: 'cr-energie-west', name: 'Energie West' },
    reference: 'EW-7731',
    currency: 'EUR',
    principal: '164.00',
    open: '0.00',
    dueDate: addDays(today, -50),
    dueBasis: 'contract_calendar',
    asOf,
    source: 'account statement',
    payments: [{ date: addDays(today, -52), amount: '164.00', status: 'posted' }],
  }
}

function instalmentPurchase(today: Day, asOf: Day): unknown {
  const due = [8, 38, 69].map((days) => addDays(today, days))
  return {
    id: 'd-klara-3',
    kind: 'bnpl-instalments',
    claimKind: 'consumer_loan',
    creditor: { id: 'cr-radwelt', name: 'Radwelt' },
    reference: 'RW-5520',
    currency: 'EUR',
    principal: '450.00',
    open: '236.10',
    nominalRatePercent: '9.90',
    dueDate: due[0],
    dueBasis: 'contract_calendar',
    asOf,
    source: 'instalment plan RW-5520',
    instalments: due.map((day) => ({ due: day, amount: '78.70' })),
    payments: [{ date: addDays(today, -22), amount: '78.70', status: 'posted' }],
  }
}

function tom(today: Day): unknown {
  return {
    customer: {
      id: 'c-tom',
      name: 'Tom Sample',
      locale: 'en-GB',
      birthYear: plainDate(today).year - 31,
      netMonthlyIncome: '3060.00',
      currency: 'EUR',
    },
    debts: [],
    contracts: [
      loanContract(today, { id: 'k-tom-1', balance: '12150.00', nominalRatePercent: '9.75', remainingMonths: 44 }),
      {
        id: 'k-tom-2',
        kind: 'savings',
        provider: { id: 'bk-marktbank', name: 'Marktbank' },
        reference: 'S-77',
        currency: 'EUR',
        startedOn: addMonths(today, -30),
        asOf: addDays(today, -1),
        source: 'account statement',
        savings: { balance: '5200.00', nominalRatePercent: '0.60', creditsPerYear: 12 },
      },
    ],
    offers: [],
  }
}

function loanContract(
  today: Day,
  loan: {
    readonly id: string
    readonly balance: string
    readonly nominalRatePercent: string
    readonly remainingMonths: number
  },
): unknown {
  const { id, ...terms } = loan
  const { instalment } = annuity({
    principal: parseMoney(terms.balance, 'EUR'),
    nominalRatePercent: terms.nominalRatePercent,
    months: terms.remainingMonths,
  })
  return {
    id,
    kind: 'instalment-loan',
    provider: { id: 'bk-marktbank', name: 'Marktbank' },
    reference: `RK-${id.toUpperCase()}`,
    currency: 'EUR',
    startedOn: addMonths(today, terms.remainingMonths - 60),
    asOf: addDays(today, -1),
    source: `loan contract RK-${id.toUpperCase()}`,
    loan: {
      ...terms,
      originalPrincipal: '15000.00',
      rateType: 'fixed',
      instalment: toDecimalString(instalment),
      originalMonths: 60,
    },
  }
}
