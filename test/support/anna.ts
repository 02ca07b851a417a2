/**
 * A customer with something of everything: debts with fees, a loan, insurance, quotes. Parsed as an import would be.
 *
 * @module
 */
import { debtSchema } from '../../tools/debts/debt.ts'
import { contractSchema, customerSchema, offerSchema } from '../../tools/offers/contract.ts'

const loanBank = { id: 'bk-nord', name: 'Musterbank Nord' }

export const ANNA = {
  customer: customerSchema.parse({
    id: 'c-anna',
    name: 'Anna Beispiel',
    locale: 'de-DE',
    birthYear: 1988,
    netMonthlyIncome: '2310.00',
    currency: 'EUR',
  }),
  debts: [
    {
      id: 'd-1',
      kind: 'bnpl',
      claimKind: 'purchase',
      creditor: { id: 'cr-elbe', name: 'Modehaus Elbe' },
      reference: 'ME-20931',
      currency: 'EUR',
      principal: '89.95',
      open: '95.95',
      dueDate: '2026-10-15',
      dueBasis: 'unilateral_invoice',
      asOf: '2026-11-20',
      source: 'creditor statement of 2026-11-20',
      reminders: [
        { id: 'm1', received: '2026-10-25', channel: 'paper' },
        { id: 'm2', received: '2026-11-08', channel: 'email' },
      ],
      fees: [
        { id: 'f1', type: 'reminder', amount: '1.00', date: '2026-10-25', reminderId: 'm1', channel: 'paper' },
        { id: 'f2', type: 'reminder', amount: '5.00', date: '2026-11-08', reminderId: 'm2', channel: 'email' },
      ],
    },
    {
      id: 'd-2',
      kind: 'invoice',
      claimKind: 'purchase',
      creditor: { id: 'cr-nord', name: 'Stadtwerke Nord' },
      currency: 'EUR',
      principal: '148.20',
      open: '0.00',
      dueDate: '2026-09-30',
      asOf: '2026-11-19',
      source: 'account statement',
      payments: [{ date: '2026-09-28', amount: '148.20', status: 'posted' }],
    },
  ].map((debt) => debtSchema.parse(debt)),
  contracts: [
    {
      id: 'k-1',
      kind: 'instalment-loan',
      provider: loanBank,
      reference: 'RK-881-2204',
      currency: 'EUR',
      startedOn: '2024-11-15',
      asOf: '2026-11-20',
      source: 'loan contract RK-881-2204',
      loan: {
        originalPrincipal: '12000.00',
        balance: '8036.12',
        nominalRatePercent: '11.99',
        rateType: 'fixed',
        remainingMonths: 36,
        instalment: '266.87',
        originalMonths: 60,
      },
    },
  ].map((contract) => contractSchema.parse(contract)),
  offers: [
    {
      id: 'o-1',
      kind: 'instalment-loan',
      provider: { id: 'bk-sued', name: 'Direktbank Süd' },
      currency: 'EUR',
      source: 'quote of 2026-11-19',
      asOf: '2026-11-19',
      validUntil: '2026-12-05',
      binding: false,
      loan: { principal: '8036.12', nominalRatePercent: '7.29', termMonths: 36 },
    },
  ].map((offer) => offerSchema.parse(offer)),
}
