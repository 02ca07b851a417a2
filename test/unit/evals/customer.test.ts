/** A simulated customer hears all that is new before a wish counts as done. */
import { expect, test } from 'vitest'
import type { Message } from '../../../agents/thread-store.ts'
import { createCustomer } from '../../../evals/actors/customer.ts'
import { createVoice } from '../../../evals/actors/voice.ts'
import { customerSchema } from '../../../evals/scenario/customer.ts'
import type { SeenMandate, World } from '../../../evals/world.ts'

const wish = (says: string, newThread = false) => ({ says: [says], wants: 'mandate' as const, waits: false, newThread })

const part = customerSchema.parse({
  speaks: 'en',
  records: {},
  wishes: [wish('A better rate, please.'), wish('A cheaper policy, please.', true)],
})

const reply = (threadId: string, seq: number, focus: Message['focus']): Message => ({
  ...{ id: `${threadId}-${seq}`, threadId, seq, role: 'assistant', text: '…', locale: 'en', facts: [], focus },
  ...{ inReplyTo: `${threadId}-${seq - 1}`, at: '2026-11-22T09:00:00.000Z' },
})

const mandate = (id: string, confirmed: boolean): SeenMandate =>
  ({
    ...{ id, need: 'insurance', limits: {}, subject: null, state: confirmed ? 'in-force' : 'unconfirmed' },
    confirmedAt: confirmed ? '2026-11-22T09:00:00.000Z' : null,
  }) as unknown as SeenMandate

const world = (threads: World['threads'], mandates: readonly SeenMandate[]): World => ({
  ...{ threads, mandates, tasks: [], requests: [], handoffs: [], commitments: [] },
})

test('the mandate of the second wish is confirmed though the outcome of the first comes at the same moment', () => {
  const customer = createCustomer(part, createVoice({ customer: part, values: {}, seed: ['customer', '1'] }))
  expect(customer.next(world([], []))).toMatchObject({ do: 'say', why: 'wish' })
  const shown = [{ id: 't1', messages: [reply('t1', 2, { mandateId: 'm1' })] }]
  expect(customer.next(world(shown, [mandate('m1', false)]))).toMatchObject({ why: 'mandate as wished' })
  expect(customer.next(world(shown, [mandate('m1', true)]))).toMatchObject({ do: 'say', why: 'wish', threadId: null })
  const both = world(
    [
      { id: 't1', messages: [{ ...reply('t1', 4, { outcomeOf: 'p1' }), inReplyTo: null }] },
      { id: 't2', messages: [reply('t2', 2, { mandateId: 'm2' })] },
    ],
    [mandate('m1', true), mandate('m2', false)],
  )
  expect(customer.isWaiting(both)).toBe(true)
  expect(customer.next(both)).toMatchObject({ why: 'mandate as wished' })
})
