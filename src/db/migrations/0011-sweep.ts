import type { Migration } from './migration.ts'

/** Indexes for what the sweep asks every few seconds. */
export const sweep: Migration = {
  name: '0011-sweep',
  sql: /* sql */ `
-- Serves: which open negotiations went quiet, which tasks nobody concluded.
create index negotiations_open on negotiations (started_at) where status = 'open';
create index tasks_negotiating on tasks (created_at) where status = 'negotiating';
-- Serves: which keys are old enough to be forgotten.
create index idempotency_keys_by_age on idempotency_keys (created_at);
`,
}
