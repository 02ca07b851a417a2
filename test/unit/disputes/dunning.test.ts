import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideDunning } from '../../../tools/disputes/dunning.ts'
import type { DunningCase, DunningFee, FeeType } from '../../../tools/disputes/dunning-case.ts'
import { DUNNING_POLICY, dunningPolicy } from '../../../tools/disputes/dunning-policy.ts'
import { money, toDecimalString } from '../../../tools/shared/money.ts'
import { claim, euros, fee } from '../../support/dunning-cases.ts'

function decided(change: Partial<DunningCase>) {
  const decision = decideDunning(claim(change), DUNNING_POLICY)
  if (decision.kind !== 'decided') throw new Error('a court paper was not expected')
  return decision
}

function verdict(change: Partial<DunningFee>, circumstances: Partial<DunningCase> = {}) {
  const [item] = decided({ ...circumstances, fees: [fee(change)] }).items
  if (item === undefined) throw new Error('no item')
  return `${toDecimalString(item.accepted)} ${item.codes.join()} ${item.strength}`
}

test('a court paper goes to a person with its deadline, whatever else is claimed', () => {
  const title = { type: 'Mahnbescheid', served: '2026-11-20' } as const
  expect(decideDunning(claim({ title }), DUNNING_POLICY)).toEqual({ kind: 'court-paper', deadline: '2026-12-04' })
})

test('reminder fees are owed up to material cost by channel, with a soft band above', () => {
  expect(verdict({ amount: euros('1.20') })).toBe('1.20 MATERIAL_COST_OK none')
  expect(verdict({ amount: euros('2.50') })).toBe('1.20 ASK_BREAKDOWN soft')
  expect(verdict({ amount: euros('2.51') })).toBe('1.20 EXCEEDS_MATERIAL_COST strong')
  expect(verdict({ amount: euros('1.01'), channel: 'app' })).toBe('0.00 EXCEEDS_MATERIAL_COST strong')
})

test('a flat fee from terms without counter-proof is void whatever its amount', () => {
  expect(verdict({ basis: 'agb_flat' })).toBe('0.00 CLAUSE_INVALID_309_5B strong')
  expect(verdict({ basis: 'agb_flat', clauseAllowsLowerDamageProof: true })).toBe('1.20 MATERIAL_COST_OK none')
})

test('no fee for the reminder that caused the default, also where the fee names no reminder', () => {
  const circumstances = { dueBasis: 'unilateral_invoice', reminders: [{ id: 'm1', received: '2026-10-25' }] } as const
  expect(verdict({ reminderId: 'm1' }, circumstances)).toBe('0.00 FIRST_REMINDER_CAUSES_DEFAULT strong')
  expect(verdict({}, circumstances)).toBe('0.00 FIRST_REMINDER_CAUSES_DEFAULT strong')
  expect(verdict({ date: '2026-11-08' }, circumstances)).toBe('1.20 MATERIAL_COST_OK none')
  expect(verdict({ date: '2026-10-24' }, circumstances)).toBe('0.00 NOT_IN_DEFAULT strong')
})

test('own effort and the flat forty are never owed by a consumer', () => {
  expect(verdict({ type: 'account_keeping' })).toBe('0.00 OWN_EFFORT_NOT_RECOVERABLE strong')
  expect(verdict({ type: 'flat40', amount: euros('40.00') })).toBe('0.00 FLAT_40_NOT_FOR_CONSUMERS_288_5 strong')
})

test('a returned debit costs what the bank charged, or the policy’s amount while that is not proven', () => {
  expect(verdict({ type: 'returned_debit', amount: euros('3.00') })).toBe('3.00 ASK_BANK_FEE_PROOF none')
  expect(verdict({ type: 'returned_debit', amount: euros('5.01') })).toBe('3.00 ASK_BANK_FEE_PROOF strong')
  expect(verdict({ type: 'returned_debit', amount: euros('9.00'), provenBankFee: euros('4.10') })).toBe(
    '4.10 THIRD_PARTY_COST_PROVEN strong',
  )
})

test('an agency is paid only after default, registered, needed, and up to the cap', () => {
  const agency = (change: Partial<DunningFee>) =>
    verdict({ type: 'inkasso', amount: euros('70.00'), date: '2026-11-02', mandateDate: '2026-11-01', ...change })
  expect(agency({})).toBe('55.62 RVG_CAP_NORMAL strong')
  expect(agency({ mandateDate: '2026-10-15' })).toBe('0.00 MANDATE_BEFORE_DEFAULT strong')
  expect(agency({ registered: false })).toBe('0.00 NOT_REGISTERED_10_RDG strong')
  expect(agency({ contestedBeforeMandate: true })).toBe('0.00 MANDATE_AFTER_CONTEST_NOT_NECESSARY soft')
})

test('a quick payment halves the agency’s fee', () => {
  const inkasso = fee({
    type: 'inkasso',
    amount: euros('70.00'),
    date: '2026-11-02',
    mandateDate: '2026-11-01',
    firstDemand: '2026-11-02',
  })
  const paidOn = (date: string) => decided({ fees: [inkasso], payments: [{ date, amount: euros('89.95') }] }).items[0]
  expect(paidOn('2026-11-16')).toMatchObject({ accepted: euros('30.90'), codes: ['RVG_CAP_SIMPLE'] })
  expect(paidOn('2026-11-17')).toMatchObject({ accepted: euros('55.62'), codes: ['RVG_CAP_NORMAL'] })
})

test('claimed interest is cut to the statutory rate and ends with payment', () => {
  const interestClaim = { amount: euros('50.00'), to: '2026-11-22' }
  expect(decided({ fees: [], interestClaim }).items[0]).toMatchObject({
    id: 'interest',
    accepted: euros('0.61'),
    codes: ['RATE_BASE_PLUS_5'],
  })
  const half = decided({ fees: [], interestClaim, payments: [{ date: '2026-10-31', amount: euros('89.95') }] }).items[0]
  expect(half?.accepted).toEqual(euros('0.26'))
  expect(decided({ fees: [], interestClaim, dueBasis: 'unilateral_invoice' }).items[0]).toMatchObject({
    accepted: euros('0.00'),
    codes: ['NOT_IN_DEFAULT'],
  })
})

test('an old purchase claim may be barred, unless a part payment in time started it afresh', () => {
  expect(decided({ dueDate: '2022-08-01' }).actions).toEqual(['RAISE_LIMITATION_214'])
  expect(decided({ dueDate: '2022-08-01', claimKind: 'consumer_loan' }).actions).toEqual([])
  expect(
    decided({ dueDate: '2022-08-01', payments: [{ date: '2024-01-10', amount: euros('10.00') }] }).actions,
  ).toEqual([])
})

test('a vulnerable customer is offered debt advice and a person', () => {
  expect(decided({ vulnerable: true })).toMatchObject({ actions: ['OFFER_DEBT_ADVICE'], escalate: true })
})

test('each verdict says its rule, source and sums in both languages', () => {
  const item = decided({}).items[0]
  expect(item?.explanation.ruleIds).toEqual(['de.bgb.280-286.reminder-fee'])
  expect(item?.explanation.sources[0]).toContain('VIII ZR 95/18')
  expect(item?.explanation.inputs.policy).toBe('dunning-policy-2026-11')
  expect(item?.explanation.title).toEqual({ de: expect.any(String), en: expect.any(String) })
})

test('a policy with a bad field is refused by its path', () => {
  expect(() => dunningPolicy({ id: 'x' })).toThrow(/policy\.safePaperReminder/)
  const raised = { ...raw(), safePaperReminder: '3.00' }
  expect(() => dunningPolicy(raised)).toThrow(/policy\.safePaperReminder: must not exceed/)
})

test('bad amounts and dates are refused by their path', () => {
  expect(() => decided({ fees: [fee({ amount: money(-1, 'EUR') })] })).toThrow(/fees\[0\]\.amount/)
  expect(() => decided({ dueDate: '2026-02-30' })).toThrow(/dueDate/)
  expect(() => decided({ principal: money(100, 'USD') })).toThrow(/principal/)
})

test('no fee that is contested for cause is ever accepted when it grows, and nothing is accepted beyond the claim', () => {
  const types: FeeType[] = ['reminder', 'returned_debit', 'processing', 'account_keeping', 'flat40', 'inkasso']
  const anyFee = fc.record({
    type: fc.constantFrom(...types),
    minor: fc.integer({ min: 0, max: 20_000 }),
    more: fc.integer({ min: 0, max: 20_000 }),
    channel: fc.constantFrom('paper', 'email', 'app'),
    basis: fc.constantFrom('agb_flat', 'cost'),
    registered: fc.boolean(),
    contestedBeforeMandate: fc.boolean(),
    disputed: fc.boolean(),
    calendar: fc.boolean(),
  })
  fc.assert(
    fc.property(anyFee, ({ minor, more, disputed, calendar, ...change }) => {
      const judge = (cents: number) =>
        decided({
          principalDisputed: disputed,
          dueBasis: calendar ? 'contract_calendar' : 'unilateral_invoice',
          fees: [fee({ ...change, amount: money(cents, 'EUR') })],
        }).items[0]
      const small = judge(minor)
      const large = judge(minor + more)
      if (small === undefined || large === undefined) throw new Error('no item')
      expect(large.accepted.minor + large.disputed.minor).toBe(minor + more)
      expect(large.accepted.minor).toBeLessThanOrEqual(minor + more)
      if (small.disputed.minor > 0) expect(large.accepted.minor).toBeLessThanOrEqual(small.accepted.minor)
      if (small.disputed.minor > 0) expect(large.disputed.minor).toBe(small.disputed.minor + more)
    }),
    { numRuns: 300 },
  )
})

function raw() {
  const { note: _, ...policy } = DUNNING_POLICY
  return Object.fromEntries(
    Object.entries(policy).map(([key, value]) => [key, typeof value === 'object' ? toDecimalString(value) : value]),
  )
}
