/** The logs of a whole job, gone well and gone wrong at every level: what was planted is nowhere in them. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '../../../src/log.ts'
import { ANNA } from '../../support/anna.ts'
import { asOwner } from '../../support/as-owner.ts'
import { customer, staff } from '../../support/door.ts'
import { startMarket, type TestMarket } from '../../support/market.ts'
import { openWhole, type Whole } from '../../support/whole.ts'

const IBAN = 'DE89 3704 0044 0532 0130 00'
const LIMITS = { maxTermMonths: 36, maxEffectiveRatePercent: '8.7931', maxMonthly: '4711.13' }
const WEBHOOK_SECRET = `whsec_${Buffer.from('a planted secret of 32 bytes, ok!').toString('base64')}`
const anna = customer('c-anna')
const rita = staff('reviewer', 'rita')

/** A turn needs the last, a job the first, and a request those in between. */
const BROKEN = ['moves', 'mandates', 'messages', 'explanations']

const lines: string[] = []
const written = process.stderr.write.bind(process.stderr)
let market: TestMarket
let whole: Whole
beforeAll(async () => {
  // Whoever writes past the log, a library or the market in this process, is heard as well.
  process.stderr.write = ((text: string) => lines.push(String(text)) > 0) as typeof process.stderr.write
  market = await startMarket()
  whole = await openWhole({
    marketUrl: market.url,
    env: { PARLEY_WEBHOOKS_LOOPBACK: 'allow', PARLEY_LOG_LEVEL: 'debug' },
    log: createLog('debug', { write: (line) => lines.push(line) }),
  })
  await whole.call(staff('operator'), 'POST', '/v1/import', ANNA)
})
afterAll(async () => {
  process.stderr.write = written
  await whole.close()
  await market.close()
})

interface Pending {
  readonly approvals: readonly { readonly id: string; readonly proposal: { readonly termsHash: string } }[]
}

async function delegate(): Promise<Response> {
  return whole.call(anna, 'POST', '/v1/tasks', {
    goal: `Cheaper, and pay out to ${IBAN}`,
    mandate: { need: 'refinance-loan', subject: { type: 'contract', id: 'k-1' }, limits: LIMITS },
  })
}

async function work(rounds: number): Promise<void> {
  for (let n = 0; n < rounds; n += 1) await whole.drain()
}

/** Everything that must be nowhere, with what was given away in between. */
async function planted(): Promise<readonly string[]> {
  const tokens = (await market.book()).map((line) => JSON.stringify(line).match(/"token":"([^"]+)"/)?.[1] ?? '')
  return [
    ...[IBAN, IBAN.replaceAll(' ', ''), LIMITS.maxEffectiveRatePercent, LIMITS.maxMonthly, '8,7931', '4.711,13'],
    ...[WEBHOOK_SECRET, WEBHOOK_SECRET.slice(6), 'eyJ', 'a secret of the tests'],
    ...tokens.filter((token) => token !== ''),
  ]
}

it('show no token, IBAN, secret or limit of a job that went well, or of one that broke in every place', async () => {
  await whole.call(anna, 'POST', '/v1/webhooks', { url: 'http://127.0.0.1:9/nobody', secret: WEBHOOK_SECRET })
  const thread = await whole.thread(anna)
  await whole.say(anna, thread, `Was schulde ich? Mein Konto ist ${IBAN}, höchstens 4711,13 Euro im Monat.`)
  const delegated = await delegate()
  expect(delegated.status, await delegated.text()).toBe(201)
  await work(4)
  const { approvals } = await whole.read<Pending>(rita, '/v1/approvals?status=pending')
  expect(approvals.length).toBeGreaterThan(0)
  for (const { id, proposal } of approvals) {
    const vote = { decision: 'approve', termsHash: proposal.termsHash }
    for (const who of [rita, anna]) await whole.call(who, 'POST', `/v1/approvals/${id}/decision`, vote)
  }
  await work(4)

  // From here on the database refuses rows, and says in its own words what was in them.
  await asOwner(whole.database, async (db) => {
    await db.query(`create function refuse_row() returns trigger language plpgsql as $$ begin
      raise exception '% is refused: %', tg_table_name, to_jsonb(new) ->> 'text' using detail = new::text; end $$`)
    for (const table of BROKEN) {
      await db.query(`create trigger refused before insert on ${table} for each row execute function refuse_row()`)
    }
  })
  const refused = await delegate()
  expect(refused.status).toBe(500)
  expect(await refused.text()).not.toContain('4711.13')
  await whole.call(anna, 'POST', `/v1/threads/${thread}/messages`, { text: `Noch einmal: ${IBAN}` })
  await asOwner(whole.database, async (db) => {
    for (const table of ['mandates', 'messages']) await db.query(`drop trigger refused on ${table}`)
  })
  expect((await delegate()).status).toBe(201)
  await whole.call(anna, 'POST', `/v1/threads/${thread}/messages`, { text: `Warum ist ${IBAN} teurer als 4711,13?` })
  await whole.say(anna, thread, 'Die Mahngebühr von Modehaus Elbe ist doch falsch, oder?')
  await work(2)

  const log = lines.join('')
  expect(log).toContain('request failed')
  expect(log).toContain('a job failed')
  expect(log).toContain('a turn failed')
  for (const secret of await planted()) expect(log).not.toContain(secret)
}, 120_000)
