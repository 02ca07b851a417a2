import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postgresExplanations } from '../../src/db/postgres-explanations.ts'
import { postgresRecords, type QuoteBook } from '../../src/db/postgres-records.ts'
import { importFile } from '../../src/imports.ts'
import type { DebtLedger } from '../../tools/debts/debt-ledger.ts'
import type { ExplanationBook } from '../../tools/explanations/explanation-book.ts'
import {
  type ContractBook,
  type CustomerBook,
  type Offer,
  type OfferBook,
  offerSchema,
} from '../../tools/offers/contract.ts'
import { fixedClock } from '../../tools/shared/clock.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { NOW } from '../support/seed.ts'

const clock = fixedClock(NOW.toISOString())
const anna = JSON.parse(readFileSync(new URL('../data/samples/anna.json', import.meta.url), 'utf8'))

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})

beforeEach(async () => {
  await database.pool.query('delete from customers')
  await importFile({ pool: database.pool, clock }, anna)
})

afterAll(() => database.close())

behavesLikeTheRecords('on SQL', (pool) => postgresRecords(pool, clock))
behavesLikeAnExplanationBook('on SQL', (pool) => postgresExplanations(pool))

function behavesLikeTheRecords(
  name: string,
  open: (pool: pg.Pool) => DebtLedger & ContractBook & OfferBook & CustomerBook & QuoteBook,
): void {
  describe(`the records ${name}`, () => {
    const records = () => open(database.pool)
    const quote = (change: Partial<Offer> = {}): Offer =>
      offerSchema.parse({ ...anna.offers[0], id: 'o-new', asOf: '2026-11-20', ...change })

    it('give every debt, also one at zero, in a stable order', async () => {
      const debts = await records().debts('c-anna')
      expect(debts.map((debt) => [debt.id, debt.open])).toEqual([
        ['d-anna-1', '95.95'],
        ['d-anna-2', '412.96'],
        ['d-anna-3', '0.00'],
      ])
    })

    it('give one record by its id, to its own customer only', async () => {
      expect((await records().debt('c-anna', 'd-anna-1'))?.creditor.name).toBe('Modehaus Elbe')
      expect((await records().contract('c-anna', 'k-anna-1'))?.kind).toBe('instalment-loan')
      expect(await records().debt('c-ben', 'd-anna-1')).toBeNull()
      expect(await records().contract('c-ben', 'k-anna-1')).toBeNull()
      expect(await records().debt('c-anna', 'd-nowhere')).toBeNull()
    })

    it('know nothing of a stranger', async () => {
      expect(await records().customer('c-nobody')).toBeNull()
      expect(await records().debts('c-nobody')).toEqual([])
      expect(await records().contracts('c-nobody')).toEqual([])
      expect(await records().offers('c-nobody')).toEqual([])
    })

    it('add a quote, and renew it with a newer day', async () => {
      await records().addOffer('c-anna', quote())
      await records().addOffer('c-anna', quote())
      const renewed = quote({ asOf: '2026-11-21', validUntil: '2026-12-24' })
      await records().addOffer('c-anna', renewed)
      const offers = await records().offers('c-anna')
      expect(offers.map((offer) => offer.id)).toEqual(['o-anna-1', 'o-anna-2', 'o-new'])
      expect(offers[2]).toEqual(renewed)
    })

    it.each([{ asOf: '2026-11-19' }, { validUntil: '2027-01-01' }])(
      'refuse a quote that would turn back: %o',
      async (change) => {
        await records().addOffer('c-anna', quote())
        await expect(records().addOffer('c-anna', quote(change))).rejects.toMatchObject({ code: 'CONFLICT' })
        expect((await records().offers('c-anna'))[2]).toEqual(quote())
      },
    )

    it('refuse a quote for nobody', async () => {
      await expect(records().addOffer('c-nobody', quote())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })
  })
}

function behavesLikeAnExplanationBook(name: string, open: (pool: pg.Pool) => ExplanationBook): void {
  describe(`an explanation book ${name}`, () => {
    const explanation = {
      title: { de: 'Verzugszinsen', en: 'Default interest' },
      ...{ ruleIds: ['de.bgb.288-1'], inputs: { principal: '100.00' }, steps: [], sources: ['§ 288 (1) BGB'] },
    }

    it('keeps the first explanation of an id, for its customer only', async () => {
      const book = open(database.pool)
      await book.addAll(
        'c-anna',
        [
          { id: 'e-1', explanation },
          { id: 'e-2', explanation },
        ],
        NOW,
      )
      await book.addAll('c-anna', [{ id: 'e-1', explanation: { ...explanation, sources: [] } }], NOW)
      await book.addAll('c-anna', [], NOW)
      expect(await book.get('c-anna', 'e-1')).toEqual(explanation)
      expect(await book.get('c-anna', 'e-2')).toEqual(explanation)
      expect(await book.get('c-ben', 'e-1')).toBeNull()
    })
  })
}
