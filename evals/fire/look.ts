/**
 * What there is to judge by: rows as the owner of the database reads them, the market's own book, and what was
 * acknowledged.
 *
 * @module
 */
import type { Journey } from './journey.ts'

/** Whoever reads rows past every policy: the owner of the tables. */
export interface Reader {
  query(text: string): Promise<{ readonly rows: readonly unknown[] }>
}

export interface ProposalRow {
  readonly id: string
  readonly customer_id: string
  readonly thread_id: string | null
  readonly task_id: string | null
  readonly proposer: string
  /** The edited proposal whose place this one took. */
  readonly supersedes: string | null
  readonly terms: { readonly acts: readonly { readonly terms: unknown; readonly counterpartyId: string }[] }
  readonly terms_hash: string
  readonly required_reviewers: number
  readonly required_customer: boolean
}

export interface BookEntry {
  readonly type: 'committed' | 'noticed'
  readonly key: string
  readonly partyId: string
  readonly offerId?: string
  readonly termsHash: string
  readonly reference: string
  readonly at: string
}

export interface Evidence {
  readonly journeys: readonly Journey[]
  readonly book: readonly BookEntry[]
  readonly proposals: readonly ProposalRow[]
  readonly decisions: readonly {
    readonly proposal_id: string
    readonly terms_hash: string
    readonly person: string
    readonly role: string
    readonly decision: string
  }[]
  readonly approvals: readonly {
    readonly proposal_id: string
    readonly terms_hash: string
    readonly outcome: string
    readonly decided_at: Date
  }[]
  readonly commitments: readonly {
    readonly proposal_id: string
    readonly act: number
    readonly terms_hash: string
    readonly reference: string
    readonly recorded_at: Date
  }[]
  readonly messages: readonly {
    readonly id: string
    readonly thread_id: string
    readonly role: string
    readonly text: string
    readonly facts: readonly { readonly value: { readonly kind: string; readonly text?: string } }[]
    readonly focus: { readonly outcomeOf?: string }
    readonly in_reply_to: string | null
    readonly passed_to_person: boolean
    readonly dedupe_key: string | null
    readonly at: Date
  }[]
  readonly ids: Readonly<Record<'customers' | 'threads' | 'mandates', ReadonlySet<string>>>
  /** `<mandate>/<confirmed or revoked>`. */
  readonly mandateEvents: ReadonlySet<string>
  readonly lastAttempts: readonly { readonly proposal_id: string; readonly kind: string }[]
}

export async function look(reader: Reader, marketUrl: string, journeys: readonly Journey[]): Promise<Evidence> {
  const rows = async <T>(text: string): Promise<readonly T[]> => (await reader.query(text)).rows as readonly T[]
  const ids = async (table: string) =>
    new Set((await rows<{ id: string }>(`select id from ${table}`)).map(({ id }) => id))
  const events = await rows<{ mandate_id: string; kind: string }>('select mandate_id, kind from mandate_events')
  return {
    journeys,
    book: await bookOf(marketUrl),
    proposals: await rows('select * from proposals order by created_at, id'),
    decisions: await rows('select * from decisions'),
    approvals: await rows('select * from approvals'),
    commitments: await rows('select * from commitments'),
    messages: await rows('select * from messages order by seq'),
    ids: { customers: await ids('customers'), threads: await ids('threads'), mandates: await ids('mandates') },
    mandateEvents: new Set(events.map(({ mandate_id: id, kind }) => `${id}/${kind}`)),
    lastAttempts: await rows(
      'select distinct on (proposal_id) proposal_id, kind from attempts order by proposal_id, seq desc',
    ),
  }
}

async function bookOf(marketUrl: string): Promise<readonly BookEntry[]> {
  const { lines } = (await (await fetch(new URL('/book', marketUrl))).json()) as { lines: { type: string }[] }
  return lines.filter(({ type }) => type === 'committed' || type === 'noticed') as unknown as BookEntry[]
}
