import { expect, it } from 'vitest'
import { debtSchema } from '../../../tools/debts/debt.ts'
import { answerDeadline, nextStep, type SentDispute } from '../../../tools/disputes/next-step.ts'

const SENT: SentDispute = {
  stage: 'first',
  sentOn: '2026-11-24',
  answerBy: '2026-12-06',
  items: [{ id: 'f2', accepted: '1.20' }],
}
const debt = (change: object = {}) =>
  debtSchema.parse({
    ...{ id: 'd-1', kind: 'bnpl', claimKind: 'purchase', creditor: { id: 'cr', name: 'Modehaus Elbe' } },
    ...{ currency: 'EUR', principal: '89.95', open: '94.95', dueDate: '2026-10-15', asOf: '2026-11-20', source: 's' },
    fees: [{ id: 'f2', type: 'reminder', amount: '5.00', date: '2026-11-08' }],
    ...change,
  })

it('counts the full time from the day the letter went out, and the last day is still in time', () => {
  expect(answerDeadline(SENT)).toBe('2026-12-08')
  expect(nextStep(SENT, debt(), '2026-12-08')).toBe('wait')
  expect(nextStep(SENT, debt(), '2026-12-09')).toBe('follow-up')
})

it('follows up once; after that a person takes over', () => {
  expect(nextStep({ ...SENT, stage: 'follow-up' }, debt(), '2026-12-09')).toBe('hand-off')
})

it('never answers a court with a second letter', () => {
  const title = { type: 'Mahnbescheid', served: '2026-12-01' }
  expect(nextStep(SENT, debt({ title }), '2026-12-09')).toBe('hand-off')
})

it('is settled by a later statement that claims no more than was accepted', () => {
  const fees = (amount: string) => [{ id: 'f2', type: 'reminder', amount, date: '2026-11-08' }]
  expect(nextStep(SENT, debt({ asOf: '2026-11-30', fees: [] }), '2026-12-01')).toBe('settled')
  expect(nextStep(SENT, debt({ asOf: '2026-11-30', fees: fees('1.20') }), '2026-12-01')).toBe('settled')
  expect(nextStep(SENT, debt({ asOf: '2026-11-30', fees: fees('1.21') }), '2026-12-01')).toBe('wait')
  expect(nextStep(SENT, debt({ fees: [] }), '2026-12-01')).toBe('wait')
})

it('leaves a claim that is no longer on record to a person', () => {
  expect(nextStep(SENT, null, '2026-12-09')).toBe('hand-off')
})
