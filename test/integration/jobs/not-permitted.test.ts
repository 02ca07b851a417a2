import { afterAll, beforeAll, expect, it } from 'vitest'
import { LEAST_POWER } from '../../../tools/profile/profile.ts'
import { startCounterparty, type TestCounterparty } from '../../support/counterparty.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { executionOn } from '../../support/execution.ts'
import { type Gate, notingQueue, openGate } from '../../support/gate.ts'

let database: TestDatabase
let gate: Gate
let party: TestCounterparty

beforeAll(async () => {
  database = await openTestDatabase()
  gate = openGate(database.pool, notingQueue())
  party = await startCounterparty()
  await gate.customer('c-anna')
})
afterAll(async () => {
  await party.close()
  await database.close()
})

it('withholds an approved conclusion that the deployment profile does not allow', async () => {
  const opened = await gate.open()
  await gate.approve(opened)
  await executionOn(gate, party, { profile: LEAST_POWER }).run(opened.id)
  expect(await gate.ledger.executionOf(opened.id)).toMatchObject({ kind: 'withheld', reason: 'not-permitted' })
  expect(party.received).toEqual([])
})
