import type { Migration } from './migration.ts'

/** Letters with their bytes, the note that they were posted, and what came of a dispute after it was sent. */
export const letters: Migration = {
  name: '0008-letters',
  sql: /* sql */ `
-- One letter per act, for ever (promise 6). Content never changes; it goes when the customer is erased.
create table letters (
  id text primary key,
  customer_id text not null references customers (id) on delete cascade,
  proposal_id text not null references proposals (id),
  act integer not null check (act >= 0),
  counterparty_id text not null,
  counterparty_name text not null,
  subject text not null,
  channel text not null check (channel in ('post', 'http')),
  pdf bytea not null check (length(pdf) <= 2000000),
  sha256 text not null,
  prepared_at timestamptz not null,
  unique (proposal_id, act),
  constraint letter_hash_is_of_its_bytes check (sha256 = encode(sha256(pdf), 'hex'))
);
create index letters_by_customer on letters (customer_id, prepared_at);

-- Posted by whom and when: once. Done means seen (promise 5).
create table letter_dispatches (
  letter_id text primary key references letters (id) on delete cascade,
  confirmed_by text not null,
  dispatched_at timestamptz not null
);

-- After a dispute went out: answered, settled by the record, followed up, handed to a person. Each once.
create table dispute_events (
  proposal_id text not null references proposals (id),
  customer_id text not null references customers (id) on delete cascade,
  kind text not null check (kind in ('answered', 'settled', 'followed-up', 'handed-off')),
  detail jsonb not null default '{}',
  at timestamptz not null,
  primary key (proposal_id, kind)
);

-- 'letter': what is committed is that a letter lies ready to be posted, not that anybody received it.
alter table commitments add column channel text not null default 'http' check (channel in ('http', 'letter'));

create trigger letters_insert_only before update on letters for each row execute function refuse_change();
create trigger letter_dispatches_insert_only before update on letter_dispatches for each row execute function refuse_change();
create trigger dispute_events_insert_only before update on dispute_events for each row execute function refuse_change();
create trigger letters_no_truncate before truncate on letters execute function refuse_change();
create trigger letter_dispatches_no_truncate before truncate on letter_dispatches execute function refuse_change();
`,
}
