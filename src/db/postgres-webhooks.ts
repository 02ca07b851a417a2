/**
 * Webhooks and their outbox on SQL. Deliveries are put there by the database itself (`0014-webhooks`).
 *
 * @module
 */
import type pg from 'pg'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Webhook, WebhookBook, WebhookDelivery, WebhookOwner } from '../http/ports/webhook-book.ts'
import type { DueDelivery, WebhookOutbox } from '../webhooks/outbox.ts'
import { createSecretBox, type SecretBox } from '../webhooks/secret-box.ts'
import { record } from './postgres-audit.ts'
import { inTransaction } from './transaction.ts'

const PER_OWNER = 20
/** Longer than a try may take: what a dead process took is free after that. */
const LEASE_SECONDS = 60

interface WebhookRow {
  id: string
  owner: string
  role: Webhook['role']
  customer_id: string | null
  url: string
  events: Webhook['events']
  created_at: Date
  pending: number
  dead: number
  last_error: string | null
}

const SELECT = /* sql */ `
  select w.*, coalesce(d.pending, 0)::int as pending, coalesce(d.dead, 0)::int as dead, d.last_error
  from webhooks w left join lateral (
    select count(*) filter (where status = 'pending') as pending, count(*) filter (where status = 'dead') as dead,
      (array_agg(last_error order by created_at desc) filter (where last_error is not null))[1] as last_error
    from webhook_deliveries where webhook_id = w.id and status <> 'delivered'
  ) d on true`
const OWNED = `($1::text is null or w.customer_id = $1) and ($2::text is null or w.owner = $2 and w.role = $3)`

function ownedBy(owner: WebhookOwner): readonly (string | null)[] {
  if (owner.kind === 'everybody') return [null, null, null]
  return owner.kind === 'customer' ? [owner.customerId, null, null] : [null, owner.subject, owner.role]
}

/** @param box how secrets are kept; as they are unless told */
export function postgresWebhooks(pool: pg.Pool, box: SecretBox = createSecretBox(null)): WebhookBook & WebhookOutbox {
  return {
    add: ({ id, owner, role, customerId, url, events, createdAt }, secret) =>
      inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ count: string }>(
          'select count(*) from webhooks where role = $1 and owner = $2',
          [role, owner],
        )
        if (Number(rows[0]?.count) >= PER_OWNER) {
          throw new ParleyError('CONFLICT', `There are ${PER_OWNER} webhooks already. Delete one first.`)
        }
        const { rowCount } = await client.query(
          /* sql */ `
            insert into webhooks (id, owner, role, customer_id, url, events, created_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (role, owner, url) do nothing`,
          [id, owner, role, customerId, url, [...events], createdAt],
        )
        if (rowCount === 0) {
          throw new ParleyError(
            'CONFLICT',
            'There is a webhook for this URL already. Delete it first to get a new secret.',
          )
        }
        const sealed = await box.seal(secret, id)
        await client.query('insert into webhook_secrets (webhook_id, secret) values ($1, $2)', [id, sealed])
        const entry = { customerId, actor: owner, action: 'webhook.added', subject: id }
        await record({ ...entry, detail: { role, events }, at: new Date(createdAt) }, client)
      }),

    async list(owner) {
      const { rows } = await pool.query<WebhookRow>(`${SELECT} where ${OWNED} order by w.created_at, w.id`, [
        ...ownedBy(owner),
      ])
      return rows.map(toWebhook)
    },

    async get(id, owner) {
      const { rows } = await pool.query<WebhookRow>(`${SELECT} where ${OWNED} and w.id = $4`, [...ownedBy(owner), id])
      return rows[0] === undefined ? null : toWebhook(rows[0])
    },

    async remove(id, owner) {
      const { rowCount } = await pool.query(`delete from webhooks w where ${OWNED} and w.id = $4`, [
        ...ownedBy(owner),
        id,
      ])
      return rowCount === 1
    },

    async deliveries(id, limit) {
      const { rows } = await pool.query<DeliveryRow>(
        /* sql */ `
          select id, type, data, status, attempts, last_status, last_error, created_at, ended_at,
            case when status = 'pending' and next_at > '-infinity' then next_at end as next_at
          from webhook_deliveries where webhook_id = $1 order by created_at desc, id limit $2`,
        [id, limit],
      )
      return rows.map(toDelivery)
    },

    async waits(now) {
      const { rowCount } = await pool.query(
        /* sql */ `
          select from webhook_deliveries
          where status = 'pending' and next_at <= $1 and (leased_until is null or leased_until <= clock_timestamp())
          limit 1`,
        [now],
      )
      return rowCount === 1
    },

    async take(now, limit) {
      const { rows } = await pool.query<DueRow>(
        /* sql */ `
          with taken as (
            update webhook_deliveries set leased_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
            where id in (
              select id from webhook_deliveries
              where status = 'pending' and next_at <= $1 and (leased_until is null or leased_until <= clock_timestamp())
              order by next_at, created_at limit $2 for update skip locked)
            returning id, webhook_id, type, data, attempts, created_at)
          select t.id, t.webhook_id, t.type, t.data, t.attempts, t.created_at, w.url, s.secret
          from taken t join webhooks w on w.id = t.webhook_id join webhook_secrets s on s.webhook_id = w.id
          order by t.created_at, t.id`,
        [now, limit],
      )
      return Promise.all(
        rows.map(
          async (row): Promise<DueDelivery> => ({
            ...{ id: row.id, url: row.url, type: row.type, data: row.data },
            ...{ attempts: row.attempts, createdAt: row.created_at.toISOString() },
            secret: await box.open(row.secret, row.webhook_id),
          }),
        ),
      )
    },

    async settle(id, { status, httpStatus, error, nextAt, at }) {
      await pool.query(
        /* sql */ `
          update webhook_deliveries set status = $2, attempts = attempts + 1, last_status = $3,
            last_error = $4, next_at = coalesce($5, next_at), leased_until = null,
            ended_at = case when $2 = 'pending' then null else $6::timestamptz end
          where id = $1 and status = 'pending'`,
        [id, status, httpStatus, error, nextAt, at],
      )
    },
  }
}

interface DueRow {
  id: string
  webhook_id: string
  url: string
  secret: string
  type: string
  data: Record<string, unknown>
  attempts: number
  created_at: Date
}

interface DeliveryRow {
  id: string
  type: string
  data: Record<string, unknown>
  status: WebhookDelivery['status']
  attempts: number
  next_at: Date | null
  last_status: number | null
  last_error: string | null
  created_at: Date
  ended_at: Date | null
}

function toWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    owner: row.owner,
    role: row.role,
    customerId: row.customer_id,
    url: row.url,
    events: row.events,
    createdAt: row.created_at.toISOString(),
    pending: row.pending,
    dead: row.dead,
    lastError: row.last_error,
  }
}

function toDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    type: row.type,
    data: row.data,
    status: row.status,
    attempts: row.attempts,
    nextAt: row.next_at?.toISOString() ?? null,
    lastStatus: row.last_status,
    lastError: row.last_error,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}
