/** The audit chain: what an intruder with the owner's rights changes is found, and where. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAnchor } from '../../src/audit/make-anchor.ts'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { record } from '../../src/db/postgres-audit.ts'
import { postgresPersonal } from '../../src/db/postgres-personal.ts'
import type { Queryable } from '../../src/db/queryable.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { signingKey } from '../../src/signing/key-file.ts'
import { createSigner } from '../../src/signing/signer.ts'
import { asOwner } from '../support/as-owner.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { movableClock } from '../support/gate.ts'

let database: TestDatabase
const clock = movableClock()
const signer = createSigner(await signingKey(null))

beforeEach(async () => {
  database = await openTestDatabase()
}, 60_000)
afterEach(() => database.close())

async function write(count: number, customerId = 'c-anna') {
  for (let n = 0; n < count; n += 1) await entry(database.pool, n, customerId)
}

const entry = (db: Queryable, n: number, customerId = 'c-anna') =>
  record(
    {
      ...{ customerId, actor: 'r-1', action: 'decision.cast', subject: `prop-${n}` },
      ...{ detail: { termsHash: 'ab', n }, words: { reason: `because ${n}` }, at: clock.now() },
    },
    db,
  )

const verify = async () => verifyChain(database.pool, { keys: await signer.keys() })
const faults = async () => (await verify()).faults.map(({ kind, position }) => [kind, position])
const tamper = (...statements: string[]) =>
  asOwner(database, async (db) => {
    for (const statement of statements) await db.query(statement)
  })

describe('an untouched chain', () => {
  it('is valid, also over several pages, and counts its entries', async () => {
    await inTransaction(database.pool, async (client) => {
      for (let n = 0; n < 1_003; n += 1) await entry(client, n)
    })
    expect(await verify()).toMatchObject({ entries: 1_003, faults: [] })
  })

  it('never forks: writers at once are linked one after the other', async () => {
    await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        inTransaction(database.pool, async (client) => {
          await entry(client, n)
          await entry(client, n + 100)
        }),
      ),
    )
    expect(await verify()).toMatchObject({ entries: 48, faults: [] })
  })

  it('holds nothing of a transaction that was rolled back', async () => {
    await write(1)
    await expect(
      inTransaction(database.pool, async (client) => {
        await entry(client, 2)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await write(1)
    expect(await verify()).toMatchObject({ entries: 2, faults: [] })
  })

  it('stays valid when a customer is erased, whose words are gone', async () => {
    await database.pool.query(`insert into customers values ('c-anna', '{}', now())`)
    await write(2)
    await write(1, 'c-ben')
    await postgresPersonal(database.pool, clock).erase('c-anna')
    expect(await verify()).toMatchObject({ entries: 4, faults: [] })
    const words = await database.pool.query<{ words: string }>('select words from audit_words')
    expect(words.rows).toEqual([{ words: '{"reason":"because 0"}' }])
  })
})

describe('as the role of the application', () => {
  it.each([
    'update audit_links set hash = previous',
    'delete from audit_links',
    `insert into audit_links select position + 1, seq, hash, previous from audit_links`,
    'delete from audit_entries',
    `update audit_words set words = '{}'`,
    'delete from audit_anchors',
  ])('refuses %s', async (statement) => {
    await write(1)
    await makeAnchor({ db: database.pool, signer, clock })
    await expect(database.pool.query(statement)).rejects.toThrow()
    expect(await faults()).toEqual([])
  })
})

describe('what the owner did by SQL is found', () => {
  beforeEach(() => write(5))

  it.each([
    ['actor', `update audit_entries set actor = 'r-2'`],
    ['detail', `update audit_entries set detail = '{"termsHash": "cd"}'`],
    ['moment', `update audit_entries set at = at + interval '1 microsecond'`],
    ['customer', `update audit_entries set customer_id = null`],
    ['hash of the words', `update audit_entries set words_hash = null`],
  ])('a changed %s', async (_, statement) => {
    await tamper(`${statement} where seq = (select seq from audit_links where position = 3)`)
    expect(await faults()).toContainEqual(['changed', 3])
  })

  it('a removed entry', async () => {
    await tamper('delete from audit_entries where seq = (select seq from audit_links where position = 2)')
    expect(await faults()).toContainEqual(['removed', 2])
  })

  it('an entry removed with its link', async () => {
    await tamper(
      'delete from audit_entries where seq = (select seq from audit_links where position = 2)',
      'delete from audit_links where position = 2',
    )
    expect(await faults()).toEqual([['removed', 2]])
  })

  it('a gap that was closed by counting anew', async () => {
    await tamper(
      'delete from audit_entries where seq = (select seq from audit_links where position = 2)',
      'delete from audit_links where position = 2',
      'update audit_links set position = position - 1 where position = 3',
      'update audit_links set position = position - 1 where position = 4',
      'update audit_links set position = position - 1 where position = 5',
    )
    expect((await faults())[0]?.[1]).toBe(2)
  })

  it('an entry that was put in past the chain', async () => {
    await tamper(
      `insert into audit_entries (actor, action, subject, detail, at) values ('r-9', 'decision.cast', 'p', '{}', now())`,
    )
    expect(await faults()).toEqual([['inserted', null]])
  })

  it('two entries that changed places', async () => {
    await tamper(
      `update audit_links set seq = -seq where position = 2`,
      `update audit_links set seq = (select seq from audit_entries where subject = 'prop-1') where position = 4`,
      `update audit_links set seq = (select seq from audit_entries where subject = 'prop-3') where position = 2`,
    )
    expect(await faults()).toEqual([
      ['reordered', 2],
      ['reordered', 4],
    ])
  })

  it('changed words, and words that are gone without an erasure', async () => {
    await tamper(
      `update audit_words set words = '{"reason":"other"}' where seq = (select seq from audit_links where position = 1)`,
      'delete from audit_words where seq = (select seq from audit_links where position = 5)',
    )
    expect(await faults()).toEqual([
      ['words-changed', 1],
      ['words-missing', 5],
    ])
  })
})

describe('the daily anchor', () => {
  beforeEach(() => write(3))

  it('is made once a day and verifies', async () => {
    expect(await makeAnchor({ db: database.pool, signer, clock })).toMatchObject({ day: '2026-11-22', position: 3 })
    expect(await makeAnchor({ db: database.pool, signer, clock })).toBeNull()
    await write(1)
    const tomorrow = movableClock('2026-11-23T10:00:00Z')
    expect(await makeAnchor({ db: database.pool, signer, clock: tomorrow })).toMatchObject({ position: 4 })
    expect(await verify()).toMatchObject({ anchors: 2, faults: [] })
  })

  it('shows that the end of the chain was cut off', async () => {
    await makeAnchor({ db: database.pool, signer, clock })
    await tamper('delete from audit_links where position = 3', 'delete from audit_entries where true')
    expect(await faults()).toContainEqual(['removed', 3])
  })

  it('shows that the chain was written anew, with every hash right', async () => {
    await makeAnchor({ db: database.pool, signer, clock })
    await tamper('truncate audit_words, audit_links, audit_entries')
    await write(3)
    expect(await faults()).toEqual([['changed', 3]])
  })

  it('shows the same when the anchor in the database is gone too and one was kept elsewhere', async () => {
    const kept = await makeAnchor({ db: database.pool, signer, clock })
    await tamper('delete from audit_anchors', 'truncate audit_words, audit_links, audit_entries')
    await write(3)
    expect(await faults()).toEqual([])
    const report = await verifyChain(database.pool, { keys: await signer.keys(), anchors: kept === null ? [] : [kept] })
    expect(report.faults).toMatchObject([{ kind: 'changed', position: 3 }])
  })

  it('is not believed when somebody else signed it, or when its row says otherwise', async () => {
    const stranger = createSigner(await signingKey(null))
    await makeAnchor({ db: database.pool, signer: stranger, clock })
    expect(await faults()).toEqual([['anchor', 3]])
    await tamper('delete from audit_anchors')
    await makeAnchor({ db: database.pool, signer, clock })
    await tamper(`update audit_anchors set position = 2, hash = (select hash from audit_links where position = 2)`)
    expect(await faults()).toEqual([['anchor', 2]])
  })
})
