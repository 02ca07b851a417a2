import type { Migration } from './migration.ts'

/** Knowledge passages (vector and full text) and the audit trail. */
export const knowledge: Migration = {
  name: '0005-knowledge',
  sql: /* sql */ `
create table passages (
  id text primary key,
  article_id text not null,
  locale text not null check (locale in ('de', 'en')),
  title text not null,
  text text not null,
  citation text not null,
  valid_from date,
  valid_to date,
  embedding vector not null,
  embedder text not null, -- embeddings of different embedders are never compared
  search tsvector not null
);
create index passages_search on passages using gin (search); -- serves the full-text half of retrieval

create table audit_entries (
  seq bigint generated always as identity primary key,
  customer_id text,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null,
  at timestamptz not null
);
create index audit_by_customer on audit_entries (customer_id, seq);
create trigger audit_insert_only before update or delete on audit_entries for each row execute function refuse_change();
create trigger audit_no_truncate before truncate on audit_entries execute function refuse_change();
`,
}
