import type { Migration } from './migration.ts'

/**
 * The audit trail as a chain of hashes. The database links each entry when its transaction commits, so that the lock
 * is held for that moment alone and comes after every other lock; two writers cannot both follow one entry.
 */
export const auditChain: Migration = {
  name: '0009-audit-chain',
  sql: /* sql */ `
-- Free text stands outside the chain, under a salted hash, so that it can be erased and the chain stays valid.
alter table audit_entries add column words_hash text check (words_hash ~ '^[0-9a-f]{64}$');

create table audit_words (
  seq bigint primary key references audit_entries (seq),
  salt text not null, -- without it the hash of a short text could be guessed after the text is gone
  words text not null
);

create table audit_links (
  position bigint primary key check (position >= 1),
  seq bigint not null unique references audit_entries (seq),
  previous text not null unique, -- two entries cannot follow the same one
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
);

-- The newest hash of a day, signed: who holds it can tell a chain that was cut or written anew.
create table audit_anchors (
  day date primary key,
  position bigint not null check (position >= 1),
  hash text not null,
  jws text not null,
  made_at timestamptz not null
);

-- What verifying recomputes: see src/audit/verify-chain.ts, which must say the same.
create function audit_content(e audit_entries) returns text
  language sql stable set search_path = public, pg_temp as $$
  select jsonb_build_array(e.customer_id, e.actor, e.action, e.subject, e.detail, e.words_hash,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text
$$;

create function audit_link_hash(previous text, place bigint, e audit_entries) returns text
  language sql stable set search_path = public, pg_temp as $$
  select encode(sha256(convert_to(previous || ':' || place || ':' || e.seq || ':' || audit_content(e), 'UTF8')), 'hex')
$$;

-- Runs as the owner: the application's role may not write links itself.
create function link_audit_entry() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last audit_links%rowtype;
  place bigint;
  before text;
begin
  perform pg_advisory_xact_lock(702753903);
  select * into last from audit_links order by position desc limit 1;
  place := coalesce(last.position, 0) + 1;
  before := coalesce(last.hash, repeat('0', 64));
  insert into audit_links (position, seq, previous, hash)
    values (place, new.seq, before, audit_link_hash(before, place, new));
  return null;
end $$;

-- Entries from before there was a chain are linked in their order.
do $$
declare
  e audit_entries%rowtype;
  place bigint := 0;
  before text := repeat('0', 64);
  made text;
begin
  for e in select * from audit_entries order by seq loop
    place := place + 1;
    made := audit_link_hash(before, place, e);
    insert into audit_links (position, seq, previous, hash) values (place, e.seq, before, made);
    before := made;
  end loop;
end $$;

create constraint trigger audit_linked after insert on audit_entries
  deferrable initially deferred for each row execute function link_audit_entry();

create trigger audit_links_insert_only before update or delete on audit_links for each row execute function refuse_change();
create trigger audit_links_no_truncate before truncate on audit_links execute function refuse_change();
create trigger audit_anchors_insert_only before update or delete on audit_anchors for each row execute function refuse_change();
create trigger audit_anchors_no_truncate before truncate on audit_anchors execute function refuse_change();
create trigger audit_words_unchanged before update on audit_words for each row execute function refuse_change();
`,
}
