import { describe, expect, test } from 'vitest'
import { sample } from '../../../evals/scenario/sample.ts'
import { type Scenario, scenarioSchema } from '../../../evals/scenario.ts'

const scenario = (change: Record<string, unknown> = {}): Scenario =>
  scenarioSchema.parse({
    id: 'probe',
    title: 'a probe',
    because: 'the sampler is under test',
    group: 'debts',
    draw: {
      shop: { bank: 'shop' },
      price: { money: ['40', '180'], step: '0.50' },
      fee: { oneOf: ['4.00', '5.00'] },
      open: { sum: ['price', 'fee'] },
      months: { whole: [12, 48] },
      due: { day: [-40, -30] },
    },
    customer: {
      speaks: 'de',
      records: {
        customer: { id: 'c', name: 'Ida Falk' },
        debts: [
          { id: 'd-1', creditor: { id: 'cr-1', name: '{shop}' }, open: '{open}', term: '{months}', due: '{due}' },
        ],
      },
      wishes: [{ says: ['Was will {shop}?'], about: 'd-1' }],
    },
    counterparties: [{ id: 'cr-1', name: '{shop}', role: 'creditor' }],
    mustCome: { commitments: [], proposals: [], tasks: [], told: ['{open}'] },
    ...change,
  })

const debtOf = ({ scenario: { customer } }: ReturnType<typeof sample>) =>
  (customer.records.debts as Record<string, unknown>[])[0] as Record<string, unknown> & { creditor: { id: string } }

describe('drawing a trial', () => {
  test('is the same for the same seed and another for another', () => {
    expect(sample(scenario(), 7)).toEqual(sample(scenario(), 7))
    const drawn = new Set([1, 2, 3, 4, 5, 6].map((seed) => debtOf(sample(scenario(), seed)).open))
    expect(drawn.size).toBeGreaterThan(3)
  })

  test('keeps whole numbers whole, computes what follows, and fills what must come', () => {
    const sampled = sample(scenario(), 3)
    const { price, fee, open } = sampled.values
    expect(Number(open?.value)).toBeCloseTo(Number(price?.value) + Number(fee?.value), 2)
    expect(Number.isInteger(debtOf(sampled).term)).toBe(true)
    expect(sampled.scenario.mustCome.told).toEqual([open?.value])
  })

  test('makes ids of its own, the same wherever the scenario names them', () => {
    const sampled = sample(scenario(), 1)
    const debt = debtOf(sampled)
    expect(debt.id).not.toBe('d-1')
    expect(sampled.scenario.customer.wishes[0]?.about).toBe(debt.id)
    expect(sampled.scenario.counterparties[0]?.id).toBe(debt.creditor.id)
    expect(debtOf(sample(scenario(), 1, 'crash')).id).not.toBe(debt.id)
  })

  test('leaves spoken words to whoever speaks them', () => {
    expect(sample(scenario(), 1).scenario.customer.wishes[0]?.says).toEqual(['Was will {shop}?'])
  })

  test('names a placeholder that nothing was drawn for', () => {
    expect(() => sample(scenario({ title: 'about {nobody}' }), 1)).toThrow('nothing is drawn for {nobody}')
  })
})
