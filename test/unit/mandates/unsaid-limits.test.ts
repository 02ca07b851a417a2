import { describe, expect, it } from 'vitest'
import { unsaidLimits } from '../../../tools/mandates/unsaid-limits.ts'

const on = (words: string, records: readonly unknown[] = []) => ({ words: [words], records })

describe('limits that were said', () => {
  it.each([
    ['Höchstens 36 Monate.', { maxTermMonths: 36 }],
    ['at most three years', { maxTermMonths: 36 }],
    ['maximal zwei Jahre', { maxTermMonths: 24 }],
    ['Nicht mehr als 1.250,50 € bitte', { maxTotal: '1250.50' }],
    ['no more than 1,250.50 euros', { maxTotal: '1250.5' }],
    ['höchstens 6,5 %', { maxEffectiveRatePercent: '6.5' }],
    ['about 5k', { amount: '5000' }],
    ['6 000 Euro', { amount: 6000 }],
    ['ohne Selbstbeteiligung', { maxDeductible: '0.00' }],
    ['zwölf Monate', { maxTermMonths: 12 }],
  ])('are found in "%s"', (words, limits) => {
    expect(unsaidLimits(limits, on(words))).toEqual([])
  })

  it('are found in records', () => {
    expect(
      unsaidLimits(
        { amount: '8036.12', maxTermMonths: 36 },
        on('same as now', [{ loan: { balance: '8036.12', remainingMonths: 36 } }]),
      ),
    ).toEqual([])
  })

  it.each([
    ['Höchstens 36 Monate.', { maxTermMonths: 48 }, ['maxTermMonths']],
    ['a better rate please', { maxEffectiveRatePercent: '5' }, ['maxEffectiveRatePercent']],
    ['36 Monate, 200 € im Monat', { maxTermMonths: 36, maxMonthly: '250' }, ['maxMonthly']],
  ])('are missed in "%s"', (words, limits, missing) => {
    expect(unsaidLimits(limits, on(words))).toEqual(missing)
  })

  it('leave words alone', () => {
    expect(unsaidLimits({ insuranceKind: 'insurance-car', requiredCoverage: ['glass'] }, on('insurance'))).toEqual([])
  })
})
