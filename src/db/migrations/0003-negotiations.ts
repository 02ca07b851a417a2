import type { Migration } from './migration.ts'

/** Mandates, tasks, negotiations and their moves. */
export const negotiations: Migration = {
  name: '0003-negotiations',
  sql: /* sql */ `
create table mandates (
  id text primary key,
  customer_id text not null references customers (id) on delete cascade,
  thread_id text references threads (id) on delete set null,
  need text not null,
  subject jsonb,
  goal text not null,
  limits jsonb not null,
  counterparties jsonb not null,
  disclosures jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index mandates_by_thread on mandates (thread_id, created_at);
create index mandates_by_customer on mandates (customer_id, created_at);

-- Confirming and revoking are facts that are only ever added; each happens once.
create table mandate_events (
  mandate_id text not null references mandates (id) on delete cascade,
  kind text not null check (kind in ('confirmed', 'revoked')),
  by_whom text not null,
  at timestamptz not null,
  primary key (mandate_id, kind)
);

create table tasks (
  id text primary key,
  customer_id text not null references customers (id) on delete cascade,
  thread_id text references threads (id) on delete set null,
  mandate_id text not null unique references mandates (id) on delete cascade, -- a mandate is carried out once
  need text not null,
  goal text not null,
  status text not null check (status in
    ('negotiating', 'awaiting-approval', 'executing', 'done', 'no-deal', 'needs-human', 'stopped')),
  proposal_id text,
  created_at timestamptz not null
);
create index tasks_by_customer on tasks (customer_id, created_at);

create table task_events (
  task_id text not null references tasks (id) on delete cascade,
  seq bigint generated always as identity,
  kind text not null,
  data jsonb not null,
  at timestamptz not null,
  primary key (task_id, seq)
);

create table negotiations (
  id text primary key,
  task_id text not null references tasks (id) on delete cascade,
  mandate_id text not null references mandates (id) on delete cascade,
  customer_id text not null references customers (id) on delete cascade,
  counterparty_id text not null,
  kind text not null,
  subject jsonb,
  status text not null check (status in ('open', 'agreed', 'impasse', 'walked-away', 'failed', 'withdrawn')),
  held jsonb,
  ending text,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index negotiations_by_task on negotiations (task_id);

-- Our move is stored before it is sent; each side speaks once a round (promise 6).
create table moves (
  negotiation_id text not null references negotiations (id) on delete cascade,
  round integer not null,
  side text not null check (side in ('ours', 'theirs')),
  move text not null,
  terms jsonb,
  text text,
  offer_id text,
  valid_until timestamptz,
  because jsonb,
  at timestamptz not null,
  primary key (negotiation_id, round, side)
);
`,
}
