import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutIdentity } from '../../src/db/identified-pool.ts'
import { asCustomer, asIdentity, type Identity } from '../../src/db/identity.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { fillTables, insertRow, type Table, tablesOf } from '../support/generated-rows.ts'

/**
 * A new table that is not in this list needs a policy: `rowPolicy('my_table', …)` of
 * `src/db/migrations/row-policies.ts` in the migration that makes it.
 */
const NO_CUSTOMERS_ROWS: Readonly<Record<string, string>> = {
  schema_migrations: 'names of migrations',
  passages: 'the library, the same for everybody',
  duty: 'who of the staff is on call',
  reviewer_events: 'who of the staff may review',
  audit_links: 'positions and hashes, nothing that can be read',
  audit_anchors: 'signed hashes',
  retention_runs: 'days and counts',
}
/** What only the program itself touches. */
const INTERNAL = ['execution_leases', 'rate_limits', 'run_leases']
const [ANNA, BEN] = ['c-anna', 'c-ben'] as const

let database: TestDatabase
let tables: readonly Table[]
beforeAll(async () => {
  database = await openTestDatabase()
  tables = await fillTables(database, [ANNA, BEN])
})
afterAll(() => database.close())

const staff = (role: Identity['role'], subject = 'somebody'): Identity => ({ role, subject, customerId: null })

async function rowsOf(table: string): Promise<readonly unknown[]> {
  return (await database.pool.query(`select * from ${table}`)).rows
}

/** The names of the tables in which this identity sees anybody's rows. */
async function seenBy(identity: Identity): Promise<readonly string[]> {
  const seen: string[] = []
  for (const { name } of tables) {
    if ((await asIdentity(identity, () => rowsOf(name))).length > 0) seen.push(name)
  }
  return seen
}

describe('rows under an identity', () => {
  it('are guarded in every table that may hold a customer, also in one made tomorrow', async () => {
    const unguarded = (await tablesOf(database.pool)).filter(({ isGuarded }) => !isGuarded).map(({ name }) => name)
    expect(unguarded.sort()).toEqual(Object.keys(NO_CUSTOMERS_ROWS).sort())
  })

  it("are a customer's own alone, in every table, without any where", async () => {
    for (const { name } of tables) {
      const rows = await asCustomer(ANNA, () => rowsOf(name))
      expect(JSON.stringify(rows), name).not.toContain(BEN)
      expect(rows, name).toHaveLength(INTERNAL.includes(name) ? 0 : 1)
    }
  })

  it("refuse a customer to write another's, in every table", async () => {
    for (const table of tables) {
      const forged = asCustomer(ANNA, () =>
        inTransaction(database.pool, (client) => insertRow(client, table, `${BEN}`, 2)),
      )
      // 55000: words are only taken with an entry of this session, and there is none.
      await expect(forged, table.name).rejects.toMatchObject({ code: expect.stringMatching(/42501|55000/) })
    }
  })

  it('let a customer change and delete at most their own, in every table, without any where', async () => {
    for (const { name, columns } of tables) {
      const column = columns.find(({ type }) => type === 'text' || type === 'boolean')?.name
      for (const statement of [`update ${name} set ${column} = ${column}`, `delete from ${name}`]) {
        const changed = asCustomer(ANNA, () =>
          inTransaction(database.pool, async (client) => {
            const { rowCount } = await client.query(statement)
            throw new RolledBack(rowCount ?? 0)
          }),
        ).catch((error: unknown) => {
          if (error instanceof RolledBack) return error.rows
          expect(error, statement).toMatchObject({ code: '42501' }) // insert-only: the role may not at all
          return 0
        })
        expect(await changed, statement).toBeLessThanOrEqual(1)
      }
    }
    for (const { name } of tables) expect(await rowsOf(name), name).toHaveLength(2)
  })

  it('are none for nobody, and the records alone for a program of others', async () => {
    for (const { name } of tables) {
      const { rows } = await withoutIdentity(database.pool).query(`select * from ${name}`)
      expect(rows, name).toEqual([])
    }
    expect(await seenBy(staff('service'))).toEqual(['contracts', 'customers', 'debts', 'offers']) // it may import
    expect(await seenBy({ role: 'customer', customerId: null, subject: 'nobody' })).toEqual([])
  })

  it('are for reviewers what they decide on, and no conversation', async () => {
    expect(await seenBy(staff('reviewer'))).toEqual([
      ...['approval_requests', 'approvals', 'attempts', 'commitments', 'contracts', 'customers', 'debts', 'decisions'],
      ...['dispute_events', 'disputes', 'edited_deals', 'explanations', 'letter_dispatches', 'letters'],
      ...[
        'mandate_events',
        'mandates',
        'moves',
        'negotiations',
        'offers',
        'proposals',
        'review_answers',
        'review_events',
        'review_questions',
      ],
      ...['second_confirmations', 'task_events', 'tasks', 'undo_windows', 'withdrawals'],
    ])
  })

  it('are for operators neither conversations nor mandates nor the moves made under them', async () => {
    const seen = await seenBy(staff('operator'))
    for (const hidden of ['threads', 'messages', 'mandates', 'negotiations', 'moves', 'checkpoints', 'explanations']) {
      expect(seen).not.toContain(hidden)
    }
    expect(seen).toEqual(expect.arrayContaining(['customers', 'audit_entries', 'audit_words', 'commitments']))
  })

  it('are for a duty agent the conversations that wait for a person or were theirs', async () => {
    const conversations = async (subject: string) =>
      asIdentity(staff('duty-agent', subject), async () => {
        const messages = await rowsOf('messages')
        return (messages as { thread_id: string }[]).map((message) => message.thread_id)
      })
    expect(await conversations('duty-1')).toEqual([])
    expect(await conversations(ANNA)).toEqual([ANNA]) // in a generated row the duty agent has the customer's name
    await database.pool.query(`update handoffs set status = 'waiting' where customer_id = $1`, [BEN])
    expect(await conversations('duty-1')).toEqual([BEN])
    expect(await seenBy(staff('duty-agent', 'duty-1'))).not.toContain('mandates')
  })

  it('stay with the transaction and leave nothing on the connection', async () => {
    const who = `select current_setting('parley.customer', true) as who`
    const inside = await asCustomer(ANNA, () =>
      inTransaction(database.pool, async (client) => {
        const first = await client.query(who)
        const rows = await client.query('select id from customers')
        return [...first.rows, ...rows.rows]
      }),
    )
    expect(inside).toEqual([{ who: ANNA }, { id: ANNA }])
    expect((await asCustomer(BEN, () => database.pool.query(who))).rows).toEqual([{ who: BEN }])
    for (let i = 0; i < 12; i += 1) {
      const { rows } = await withoutIdentity(database.pool).query<{ who: string | null }>(who)
      expect(rows[0]?.who ?? '').toBe('')
    }
  })

  it('are never mixed up between requests that run side by side on a few connections', async () => {
    const asked = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? ANNA : BEN))
    const seen = await Promise.all(asked.map((id) => asCustomer(id, () => rowsOf('threads'))))
    expect(seen.map((rows) => (rows as { id: string }[]).map((row) => row.id))).toEqual(asked.map((id) => [id]))
  })

  it('come back after a refused statement, with the connection still sound', async () => {
    await expect(asCustomer(ANNA, () => database.pool.query('select 1 / 0'))).rejects.toMatchObject({ code: '22012' })
    expect(await asCustomer(ANNA, () => rowsOf('threads'))).toHaveLength(1)
  })
})

class RolledBack extends Error {
  readonly rows: number

  constructor(rows: number) {
    super('rolled back')
    this.rows = rows
  }
}
