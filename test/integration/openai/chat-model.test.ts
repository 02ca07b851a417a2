import { AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages'
import { tool } from '@langchain/core/tools'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { askModel, MALFORMED } from '../../../agents/advocate/ask-model.ts'
import { liveModel, openAiServer } from '../../support/openai-server.ts'

const server = openAiServer()
beforeAll(() => server.listen())
afterAll(() => server.close())

const listDebts = tool(async () => 'nothing', {
  name: 'list_debts',
  description: 'debts',
  schema: z.object({ creditor: z.string().optional() }),
})
const question: BaseMessage[] = [new HumanMessage('What do I owe?')]

function ask(change: Parameters<typeof liveModel>[0] = {}) {
  const waits: number[] = []
  const answer = askModel(liveModel(change), question, [listDebts], {
    sleep: async (milliseconds) => void waits.push(milliseconds),
  })
  return { answer, waits }
}

describe('a live model', () => {
  it('streams words that arrive whole', async () => {
    server.answerWith(() => ({ say: 'You owe [[debt.d-1.open]] to them.' }))
    expect((await ask().answer).text).toBe('You owe [[debt.d-1.open]] to them.')
    expect(server.requests[0]).toMatchObject({ model: 'test-model', stream: true })
    expect(server.requests[0]?.tools.map(({ function: { name } }) => name)).toEqual(['list_debts'])
  })

  it('puts calls together that come in pieces and side by side', async () => {
    server.answerWith(() => ({
      call: [
        ['list_debts', { creditor: 'Modehaus Elbe' }],
        ['list_debts', {}],
      ],
    }))
    expect((await ask().answer).tool_calls).toMatchObject([
      { name: 'list_debts', args: { creditor: 'Modehaus Elbe' } },
      { name: 'list_debts', args: {} },
    ])
  })

  it('keeps a call whose arguments are no JSON, so that it can be answered', async () => {
    server.answerWith(() => ({
      call: [
        ['list_debts', '{"creditor": '],
        ['list_debts', {}],
      ],
    }))
    const answer = await ask().answer
    expect(answer.tool_calls).toHaveLength(2)
    expect(answer.tool_calls?.some(({ args }) => MALFORMED in args)).toBe(true)
    expect(new Set(answer.tool_calls?.map(({ id }) => id)).size).toBe(2)
  })

  it('waits as long as a 429 asks for', async () => {
    server.answerWith((_, index) => (index === 0 ? { status: 429, headers: { 'retry-after': '3' } } : { say: 'Here.' }))
    const { answer, waits } = ask()
    expect((await answer).text).toBe('Here.')
    expect(waits).toEqual([3000])
  })

  it.each([500, 502, 503])('asks again after %i', async (status) => {
    server.answerWith((_, index) => (index < 2 ? { status } : { say: 'Here.' }))
    expect((await ask().answer).text).toBe('Here.')
    expect(server.requests).toHaveLength(3)
  })

  it('asks again when the stream was cut in half, and never passes on the half', async () => {
    server.answerWith((_, index) => (index === 0 ? { cut: 'You owe nothing at all unless' } : { say: 'Here.' }))
    expect((await ask().answer).text).toBe('Here.')
  })

  it('gives up after the last attempt with a code', async () => {
    server.answerWith(() => ({ status: 503 }))
    await expect(ask().answer).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
    expect(server.requests).toHaveLength(3)
  })

  it('does not ask again when the answer is a refusal', async () => {
    server.answerWith(() => ({ status: 401 }))
    await expect(ask().answer).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
    expect(server.requests).toHaveLength(1)
  })

  it('gives up on an answer that never comes', async () => {
    server.answerWith(() => ({ hang: true }))
    await expect(ask({ timeoutSeconds: 0.2, retries: 1 }).answer).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
    expect(server.requests).toHaveLength(2)
  })

  it('hands back a message of its own, without the provider’s extras', async () => {
    server.answerWith(() => ({ say: 'Here.' }))
    const answer = await ask().answer
    expect(answer).toBeInstanceOf(AIMessage)
    expect(answer.additional_kwargs).toEqual({})
  })
})
