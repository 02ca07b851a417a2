/**
 * Mandates; confirming and revoking are events that are only ever added.
 *
 * @module
 */
import type pg from 'pg'
import type { Mandate } from '../../tools/mandates/mandate.ts'
import type { MandateLedger } from '../../tools/mandates/mandate-ledger.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { closeProposal } from './approval-transaction.ts'
import { record } from './postgres-audit.ts'
import { type ProposalRow, toProposal } from './proposal-rows.ts'
import type { Queryable } from './queryable.ts'
import { inTransaction } from './transaction.ts'

interface MandateRow {
  id: string
  customer_id: string
  thread_id: string | null
  need: Mandate['need']
  subject: Mandate['subject']
  goal: string
  limits: Mandate['limits']
  counterparties: Mandate['counterparties']
  disclosures: Mandate['disclosures']
  created_at: Date
  expires_at: Date
  confirmed_at: Date | null
  revoked_at: Date | null
}

const SELECT = /* sql */ `
  select m.*, c.at as confirmed_at, r.at as revoked_at from mandates m
  left join mandate_events c on c.mandate_id = m.id and c.kind = 'confirmed'
  left join mandate_events r on r.mandate_id = m.id and r.kind = 'revoked'`

export function postgresMandates(pool: pg.Pool, jobs: Pick<JobQueue, 'enqueue'>): MandateLedger {
  return {
    async draft(mandate) {
      await pool.query(
        /* sql */ `
          insert into mandates (id, customer_id, thread_id, need, subject, goal, limits, counterparties, disclosures,
            created_at, expires_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[mandate.id, mandate.customerId, mandate.threadId, mandate.need],
          ...[mandate.subject === null ? null : JSON.stringify(mandate.subject), mandate.goal],
          ...[mandate.limits, mandate.counterparties, mandate.disclosures].map((part) => JSON.stringify(part)),
          ...[mandate.createdAt, mandate.expiresAt],
        ],
      )
    },

    async get(id) {
      const { rows } = await pool.query<MandateRow>(`${SELECT} where m.id = $1`, [id])
      return rows[0] === undefined ? null : toMandate(rows[0])
    },

    async listFor(customerId) {
      const { rows } = await pool.query<MandateRow>(
        `${SELECT} where m.customer_id = $1 order by m.created_at desc, m.id desc`,
        [customerId],
      )
      return rows.map(toMandate)
    },

    async pendingOf(threadId, now) {
      const { rows } = await pool.query<MandateRow>(
        `${SELECT} where m.thread_id = $1 and c.at is null and r.at is null and m.expires_at > $2
         order by m.created_at desc, m.id desc limit 1`,
        [threadId, now],
      )
      return rows[0] === undefined ? null : toMandate(rows[0])
    },

    confirm: (id, by, at) => inTransaction(pool, (client) => confirmMandate(client, id, by, at)),

    revoke: (id, by, at) =>
      inTransaction(pool, async (client) => {
        const mandate = await lockMandate(client, id)
        if (!(await addEvent(client, mandate, 'revoked', by, at))) return false
        await voidProposals(client, jobs, mandate, at)
        await stopNegotiations(client, id, at)
        return true
      }),
  }
}

/** Confirms a mandate in the transaction of `client`, so that what follows from it exists exactly when this does. */
export async function confirmMandate(client: Queryable, id: string, by: string, at: Date): Promise<boolean> {
  const mandate = await lockMandate(client, id)
  if (mandate.revokedAt !== null) throw new ParleyError('MANDATE_REVOKED', `Mandate ${id} was revoked.`)
  return addEvent(client, mandate, 'confirmed', by, at)
}

/** Confirming, revoking and deciding on its proposals take this lock first. @throws ParleyError NOT_FOUND */
async function lockMandate(client: Queryable, id: string): Promise<Mandate> {
  await client.query('select from mandates where id = $1 for update', [id])
  const { rows } = await client.query<MandateRow>(`${SELECT} where m.id = $1`, [id])
  if (rows[0] === undefined) throw new ParleyError('NOT_FOUND', `There is no mandate ${id}.`)
  return toMandate(rows[0])
}

async function addEvent(
  client: Queryable,
  mandate: Mandate,
  kind: 'confirmed' | 'revoked',
  by: string,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'insert into mandate_events (mandate_id, kind, by_whom, at) values ($1, $2, $3, $4) on conflict do nothing',
    [mandate.id, kind, by, at],
  )
  if (rowCount !== 1) return false
  const { customerId, id: subject } = mandate
  await record({ customerId, actor: by, action: `mandate.${kind}`, subject, detail: {}, at }, client)
  return true
}

/** Nothing that rests on a revoked mandate stays open: what waits for votes is closed in the same transaction. */
async function voidProposals(
  client: Queryable,
  jobs: Pick<JobQueue, 'enqueue'>,
  mandate: Mandate,
  at: Date,
): Promise<void> {
  await client.query(
    /* sql */ `
      select from approval_requests where proposal_id in (select id from proposals where mandate_id = $1)
      order by proposal_id for update`,
    [mandate.id],
  )
  const { rows } = await client.query<ProposalRow>(
    /* sql */ `
      select p.* from proposals p
      where p.mandate_id = $1 and not exists (select from approvals a where a.proposal_id = p.id) order by p.id`,
    [mandate.id],
  )
  const closing = { outcome: 'voided', reason: 'mandate revoked', actor: mandate.customerId, at } as const
  for (const row of rows) await closeProposal(client, jobs, toProposal(row), closing)
}

async function stopNegotiations(client: Queryable, mandateId: string, at: Date): Promise<void> {
  await client.query(
    /* sql */ `
      update negotiations set status = 'withdrawn', ending = 'mandate revoked', ended_at = $2
      where mandate_id = $1 and status = 'open'`,
    [mandateId, at],
  )
  await client.query(
    /* sql */ `
      with stopped as (
        update tasks set status = 'stopped'
        where mandate_id = $1 and status in ('negotiating', 'awaiting-approval', 'executing', 'needs-human')
          and not exists (
            select from approvals a join proposals p on p.id = a.proposal_id
            where p.task_id = tasks.id and a.outcome = 'approved')
        returning id)
      insert into task_events (task_id, kind, data, at) select id, 'stopped', '{"because": "mandate-revoked"}', $2
      from stopped`,
    [mandateId, at],
  )
}

function toMandate(row: MandateRow): Mandate {
  return {
    id: row.id,
    customerId: row.customer_id,
    threadId: row.thread_id,
    need: row.need,
    subject: row.subject,
    goal: row.goal,
    limits: row.limits,
    counterparties: row.counterparties,
    disclosures: row.disclosures,
    createdAt: row.created_at.toISOString(),
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    expiresAt: row.expires_at.toISOString(),
  }
}
