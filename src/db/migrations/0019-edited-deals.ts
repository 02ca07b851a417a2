import type { Migration } from './migration.ts'
import { rowPolicy } from './row-policies.ts'

/**
 * What a reviewer made of a deal, kept until the counterparty was asked: a crash must not bring the old terms back. And a
 * task has one first proposal, a proposal one successor, however many processes believe that it is theirs to open.
 */
export const editedDeals: Migration = {
  name: '0019-edited-deals',
  sql: /* sql */ `
create table edited_deals (
  proposal_id text primary key references proposals (id),
  customer_id text not null references customers (id) on delete cascade,
  editor text not null,
  terms jsonb not null -- all acts, as the editor wants them
);
create unique index proposals_one_at_a_time on proposals (task_id, supersedes) nulls not distinct
  where task_id is not null;
create trigger edited_deals_unchanged before update on edited_deals for each row execute function refuse_change();
${rowPolicy('edited_deals', { all: ['reviewer'] })}
`,
}
