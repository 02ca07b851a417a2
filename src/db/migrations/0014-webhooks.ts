import type { Migration } from './migration.ts'

/**
 * Webhooks: who wants to hear of what, and an outbox that the database itself fills in the transaction of the event, so
 * that no path can forget one, and none is sent for what never happened. Payloads carry ids and states alone.
 */
export const webhooks: Migration = {
  name: '0014-webhooks',
  sql: /* sql */ `
create table webhooks (
  id text primary key,
  owner text not null, -- the subject whose it is
  role text not null check (role in ('customer', 'reviewer', 'duty-agent', 'operator')),
  customer_id text references customers (id) on delete cascade, -- a customer's hears of that customer alone
  url text not null check (length(url) <= 2000),
  events text[] not null check (cardinality(events) > 0),
  created_at timestamptz not null,
  check ((role = 'customer') = (customer_id is not null)),
  unique (role, owner, url)
);
-- Serves: which webhooks hear of an event.
create index webhooks_by_customer on webhooks (customer_id);

-- In a table of its own, which no list, export or log reads.
create table webhook_secrets (
  webhook_id text primary key references webhooks (id) on delete cascade,
  secret text not null
);

create table webhook_deliveries (
  id text primary key default 'msg_' || replace(gen_random_uuid()::text, '-', ''), -- the same on every try
  webhook_id text not null references webhooks (id) on delete cascade,
  type text not null,
  data jsonb not null,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'dead')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  leased_until timestamptz, -- by the database's clock: it is about processes
  last_status integer,
  last_error text,
  created_at timestamptz not null,
  ended_at timestamptz
);
-- Serves the look for what is due.
create index webhook_deliveries_due on webhook_deliveries (next_at) where status = 'pending';
create index webhook_deliveries_by_webhook on webhook_deliveries (webhook_id, created_at);

-- Runs as the owner: an event has hearers whose rows the one who causes it may not see.
create function emit_event(kind text, of_customer text, told jsonb, moment timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into webhook_deliveries (webhook_id, type, data, next_at, created_at)
  select w.id, kind, told, '-infinity', moment from webhooks w
  where kind = any (w.events)
    and (w.customer_id is null or w.customer_id = of_customer)
    and (w.role <> 'reviewer' or reviewer_stands(w.owner))
$$;

create function emit_proposal() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform emit_event('approval.requested', new.customer_id, jsonb_build_object('approvalId', new.id,
    'customerId', new.customer_id, 'taskId', new.task_id, 'expiresAt', new.expires_at), new.created_at);
  if new.task_id is not null then
    perform emit_event('task.proposed', new.customer_id, jsonb_build_object('taskId', new.task_id,
      'customerId', new.customer_id, 'approvalId', new.id), new.created_at);
  end if;
  return null;
end $$;
create trigger proposals_emit after insert on proposals for each row execute function emit_proposal();

create function emit_closing() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare p proposals%rowtype;
begin
  select * into p from proposals where id = new.proposal_id;
  perform emit_event('approval.closed', p.customer_id, jsonb_build_object('approvalId', p.id,
    'customerId', p.customer_id, 'taskId', p.task_id, 'outcome', new.outcome), new.decided_at);
  return null;
end $$;
create trigger approvals_emit after insert on approvals for each row execute function emit_closing();

create function emit_review() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare p proposals%rowtype;
begin
  select * into p from proposals where id = new.proposal_id;
  perform emit_event(case new.kind when 'lapsed' then 'approval.released' else 'approval.' || new.kind end, p.customer_id,
    jsonb_build_object('approvalId', p.id, 'customerId', p.customer_id, 'about', split_part(new.key, ':', 1),
      'level', new.level, 'dueAt', new.due_at), new.at);
  return null;
end $$;
create trigger review_events_emit after insert on review_events for each row execute function emit_review();

create function emit_question() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform emit_event('approval.asked', new.customer_id, jsonb_build_object('approvalId', new.proposal_id,
    'customerId', new.customer_id, 'questionId', new.id, 'to', new.recipient), new.asked_at);
  return null;
end $$;
create trigger review_questions_emit after insert on review_questions for each row execute function emit_question();

create function emit_answer() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare q review_questions%rowtype;
begin
  select * into q from review_questions where id = new.question_id;
  perform emit_event('approval.answered', q.customer_id, jsonb_build_object('approvalId', q.proposal_id,
    'customerId', q.customer_id, 'questionId', q.id), new.answered_at);
  return null;
end $$;
create trigger review_answers_emit after insert on review_answers for each row execute function emit_answer();

create function emit_commitment() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform emit_event('commitment.recorded', new.customer_id, jsonb_build_object('approvalId', new.proposal_id,
    'act', new.act, 'customerId', new.customer_id, 'channel', new.channel), new.recorded_at);
  return null;
end $$;
create trigger commitments_emit after insert on commitments for each row execute function emit_commitment();

create function emit_handoff() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.status = old.status then return null; end if;
  perform emit_event('handoff.' || case new.status when 'waiting' then 'requested' else new.status end, new.customer_id,
    jsonb_build_object('handoffId', new.id, 'customerId', new.customer_id, 'threadId', new.thread_id,
      'reason', new.reason), coalesce(new.ended_at, new.accepted_at, new.requested_at));
  return null;
end $$;
create trigger handoffs_emit after insert or update of status on handoffs
  for each row execute function emit_handoff();

-- At the end of the transaction, when the event that says why has been added too: a task's row carries no moment.
create function emit_task() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform emit_event('task.' || new.status, new.customer_id, jsonb_build_object('taskId', new.id,
      'customerId', new.customer_id, 'status', new.status),
    coalesce((select max(at) from task_events where task_id = new.id), new.created_at));
  return null;
end $$;
create constraint trigger tasks_emit after update of status on tasks deferrable initially deferred
  for each row when (old.status is distinct from new.status and new.status in ('done', 'no-deal', 'needs-human', 'stopped'))
  execute function emit_task();
`,
}
