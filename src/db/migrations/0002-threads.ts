import type { Migration } from './migration.ts'

/** Conversations, hand-offs and duty. */
export const threads: Migration = {
  name: '0002-threads',
  sql: /* sql */ `
create table threads (
  id text primary key,
  customer_id text not null references customers (id) on delete cascade,
  locale text not null check (locale in ('de', 'en')),
  created_at timestamptz not null
);
create index threads_by_customer on threads (customer_id, created_at);

create sequence message_seq;

create table messages (
  id text primary key,
  thread_id text not null references threads (id) on delete cascade,
  seq bigint not null default nextval('message_seq'),
  role text not null check (role in ('customer', 'assistant', 'duty-agent')),
  text text not null,
  locale text not null,
  facts jsonb not null default '[]',
  focus jsonb not null default '{}',
  in_reply_to text unique references messages (id) on delete cascade, -- a message is never answered twice (promise 6)
  passed_to_person boolean not null default false,
  dedupe_key text unique,
  at timestamptz not null
);
create index messages_by_thread on messages (thread_id, seq); -- serves history and the oldest unanswered

-- One run at a time on a thread, over any number of processes; a lease that ran out is free. While a message waits for
-- its answer the row stays (promise 6): "arrivals" rises with each, so that no release overlooks one that just came.
create table thread_leases (
  thread_id text primary key references threads (id) on delete cascade,
  holder text not null,
  expires_at timestamptz not null,
  arrivals integer not null default 1
);
create index thread_leases_by_expiry on thread_leases (expires_at); -- serves the search for stranded threads

create table handoffs (
  id text primary key,
  thread_id text not null references threads (id) on delete cascade,
  customer_id text not null references customers (id) on delete cascade,
  reason text not null,
  summary text not null,
  status text not null check (status in ('waiting', 'accepted', 'returned', 'closed')),
  duty_agent text,
  promised_by timestamptz not null,
  requested_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz
);
-- Asking twice calls one person (promise 3).
create unique index handoffs_one_open on handoffs (thread_id) where status in ('waiting', 'accepted');

create table duty (
  person text primary key,
  on_duty boolean not null,
  changed_at timestamptz not null
);

-- Replies to POSTs that create, by key: a repeated request gets the first answer.
create table idempotency_keys (
  subject text not null,
  key text not null,
  request_hash text not null,
  status integer,
  body jsonb,
  created_at timestamptz not null,
  primary key (subject, key)
);
`,
}
