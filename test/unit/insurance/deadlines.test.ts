import { expect, test } from 'vitest'
import {
  type DeadlineInput,
  insuranceDeadline,
  premiumIncreaseNoticeFaults,
} from '../../../tools/insurance/deadlines.ts'

test.each<[string, DeadlineInput, string | null, string]>([
  ['withdrawal', { kind: 'withdrawal', documentsReceived: '2026-11-10', termMonths: 12 }, '2026-11-24', 'dispatch'],
  ['withdrawal without documents', { kind: 'withdrawal', documentsReceived: null, termMonths: 12 }, null, 'dispatch'],
  [
    'withdrawal from a short contract',
    { kind: 'withdrawal', documentsReceived: '2026-11-10', termMonths: 0 },
    null,
    'dispatch',
  ],
  ['car at year end', { kind: 'ordinary', periodEnd: '2026-12-31', noticeMonths: 1 }, '2026-11-30', 'receipt'],
  ['end of February', { kind: 'ordinary', periodEnd: '2027-02-28', noticeMonths: 3 }, '2026-11-30', 'receipt'],
  ['long contract', { kind: 'long_term', start: '2024-03-01', today: '2026-11-22' }, '2026-11-30', 'receipt'],
  [
    'long contract, a year later',
    { kind: 'long_term', start: '2024-03-01', today: '2026-12-01' },
    '2027-11-30',
    'receipt',
  ],
  ['settled claim', { kind: 'claim', settlementConcluded: '2026-08-31' }, '2026-09-30', 'receipt'],
  ['premium increase', { kind: 'premium_increase', noticeReceived: '2027-01-31' }, '2027-02-28', 'receipt'],
  ['first premium', { kind: 'first_premium', due: '2026-12-01', warning: 'given' }, '2026-12-01', 'receipt'],
  ['later premium', { kind: 'later_premium', demandReceived: '2026-11-10' }, '2026-11-24', 'receipt'],
  ['revival', { kind: 'revival', terminated: '2026-11-10' }, '2026-12-10', 'receipt'],
])('knows the last day: %s', (_, input, lastDay, counts) => {
  expect(insuranceDeadline(input)).toMatchObject({ lastDay, counts })
})

test('ends at the end of the year of a long contract that notice is given for', () => {
  expect(insuranceDeadline({ kind: 'long_term', start: '2024-03-01', today: '2026-11-22' }).endsOn).toBe('2027-02-28')
})

test('names what is wrong with a notice of a premium increase', () => {
  const notice = { received: '2026-12-10', effectiveOn: '2027-01-01' }
  expect(premiumIncreaseNoticeFaults({ ...notice, termination: 'not-mentioned' })).toHaveLength(2)
  expect(
    premiumIncreaseNoticeFaults({ received: '2026-12-01', effectiveOn: '2027-01-01', termination: 'mentioned' }),
  ).toEqual([])
})

test('bad input is refused by its path', () => {
  expect(() => insuranceDeadline({ kind: 'ordinary', periodEnd: '2026-12-31', noticeMonths: -1 })).toThrow(
    /noticeMonths/,
  )
  expect(() => insuranceDeadline({ kind: 'ordinary', periodEnd: '31.12.2026', noticeMonths: 1 })).toThrow(/periodEnd/)
  expect(() => insuranceDeadline({ kind: 'later_premium', demandReceived: '2026-11-10', days: 7 })).toThrow(/days/)
  expect(() => insuranceDeadline({ kind: 'long_term', start: '2026-12-01', today: '2026-11-22' })).toThrow(/today/)
})
