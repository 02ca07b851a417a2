import type { Migration } from './migration.ts'
import { rowPolicy } from './row-policies.ts'

/** Requests a minute, counted for all replicas together (the columns are the library's), and what limits look for. */
export const limits: Migration = {
  name: '0017-limits',
  sql: /* sql */ `
create table rate_limits (
  key text primary key, -- a hash of role and subject
  points integer not null default 0,
  expire bigint -- milliseconds since 1970
);
create index rate_limits_by_expiry on rate_limits (expire); -- serves the retention job
${rowPolicy('rate_limits', { own: 'false' })}
-- Serves: how many tasks and negotiations of a customer are open.
create index negotiations_open_by_customer on negotiations (customer_id) where status = 'open';
`,
}
