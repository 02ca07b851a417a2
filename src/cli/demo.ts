/**
 * `npm run demo [-- --yes] [-- --customer FILE.json]`: the main job in a terminal, from a customer's sentence to an executed
 * commitment, on a database, a market and ports of its own, at a fixed 2026-11-22.
 *
 * @module
 */
import { join } from 'node:path'
import color from 'picocolors'
import type { Commitment } from '../../tools/commitments/approval-ledger.ts'
import type { Contract } from '../../tools/offers/contract.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { readArguments, WrongUsage } from '../read-arguments.ts'
import { ApiProblem, apiClient } from '../server/api-client.ts'
import { type House, openHouse } from '../server/house.ts'
import { contest } from './demo/contest.ts'
import { delegate } from './demo/delegate.ts'
import { heading, note } from './demo/screen.ts'
import { showCommitments, showSources } from './demo/summary.ts'
import { openThread, say, type World } from './demo/world.ts'
import { readJson } from './import/read-json.ts'

const NOW = '2026-11-22T09:00:00.000Z'
const OWN_CUSTOMER = join(import.meta.dirname, '../demo/anna.json')

const USAGE = `npm run demo -- [--yes] [--customer FILE.json]
  --yes            answers every question with yes
  --customer FILE  another customer than the demo's own, in the format of docs/import-format.md`

const values = readArguments(
  USAGE,
  { options: { yes: { type: 'boolean', default: false }, customer: { type: 'string', default: OWN_CUSTOMER } } },
  (parsed) => {
    if (parsed.values.yes || process.stdin.isTTY) return parsed.values
    throw new WrongUsage('There is no terminal to answer on: --yes answers every question with yes')
  },
)

/** The insurance to look for, as German and English speak of it. */
const INSURANCE: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  'insurance-household': { de: 'Hausratversicherung', en: 'household insurance' },
  'insurance-liability': { de: 'Haftpflichtversicherung', en: 'liability insurance' },
  'insurance-car': { de: 'Kfz-Versicherung', en: 'car insurance' },
  'insurance-legal': { de: 'Rechtsschutzversicherung', en: 'legal insurance' },
  'insurance-phone': { de: 'Handyversicherung', en: 'phone insurance' },
}

async function play(house: House, records: unknown): Promise<void> {
  const operator = apiClient(house.url, await house.token({ subject: 'demo', role: 'operator', customerId: null }))
  heading(`1 · Import ${values.customer === OWN_CUSTOMER ? 'a customer' : values.customer}`)
  const report = await operator.post<{ customerId: string; name: string } & Record<string, unknown>>(
    '/v1/import',
    records,
  )
  const { customerId, name } = report
  for (const list of ['debts', 'contracts', 'offers']) {
    note(`${list}: ${(report[list] as { added: string[] }).added.join(', ') || 'none'}`)
  }
  const world: World = {
    customer: apiClient(house.url, await house.token({ subject: customerId, role: 'customer', customerId })),
    reviewer: apiClient(house.url, await house.token({ subject: 'reviewer-1', role: 'reviewer', customerId: null })),
    name,
    assumeYes: values.yes,
    replies: [],
  }
  const { debts } = await world.customer.get<{ debts: { fees: unknown[] }[] }>('/v1/debts')
  const { contracts } = await world.customer.get<{ contracts: Contract[] }>('/v1/contracts')

  heading('2 · What do I owe, and what do my offers compare to?')
  const threadId = await openThread(world, 'de')
  await say(world, threadId, 'Was schulde ich, und wo?', 'de')
  const hasLoan = contracts.some((contract) => contract.kind === 'instalment-loan')
  const policy =
    contracts.find(({ kind }) => kind === 'insurance-household') ?? contracts.find(({ kind }) => kind in INSURANCE)
  const cover = policy === undefined ? undefined : INSURANCE[policy.kind]
  if (hasLoan) await say(world, threadId, 'Vergleiche die Kreditangebote, die ich schon habe.', 'de')
  if (cover !== undefined) {
    await say(world, await openThread(world, 'en'), `Compare the ${cover.en} offers I already have.`, 'en')
  }
  if (debts.some((debt) => debt.fees.length > 0)) await contest(world, join('reports', 'letters'))
  if (hasLoan) {
    await delegate(world, {
      title: '4 · A better rate on the loan (in English)',
      locale: 'en',
      wish: 'Get me a better rate on my instalment loan, at most 36 months.',
      yes: 'Yes, go ahead.',
    })
  }
  if (cover !== undefined) {
    const { de } = cover
    await delegate(world, {
      title: `5 · Eine günstigere ${de} (auf Deutsch)`,
      locale: 'de',
      wish: `Bitte handle mir eine günstigere ${de} mit gleichem Schutz aus.`,
      yes: 'Ja, bitte.',
    })
  }
  showSources(world.replies)
  const { commitments } = await world.customer.get<{ commitments: Commitment[] }>('/v1/commitments')
  const book = await fetch(new URL('/book', house.marketUrl ?? ''))
  const { lines } = (await book.json()) as { lines: { type: string; reference?: string }[] }
  showCommitments(
    commitments,
    lines.flatMap((line) =>
      (line.type === 'committed' || line.type === 'noticed') && line.reference !== undefined
        ? [{ reference: line.reference }]
        : [],
    ),
  )
}

/** @throws ParleyError that names the file and says what is wrong with it */
async function readRecords(path: string): Promise<unknown> {
  try {
    return await readJson(path)
  } catch (cause) {
    throw new ParleyError('INVALID_INPUT', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

let house: House | null = null
try {
  const records = await readRecords(values.customer)
  process.stdout.write(
    `${color.bold('Parley, the main job.')} A world of its own: embedded database in memory, simulated market, 22 November 2026.\n`,
  )
  house = await openHouse(
    { PARLEY_NOW: NOW, PORT: '0', PARLEY_MARKET_PORT: '0', PARLEY_LOG_LEVEL: 'error' },
    { folder: null, onProgress: note },
  )
  await play(house, records)
} catch (error) {
  if (!(error instanceof ParleyError || error instanceof ApiProblem)) throw error
  process.stderr.write(`${color.red('The demo stopped:')} ${error.message}\n`)
  if (error instanceof ApiProblem)
    for (const { path, reason } of error.faults) process.stderr.write(`  ${path}: ${reason}\n`)
  process.exitCode = 1
} finally {
  await house?.close()
}
