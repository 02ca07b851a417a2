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
 * Stores a checkpoint as two parts of a `with`. Its six parameters, from number `first` on: thread, namespace, id, parent,
 * checkpoint, metadata; without a thread nothing is stored. Ids rise with time: a straggler never replaces what came after
 * it. With the checkpoint go the writes of those before it.
 */
export function putCheckpoint({ first }: { readonly first: number }): string {
  const [thread, ns, id, parent, checkpoint, metadata] = Array.from({ length: 6 }, (_, at) => `$${first + at}`)
  return /* sql */ `superseded as (
    delete from checkpoint_writes
    where thread_id = ${thread}::text and checkpoint_ns = ${ns}::text and checkpoint_id < ${id}::text
  ), put as (
    insert into checkpoints as c (thread_id, checkpoint_ns, checkpoint_id, parent_id, checkpoint, metadata)
    select ${thread}::text, ${ns}::text, ${id}::text, ${parent}::text, ${checkpoint}::text, ${metadata}::jsonb
    where ${thread}::text is not null
    on conflict (thread_id, checkpoint_ns) do update set
      checkpoint_id = excluded.checkpoint_id, parent_id = excluded.parent_id,
      checkpoint = excluded.checkpoint, metadata = excluded.metadata
      where c.checkpoint_id <= excluded.checkpoint_id
  )`
}

/** $1 to $6 as above. */
export const PUT = /* sql */ `with ${putCheckpoint({ first: 1 })} select`

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
