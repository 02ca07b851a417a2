/** What no rule can work with is refused by name, at the API, in an import and by a tool alike. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAdvocate } from '../../support/advocate.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { customer, staff } from '../../support/door.ts'
import { answers, calls, scripted, words } from '../../support/scripted-model.ts'
import { openWhole, type Whole } from '../../support/whole.ts'

const ANNA = JSON.parse(readFileSync(new URL('../../../src/demo/anna.json', import.meta.url), 'utf8'))
const anna = customer('c-anna')

let whole: Whole
let database: TestDatabase
beforeAll(async () => {
  whole = await openWhole()
  database = await openTestDatabase()
  await whole.call(staff('operator'), 'POST', '/v1/import', ANNA)
})
afterAll(async () => {
  await whole.close()
  await database.close()
})

type Path = readonly (string | number)[]
interface Case {
  readonly what: string
  /** A body of `POST /v1/offers` or `POST /v1/mandates` with one bad value. */
  readonly api: readonly [route: 'offers' | 'mandates', at: Path, value: unknown]
  /** One bad value in the import file. */
  readonly file: readonly [at: Path, value: unknown]
  /** A call of a tool; the figure is the customer's own word, so that only its badness can be the reason. */
  readonly tool: readonly [name: string, args: Record<string, unknown>, field: string]
}

const LOAN = ['offers', 0, 'loan'] as const
const CASES: readonly Case[] = [
  {
    what: 'a negative amount',
    api: ['offers', ['loan', 'principal'], '-8400.00'],
    file: [[...LOAN, 'principal'], '-8400.00'],
    tool: ['compare_loans', { amount: '-8400' }, 'amount'],
  },
  {
    what: 'an amount of nothing to borrow',
    api: ['offers', ['loan', 'principal'], '0.00'],
    file: [[...LOAN, 'principal'], '0.00'],
    tool: ['compare_loans', { amount: 0 }, 'amount'],
  },
  {
    what: 'an amount finer than its currency',
    api: ['offers', ['loan', 'principal'], '8400.005'],
    file: [['debts', 0, 'open'], '95.955'],
    tool: ['start_negotiation', { need: 'refinance-loan', limits: { maxMonthly: '200.005' } }, 'limits.maxMonthly'],
  },
  {
    what: 'an amount that is no number',
    api: ['mandates', ['limits', 'maxMonthly'], 'wenig'],
    file: [['debts', 0, 'principal'], '1e3'],
    tool: ['compare_insurance', { insuranceKind: 'insurance-household', maxMonthly: 'wenig' }, 'maxMonthly'],
  },
  {
    what: 'an amount beyond any account',
    api: ['mandates', ['limits', 'maxTotal'], '9'.repeat(15)],
    file: [['debts', 0, 'principal'], '9'.repeat(15)],
    tool: ['compare_loans', { amount: '9'.repeat(15) }, 'amount'],
  },
  {
    what: 'a day that does not exist',
    api: ['offers', ['validUntil'], '2026-02-30'],
    file: [['debts', 0, 'dueDate'], '2026-02-30'],
    tool: ['compare_loans', { maxTermMonths: 12.5 }, 'maxTermMonths'],
  },
  {
    what: 'a currency nobody knows',
    api: ['offers', ['currency'], 'DEM'],
    file: [['debts', 0, 'currency'], 'DEM'],
    tool: ['start_negotiation', { need: 'refinance-loan', limits: { maxTermMonths: 601 } }, 'limits.maxTermMonths'],
  },
  {
    what: 'currencies mixed in one matter',
    api: ['mandates', ['limits', 'currency'], 'USD'],
    file: [['contracts', 0, 'currency'], 'JPY'], // its amounts have cents, which yen do not have
    tool: ['compare_insurance', { insuranceKind: 'insurance-household', maxDeductible: '-150' }, 'maxDeductible'],
  },
  {
    what: 'a term of zero',
    api: ['offers', ['loan', 'termMonths'], 0],
    file: [['contracts', 0, 'loan', 'remainingMonths'], 0],
    tool: ['compare_loans', { maxTermMonths: 0 }, 'maxTermMonths'],
  },
  {
    what: 'a term longer than a life',
    api: ['mandates', ['limits', 'maxTermMonths'], 601],
    file: [[...LOAN, 'termMonths'], 9999],
    tool: ['compare_loans', { maxTermMonths: 9999 }, 'maxTermMonths'],
  },
  {
    what: 'a rate beyond any sense',
    api: ['offers', ['loan', 'nominalRatePercent'], '1000'],
    file: [[...LOAN, 'nominalRatePercent'], '1000'],
    tool: ['compare_loans', { maxRatePercent: 1000 }, 'maxRatePercent'],
  },
  {
    what: 'a rate that would pay back more than everything',
    api: ['mandates', ['limits', 'maxEffectiveRatePercent'], '-100'],
    file: [['debts', 1, 'nominalRatePercent'], '-100'],
    tool: ['compare_loans', { maxRatePercent: '-100' }, 'maxRatePercent'],
  },
]

const BODIES = {
  offers: { ...ANNA.offers[0], id: 'o-new' },
  mandates: { need: 'refinance-loan', subject: { type: 'contract', id: 'k-anna-1' }, limits: { maxTermMonths: 36 } },
}

function changed(from: unknown, at: Path, value: unknown): Record<string, unknown> {
  const copy = structuredClone(from) as Record<string | number, unknown>
  let holder = copy
  for (const part of at.slice(0, -1)) holder = holder[part] as Record<string | number, unknown>
  holder[at.at(-1) ?? ''] = value
  return copy
}

const dotted = (path: string) => path.replaceAll(/\[(\d+)\]/g, '.$1')

describe.each(CASES)('$what', ({ api, file, tool }) => {
  it('is refused at the API by its path', async () => {
    const [route, at, value] = api
    const response = await whole.call(anna, 'POST', `/v1/${route}`, changed(BODIES[route], at, value))
    const body = (await response.json()) as { code: string; faults?: { path: string; reason: string }[] }
    expect(body).toMatchObject({ code: 'INVALID_INPUT' })
    expect([...new Set(body.faults?.map(({ path }) => path))]).toEqual([at.join('.')])
    expect(response.status).toBe(400)
  })

  it('is refused in an import by its path, and nothing of the file is taken', async () => {
    const [at, value] = file
    const renamed = changed(ANNA, ['customer', 'id'], 'c-other')
    const response = await whole.call(staff('operator'), 'POST', '/v1/import', changed(renamed, at, value))
    const body = (await response.json()) as { code: string; faults?: { path: string }[] }
    expect(body.code, JSON.stringify(body)).toBe('INVALID_INPUT')
    const prefix = at.at(-1) === 'currency' ? at.slice(0, -1).join('.') : at.join('.')
    expect(
      body.faults?.every(({ path }) => dotted(path).startsWith(prefix)),
      JSON.stringify(body.faults),
    ).toBe(true)
    expect((await whole.pool.query("select from customers where id = 'c-other'")).rowCount).toBe(0)
  })

  it('is refused by a tool by its name', async () => {
    const [name, args, field] = tool
    let seen: Record<string, unknown> | undefined
    const { anna: open } = await openAdvocate(
      database.pool,
      scripted((messages) => {
        const [answer] = answers(messages)
        if (answer === undefined) return calls([name, args])
        seen = answer
        return words('Das geht so nicht.')
      }),
    )
    await (await open()).say(`Bitte rechne mit ${JSON.stringify(args).replaceAll(/[^\d.,-]+/g, ' ')}, wenig, Euro.`)
    expect(seen).toMatchObject({ kind: 'refused', code: expect.stringMatching(/^INVALID_(?:INPUT|ARGUMENTS)$/) })
    const { en } = (seen as { reason: { en: string } }).reason
    expect(en).toContain(field.split('.').at(-1))
  })
})
