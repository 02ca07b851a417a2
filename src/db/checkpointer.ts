/**
 * LangGraph's checkpoints on SQL: one row per graph thread, written in one statement and read in one.
 *
 * Only the newest checkpoint is kept. What decides lives in the ledgers, history in the messages, and a run that is over
 * cannot be replayed: asking for an older checkpoint finds nothing.
 *
 * @module
 */
import type { RunnableConfig } from '@langchain/core/runnables'
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointPendingWrite,
  type CheckpointTuple,
  copyCheckpoint,
  type PendingWrite,
  WRITES_IDX_MAP,
} from '@langchain/langgraph-checkpoint'
import { DELETE_THREAD, PUT, PUT_WRITES, READ } from './checkpoint-statements.ts'
import type { Queryable } from './queryable.ts'

interface CheckpointRow {
  thread_id: string
  checkpoint_ns: string
  checkpoint_id: string
  parent_id: string | null
  checkpoint: string
  metadata: CheckpointMetadata
  writes: readonly (readonly [taskId: string, channel: string, type: string, value: string])[]
}

export class PostgresCheckpointer extends BaseCheckpointSaver {
  readonly #db: Queryable

  constructor(db: Queryable) {
    super()
    this.#db = db
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { threadId, ns, id } = address(config)
    const { rows } = await this.#db.query<CheckpointRow>(
      `${READ} where thread_id = $1 and checkpoint_ns = $2 and ($3::text is null or checkpoint_id = $3)`,
      [threadId, ns, id],
    )
    return rows[0] === undefined ? undefined : this.#toTuple(rows[0])
  }

  override async *list(config: RunnableConfig, options: CheckpointListOptions = {}): AsyncGenerator<CheckpointTuple> {
    const { thread_id, checkpoint_ns, checkpoint_id } = config.configurable ?? {}
    const { rows } = await this.#db.query<CheckpointRow>(
      `${READ}
       where ($1::text is null or thread_id = $1) and ($2::text is null or checkpoint_ns = $2)
         and ($3::text is null or checkpoint_id = $3) and ($4::text is null or checkpoint_id < $4) and metadata @> $5
       order by checkpoint_id desc limit $6`,
      [
        ...[thread_id ?? null, checkpoint_ns ?? null, checkpoint_id ?? null],
        ...[options.before?.configurable?.checkpoint_id ?? null, JSON.stringify(options.filter ?? {})],
        options.limit ?? null,
      ],
    )
    for (const row of rows) yield await this.#toTuple(row)
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    _newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const { threadId, ns, id } = address(config)
    const [, json] = await this.serde.dumpsTyped(copyCheckpoint(checkpoint))
    const [, meta] = await this.serde.dumpsTyped(metadata)
    await this.#db.query(PUT, [threadId, ns, checkpoint.id, id, toText(json), toText(meta)])
    return { configurable: { thread_id: threadId, checkpoint_ns: ns, checkpoint_id: checkpoint.id } }
  }

  override async putWrites(
    config: RunnableConfig,
    writes: PendingWrite[],
    taskId: string,
    taskPath = '',
  ): Promise<void> {
    const { threadId, ns, id } = address(config)
    if (id === null) throw new Error('putWrites needs the checkpoint_id of the checkpoint the writes belong to')
    const rows = await Promise.all(
      writes.map(async ([channel, value], position) => {
        const [type, bytes] = await this.serde.dumpsTyped(value)
        const stored = type === 'json' ? toText(bytes) : toBase64(bytes)
        return { idx: WRITES_IDX_MAP[channel] ?? position, channel, type, value: stored }
      }),
    )
    // A special write (error, interrupt, resume) replaces its elder; an ordinary one is written once.
    const replaces = writes.every(([channel]) => channel in WRITES_IDX_MAP)
    await this.#db.query(PUT_WRITES, [threadId, ns, id, taskId, taskPath, JSON.stringify(rows), replaces])
  }

  override async deleteThread(threadId: string): Promise<void> {
    await this.#db.query(DELETE_THREAD, [threadId])
  }

  async #toTuple(row: CheckpointRow): Promise<CheckpointTuple> {
    const at = { thread_id: row.thread_id, checkpoint_ns: row.checkpoint_ns }
    const pendingWrites = row.writes.map(
      async ([taskId, channel, type, value]): Promise<CheckpointPendingWrite> => [
        taskId,
        channel,
        await this.serde.loadsTyped(type, type === 'json' ? value : fromBase64(value)),
      ],
    )
    return {
      config: { configurable: { ...at, checkpoint_id: row.checkpoint_id } },
      checkpoint: await this.serde.loadsTyped('json', row.checkpoint),
      metadata: await this.serde.loadsTyped('json', JSON.stringify(row.metadata)),
      pendingWrites: await Promise.all(pendingWrites),
      ...(row.parent_id === null ? {} : { parentConfig: { configurable: { ...at, checkpoint_id: row.parent_id } } }),
    }
  }
}

function address(config: RunnableConfig): { threadId: string; ns: string; id: string | null } {
  const { thread_id, checkpoint_ns = '', checkpoint_id } = config.configurable ?? {}
  if (typeof thread_id !== 'string' || thread_id === '') throw new Error('a checkpoint needs a thread_id')
  return { threadId: thread_id, ns: checkpoint_ns, id: checkpoint_id || null }
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64')
}
