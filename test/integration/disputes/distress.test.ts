/** Financial distress and court papers: selling stops, help is named, a person comes with the deadline. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customer, staff } from '../../support/door.ts'
import { startMarket, type TestMarket } from '../../support/market.ts'
import { openWhole, type Whole } from '../../support/whole.ts'

const ANNA = JSON.parse(readFileSync(new URL('../../../src/demo/anna.json', import.meta.url), 'utf8'))
const anna = customer('c-anna')

let whole: Whole
let market: TestMarket
beforeAll(async () => {
  market = await startMarket()
  whole = await openWhole({ marketUrl: market.url })
})
afterAll(async () => {
  await whole.close()
  await market.close()
})

async function imported(change: (file: typeof ANNA) => void): Promise<void> {
  const file = structuredClone(ANNA)
  change(file)
  const response = await whole.call(staff('operator'), 'POST', '/v1/import', file)
  expect(response.status, await response.clone().text()).toBe(200)
}

it('shows no longer or dearer credit where money is tight, and says where help is', async () => {
  await imported((file) => {
    file.customer.netMonthlyIncome = '1200.00'
    const [quote] = file.offers
    file.offers.push({
      ...structuredClone(quote),
      id: 'o-anna-long',
      provider: { id: 'bk-lang', name: 'Langbank' },
      loan: { ...quote.loan, termMonths: 72, instalment: undefined, effectiveRatePercent: undefined },
    })
  })
  for (const [locale, said, advice] of [
    ['de', 'Vergleiche meine Kreditangebote', 'caritas.de/schuldnerberatung'],
    ['en', 'Compare my loan offers', 'stepchange.org'],
  ] as const) {
    const { text } = await whole.say(anna, await whole.thread(anna, locale), said, locale)
    expect(text).toContain(advice)
    expect(text).toContain('Direktbank Süd')
    expect(text).toMatch(/Langbank: (neuer, teurerer oder längerer Kredit|new, dearer or longer credit)/)
  }
})

it('takes no mandate for new credit, nor for a refinancing that runs longer', async () => {
  const fresh = await whole.call(anna, 'POST', '/v1/mandates', { need: 'new-loan', limits: { amount: '3000.00' } })
  expect(await fresh.json()).toMatchObject({ status: 422, detail: expect.stringContaining('caritas.de') })
  const refinance = (maxTermMonths: number) =>
    whole.call(anna, 'POST', '/v1/mandates', {
      need: 'refinance-loan',
      subject: { type: 'contract', id: 'k-anna-1' },
      limits: { maxTermMonths },
    })
  expect(await (await refinance(48)).json()).toMatchObject({ faults: [{ path: 'limits.maxTermMonths' }] })
  expect((await refinance(36)).status).toBe(201)
})

it('passes a court paper to a person at once, with the last day to object', async () => {
  await imported((file) => {
    const [debt] = file.debts
    debt.asOf = '2026-11-21'
    debt.title = { type: 'Mahnbescheid', served: '2026-11-19' }
    file.customer.netMonthlyIncome = '1200.00'
  })
  const { text } = await whole.say(
    anna,
    await whole.thread(anna),
    'Die Mahngebühr von Modehaus Elbe ist doch nicht rechtens, oder?',
  )
  expect(text).toContain('3. Dezember 2026')
  expect(text).toContain('Menschen aus unserem Team')
  const { handoffs } = await whole.read<{ handoffs: { reason: string; summary: string }[] }>(
    staff('operator'),
    '/v1/handoffs',
  )
  expect(handoffs).toMatchObject([{ reason: 'court-paper', summary: expect.stringContaining('2026-12-03') }])
})
