import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Proposal } from '../../../tools/commitments/proposal.ts'
import { termsHash } from '../../../tools/shared/terms-hash.ts'
import { startCounterparty, type TestCounterparty } from '../../support/counterparty.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { executionOn } from '../../support/execution.ts'
import { type Gate, NOW, notingQueue, openGate } from '../../support/gate.ts'
import { concludeAct, LOAN, proposal } from '../../support/proposals.ts'

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
beforeEach(() => {
  party.received.length = 0
  party.book.clear()
})

const ON_SERVER = (process.env.TEST_DATABASE_URL ?? '') !== ''
const GATE_TABLES = ['proposals', 'decisions', 'approvals', 'attempts', 'commitments', 'audit_entries']
const WORSE = JSON.stringify({ acts: [concludeAct({ terms: { ...LOAN, nominalRatePercent: '19.99' } })] })

/** A proposal with a row in every table of the gate. */
async function executed(): Promise<Proposal> {
  const opened = await gate.open()
  await gate.approve(opened)
  await executionOn(gate, party).run(opened.id)
  party.received.length = 0
  return opened
}

/** Runs statements as the application's role on one connection; the last refusal, or null when the last one passed. */
async function attack(...statements: (string | [string, unknown[]])[]): Promise<Error | null> {
  const client = await database.pool.connect()
  let refusal: Error | null = null
  try {
    await client.query(`set parley.role = 'parley'`) // no row is hidden from this attacker
    for (const statement of statements) {
      const [text, values] = typeof statement === 'string' ? [statement, []] : statement
      refusal = await query(client, text, values)
    }
  } finally {
    await client.query('rollback')
    await client.query('reset parley.role')
    client.release()
  }
  return refusal
}

async function query(client: pg.PoolClient, text: string, values: unknown[]): Promise<Error | null> {
  try {
    await (values.length === 0 ? client.query(text) : client.query(text, values))
    return null
  } catch (error) {
    return error as Error
  }
}

const insertApproval = (opened: Proposal, hash = opened.termsHash): [string, unknown[]] => [
  `insert into approvals (proposal_id, terms_hash, outcome, decided_at) values ($1, $2, 'approved', $3)`,
  [opened.id, hash, NOW],
]

describe('direct SQL as the role of the application', () => {
  it.each(GATE_TABLES)('cannot update, delete from or truncate %s', async (table) => {
    await executed()
    const before = await database.pool.query(`select count(*)::int as rows from ${table}`)
    const column = table === 'audit_entries' ? 'actor = actor' : 'terms_hash = terms_hash'
    expect(await attack(`update ${table} set ${column}`)).not.toBeNull()
    expect(await attack(`delete from ${table}`)).not.toBeNull()
    expect(await attack(`truncate ${table} cascade`)).not.toBeNull()
    expect((await database.pool.query(`select count(*)::int as rows from ${table}`)).rows).toEqual(before.rows)
  })

  it('cannot put other terms under an approved proposal', async () => {
    const opened = await gate.open()
    await gate.approve(opened)
    expect(await attack([`update proposals set terms = $2 where id = $1`, [opened.id, WORSE]])).not.toBeNull()
    await executionOn(gate, party).run(opened.id)
    expect(party.received.map((post) => post.body.terms)).toEqual([LOAN])
  })

  it('cannot have terms executed whose hash was made up', async () => {
    const approved = { acts: [concludeAct({ terms: { ...LOAN, principal: '900.00' } })] }
    const forged = proposal({ id: 'prop_forged_hash', termsHash: termsHash(approved), terms: JSON.parse(WORSE) })
    await gate.desk.open(forged)
    await gate.approve(forged)
    await executionOn(gate, party).run(forged.id)
    expect(party.received).toEqual([])
    expect(await gate.ledger.executionOf(forged.id)).toMatchObject({ kind: 'withheld', reason: 'terms-changed' })
  })

  it('cannot insert an approval without the votes, with other terms, or against a rejection', async () => {
    const opened = await gate.open()
    expect(await attack(insertApproval(opened))).toMatchObject({ constraint: 'votes_are_complete' })
    expect(await attack(insertApproval(opened, termsHash({ other: 1 })))).not.toBeNull()
    const vote = { proposalId: opened.id, termsHash: opened.termsHash, reason: null } as const
    await gate.desk.decide({ ...vote, person: 'r-1', role: 'reviewer', decision: 'approve' })
    expect(await attack(insertApproval(opened))).toMatchObject({ constraint: 'votes_are_complete' })
    await gate.desk.decide({ ...vote, person: 'c-anna', role: 'customer', decision: 'reject' })
    expect(await attack(insertApproval(opened))).not.toBeNull()
    await executionOn(gate, party).run(opened.id)
    expect(party.received).toEqual([])
  })

  it('cannot cast votes for the proposer, a stranger, or the customer as a reviewer', async () => {
    const opened = await gate.open({ proposer: 'r-9' })
    const cast = (person: string, role: string): [string, unknown[]] => [
      `insert into decisions (id, proposal_id, terms_hash, person, role, decision, decided_at)
       values (gen_random_uuid()::text, $1, $2, $3, $4, 'approve', $5)`,
      [opened.id, opened.termsHash, person, role, NOW],
    ]
    expect(await attack(cast('r-9', 'reviewer'))).toMatchObject({ constraint: 'proposer_never_decides' })
    expect(await attack(cast('c-ben', 'customer'))).toMatchObject({ constraint: 'voter_is_entitled' })
    expect(await attack(cast('c-anna', 'reviewer'))).toMatchObject({ constraint: 'voter_is_entitled' })
  })

  it('cannot insert an attempt or a commitment without an approval, or for an act out of order', async () => {
    const opened = await gate.open({ terms: { acts: [concludeAct(), concludeAct({ offerId: 'offer-2' })] } })
    const attempt = (act: number): [string, unknown[]] => [
      `insert into attempts (proposal_id, act, kind, terms_hash, at) values ($1, $2, 'started', $3, $4)`,
      [opened.id, act, opened.termsHash, NOW],
    ]
    const commitment = (act: number): [string, unknown[]] => [
      `insert into commitments (proposal_id, act, terms_hash, customer_id, counterparty_id, reference, committed_at, recorded_at)
       values ($1, $2, $3, 'c-anna', 'musterbank-nord', 'made-up', $4, $4)`,
      [opened.id, act, opened.termsHash, NOW],
    ]
    expect(await attack(attempt(0))).not.toBeNull()
    expect(await attack(commitment(0))).not.toBeNull()
    await gate.approve(opened)
    expect(await attack(commitment(0))).toMatchObject({ constraint: 'attempted_first' })
    expect(await attack(attempt(1))).toMatchObject({ constraint: 'acts_are_ordered' })
    expect(await attack(attempt(2))).toMatchObject({ constraint: 'act_exists' })
    await executionOn(gate, party).run(opened.id)
    expect(await attack(commitment(0))).not.toBeNull()
  })

  it.each([
    'alter table approvals disable trigger all',
    'alter table commitments drop constraint commitments_pkey cascade',
    'drop trigger approvals_checked on approvals',
    'drop table approvals cascade',
    'alter table approvals owner to parley_app',
    'alter role parley_app superuser',
    'grant update, delete on approvals, proposals, decisions to parley_app',
    'create or replace function check_approval() returns trigger language plpgsql as $$ begin return new; end $$',
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$',
    'create rule forget as on insert to decisions do instead nothing',
    "set session_replication_role = 'replica'",
    'reset role',
    'set role postgres',
    'reset session authorization',
    'set local role none',
    // On the embedded database one session can always reset its role (docs/security.md); a server's cannot.
    ...(ON_SERVER ? ["do $$ begin execute 'reset ' || 'role'; end $$"] : []),
  ])('gains nothing from: %s', async (statement) => {
    const opened = await gate.open()
    await attack(statement)
    expect(await attack(statement, insertApproval(opened))).not.toBeNull()
    expect(
      await attack(statement, [`update proposals set terms = $2 where id = $1`, [opened.id, WORSE]]),
    ).not.toBeNull()
    expect(await attack(statement, `delete from decisions`)).not.toBeNull()
    expect(await gate.ledger.outcomeOf(opened.id)).toBeNull()
  })

  it('gains nothing from temporary tables that bear the names of the real ones', async () => {
    const { mandateId } = await gate.mandate('c-anna')
    const opened = await gate.open({ mandateId })
    const refusal = await attack(
      'begin',
      `create temporary table decisions (like public.decisions) on commit drop`,
      [
        `insert into pg_temp.decisions (id, proposal_id, terms_hash, person, role, decision, decided_at)
         values ('a', $1, $2, 'r-7', 'reviewer', 'approve', $3), ('b', $1, $2, 'c-anna', 'customer', 'approve', $3)`,
        [opened.id, opened.termsHash, NOW],
      ],
      [
        `insert into public.approvals (proposal_id, terms_hash, outcome, decided_at) values ($1, $2, 'approved', $3)`,
        [opened.id, opened.termsHash, NOW],
      ],
    )
    expect(refusal).toMatchObject({ constraint: 'votes_are_complete' })
    await attack('rollback')
    expect(await gate.ledger.outcomeOf(opened.id)).toBeNull()
  })

  it('cannot widen a confirmed mandate, make it last longer, or take a revocation back', async () => {
    const { mandateId } = await gate.mandate('c-anna')
    await gate.revoke(mandateId)
    expect(await attack([`update mandates set limits = '{}' where id = $1`, [mandateId]])).not.toBeNull()
    expect(await attack([`update mandates set expires_at = '2099-01-01' where id = $1`, [mandateId]])).not.toBeNull()
    expect(await attack([`delete from mandate_events where mandate_id = $1`, [mandateId]])).not.toBeNull()
    expect(
      await attack([`update mandate_events set kind = 'confirmed' where mandate_id = $1`, [mandateId]]),
    ).not.toBeNull()
  })
})
