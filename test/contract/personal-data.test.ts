import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asCustomer } from '../../src/db/identity.ts'
import { NOT_EXPORTED, postgresPersonal } from '../../src/db/postgres-personal.ts'
import { asOwner } from '../support/as-owner.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { movableClock } from '../support/gate.ts'
import { fillTables, type Table } from '../support/generated-rows.ts'

/** Evidence of what was approved and done (Art. 17 (3) (b) and (e) GDPR), and the trail that proves it. */
const KEPT = [
  ...['approval_requests', 'approvals', 'attempts', 'audit_entries', 'commitments', 'decisions', 'execution_leases'],
  ...['proposals', 'review_events', 'second_confirmations', 'undo_windows', 'withdrawals'],
]
/** Names of runs and hashes, not of people; in generated rows everything has the customer's name. */
const NAMES_NOBODY = ['rate_limits', 'run_leases']
const [ANNA, BEN] = ['c-anna', 'c-ben'] as const

let database: TestDatabase
let tables: readonly Table[]
let personal: ReturnType<typeof postgresPersonal>
beforeAll(async () => {
  database = await openTestDatabase()
  tables = await fillTables(database, [ANNA, BEN])
  await asOwner(database, (db) => db.query(`select setval(pg_get_serial_sequence('audit_entries', 'seq'), 100)`))
  personal = postgresPersonal(database.pool, movableClock())
})
afterAll(() => database.close())

describe('personal data', () => {
  it('is handed out from every table that holds any, also one made tomorrow, and from nobody else’s rows', async () => {
    const exported = await personal.exportOf(ANNA)
    for (const [kind, rows] of Object.entries(exported)) {
      expect(rows, kind).toHaveLength(1)
      expect(JSON.stringify(rows), kind).not.toContain(BEN)
    }
    expect(Object.keys(exported)).toHaveLength(tables.length - Object.keys(NOT_EXPORTED).length)
    expect(Object.keys(NOT_EXPORTED).filter((name) => !tables.some((table) => table.name === name))).toEqual([])
    expect(JSON.stringify(exported)).not.toContain('webhookSecrets')
  })

  it('is erased from every table but those that are evidence', async () => {
    await asCustomer(ANNA, () => personal.erase(ANNA))
    const left: string[] = []
    for (const { name } of tables) {
      const { rows } = await database.pool.query(`select * from ${name}`)
      if (JSON.stringify(rows).includes(ANNA)) left.push(name)
      expect(JSON.stringify(rows), `${name} of another customer`).toContain(BEN)
    }
    expect(left.sort()).toEqual([...KEPT, ...NAMES_NOBODY].sort())
  })
})
