/**
 * Letters on SQL: bytes that never change, and the one note that they were posted.
 *
 * @module
 */
import type pg from 'pg'
import type { Letter, LetterBook } from '../../tools/letters/letter-book.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { record } from './postgres-audit.ts'
import { inTransaction } from './transaction.ts'

interface LetterRow {
  id: string
  customer_id: string
  proposal_id: string
  act: number
  counterparty_id: string
  counterparty_name: string
  subject: string
  channel: Letter['channel']
  sha256: string
  bytes: number
  prepared_at: Date
  confirmed_by: string | null
  dispatched_at: Date | null
}

/** One that went by the protocol is dispatched when the counterparty has confirmed it. */
const LETTERS = /* sql */ `
  select l.id, l.customer_id, l.proposal_id, l.act, l.counterparty_id, l.counterparty_name, l.subject, l.channel,
      l.sha256, length(l.pdf) as bytes, l.prepared_at, d.confirmed_by,
      coalesce(d.dispatched_at, case when l.channel = 'http' then c.committed_at end) as dispatched_at
    from letters l
    left join letter_dispatches d on d.letter_id = l.id
    left join commitments c on c.proposal_id = l.proposal_id and c.act = l.act`

export function postgresLetters(pool: pg.Pool): LetterBook {
  const one = async (where: string, values: readonly unknown[]): Promise<Letter | null> => {
    const { rows } = await pool.query<LetterRow>(`${LETTERS} where ${where}`, [...values])
    return rows[0] === undefined ? null : toLetter(rows[0])
  }
  const ofAct = (proposalId: string, act: number) => one('l.proposal_id = $1 and l.act = $2', [proposalId, act])
  const get = (id: string) => one('l.id = $1', [id])

  return {
    ofAct,
    get,

    async keep({ pdf, ...letter }) {
      await pool.query(
        /* sql */ `
          insert into letters
            (id, customer_id, proposal_id, act, counterparty_id, counterparty_name, subject, channel, pdf, sha256, prepared_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
          on conflict (proposal_id, act) do nothing`,
        [
          ...[letter.id, letter.customerId, letter.proposalId, letter.act, letter.counterpartyId],
          ...[letter.counterpartyName, letter.subject, letter.channel, Buffer.from(pdf), letter.sha256],
          letter.preparedAt,
        ],
      )
      const kept = await ofAct(letter.proposalId, letter.act)
      if (kept === null) throw new ParleyError('CONFLICT', `The id ${letter.id} belongs to another letter.`)
      return kept
    },

    async pdf(id) {
      const { rows } = await pool.query<{ pdf: Uint8Array }>('select pdf from letters where id = $1', [id])
      return rows[0] === undefined ? null : new Uint8Array(rows[0].pdf)
    },

    async list({ customerId, limit }) {
      const { rows } = await pool.query<LetterRow>(
        `${LETTERS} where $1::text is null or l.customer_id = $1 order by l.prepared_at desc, l.id limit $2`,
        [customerId ?? null, limit],
      )
      return rows.map(toLetter)
    },

    async confirmDispatch(id, { person, at }) {
      const letter = await get(id)
      if (letter === null) return null
      if (letter.channel === 'http') {
        throw new ParleyError(
          'CONFLICT',
          `Letter ${id} went by the protocol; it is the customer's copy and is not posted.`,
        )
      }
      await inTransaction(pool, async (client) => {
        const { rowCount } = await client.query(
          'insert into letter_dispatches (letter_id, confirmed_by, dispatched_at) values ($1, $2, $3) on conflict do nothing',
          [id, person, at],
        )
        if (rowCount === 0) return // confirmed before: the first note stands
        const entry = { customerId: letter.customerId, actor: person, action: 'letter.dispatched', subject: id }
        await record({ ...entry, detail: { proposalId: letter.proposalId, act: letter.act }, at }, client)
      })
      return get(id)
    },
  }
}

function toLetter(row: LetterRow): Letter {
  return {
    id: row.id,
    customerId: row.customer_id,
    proposalId: row.proposal_id,
    act: row.act,
    counterpartyId: row.counterparty_id,
    counterpartyName: row.counterparty_name,
    subject: row.subject,
    channel: row.channel,
    status: row.dispatched_at === null ? 'prepared' : 'dispatched',
    sha256: row.sha256,
    bytes: row.bytes,
    preparedAt: row.prepared_at.toISOString(),
    dispatchedAt: row.dispatched_at?.toISOString() ?? null,
    confirmedBy: row.confirmed_by,
  }
}
