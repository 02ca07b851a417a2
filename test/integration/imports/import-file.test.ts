import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postgresRecords } from '../../../src/db/postgres-records.ts'
import { changed, importFile } from '../../../src/imports.ts'
import { fixedClock } from '../../../tools/shared/clock.ts'
import { InvalidInput } from '../../../tools/shared/errors.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'

type Json = Record<string, unknown>
type File = { customer: Json; debts: Json[]; contracts: Json[]; offers?: Json[] }

const clock = fixedClock('2026-11-22T10:00:00.000Z')

function sample(name: 'anna' | 'ben' | 'broken'): File {
  return JSON.parse(readFileSync(new URL(`../../data/samples/${name}.json`, import.meta.url), 'utf8'))
}

describe('importing a customer file', () => {
  let database: TestDatabase
  const load = (file: File) => importFile({ pool: database.pool, clock }, file)
  const records = () => postgresRecords(database.pool, clock)

  beforeAll(async () => {
    database = await openTestDatabase()
  })

  beforeEach(async () => {
    await database.pool.query('delete from customers')
  })

  afterAll(() => database.close())

  async function history(id: string) {
    const { rows } = await database.pool.query(
      `select as_of::text as day, is_current as current, record ->> 'open' as open from debts where id = $1 order by as_of`,
      [id],
    )
    return rows
  }

  function newer(file: File, index: number, change: Json): File {
    return { ...file, debts: file.debts.map((debt, i) => (i === index ? { ...debt, ...change } : debt)) }
  }

  it('takes every record over as it stands in the file', async () => {
    const report = await load(sample('anna'))
    expect(report).toEqual({
      ...{ customerId: 'c-anna', name: 'Anna Beispiel', customer: 'added' },
      debts: { added: ['d-anna-1', 'd-anna-2', 'd-anna-3'], updated: [], unchanged: [] },
      contracts: { added: ['k-anna-1', 'k-anna-2', 'k-anna-3', 'k-anna-4'], updated: [], unchanged: [] },
      offers: { added: ['o-anna-1', 'o-anna-2'], updated: [], unchanged: [] },
    })
    const { debts, contracts, offers, customer } = sample('anna')
    expect(await records().customer('c-anna')).toEqual(customer)
    expect(await records().debts('c-anna')).toMatchObject(debts)
    expect(await records().contracts('c-anna')).toMatchObject(contracts)
    expect(await records().offers('c-anna')).toMatchObject(offers ?? [])
  })

  it('changes nothing when the same content comes again, in whatever order its keys stand', async () => {
    await load(sample('anna'))
    const before = await history('d-anna-1')
    const reordered = {
      ...sample('anna'),
      debts: sample('anna').debts.map((d) => Object.fromEntries(Object.entries(d).reverse())),
    }
    const report = await load(reordered)
    expect(changed(report)).toBe(false)
    expect(report.debts.unchanged).toEqual(['d-anna-1', 'd-anna-2', 'd-anna-3'])
    expect(await history('d-anna-1')).toEqual(before)
    const audit = await database.pool.query(
      `select from audit_entries where action = 'records.changed' and customer_id = 'c-anna'`,
    )
    const again = await load(sample('anna'))
    expect(changed(again)).toBe(false)
    const later = await database.pool.query(
      `select from audit_entries where action = 'records.changed' and customer_id = 'c-anna'`,
    )
    expect(later.rowCount).toBe(audit.rowCount)
  })

  it('makes a newer statement current and keeps the older as history', async () => {
    await load(sample('anna'))
    const report = await load(newer(sample('anna'), 0, { asOf: '2026-11-21', open: '90.95' }))
    expect(report.debts).toEqual({ added: [], updated: ['d-anna-1'], unchanged: ['d-anna-2', 'd-anna-3'] })
    expect(await history('d-anna-1')).toEqual([
      { day: '2026-11-20', current: false, open: '95.95' },
      { day: '2026-11-21', current: true, open: '90.95' },
    ])
    expect((await records().debt('c-anna', 'd-anna-1'))?.open).toBe('90.95')
  })

  it('updates what is said about the customer', async () => {
    await load(sample('ben'))
    const file = sample('ben')
    const report = await load({ ...file, customer: { ...file.customer, netMonthlyIncome: '3200.00' } })
    expect(report.customer).toBe('updated')
    expect((await records().customer('c-ben'))?.netMonthlyIncome).toBe('3200.00')
  })

  it('refuses an older statement, and with it the whole file', async () => {
    await load(newer(sample('anna'), 0, { asOf: '2026-11-21' }))
    const older = newer(sample('anna'), 1, { asOf: '2026-11-22', open: '1.00' })
    const refusal = await load(older).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(InvalidInput)
    expect((refusal as InvalidInput).faults).toEqual([
      { path: 'debts[0].asOf', reason: 'is older than what is on record' },
    ])
    expect((await records().debt('c-anna', 'd-anna-2'))?.open).toBe('412.96')
  })

  it('refuses other content of the same day', async () => {
    await load(sample('anna'))
    await expect(load(newer(sample('anna'), 0, { open: '1.00' }))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      faults: [{ path: 'debts[0].asOf', reason: expect.stringContaining('newer day') }],
    })
    expect((await records().debt('c-anna', 'd-anna-1'))?.open).toBe('95.95')
  })

  it('takes nothing of a broken file', async () => {
    await expect(load(sample('broken'))).rejects.toBeInstanceOf(InvalidInput)
    expect(await records().customer('c-broken')).toBeNull()
  })

  it('keeps what a later file does not mention', async () => {
    await load(sample('anna'))
    await load({ ...sample('anna'), debts: [], contracts: [], offers: [] })
    expect(await records().debts('c-anna')).toHaveLength(3)
  })

  it('lets two imports of one customer at once end in the newer statement, once', async () => {
    const file = sample('anna')
    const results = await Promise.allSettled([
      load(file),
      load(file),
      load(newer(file, 0, { asOf: '2026-11-21', open: '90.95' })),
    ])
    expect(results.filter((result) => result.status === 'fulfilled').length).toBeGreaterThan(0)
    expect((await records().debt('c-anna', 'd-anna-1'))?.open).toBe('90.95')
    expect((await history('d-anna-1')).filter((row) => row.current)).toHaveLength(1)
  })

  it('keeps customers apart who use the same ids', async () => {
    await load(sample('anna'))
    const other = sample('anna')
    await load({ ...other, customer: { ...other.customer, id: 'c-other' }, debts: other.debts.slice(0, 1) })
    expect(await records().debts('c-other')).toHaveLength(1)
    expect(await records().debts('c-anna')).toHaveLength(3)
    expect(await records().debt('c-other', 'd-anna-2')).toBeNull()
  })
})
