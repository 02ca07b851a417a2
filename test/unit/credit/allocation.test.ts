import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from '../../../tools/credit/allocation.ts'
import { allocateAmongDebts, type OpenDebt } from '../../../tools/credit/allocation-among-debts.ts'
import { money, parseMoney } from '../../../tools/shared/money.ts'

const eur = (text: string) => parseMoney(text, 'EUR')
const open = { costs: eur('30'), interest: eur('50'), principal: eur('500') }

test('pays costs, then interest, then principal of an ordinary debt', () => {
  const paid = allocate({ payment: eur('100'), open, debtClass: 'ordinary' })
  expect(paid).toMatchObject({ costs: eur('30'), interest: eur('50'), principal: eur('20'), excess: eur('0') })
  expect(paid.mayRefuseOtherDesignation).toBe(true)
})

test('pays principal before interest of a consumer loan in default', () => {
  const paid = allocate({ payment: eur('100'), open, debtClass: 'consumer_loan' })
  expect(paid).toMatchObject({ costs: eur('30'), interest: eur('0'), principal: eur('70') })
  expect(paid.mayRefuseOtherDesignation).toBe(false)
})

const cents = fc.integer({ min: 0, max: 10_000_000 })

test('allocates every cent once, and no part beyond what is open', () => {
  fc.assert(
    fc.property(cents, cents, cents, cents, fc.constantFrom('ordinary', 'consumer_loan'), (p, c, i, h, debtClass) => {
      const parts = { costs: money(c, 'EUR'), interest: money(i, 'EUR'), principal: money(h, 'EUR') }
      const paid = allocate({ payment: money(p, 'EUR'), open: parts, debtClass })
      expect(paid.costs.minor + paid.interest.minor + paid.principal.minor + paid.excess.minor).toBe(p)
      for (const part of ['costs', 'interest', 'principal'] as const) {
        expect(paid[part].minor).toBeLessThanOrEqual(parts[part].minor)
      }
      if (paid.excess.minor > 0) expect(paid.principal).toEqual(parts.principal)
    }),
  )
})

const debt = (id: string, change: Partial<OpenDebt> = {}): OpenDebt => ({
  id,
  open: eur('100'),
  due: '2026-01-01',
  security: 'none',
  ratePercent: 5,
  ...change,
})
const among = (debts: readonly OpenDebt[], designated: string | null = null, payment = eur('100')) => {
  const { paid } = allocateAmongDebts({ payment, debts, today: '2026-11-22', designated })
  return [...paid].filter(([, { minor }]) => minor > 0).map(([id, { minor }]) => [id, minor])
}

test('follows what the debtor named before anything else', () => {
  expect(among([debt('a'), debt('b', { due: '2027-05-01' })], 'b')).toEqual([['b', 10_000]])
})

test('without a designation takes what is due, less secured, more burdensome, older', () => {
  expect(among([debt('later', { due: '2027-01-01' }), debt('due')])).toEqual([['due', 10_000]])
  expect(among([debt('secured', { security: 'full' }), debt('open')])).toEqual([['open', 10_000]])
  expect(among([debt('cheap', { ratePercent: 0 }), debt('dear')])).toEqual([['dear', 10_000]])
  expect(among([debt('new', { due: '2026-06-01' }), debt('old')])).toEqual([['old', 10_000]])
})

test('shares among equally old debts in proportion, to the cent', () => {
  const debts = [debt('a'), debt('b', { open: eur('200') })]
  expect(among(debts, null, eur('100'))).toEqual([
    ['a', 3334],
    ['b', 6666],
  ])
})

test('conserves the payment among any debts', () => {
  const debts = fc.array(
    fc.record({
      open: cents.map((minor) => money(minor, 'EUR')),
      due: fc.constantFrom('2025-01-01', '2026-01-01', '2027-01-01'),
      security: fc.constantFrom('none', 'partly', 'full'),
      ratePercent: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(cents, debts, (minor, list) => {
      const named = list.map((each, index) => ({ ...each, id: String(index) }))
      const payment = money(minor, 'EUR')
      const { paid, excess } = allocateAmongDebts({ payment, debts: named, today: '2026-11-22', designated: null })
      const sum = [...paid.values()].reduce((total, part) => total + part.minor, 0)
      expect(sum + excess.minor).toBe(minor)
      for (const { id, open: owed } of named) expect(paid.get(id)?.minor ?? 0).toBeLessThanOrEqual(owed.minor)
    }),
  )
})

test('refuses negative amounts, unknown designations and doubled ids', () => {
  expect(() => allocate({ payment: eur('-1'), open, debtClass: 'ordinary' })).toThrow(/payment/)
  const negative = { ...open, costs: eur('-1') }
  expect(() => allocate({ payment: eur('1'), open: negative, debtClass: 'ordinary' })).toThrow(/open\.costs/)
  expect(() => among([debt('a')], 'b')).toThrow(/designated/)
  expect(() => among([debt('a'), debt('a')])).toThrow(/debts/)
})
