import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RunLeases } from '../../../src/db/postgres-leases.ts'
import { alone } from '../../../src/jobs/alone.ts'
import { randomIds } from '../../../tools/shared/ids.ts'

/** Leases over the fake clock of the test. */
function memoryLeases(): RunLeases & { readonly held: Map<string, { holder: string; until: number }> } {
  const held = new Map<string, { holder: string; until: number }>()
  const isMine = (run: string, holder: string) => held.get(run)?.holder === holder
  return {
    held,
    async take(run, holder, seconds) {
      if ((held.get(run)?.until ?? 0) > Date.now()) return false
      held.set(run, { holder, until: Date.now() + seconds * 1000 })
      return true
    },
    async renew(run, holder, seconds) {
      if (isMine(run, holder)) held.set(run, { holder, until: Date.now() + seconds * 1000 })
    },
    async release(run, holder) {
      if (isMine(run, holder)) held.delete(run)
    },
  }
}

describe('work that must not run twice at once', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('keeps others out for as long as it takes, and lets go at its end', async () => {
    const leases = memoryLeases()
    const parts = { leases, ids: randomIds }
    const long = Promise.withResolvers<void>()
    const first = alone(parts, 'task:1', () => long.promise)
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(await alone(parts, 'task:1', async () => {})).toBe('busy')
    long.resolve()
    expect(await first).toBe('done')
    expect(leases.held.size).toBe(0)
    expect(await alone(parts, 'task:1', async () => {})).toBe('done')
  })

  it('is free twenty seconds after its process died', async () => {
    const leases = memoryLeases()
    const parts = { leases: { ...leases, renew: async () => {} }, ids: randomIds } // who is dead renews nothing
    void alone(parts, 'task:1', () => new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await alone({ leases, ids: randomIds }, 'task:1', async () => {})).toBe('done')
  })

  it('takes nothing back from whoever took over', async () => {
    const leases = memoryLeases()
    const parts = { leases, ids: randomIds }
    const long = Promise.withResolvers<void>()
    const cutOff = alone(parts, 'task:1', () => long.promise)
    await vi.advanceTimersByTimeAsync(1)
    const other = { holder: 'another process', until: Date.now() + 60_000 }
    leases.held.set('task:1', other)
    await vi.advanceTimersByTimeAsync(30_000)
    long.resolve()
    await cutOff
    expect(leases.held.get('task:1')).toEqual(other)
  })
})
