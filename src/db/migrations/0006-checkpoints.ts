import type { Migration } from './migration.ts'

/** Where LangGraph's runs stand: the newest checkpoint of each graph thread alone, so that turns store a constant amount. */
export const checkpoints: Migration = {
  name: '0006-checkpoints',
  sql: /* sql */ `
create table checkpoints (
  thread_id text not null,
  checkpoint_ns text not null,
  checkpoint_id text not null,
  parent_id text,
  checkpoint text not null,
  metadata jsonb not null,
  primary key (thread_id, checkpoint_ns) -- one per graph thread: what is over cannot be replayed
) with (fillfactor = 50); -- a turn rewrites its row in place

create table checkpoint_writes (
  thread_id text not null,
  checkpoint_ns text not null,
  checkpoint_id text not null,
  task_id text not null,
  idx integer not null,
  task_path text not null,
  channel text not null,
  type text not null,
  value text not null,
  primary key (thread_id, checkpoint_ns, checkpoint_id, task_id, idx)
);
`,
}
