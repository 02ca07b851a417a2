/**
 * The statements of the checkpointer, one per act.
 *
 * @module
 */

/** A checkpoint with its pending writes, in the order in which a run applies them. */
export const READ = /* sql */ `
  select thread_id, checkpoint_ns, checkpoint_id, parent_id, checkpoint, metadata,
    coalesce(
      (select jsonb_agg(jsonb_build_array(w.task_id, w.channel, w.type, w.value)
          order by w.task_path collate "C", w.task_id collate "C", w.idx)
        from checkpoint_writes w
        where w.thread_id = c.thread_id and w.checkpoint_ns = c.checkpoint_ns and w.checkpoint_id = c.checkpoint_id),
      '[]'::jsonb) as writes
  from checkpoints c`

/**
 * $1 thread, $2 namespace, $3 id, $4 parent, $5 checkpoint, $6 metadata. Ids rise with time: a straggler never replaces
 * what came after it. With the checkpoint go the writes of those before it.
 */
export const PUT = /* sql */ `
  with superseded as (
    delete from checkpoint_writes where thread_id = $1 and checkpoint_ns = $2 and checkpoint_id < $3
  )
  insert into checkpoints as c (thread_id, checkpoint_ns, checkpoint_id, parent_id, checkpoint, metadata)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (thread_id, checkpoint_ns) do update set
    checkpoint_id = excluded.checkpoint_id, parent_id = excluded.parent_id,
    checkpoint = excluded.checkpoint, metadata = excluded.metadata
    where c.checkpoint_id <= excluded.checkpoint_id`

/** $1 thread, $2 namespace, $3 checkpoint, $4 task, $5 task path, $6 writes, $7 whether they replace their elders */
export const PUT_WRITES = /* sql */ `
  insert into checkpoint_writes as w
    (thread_id, checkpoint_ns, checkpoint_id, task_id, task_path, idx, channel, type, value)
  select $1, $2, $3, $4, $5, new.idx, new.channel, new.type, new.value
  from jsonb_to_recordset($6::jsonb) as new (idx integer, channel text, type text, value text)
  on conflict (thread_id, checkpoint_ns, checkpoint_id, task_id, idx) do update set
    channel = excluded.channel, type = excluded.type, value = excluded.value, task_path = excluded.task_path
    where $7`

/** $1 thread */
export const DELETE_THREAD = /* sql */ `
  with writes as (delete from checkpoint_writes where thread_id = $1)
  delete from checkpoints where thread_id = $1`
