import type { Migration } from './migration.ts'

/**
 * The reviewers' queue against the clock: how long a look and a decision may take, what was reminded of and passed on,
 * and what a reviewer asked before deciding. Nothing here decides; the checks of 0004-gate and 0010-review are kept.
 */
export const reviewQueue: Migration = {
  name: '0013-review-queue',
  sql: /* sql */ `
-- Written into the proposal when it is opened, so that a later table changes nothing about it.
alter table proposals add column first_look_seconds integer check (first_look_seconds > 0);
alter table proposals add column decision_seconds integer check (decision_seconds > 0);

alter table approval_requests add column first_look_at timestamptz; -- first claim, vote or question of a reviewer
alter table approval_requests add column escalation integer not null default 0 check (escalation >= 0);
-- Who let it lie has to leave it to others for a while.
alter table approval_requests add column passed_over text;
alter table approval_requests add column passed_over_until timestamptz;

-- What time did to a request. Each once, however many sweeps look at it at the same moment (promise 6).
create table review_events (
  proposal_id text not null references proposals (id),
  kind text not null check (kind in ('reminder', 'escalated', 'lapsed')),
  key text not null, -- 'first-look:50', 'decision', the end of the claim that lapsed
  level integer not null default 0,
  person text, -- who held it
  due_at timestamptz not null,
  at timestamptz not null,
  primary key (proposal_id, kind, key)
);

-- A question leaves the request pending under its id; it is no vote. The words go with the customer.
create table review_questions (
  id text primary key,
  proposal_id text not null,
  terms_hash text not null,
  customer_id text not null references customers (id) on delete cascade,
  person text not null,
  recipient text not null check (recipient in ('agent', 'customer')),
  question text not null check (length(question) <= 2000),
  asked_at timestamptz not null,
  foreign key (proposal_id, terms_hash) references proposals (id, terms_hash) -- asked about exactly these terms
);
create index review_questions_by_proposal on review_questions (proposal_id, asked_at);

create table review_answers (
  question_id text primary key references review_questions (id) on delete cascade, -- answered once
  answer jsonb not null, -- in both languages where we speak; the customer's own words are the same in both
  message_id text, -- the customer's message that is the answer
  answered_at timestamptz not null
);

create function check_question() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare p proposals%rowtype;
begin
  select * into p from proposals where id = new.proposal_id;
  if p.proposer = new.person then
    raise exception 'the proposer may not ask about proposal %', new.proposal_id
      using errcode = 'check_violation', constraint = 'proposer_never_decides';
  end if;
  if p.customer_id <> new.customer_id or p.customer_id = new.person then
    raise exception '% may not ask about proposal %', new.person, new.proposal_id
      using errcode = 'check_violation', constraint = 'voter_is_entitled';
  end if;
  if not reviewer_stands(new.person) then
    raise exception '% is no reviewer any more', new.person
      using errcode = 'check_violation', constraint = 'reviewer_stands';
  end if;
  if exists (select from approvals where proposal_id = new.proposal_id) then
    raise exception 'proposal % is closed', new.proposal_id
      using errcode = 'check_violation', constraint = 'proposal_is_open';
  end if;
  if new.asked_at >= p.expires_at then
    raise exception 'proposal % expired', new.proposal_id
      using errcode = 'check_violation', constraint = 'proposal_is_in_time';
  end if;
  return new;
end $$;
create trigger review_questions_checked before insert on review_questions
  for each row execute function check_question();

create trigger review_events_insert_only before update or delete on review_events
  for each row execute function refuse_change();
create trigger review_events_no_truncate before truncate on review_events execute function refuse_change();
create trigger review_questions_unchanged before update on review_questions
  for each row execute function refuse_change();
create trigger review_answers_unchanged before update on review_answers
  for each row execute function refuse_change();
`,
}
