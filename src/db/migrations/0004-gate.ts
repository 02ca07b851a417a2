import type { Migration } from './migration.ts'

/**
 * The third lock. Proposals, decisions, approvals, attempts and commitments are insert-only, the checks that make an
 * approval are made by the database itself, and the application's role owns none of these tables.
 */
export const gate: Migration = {
  name: '0004-gate',
  sql: /* sql */ `
create table proposals (
  id text primary key,
  customer_id text not null,
  thread_id text,
  task_id text,
  mandate_id text,
  proposer text not null,
  terms jsonb not null,
  terms_hash text not null check (terms_hash ~ '^[0-9a-f]{64}$'),
  brief jsonb not null,
  required_reviewers integer not null check (required_reviewers >= 1), -- every binding act needs a person (promise 1)
  required_customer boolean not null,
  policy_version text not null,
  expires_at timestamptz not null,
  supersedes text references proposals (id),
  created_at timestamptz not null,
  unique (id, terms_hash)
);
create index proposals_by_customer on proposals (customer_id, created_at);

-- The working copy of a request: who is looking at it now. It decides nothing; its row is what deciders lock.
create table approval_requests (
  proposal_id text primary key references proposals (id),
  claimed_by text,
  claim_expires_at timestamptz
);

create table decisions (
  id text primary key,
  proposal_id text not null,
  terms_hash text not null,
  person text not null,
  role text not null check (role in ('reviewer', 'customer')),
  decision text not null check (decision in ('approve', 'reject', 'edit')),
  reason text,
  decided_at timestamptz not null,
  unique (proposal_id, person), -- one person, one vote
  foreign key (proposal_id, terms_hash) references proposals (id, terms_hash) -- a vote on other terms is refused
);

-- One closing row per proposal: approved, or closed otherwise.
create table approvals (
  proposal_id text primary key,
  terms_hash text not null,
  outcome text not null check (outcome in ('approved', 'rejected', 'edited', 'expired', 'voided')),
  reason text,
  decided_at timestamptz not null,
  unique (proposal_id, terms_hash, outcome),
  foreign key (proposal_id, terms_hash) references proposals (id, terms_hash)
);

-- Written before anything is sent, and again with what came back where that was no confirmation.
create table attempts (
  proposal_id text not null,
  act integer not null check (act >= 0),
  seq bigint generated always as identity,
  -- withheld: our own checks stopped the act before it was sent
  kind text not null check (kind in ('started', 'refused', 'unknown', 'not-received', 'withheld')),
  outcome text not null default 'approved' check (outcome = 'approved'),
  terms_hash text not null,
  detail text,
  at timestamptz not null,
  primary key (proposal_id, act, seq),
  foreign key (proposal_id, terms_hash, outcome) references approvals (proposal_id, terms_hash, outcome)
);

create table commitments (
  proposal_id text not null,
  act integer not null check (act >= 0),
  terms_hash text not null,
  outcome text not null default 'approved' check (outcome = 'approved'),
  customer_id text not null,
  counterparty_id text not null,
  reference text not null,
  committed_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (proposal_id, act), -- once, for ever (promise 6)
  foreign key (proposal_id, terms_hash, outcome) references approvals (proposal_id, terms_hash, outcome)
);

-- One executor at a time on a proposal; a lease that ran out is free. Deleting it binds nobody.
create table execution_leases (
  proposal_id text primary key references proposals (id),
  holder text not null,
  expires_at timestamptz not null
);

-- One run at a time on the graph that waits on a proposal; a lease that ran out is free.
create table run_leases (
  run text primary key,
  holder text not null,
  expires_at timestamptz not null
);

-- Each function names its schemas: a temporary table called "decisions" must not be what counts the votes.
create function refuse_change() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception '% is insert-only: % refused', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end $$;

-- No mandate to rest on counts as in force: the customer asked for this act itself.
create function mandate_in_force(wanted text, moment timestamptz) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select wanted is null or (
    exists (select from mandate_events where mandate_id = wanted and kind = 'confirmed')
    and not exists (select from mandate_events where mandate_id = wanted and kind = 'revoked')
    and exists (select from mandates where id = wanted and expires_at > moment)
  )
$$;

create function check_decision() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare p proposals%rowtype;
begin
  select * into p from proposals where id = new.proposal_id;
  if p.proposer = new.person then
    raise exception 'the proposer may not decide on proposal %', new.proposal_id
      using errcode = 'check_violation', constraint = 'proposer_never_decides';
  end if;
  if new.role = 'customer' and p.customer_id <> new.person then
    raise exception 'only the customer of proposal % may confirm it', new.proposal_id
      using errcode = 'check_violation', constraint = 'voter_is_entitled';
  end if;
  if new.role = 'reviewer' and p.customer_id = new.person then
    raise exception 'the customer of proposal % may not review it', new.proposal_id
      using errcode = 'check_violation', constraint = 'voter_is_entitled';
  end if;
  if exists (select from approvals where proposal_id = new.proposal_id) then
    raise exception 'proposal % is closed', new.proposal_id
      using errcode = 'check_violation', constraint = 'proposal_is_open';
  end if;
  if new.decision = 'approve' and new.decided_at >= p.expires_at then
    raise exception 'proposal % expired', new.proposal_id
      using errcode = 'check_violation', constraint = 'proposal_is_in_time';
  end if;
  if new.decision = 'approve' and not mandate_in_force(p.mandate_id, new.decided_at) then
    raise exception 'the mandate of proposal % is not in force', new.proposal_id
      using errcode = 'check_violation', constraint = 'mandate_is_in_force';
  end if;
  return new;
end $$;

create function check_approval() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  p proposals%rowtype;
  reviewers integer;
  confirmed boolean;
  opposed boolean;
begin
  if new.outcome <> 'approved' then
    return new;
  end if;
  select * into p from proposals where id = new.proposal_id;
  select count(distinct person) filter (where role = 'reviewer' and decision = 'approve'),
      coalesce(bool_or(role = 'customer' and decision = 'approve'), false),
      coalesce(bool_or(decision <> 'approve'), false)
    into reviewers, confirmed, opposed
    from decisions
    where proposal_id = p.id and terms_hash = new.terms_hash and person <> p.proposer;
  if opposed or reviewers < p.required_reviewers or (p.required_customer and not confirmed) then
    raise exception 'the votes on proposal % are not complete', p.id
      using errcode = 'check_violation', constraint = 'votes_are_complete';
  end if;
  if new.decided_at >= p.expires_at then
    raise exception 'proposal % expired', p.id
      using errcode = 'check_violation', constraint = 'proposal_is_in_time';
  end if;
  if not mandate_in_force(p.mandate_id, new.decided_at) then
    raise exception 'the mandate of proposal % is not in force', p.id
      using errcode = 'check_violation', constraint = 'mandate_is_in_force';
  end if;
  return new;
end $$;

-- Acts are done in order: nothing is tried, let alone recorded as done, before the act in front of it is confirmed.
create function check_act() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.act >= (select jsonb_array_length(terms -> 'acts') from proposals where id = new.proposal_id) then
    raise exception 'proposal % has no act %', new.proposal_id, new.act
      using errcode = 'check_violation', constraint = 'act_exists';
  end if;
  if new.act > 0 and not exists (
    select from commitments where proposal_id = new.proposal_id and act = new.act - 1
  ) then
    raise exception 'act % of proposal % waits for the one before', new.act, new.proposal_id
      using errcode = 'check_violation', constraint = 'acts_are_ordered';
  end if;
  return new;
end $$;

create function check_commitment() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from attempts where proposal_id = new.proposal_id and act = new.act and kind = 'started'
  ) then
    raise exception 'act % of proposal % was never attempted', new.act, new.proposal_id
      using errcode = 'check_violation', constraint = 'attempted_first';
  end if;
  if new.customer_id <> (select customer_id from proposals where id = new.proposal_id) then
    raise exception 'proposal % is not of customer %', new.proposal_id, new.customer_id
      using errcode = 'check_violation', constraint = 'customer_matches';
  end if;
  return new;
end $$;

create trigger decisions_checked before insert on decisions for each row execute function check_decision();
create trigger approvals_checked before insert on approvals for each row execute function check_approval();
create trigger attempts_ordered before insert on attempts for each row execute function check_act();
create trigger commitments_ordered before insert on commitments for each row execute function check_act();
create trigger commitments_checked before insert on commitments for each row execute function check_commitment();

create trigger proposals_insert_only before update or delete on proposals for each row execute function refuse_change();
create trigger decisions_insert_only before update or delete on decisions for each row execute function refuse_change();
create trigger approvals_insert_only before update or delete on approvals for each row execute function refuse_change();
create trigger attempts_insert_only before update or delete on attempts for each row execute function refuse_change();
create trigger commitments_insert_only before update or delete on commitments for each row execute function refuse_change();
-- What the customer confirmed stays what it was; a deleted thread may still be taken out of it.
create trigger mandates_fixed
  before update of id, customer_id, need, subject, goal, limits, counterparties, disclosures, created_at, expires_at
  on mandates for each row execute function refuse_change();
create trigger mandate_events_insert_only before update on mandate_events for each row execute function refuse_change();

create trigger proposals_no_truncate before truncate on proposals execute function refuse_change();
create trigger decisions_no_truncate before truncate on decisions execute function refuse_change();
create trigger approvals_no_truncate before truncate on approvals execute function refuse_change();
create trigger attempts_no_truncate before truncate on attempts execute function refuse_change();
create trigger commitments_no_truncate before truncate on commitments execute function refuse_change();
`,
}
