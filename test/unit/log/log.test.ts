import { DatabaseError } from 'pg'
import { expect, it } from 'vitest'
import { createLog } from '../../../src/log.ts'
import { consoleLog } from '../../../src/server/worker/console-log.ts'

const IBAN = 'DE89 3704 0044 0532 0130 00'
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl'
const SECRETS = [IBAN, IBAN.replaceAll(' ', ''), TOKEN, 'whsec_Zm9vYmFyYmF6', 'hunter2', 'sk-live-12345678', '4711.13']

function refusedRow(): Error {
  const error = new DatabaseError('null value in column "x"', 1, 'error')
  return Object.assign(error, { detail: `Failing row contains (c-anna, {"maxMonthly": "4711.13"}, ${IBAN}).` })
}

const NASTY: readonly object[] = [
  { err: refusedRow() },
  { err: new Error(`connect postgres://parley:hunter2@db/parley`, { cause: refusedRow() }) },
  { err: Object.assign(new Error('400'), { request: { headers: { authorization: `Bearer ${TOKEN}` } } }) },
  { err: new Error(`key sk-live-12345678 was refused for Bearer ${TOKEN}`) },
  { job: { data: { mandate: { limits: { maxMonthly: '4711.13' } } } } },
  { webhook: { secret: 'whsec_Zm9vYmFyYmF6' }, note: 'signed with whsec_Zm9vYmFyYmF6' },
  { said: `Bitte auf ${IBAN.replaceAll(' ', '')}, oder ${IBAN.toLowerCase()}` },
]

function linesOf(write: (to: { write(line: string): void }) => void): string {
  const lines: string[] = []
  write({ write: (line) => void lines.push(line) })
  return lines.join('\n')
}

it.each([
  ['Node', (to: { write(line: string): void }) => createLog('debug', to)],
  ['a Worker', (to: { write(line: string): void }) => consoleLog('debug', to.write)],
])('shows on %s no IBAN, token, password, secret or limit, wherever it stands', (_, logTo) => {
  const lines = linesOf((to) => {
    for (const facts of NASTY) logTo(to).error(facts, 'failed')
  })
  expect(lines.match(/failed/g)?.length).toBeGreaterThanOrEqual(NASTY.length)
  for (const secret of SECRETS) expect(lines.toLowerCase()).not.toContain(secret.toLowerCase())
})

it('leaves ids, hashes and moments as they are', () => {
  const facts = {
    requestId: 'req_de12ab34cd56ef78ab90',
    hash: 'ab12cd34'.repeat(8),
    at: '2026-11-22T10:00:00.000Z',
    proposalId: 'prop_0123456789abcdef',
  }
  expect(JSON.parse(linesOf((to) => createLog('info', to).info(facts, 'done')))).toMatchObject({
    ...facts,
    msg: 'done',
  })
})
