import type { Migration } from './migration.ts'

/** Which days' retention was done, so that of many processes one does it. */
export const retention: Migration = {
  name: '0018-retention',
  sql: /* sql */ `
create table retention_runs (
  day date primary key,
  forgotten jsonb not null -- how many of each kind
);
create index handoffs_by_thread on handoffs (thread_id); -- serves retention, and erasing a thread
create index tasks_by_thread on tasks (thread_id);
create index proposals_by_thread on proposals (thread_id);
`,
}
