/** Hearing a run to its end, however slowly its events are taken. */
import { expect, it } from 'vitest'
import type { RunEvent, RunOutcome } from '../../../src/http/ports/runs.ts'
import { createListeners } from '../../../src/runs/listeners.ts'

const OUTCOME = { kind: 'handed-off', handoffId: 'h-1', reply: null } as unknown as RunOutcome

it('gives the outcome after the last event, also when the reader is slower than its patience', async () => {
  const listeners = createListeners()
  const heard: RunEvent[] = []
  const gate = Promise.withResolvers<void>()
  const ear = listeners.listen('m-1', async (event) => {
    await gate.promise
    heard.push(event)
  })
  for (const text of ['one ', 'two ', 'three']) listeners.tell('m-1', { type: 'token', text })
  listeners.settle('m-1', OUTCOME)
  const settled = ear.settledWithin(1)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(heard).toEqual([])
  gate.resolve()
  expect(await settled).toBe(OUTCOME)
  expect(heard).toHaveLength(3)
})

it('says that nothing has come yet while the run is not over', async () => {
  const listeners = createListeners()
  const ear = listeners.listen('m-1', undefined)
  expect(await ear.settledWithin(1)).toBeNull()
  listeners.settle('m-1', OUTCOME)
  expect(await ear.settledWithin(1_000)).toBe(OUTCOME)
})

it('goes on without a reader that went away', async () => {
  const listeners = createListeners()
  const ear = listeners.listen('m-1', () => Promise.reject(new Error('closed')))
  listeners.tell('m-1', { type: 'token', text: 'one' })
  listeners.tell('m-1', { type: 'token', text: 'two' })
  listeners.settle('m-1', OUTCOME)
  expect(await ear.settledWithin(1_000)).toBe(OUTCOME)
})
