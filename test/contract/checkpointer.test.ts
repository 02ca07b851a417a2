import { Command, END, interrupt, START, StateGraph, StateSchema } from '@langchain/langgraph'
import type { BaseCheckpointSaver, Checkpoint } from '@langchain/langgraph-checkpoint'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PostgresCheckpointer } from '../../src/db/checkpointer.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

behavesLikeACheckpointer('on SQL', (pool) => new PostgresCheckpointer(pool))

function behavesLikeACheckpointer(name: string, open: (pool: pg.Pool) => BaseCheckpointSaver): void {
  describe(`a checkpointer ${name}`, () => {
    let database: TestDatabase
    let saver: BaseCheckpointSaver

    beforeAll(async () => {
      database = await openTestDatabase()
      saver = open(database.pool)
    })

    afterAll(() => database.close())

    const onThread = (id = randomIds.next('thread')) => ({ configurable: { thread_id: id, checkpoint_ns: '' } })
    const metadata = { source: 'loop', step: 1, parents: {} } as const

    function checkpoint(id: string, values: Record<string, unknown> = { words: ['ä', '\u0000', '𝒳'] }): Checkpoint {
      return {
        ...{ v: 4, id, ts: '2026-11-22T10:00:00.000Z', channel_values: values },
        ...{ channel_versions: { words: 1 }, versions_seen: { node: { words: 1 } } },
      }
    }

    describe('storing', () => {
      it('knows nothing of a thread it never saw', async () => {
        expect(await saver.getTuple(onThread())).toBeUndefined()
      })

      it('gives back what was put, with its parent', async () => {
        const thread = onThread()
        const first = await saver.put(thread, checkpoint('1-a'), metadata, {})
        expect(first.configurable).toEqual({ ...thread.configurable, checkpoint_id: '1-a' })
        await saver.put(first, checkpoint('1-b', { words: ['two'] }), { ...metadata, step: 2 }, {})
        expect(await saver.getTuple(thread)).toEqual({
          config: { configurable: { ...thread.configurable, checkpoint_id: '1-b' } },
          checkpoint: checkpoint('1-b', { words: ['two'] }),
          metadata: { ...metadata, step: 2 },
          pendingWrites: [],
          parentConfig: { configurable: { ...thread.configurable, checkpoint_id: '1-a' } },
        })
      })

      it('keeps texts of every kind as they are', async () => {
        const thread = onThread()
        await saver.put(thread, checkpoint('1-a'), metadata, {})
        expect((await saver.getTuple(thread))?.checkpoint.channel_values).toEqual({ words: ['ä', '\u0000', '𝒳'] })
      })

      it('keeps the newest checkpoint alone, so that what is over cannot be replayed', async () => {
        const thread = onThread()
        const first = await saver.put(thread, checkpoint('1-a'), metadata, {})
        const second = await saver.put(first, checkpoint('1-b'), metadata, {})
        expect(await saver.getTuple(first)).toBeUndefined()
        expect((await saver.getTuple(second))?.checkpoint.id).toBe('1-b')
        const listed = await collect(saver.list(thread))
        expect(listed.map((tuple) => tuple.checkpoint.id)).toEqual(['1-b'])
      })

      it('does not let a straggler replace what came after it', async () => {
        const thread = onThread()
        await saver.put(thread, checkpoint('1-b'), metadata, {})
        await saver.put(thread, checkpoint('1-a'), metadata, {})
        expect((await saver.getTuple(thread))?.checkpoint.id).toBe('1-b')
      })

      it('keeps threads and namespaces apart', async () => {
        const thread = onThread()
        const inner = { configurable: { ...thread.configurable, checkpoint_ns: 'inner' } }
        await saver.put(thread, checkpoint('1-a'), metadata, {})
        await saver.put(inner, checkpoint('1-b'), metadata, {})
        expect((await saver.getTuple(thread))?.checkpoint.id).toBe('1-a')
        expect((await saver.getTuple(inner))?.checkpoint.id).toBe('1-b')
        expect(await saver.getTuple(onThread())).toBeUndefined()
      })

      it('lists by thread, metadata, age and number', async () => {
        const thread = onThread()
        const inner = { configurable: { ...thread.configurable, checkpoint_ns: 'inner' } }
        await saver.put(thread, checkpoint('1-a'), metadata, {})
        await saver.put(inner, checkpoint('1-b'), { ...metadata, step: 7 }, {})
        const all = { configurable: { thread_id: thread.configurable.thread_id } }
        const ids = async (...args: Parameters<BaseCheckpointSaver['list']>) =>
          (await collect(saver.list(...args))).map((tuple) => tuple.checkpoint.id)
        expect(await ids(all)).toEqual(['1-b', '1-a'])
        expect(await ids(all, { limit: 1 })).toEqual(['1-b'])
        expect(await ids(all, { filter: { step: 7 } })).toEqual(['1-b'])
        expect(await ids(all, { before: { configurable: { checkpoint_id: '1-b' } } })).toEqual(['1-a'])
      })

      it('forgets a thread that is deleted, and no other', async () => {
        const [gone, kept] = [onThread(), onThread()]
        for (const thread of [gone, kept]) {
          const at = await saver.put(thread, checkpoint('1-a'), metadata, {})
          await saver.putWrites(at, [['words', 'w']], 'task')
        }
        await saver.deleteThread(gone.configurable.thread_id)
        expect(await saver.getTuple(gone)).toBeUndefined()
        expect((await saver.getTuple(kept))?.pendingWrites).toEqual([['task', 'words', 'w']])
      })

      it('refuses a checkpoint of no thread', async () => {
        await expect(saver.put({ configurable: {} }, checkpoint('1-a'), metadata, {})).rejects.toThrow('thread_id')
        await expect(saver.putWrites(onThread(), [['words', 'w']], 'task')).rejects.toThrow('checkpoint_id')
      })
    })

    describe('pending writes', () => {
      it('gives them back with their checkpoint, in the order of path, task and index', async () => {
        const at = await saver.put(onThread(), checkpoint('1-a'), metadata, {})
        await saver.putWrites(at, [['words', 'late']], 'task-a', '~b')
        await saver.putWrites(
          at,
          [
            ['words', 'one'],
            ['words', new Uint8Array([0, 255])],
          ],
          'task-b',
          '~a',
        )
        await saver.putWrites(at, [['words', 'first']], 'task-c')
        expect((await saver.getTuple(at))?.pendingWrites).toEqual([
          ['task-c', 'words', 'first'],
          ['task-b', 'words', 'one'],
          ['task-b', 'words', Buffer.from([0, 255])],
          ['task-a', 'words', 'late'],
        ])
      })

      it('writes an ordinary value once and replaces special ones', async () => {
        const at = await saver.put(onThread(), checkpoint('1-a'), metadata, {})
        await saver.putWrites(at, [['words', 'kept']], 'task')
        await saver.putWrites(at, [['words', 'ignored']], 'task')
        await saver.putWrites(at, [['__interrupt__', 'replaced']], 'task')
        await saver.putWrites(at, [['__interrupt__', 'newest']], 'task')
        expect((await saver.getTuple(at))?.pendingWrites).toEqual([
          ['task', '__interrupt__', 'newest'],
          ['task', 'words', 'kept'],
        ])
      })

      it('accepts writes that come before their checkpoint, and drops those of superseded ones', async () => {
        const thread = onThread()
        const first = await saver.put(thread, checkpoint('1-a'), metadata, {})
        await saver.putWrites(first, [['words', 'old']], 'task')
        const next = { configurable: { ...thread.configurable, checkpoint_id: '1-b' } }
        await saver.putWrites(next, [['words', 'new']], 'task')
        await saver.put(first, checkpoint('1-b'), metadata, {})
        expect((await saver.getTuple(thread))?.pendingWrites).toEqual([['task', 'words', 'new']])
        const { rows } = await database.pool.query(
          'select count(*)::int as n from checkpoint_writes where thread_id = $1',
          [thread.configurable.thread_id],
        )
        expect(rows).toEqual([{ n: 1 }])
      })
    })

    describe('under a graph', () => {
      const State = new StateSchema({ count: z.number().default(0), answer: z.string().default('') })

      function waitingGraph() {
        const asked: string[] = []
        const graph = new StateGraph(State)
          .addNode('step', (state) => ({ count: state.count + 1 }))
          .addNode('ask', () => {
            asked.push('asked')
            return { answer: String(interrupt({ kind: 'question' })) }
          })
          .addEdge(START, 'step')
          .addEdge('step', 'ask')
          .addEdge('ask', END)
          .compile({ checkpointer: saver })
        return { graph, asked }
      }

      const strict = (id: string) => ({ configurable: { thread_id: id, __pregel_strict_resume: true } })

      it.each(['exit', 'sync', 'async'] as const)(
        'waits and goes on in another process, durability %s',
        async (durability) => {
          const id = randomIds.next('thread')
          const before = waitingGraph()
          const paused = await before.graph.invoke({}, { ...strict(id), durability })
          const [question] = (paused as { __interrupt__?: { id: string; value: unknown }[] }).__interrupt__ ?? []
          expect(question?.value).toEqual({ kind: 'question' })

          const after = waitingGraph()
          const resume = new Command<unknown, Record<string, unknown>, never>({
            resume: { [question?.id ?? '']: 'yes' },
          })
          const done = await after.graph.invoke(resume, { ...strict(id), durability })
          expect(done).toMatchObject({ count: 1, answer: 'yes' })
          expect(after.asked).toHaveLength(1)
        },
      )

      it('refuses to resume a question that nobody asked, and one that was answered', async () => {
        const id = randomIds.next('thread')
        const { graph } = waitingGraph()
        const paused = await graph.invoke({}, { ...strict(id), durability: 'exit' })
        const [question] = (paused as { __interrupt__?: { id: string }[] }).__interrupt__ ?? []
        const answer = (to: string) =>
          graph.invoke(new Command({ resume: { [to]: 'yes' } }), { ...strict(id), durability: 'exit' })
        await expect(answer('0123456789abcdef0123456789abcdef')).rejects.toThrow()
        await answer(question?.id ?? '')
        await expect(answer(question?.id ?? '')).rejects.toThrow()
        expect((await graph.getState(strict(id))).values).toEqual({ count: 1, answer: 'yes' })
      })

      it('stores the same amount after many turns as after a few', async () => {
        const id = randomIds.next('thread')
        const graph = new StateGraph(State)
          .addNode('step', (state) => ({ count: (state.count % 9) + 1 }))
          .addEdge(START, 'step')
          .addEdge('step', END)
          .compile({ checkpointer: saver })
        const size = async () => {
          const { rows } = await database.pool.query<{ bytes: number; rows: number }>(
            `select sum(length(checkpoint) + length(metadata::text))::int as bytes, count(*)::int as rows
             from checkpoints where thread_id = $1`,
            [id],
          )
          return rows[0]
        }
        for (let turn = 0; turn < 12; turn += 1) await graph.invoke({}, { ...strict(id), durability: 'exit' })
        const early = await size()
        for (let turn = 0; turn < 40; turn += 1) await graph.invoke({}, { ...strict(id), durability: 'exit' })
        const late = await size()
        expect(late?.rows).toBe(1)
        expect((late?.bytes ?? 0) - (early?.bytes ?? 0)).toBeLessThan(20) // versions count in more digits
      })
    })
  })
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
