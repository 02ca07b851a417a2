import type { Migration } from './migration.ts'

/**
 * Reviewing by the policy table: cool-downs, reviewers who lose the role, and one person alone with a second, separate
 * confirmation. The checks of 0004-gate are kept and extended.
 */
export const review: Migration = {
  name: '0010-review',
  sql: /* sql */ `
alter table proposals add column cool_down_seconds integer not null default 0 check (cool_down_seconds >= 0);
alter table proposals add column self_approval boolean not null default false;
alter table proposals drop constraint proposals_required_reviewers_check;
-- Every binding act needs a person (promise 1): a reviewer, or the customer twice with time in between.
alter table proposals add constraint a_person_decides check (
  required_reviewers >= 1 or (self_approval and required_customer and cool_down_seconds > 0));

create table second_confirmations (
  proposal_id text primary key,
  terms_hash text not null,
  person text not null,
  confirmed_at timestamptz not null,
  foreign key (proposal_id, terms_hash) references proposals (id, terms_hash)
);

-- Losing the role and getting it back are facts that are only added; the newest one counts.
create table reviewer_events (
  seq bigint generated always as identity primary key,
  person text not null,
  kind text not null check (kind in ('revoked', 'reinstated')),
  by_whom text not null,
  at timestamptz not null
);
create index reviewer_events_by_person on reviewer_events (person, seq);

create function reviewer_stands(who text) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select coalesce((select kind from reviewer_events where person = who order by seq desc limit 1), 'reinstated')
    = 'reinstated'
$$;

-- Whether enough approving reviewers still have the role.
create function reviewers_suffice(wanted text) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select count(distinct d.person) filter (
      where d.role = 'reviewer' and d.decision = 'approve' and d.terms_hash = p.terms_hash
        and d.person <> p.proposer and reviewer_stands(d.person)
    ) >= p.required_reviewers
  from proposals p left join decisions d on d.proposal_id = p.id
  where p.id = wanted group by p.id
$$;

create function check_reviewer() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.role = 'reviewer' and not reviewer_stands(new.person) then
    raise exception '% is no reviewer any more', new.person
      using errcode = 'check_violation', constraint = 'reviewer_stands';
  end if;
  return new;
end $$;

create function check_review() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare p proposals%rowtype;
begin
  if new.outcome <> 'approved' then
    return new;
  end if;
  select * into p from proposals where id = new.proposal_id;
  if not coalesce(reviewers_suffice(new.proposal_id), false) then
    raise exception 'the votes on proposal % are not complete', new.proposal_id
      using errcode = 'check_violation', constraint = 'votes_are_complete';
  end if;
  if p.self_approval then
    if not exists (select from second_confirmations where proposal_id = p.id and terms_hash = new.terms_hash) then
      raise exception 'proposal % waits for its second confirmation', p.id
        using errcode = 'check_violation', constraint = 'votes_are_complete';
    end if;
  elsif new.decided_at < p.created_at + make_interval(secs => p.cool_down_seconds) then
    raise exception 'proposal % is cooling down', p.id
      using errcode = 'check_violation', constraint = 'cool_down_is_over';
  end if;
  return new;
end $$;

create function check_second_confirmation() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  p proposals%rowtype;
  first timestamptz;
begin
  select * into p from proposals where id = new.proposal_id;
  if not p.self_approval or new.person <> p.customer_id then
    raise exception 'proposal % takes no second confirmation of %', new.proposal_id, new.person
      using errcode = 'check_violation', constraint = 'voter_is_entitled';
  end if;
  if exists (select from approvals where proposal_id = p.id) then
    raise exception 'proposal % is closed', p.id
      using errcode = 'check_violation', constraint = 'proposal_is_open';
  end if;
  select decided_at into first from decisions
    where proposal_id = p.id and person = new.person and role = 'customer' and decision = 'approve';
  if first is null or new.confirmed_at < first + make_interval(secs => p.cool_down_seconds) then
    raise exception 'the second confirmation of proposal % comes too early', p.id
      using errcode = 'check_violation', constraint = 'cool_down_is_over';
  end if;
  return new;
end $$;

-- The last look before anything is sent.
create function check_standing() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.kind = 'started' and not coalesce(reviewers_suffice(new.proposal_id), false) then
    raise exception 'a reviewer of proposal % lost the role', new.proposal_id
      using errcode = 'check_violation', constraint = 'reviewers_stand';
  end if;
  return new;
end $$;

create trigger decisions_by_reviewers before insert on decisions for each row execute function check_reviewer();
create trigger approvals_reviewed before insert on approvals for each row execute function check_review();
create trigger attempts_by_standing before insert on attempts for each row execute function check_standing();
create trigger second_confirmations_checked before insert on second_confirmations
  for each row execute function check_second_confirmation();

create trigger second_confirmations_insert_only before update or delete on second_confirmations
  for each row execute function refuse_change();
create trigger second_confirmations_no_truncate before truncate on second_confirmations execute function refuse_change();
create trigger reviewer_events_insert_only before update or delete on reviewer_events
  for each row execute function refuse_change();
create trigger reviewer_events_no_truncate before truncate on reviewer_events execute function refuse_change();
`,
}
