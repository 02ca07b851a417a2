import { describe, expect, it } from 'vitest'
import { explainSaving, SPANS } from '../../../tools/offers/explain-saving.ts'
import { parseMoney } from '../../../tools/shared/money.ts'

const euro = (amount: string) => parseMoney(amount, 'EUR')
const cap = { title: { de: '', en: '' }, ruleIds: ['de.bgb.502'], inputs: {}, steps: [], sources: ['§ 502 BGB'] }

describe('the reasoning behind a saving', () => {
  it('adds up to the cent: what staying costs, less the offer, less what leaving may cost', () => {
    const { steps, ruleIds, sources } = explainSaving({
      nothing: euro('9607.51'),
      offer: euro('8971.14'),
      leaving: { cost: euro('80.36'), explanation: cap },
      span: SPANS.rest,
    })
    expect(steps.map(({ value }) => value)).toEqual(['9607.51 EUR', '8971.14 EUR', '80.36 EUR', '556.01 EUR'])
    expect(ruleIds).toContain('de.bgb.502')
    expect(sources).toEqual(['§ 502 BGB'])
  })

  it('leaves out what leaving costs where it is free', () => {
    const free = { cost: euro('0.00'), explanation: cap }
    const { steps, sources } = explainSaving({
      nothing: euro('187.40'),
      offer: euro('137.30'),
      leaving: free,
      span: SPANS.year,
    })
    expect(steps.map(({ value }) => value)).toEqual(['187.40 EUR', '137.30 EUR', '50.10 EUR'])
    expect(sources).toEqual([])
  })

  it('speaks of interest earned, and never of negative costs', () => {
    const { steps } = explainSaving({ nothing: euro('-32.07'), offer: euro('-129.00'), span: SPANS.year })
    expect(steps.map(({ value }) => value)).toEqual(['32.07 EUR', '129.00 EUR', '96.93 EUR'])
    expect(steps[0]?.text.en).toContain('Interest paid to you')
  })
})
