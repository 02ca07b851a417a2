import type { Migration } from './migration.ts'

/** Customers and what is on record about them; older statements stay as history. */
export const records: Migration = {
  name: '0001-records',
  sql: /* sql */ `
create extension if not exists vector;

create table customers (
  id text primary key,
  record jsonb not null,
  updated_at timestamptz not null
);

-- One row per statement; the newest is current, older ones are history (promise 4: every figure has a source and day).
create table debts (
  customer_id text not null references customers (id) on delete cascade,
  id text not null,
  as_of date not null,
  is_current boolean not null default true,
  record jsonb not null,
  recorded_at timestamptz not null,
  primary key (customer_id, id, as_of)
);
create unique index debts_one_current on debts (customer_id, id) where is_current; -- serves every reading of debts

create table contracts (
  customer_id text not null references customers (id) on delete cascade,
  id text not null,
  as_of date not null,
  is_current boolean not null default true,
  record jsonb not null,
  recorded_at timestamptz not null,
  primary key (customer_id, id, as_of)
);
create unique index contracts_one_current on contracts (customer_id, id) where is_current;

create table offers (
  customer_id text not null references customers (id) on delete cascade,
  id text not null,
  as_of date not null,
  is_current boolean not null default true,
  record jsonb not null,
  recorded_at timestamptz not null,
  primary key (customer_id, id, as_of)
);
create unique index offers_one_current on offers (customer_id, id) where is_current;

-- Why a figure is what it is; facts point here (promise 4).
create table explanations (
  id text primary key,
  customer_id text not null references customers (id) on delete cascade,
  explanation jsonb not null,
  created_at timestamptz not null
);

-- Letters and disputes as drafts; what is sent is a proposal's act.
create table disputes (
  id text primary key,
  customer_id text not null references customers (id) on delete cascade,
  thread_id text,
  debt_id text not null,
  draft jsonb not null,
  created_at timestamptz not null
);
create index disputes_by_customer on disputes (customer_id, created_at);
`,
}
