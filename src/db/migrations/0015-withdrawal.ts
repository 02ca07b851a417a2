import type { Migration } from './migration.ts'

/** Until when a customer may withdraw from what was concluded, recorded with the commitment, and what was made of it. */
export const withdrawal: Migration = {
  name: '0015-withdrawal',
  sql: /* sql */ `
create table undo_windows (
  proposal_id text not null,
  act integer not null,
  from_day date not null,
  last_day date not null,
  rule_id text not null,
  source text not null, -- the law
  primary key (proposal_id, act),
  foreign key (proposal_id, act) references commitments (proposal_id, act), -- nothing to undo without a commitment
  check (last_day >= from_day)
);

-- The proposals that withdraw from a commitment, numbered, so that of two at the same moment one is opened.
create table withdrawals (
  of_proposal text not null,
  of_act integer not null,
  n integer not null check (n >= 1),
  proposal_id text not null unique references proposals (id),
  primary key (of_proposal, of_act, n),
  foreign key (of_proposal, of_act) references undo_windows (proposal_id, act)
);

create trigger undo_windows_insert_only before update or delete on undo_windows
  for each row execute function refuse_change();
create trigger undo_windows_no_truncate before truncate on undo_windows execute function refuse_change();
create trigger withdrawals_insert_only before update or delete on withdrawals
  for each row execute function refuse_change();
create trigger withdrawals_no_truncate before truncate on withdrawals execute function refuse_change();
`,
}
