import type { Migration } from './migration.ts'
import { CUSTOMER, isOneOf, ownedThrough, ROLE, rowPolicy, SUBJECT } from './row-policies.ts'

const OWN_WEBHOOK = `(customer_id = ${CUSTOMER} or (customer_id is null and owner = ${SUBJECT} and role = ${ROLE}))`
const ofProposal = (table: string) => ownedThrough('proposals', `${table}.proposal_id`)

/**
 * Whose rows each identity sees and writes (`docs/decisions/2026-11-23-rows-under-every-requests-own-identity.md`). The
 * application's role owns none of these tables, so the policies hold for every statement of the program.
 */
export const rowSecurity: Migration = {
  name: '0016-row-security',
  sql: /* sql */ `
-- Records: operators and services of theirs import them.
${rowPolicy('customers', { own: `id = ${CUSTOMER}`, all: ['operator', 'service'], read: ['reviewer'] })}
${rowPolicy('debts', { all: ['operator', 'service'], read: ['reviewer'] })}
${rowPolicy('contracts', { all: ['operator', 'service'], read: ['reviewer'] })}
${rowPolicy('offers', { all: ['operator', 'service'], read: ['reviewer'] })}
${rowPolicy('explanations', { read: ['reviewer'] })}
${rowPolicy('disputes', { read: ['reviewer', 'duty-agent', 'operator'] })}

-- Conversations: of others' a duty agent sees those that wait for a person, and those that were theirs.
${rowPolicy('handoffs', { all: ['duty-agent'], read: ['operator'] })}
${rowPolicy('threads')}
create policy handed_off on threads using (${isOneOf(['duty-agent'])} and exists (
  select from handoffs h where h.thread_id = threads.id and (h.status = 'waiting' or h.duty_agent = ${SUBJECT})));
${rowPolicy('messages', { own: ownedThrough('threads', 'messages.thread_id') })}
create policy handed_off on messages using (${isOneOf(['duty-agent'])} and exists (
  select from threads t where t.id = messages.thread_id));
${rowPolicy('thread_leases', { own: ownedThrough('threads', 'thread_leases.thread_id') })}
create policy handed_off on thread_leases using (${isOneOf(['duty-agent'])} and exists (
  select from threads t where t.id = thread_leases.thread_id));
${rowPolicy('idempotency_keys', { own: `subject = ${ROLE} || ':' || coalesce(${CUSTOMER}, ${SUBJECT})` })}

-- Mandates and what is done under them. What a customer would accept at worst is nobody's business at an operator's desk.
${rowPolicy('mandates', { all: ['reviewer'] })}
${rowPolicy('mandate_events', { own: ownedThrough('mandates', 'mandate_events.mandate_id'), read: ['reviewer'] })}
${rowPolicy('tasks', { all: ['reviewer'] })}
${rowPolicy('task_events', { own: ownedThrough('tasks', 'task_events.task_id'), all: ['reviewer'] })}
${rowPolicy('negotiations', { all: ['reviewer'] })}
${rowPolicy('moves', { own: ownedThrough('negotiations', 'moves.negotiation_id'), all: ['reviewer'] })}

-- The gate.
${rowPolicy('proposals', { all: ['reviewer'], read: ['duty-agent', 'operator'] })}
${rowPolicy('approval_requests', { own: ofProposal('approval_requests'), all: ['reviewer'], read: ['operator'] })}
${rowPolicy('decisions', { own: ofProposal('decisions'), all: ['reviewer'], read: ['operator'] })}
${rowPolicy('approvals', { own: ofProposal('approvals'), all: ['reviewer'], read: ['duty-agent', 'operator'] })}
${rowPolicy('second_confirmations', { own: ofProposal('second_confirmations'), read: ['reviewer', 'operator'] })}
${rowPolicy('attempts', { own: ofProposal('attempts'), read: ['reviewer', 'duty-agent', 'operator'] })}
${rowPolicy('commitments', { read: ['reviewer', 'duty-agent', 'operator'] })}
${rowPolicy('execution_leases', { own: 'false' })}
${rowPolicy('letters', { read: ['reviewer', 'duty-agent', 'operator'] })}
${rowPolicy('letter_dispatches', {
  own: ownedThrough('letters', 'letter_dispatches.letter_id'),
  all: ['duty-agent', 'operator'],
  read: ['reviewer'],
})}
${rowPolicy('dispute_events', { all: ['duty-agent', 'operator'], read: ['reviewer'] })}
${rowPolicy('review_events', { own: ofProposal('review_events'), all: ['reviewer'], read: ['operator'] })}
${rowPolicy('review_questions', { all: ['reviewer'], read: ['operator'] })}
${rowPolicy('review_answers', {
  own: ownedThrough('review_questions', 'review_answers.question_id'),
  all: ['reviewer'],
  read: ['operator'],
})}
${rowPolicy('undo_windows', { own: ofProposal('undo_windows'), read: ['reviewer', 'duty-agent', 'operator'] })}
${rowPolicy('withdrawals', { own: ofProposal('withdrawals'), read: ['reviewer', 'operator'] })}

-- Webhooks: a customer's by the customer, everybody else's by the person.
${rowPolicy('webhooks', { own: OWN_WEBHOOK, all: ['operator'] })}
${['webhook_secrets', 'webhook_deliveries']
  .map((table) =>
    rowPolicy(table, {
      own: `exists (select from webhooks where id = ${table}.webhook_id and ${OWN_WEBHOOK})`,
      all: ['operator'],
    }),
  )
  .join('')}

-- The audit trail: everybody's acts are written down; whoever is no customer and no operator reads what they did.
${rowPolicy('audit_entries', { all: ['operator'] })}
create policy own_acts on audit_entries using (${isOneOf(['reviewer', 'duty-agent', 'service'])} and actor = ${SUBJECT})
  with check (${isOneOf(['reviewer', 'duty-agent', 'service'])});
${rowPolicy('audit_words', { own: ownedThrough('audit_entries', 'audit_words.seq', 'seq'), all: ['operator'] })}
-- Words go with the entry that this session has just written: no statement sees that row before it ends.
create policy words_of_new_entry on audit_words for insert
  with check (${ROLE} <> '' and seq = currval(pg_get_serial_sequence('public.audit_entries', 'seq')));

-- Where graphs stand; the prefix says whose id follows.
${['checkpoints', 'checkpoint_writes'].map((table) => rowPolicy(table, { own: ofGraph(table) })).join('')}
${rowPolicy('run_leases', { own: 'false' })}

-- What the gate counts must not depend on who is looking: its checks read as the owner of the tables.
do $$
declare f regprocedure;
begin
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace
    and proname in ('check_decision', 'check_approval', 'check_act', 'check_commitment', 'check_reviewer', 'check_review',
      'check_second_confirmation', 'check_standing', 'check_question', 'mandate_in_force', 'reviewer_stands', 'reviewers_suffice')
  loop
    execute format('alter function %s security definer', f);
  end loop;
end $$;
`,
}

function ofGraph(table: string): string {
  const owned = (parent: string, prefix: string) =>
    `when '${prefix}' then ${ownedThrough(parent, `substr(${table}.thread_id, ${prefix.length + 2})`)}`
  return `case split_part(${table}.thread_id, ':', 1)
    ${owned('threads', 'turn')}
    ${owned('negotiations', 'negotiation')}
    ${owned('proposals', 'proposal')}
    else false end`
}
