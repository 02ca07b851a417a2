/**
 * Objections that went out, on SQL: read from proposals, commitments and letters; only events are written.
 *
 * @module
 */
import type pg from 'pg'
import type { NoticeAct } from '../../tools/commitments/proposal.ts'
import type { DisputeEvent, DisputeWatch, WatchedDispute } from '../../tools/disputes/dispute-watch.ts'
import { fixedClock, today } from '../../tools/shared/clock.ts'
import { record } from './postgres-audit.ts'
import { inTransaction } from './transaction.ts'

interface Row {
  proposal_id: string
  customer_id: string
  thread_id: string | null
  act: NoticeAct
  committed_at: Date
  sent_at: Date | null
  is_follow_up: boolean
  event: DisputeEvent | null
}

/** A follow-up is the proposal that the event of the first one names. An answer to either ends both. */
const SENT = /* sql */ `
  select c.proposal_id, p.customer_id, p.thread_id, p.terms -> 'acts' -> c.act as act, c.committed_at,
      coalesce(d.dispatched_at, case when c.channel = 'http' then c.committed_at end) as sent_at,
      first.proposal_id is not null as is_follow_up,
      exists (
        select from dispute_events e
          join approvals a on a.proposal_id = e.detail ->> 'proposalId' and a.outcome = 'expired'
          where e.proposal_id = c.proposal_id and e.kind = 'followed-up'
      ) as follow_up_lapsed,
      coalesce(
        (select e.kind from dispute_events e where e.proposal_id = c.proposal_id
          order by e.kind = 'followed-up', e.at desc limit 1),
        (select e.kind from dispute_events e where e.proposal_id = first.proposal_id and e.kind <> 'followed-up'
          order by e.at desc limit 1)
      ) as event
    from commitments c
    join proposals p on p.id = c.proposal_id
    left join letters l on l.proposal_id = c.proposal_id and l.act = c.act
    left join letter_dispatches d on d.letter_id = l.id
    left join dispute_events first on first.kind = 'followed-up' and first.detail ->> 'proposalId' = c.proposal_id
    where p.terms -> 'acts' -> c.act ->> 'notice' = 'dispute'
      and p.terms -> 'acts' -> c.act -> 'subject' ->> 'type' = 'debt'`

export function postgresDisputeWatch(pool: pg.Pool): DisputeWatch {
  const all = async (where: string, values: readonly unknown[]) => {
    const { rows } = await pool.query<Row>(`select * from (${SENT}) sent where ${where}`, [...values])
    return rows.map(toWatched)
  }

  return {
    open: (limit) =>
      all(
        "sent_at is not null and (event is null or (event = 'followed-up' and follow_up_lapsed)) order by sent_at limit $1",
        [limit],
      ),
    listOf: (customerId) => all('customer_id = $1 order by committed_at desc, proposal_id', [customerId]),
    async get(proposalId) {
      return (await all('proposal_id = $1', [proposalId]))[0] ?? null
    },

    note: ({ proposalId, customerId }, { kind, actor, at, detail = {} }) =>
      inTransaction(pool, async (client) => {
        const { rowCount } = await client.query(
          /* sql */ `
            insert into dispute_events (proposal_id, customer_id, kind, detail, at) values ($1, $2, $3, $4, $5)
            on conflict do nothing`,
          [proposalId, customerId, kind, JSON.stringify(detail), at],
        )
        if (rowCount === 0) return false
        await record({ customerId, actor, action: `dispute.${kind}`, subject: proposalId, detail, at }, client)
        return true
      }),
  }
}

function toWatched(row: Row): WatchedDispute {
  const { act, committed_at } = row
  return {
    proposalId: row.proposal_id,
    customerId: row.customer_id,
    threadId: row.thread_id,
    debtId: act.subject.id,
    counterpartyName: act.counterpartyName,
    items: act.terms.items.map(({ id, accepted, disputed }) => ({ id, accepted, disputed })),
    currency: act.terms.currency,
    locale: act.terms.locale ?? 'de',
    answerBy: act.terms.answerBy ?? today(fixedClock(committed_at.toISOString())),
    stage: row.is_follow_up ? 'follow-up' : 'first',
    sentAt: row.sent_at?.toISOString() ?? null,
    event: row.event,
  }
}
