import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LimitationEvent, limitation, requireLimitationKind } from '../../../tools/disputes/limitation.ts'
import { addDays } from '../../../tools/shared/calendar.ts'

const regular = (arisen: string, events: LimitationEvent[] = []) => limitation({ kind: 'regular', arisen, events })

test('a claim is barred three years after the end of its year', () => {
  expect(regular('2023-03-14')).toMatchObject({ kind: 'ends', lastDayNotBarred: '2026-12-31' })
})

test('a part payment in time starts three years afresh from that day, and never shortens the period', () => {
  expect(regular('2022-05-01', [{ type: 'partial_payment', date: '2024-06-10' }])).toMatchObject({
    lastDayNotBarred: '2027-06-10',
  })
  expect(regular('2022-05-01', [{ type: 'partial_payment', date: '2022-06-10' }])).toMatchObject({
    lastDayNotBarred: '2025-12-31',
  })
})

test('what is paid after the last day revives nothing', () => {
  expect(regular('2020-05-01', [{ type: 'partial_payment', date: '2024-01-01' }])).toMatchObject({
    lastDayNotBarred: '2023-12-31',
  })
})

test('consumer loans and court action are left to a person', () => {
  expect(limitation({ kind: 'consumer_loan', arisen: '2015-01-01' }).kind).toBe('escalate')
  expect(regular('2022-05-01', [{ type: 'payment_order_served', date: '2025-12-20' }]).kind).toBe('escalate')
})

test('an unknown kind and impossible days are refused by their path', () => {
  expect(() => requireLimitationKind('rent')).toThrow(/kind/)
  expect(() => regular('2023-02-30')).toThrow(/arisen/)
  expect(() => regular('2023-02-20', [{ type: 'partial_payment', date: 'soon' }])).toThrow(/events\[0\]\.date/)
})

test('no claim is barred before it arose, and acknowledging never brings the end nearer', () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2003-01-01', days))
  fc.assert(
    fc.property(day, day, fc.array(day, { maxLength: 4 }), (arisen, knowledge, paid) => {
      const plain = limitation({ kind: 'regular', arisen, knowledge })
      const events = paid.map((date) => ({ type: 'partial_payment', date }) as const)
      const restarted = limitation({ kind: 'regular', arisen, knowledge, events })
      if (plain.kind !== 'ends' || restarted.kind !== 'ends') throw new Error('must end')
      expect(plain.lastDayNotBarred > arisen).toBe(true)
      expect(restarted.lastDayNotBarred >= plain.lastDayNotBarred).toBe(true)
    }),
    { numRuns: 200 },
  )
})
