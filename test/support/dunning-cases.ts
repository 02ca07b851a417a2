/**
 * A purchase of 89.95 due on 15 October by contract, and a reminder fee, to vary in tests.
 *
 * @module
 */
import type { DunningCase, DunningFee } from '../../tools/disputes/dunning-case.ts'
import { parseMoney } from '../../tools/shared/money.ts'

export const euros = (text: string) => parseMoney(text, 'EUR')

export const fee = (change: Partial<DunningFee> = {}): DunningFee => ({
  id: 'f1',
  type: 'reminder',
  amount: euros('1.20'),
  date: '2026-10-25',
  reminderId: null,
  channel: 'paper',
  basis: 'cost',
  clauseAllowsLowerDamageProof: false,
  provenBankFee: null,
  mandateDate: change.date ?? '2026-10-25',
  firstDemand: null,
  registered: true,
  creditorCanDeductVat: true,
  infoMissing13a: false,
  contestedBeforeMandate: false,
  ...change,
})

export const claim = (change: Partial<DunningCase> = {}): DunningCase => ({
  today: '2026-11-22',
  principal: euros('89.95'),
  claimKind: 'purchase',
  dueDate: '2026-10-15',
  dueBasis: 'contract_calendar',
  invoice30: null,
  reminders: [],
  payments: [],
  refusedOn: null,
  principalDisputed: false,
  noFault: false,
  vulnerable: false,
  title: null,
  fees: [fee()],
  interestClaim: null,
  ...change,
})
