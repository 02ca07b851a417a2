import type { Migration } from './migration.ts'

/** Serves: which webhook deliveries ended long enough ago to be forgotten (`postgres-retention.ts`). */
export const endedDeliveries: Migration = {
  name: '0020-ended-deliveries',
  sql: /* sql */ `
create index webhook_deliveries_ended on webhook_deliveries (ended_at) where ended_at is not null;
`,
}
