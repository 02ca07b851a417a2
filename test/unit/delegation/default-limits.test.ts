/**
 * The limits a mandate gets from the records, and what may not be wished beside them.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { limitsFor } from '../../../src/delegation/default-limits.ts'
import type { SubjectRecords } from '../../../src/delegation/subject-records.ts'
import { InvalidInput } from '../../../tools/shared/errors.ts'

const RECORDS = {
  kind: 'instalment-loan',
  customer: { id: 'c', currency: 'EUR' },
  debt: null,
  contract: {
    ...{ id: 'k-1', kind: 'instalment-loan', provider: { id: 'bk-old', name: 'Altbank' }, currency: 'EUR' },
    ...{ startedOn: '2024-11-15', asOf: '2026-11-20', source: 'loan contract' },
    loan: {
      ...{ originalPrincipal: '12000.00', balance: '9240.50', nominalRatePercent: '10.49', rateType: 'fixed' },
      ...{ remainingMonths: 40, instalment: '274.75', originalMonths: 60 },
    },
  },
} as unknown as SubjectRecords

const NOW = new Date('2026-11-22T09:00:00.000Z')

describe('limits of a better rate', () => {
  it.each(['9240.50', '9240.5', '9200.00'])('are about what is left to the cent, also for %s', (amount) => {
    expect(limitsFor('refinance-loan', { amount }, RECORDS, NOW)).toMatchObject({ amount: '9240.50' })
  })

  it.each(['5000.00', '12000.00'])('are refused for other money: %s', (amount) => {
    const limits = () => limitsFor('refinance-loan', { amount }, RECORDS, NOW)
    expect(limits).toThrow(InvalidInput)
    expect(limits).toThrow(/limits.amount: must be what is left of the loan \(9240.50\)/)
  })

  it('leave a new loan its own amount', () => {
    const wished = { amount: '5000.00', maxTermMonths: 36, maxEffectiveRatePercent: '9' }
    const records = { ...RECORDS, contract: null } as SubjectRecords
    expect(limitsFor('new-loan', wished, records, NOW)).toMatchObject({ amount: '5000.00' })
  })
})
