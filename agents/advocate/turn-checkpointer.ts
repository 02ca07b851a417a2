/**
 * The checkpoint of one turn, held back until the reply is stored, and then stored with it in one statement.
 *
 * A turn begins with its message alone: no node of its graph waits for anybody, so there is nothing to resume, and what the
 * last turn left is not read. What a turn that failed had written is handed over to the store.
 *
 * @module
 */
import type { RunnableConfig } from '@langchain/core/runnables'
import {
  BaseCheckpointSaver,
  type Checkpoint,
  type CheckpointMetadata,
  type CheckpointTuple,
  type PendingWrite,
} from '@langchain/langgraph-checkpoint'
import type { GraphCheckpoint } from '../thread-store.ts'

export class TurnCheckpointer extends BaseCheckpointSaver {
  #put: Parameters<BaseCheckpointSaver['put']> | null = null
  readonly #writes: Parameters<BaseCheckpointSaver['putWrites']>[] = []

  /** The checkpoint of the run that is over. @throws Error before LangGraph has put one, which is a bug */
  async held(): Promise<GraphCheckpoint> {
    if (this.#put === null) throw new Error('The run put no checkpoint.')
    const [{ configurable }, checkpoint, metadata] = this.#put
    return {
      threadId: String(configurable?.thread_id),
      ns: configurable?.checkpoint_ns ?? '',
      id: checkpoint.id,
      parentId: configurable?.checkpoint_id ?? null,
      checkpoint: await this.#json(checkpoint),
      metadata: await this.#json(metadata),
    }
  }

  /** Stores what a run that failed had put. */
  async handOver(store: BaseCheckpointSaver): Promise<void> {
    if (this.#put !== null) await store.put(...this.#put)
    for (const writes of this.#writes) await store.putWrites(...writes)
  }

  override async getTuple(): Promise<CheckpointTuple | undefined> {
    return undefined
  }

  override async *list(): AsyncGenerator<CheckpointTuple> {}

  override async put(...put: Parameters<BaseCheckpointSaver['put']>): Promise<RunnableConfig> {
    const [config, checkpoint] = put
    this.#put = put
    return { configurable: { ...config.configurable, checkpoint_id: checkpoint.id } }
  }

  override async putWrites(config: RunnableConfig, writes: PendingWrite[], taskId: string, path = ''): Promise<void> {
    this.#writes.push([config, writes, taskId, path])
  }

  override async deleteThread(): Promise<void> {}

  async #json(value: Checkpoint | CheckpointMetadata): Promise<string> {
    const [, bytes] = await this.serde.dumpsTyped(value)
    return new TextDecoder().decode(bytes)
  }
}
