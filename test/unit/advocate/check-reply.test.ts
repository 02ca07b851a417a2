import { describe, expect, it } from 'vitest'
import { checkReply } from '../../../agents/advocate/check-reply.ts'
import { NO_WORK } from '../../../agents/advocate/state.ts'
import type { Turn } from '../../../agents/advocate/turn.ts'
import type { Message } from '../../../agents/thread-store.ts'
import type { Fact } from '../../../tools/shared/fact.ts'

const open = (amount: string, asOf: string): Fact => ({
  ref: 'debt.d-1.open',
  value: { kind: 'money', amount, currency: 'EUR' },
  meaning: { de: 'offen', en: 'still open' },
  source: { type: 'debt', id: 'd-1', asOf },
})

const earlier: Message = {
  id: 'msg_1',
  threadId: 'thread_1',
  seq: 2,
  role: 'assistant',
  text: '',
  locale: 'en',
  facts: [open('51.80', '2026-11-10')],
  focus: {},
  inReplyTo: 'say_1',
  at: '2026-11-22T09:00:00.000Z',
}

const turn: Turn = {
  conversation: {
    ...{ threadId: 'thread_1', customerId: 'c-1', locale: 'en', messages: [earlier] },
    ...{ withPerson: false, earlier: null },
  },
  message: { ...earlier, id: 'say_2', seq: 3, role: 'customer', text: 'And now?', facts: [], inReplyTo: null },
  ...{ locale: 'en', tools: [], holder: 'me', person: { called: null }, emit: () => {} },
}

describe('the check of a reply', () => {
  it('states a figure as a tool has just read it, not as an earlier reply had it', () => {
    const work = { ...NO_WORK, facts: [open('25.90', '2026-11-21')] }
    expect(checkReply(work, 'Open: [[debt.d-1.open]].', turn).reply?.facts).toEqual([open('25.90', '2026-11-21')])
  })

  it('lets a figure of an earlier reply stand where nothing newer was read', () => {
    expect(checkReply(NO_WORK, 'Open: [[debt.d-1.open]].', turn).reply?.facts).toEqual(earlier.facts)
  })
})
