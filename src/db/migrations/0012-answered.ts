import type { Migration } from './migration.ts'

/** Whether a message was answered stands with it, so that looking for what waits does not read a whole conversation. */
export const answered: Migration = {
  name: '0012-answered',
  sql: /* sql */ `
alter table messages add column answered boolean not null default false;
update messages m set answered = true where exists (select from messages r where r.in_reply_to = m.id);
-- Serves the oldest unanswered message of a thread, and whether there is one: read with every turn.
create index messages_unanswered on messages (thread_id, seq)
  where role = 'customer' and not passed_to_person and not answered;
`,
}
