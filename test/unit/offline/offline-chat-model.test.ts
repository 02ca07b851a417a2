/**
 * The offline model as a LangChain chat model: binding, streaming, repeatability, honest limits.
 *
 * @module
 */
import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import { describe, expect, it } from 'vitest'
import { OfflineChatModel } from '../../../agents/offline/offline-chat-model.ts'
import { dialogue, playTurn } from './play-turn.ts'
import { answers, TOOLS } from './tool-answers.ts'

function bound(names: readonly string[] = TOOLS) {
  return new OfflineChatModel().bindTools(
    names.map((name) => ({ type: 'function', function: { name, parameters: { type: 'object', properties: {} } } })),
  )
}

describe('the offline chat model', () => {
  it.each(['Was schulde ich?', 'Hallo', 'compare loans of 8,400 euros'])(
    'streams what it would answer: %s',
    async (text) => {
      const whole = await bound().invoke(dialogue(text))
      let streamed = null
      for await (const chunk of await bound().stream(dialogue(text))) {
        streamed = streamed === null ? chunk : streamed.concat(chunk)
      }
      expect(streamed?.text).toBe(whole.text)
      expect(streamed?.tool_calls).toEqual(whole.tool_calls)
    },
  )

  it('streams a long reply in many pieces', async () => {
    const { messages } = await playTurn('Was schulde ich?')
    const pieces: string[] = []
    for await (const chunk of await bound().stream(messages.slice(0, -1))) pieces.push(chunk.text)
    expect(pieces.length).toBeGreaterThan(10)
    expect(pieces.join('')).toBe(messages.at(-1)?.text)
  })

  it('gives the same reply to the same messages', async () => {
    const [once, again] = [
      await playTurn('Ist die Mahngebühr rechtens?'),
      await playTurn('Ist die Mahngebühr rechtens?'),
    ]
    expect(again.text).toBe(once.text)
    expect(again.calls).toEqual(once.calls)
  })

  it('calls no tool that is not bound and offers a person instead', async () => {
    for (const text of [
      'Was schulde ich?',
      'Verhandle meinen Kredit',
      'Ist die Mahngebühr über 5 € rechtens?',
      'How far are you?',
    ]) {
      const { calls, text: reply } = await playTurn(text, [])
      expect(calls).toEqual([])
      expect(reply).toMatch(/Menschen|person/)
    }
  })

  it('calls nothing when tool_choice is none', async () => {
    const model = new OfflineChatModel().bindTools(
      [{ type: 'function', function: { name: 'list_debts', parameters: {} } }],
      { tool_choice: 'none' },
    )
    expect((await model.invoke(dialogue('Was schulde ich?'))).tool_calls).toEqual([])
  })

  it('says plainly that a tool failed, and claims nothing', async () => {
    const model = bound()
    const messages = dialogue('Was schulde ich?')
    const call = await model.invoke(messages)
    const id = call.tool_calls?.[0]?.id ?? ''
    const reply = await model.invoke([
      ...messages,
      call,
      new ToolMessage({ content: 'Error: connection lost', tool_call_id: id, status: 'error' }),
    ])
    expect(reply.text).toContain('nicht geklappt')
    expect(reply.tool_calls).toEqual([])
  })

  it('asks the one question a tool asks', async () => {
    const model = bound()
    const messages = dialogue('Compare loans')
    const call = await model.invoke(messages)
    const content = JSON.stringify({
      kind: 'question',
      code: 'CONTRACT',
      ask: { de: 'Welcher?', en: 'Which one?' },
      options: ['Musterbank Nord (k1)', 'Isar Kredit (k9)'],
    })
    const reply = await model.invoke([
      ...messages,
      call,
      new ToolMessage({ content, tool_call_id: call.tool_calls?.[0]?.id ?? '' }),
    ])
    expect(reply.text).toBe('Which one? (Musterbank Nord and Isar Kredit)')
  })

  it('answers in the language of the newest message', async () => {
    expect((await playTurn('Was schulde ich? || Hier. || and what can you do?')).text).toContain('I am Parley')
    expect((await playTurn('What do I owe? || Here. || und was kannst du sonst?')).text).toContain('Ich bin Parley')
  })

  it('keeps to the language of the prompt when a message has none', async () => {
    const reply = await bound().invoke([new SystemMessage('Answer in English.'), new HumanMessage('xyz 123')])
    expect(reply.text).toContain('I did not understand')
  })

  it('greets when nobody has said anything', async () => {
    expect((await bound().invoke([new SystemMessage('Answer in English.')])).text).toContain('Hello')
  })

  it('does not take an earlier call for an answer to the newest message', async () => {
    const past = new AIMessage({
      content: '',
      tool_calls: [{ name: 'list_debts', args: {}, id: 'c1', type: 'tool_call' }],
    })
    const old = new ToolMessage({ content: JSON.stringify(answers('list_debts', {})), tool_call_id: 'c1' })
    const reply = await bound().invoke([
      new HumanMessage('Was schulde ich?'),
      past,
      old,
      new AIMessage('Hier.'),
      new HumanMessage('Und nochmal: was schulde ich?'),
    ])
    expect(reply.tool_calls?.[0]?.name).toBe('list_debts')
  })

  it.each([
    ['Schreib mir ein Gedicht über Katzen'],
    ['Überweisen Sie bitte 95,95 Euro an Modehaus Elbe'],
    ['Cancel my car insurance'],
    ['asdf qwertz'],
  ])('says what it cannot do and offers a person: %s', async (text) => {
    const { calls, text: reply } = await playTurn(text)
    expect(calls).toEqual([])
    expect(reply).toMatch(/Menschen|person/)
  })

  it.each([
    ['Versicherung', 'vergleichen oder'],
    ['my loan', 'compare loan offers or negotiate'],
    ['ja', 'Worauf bezieht sich'],
    ['Verhandle meine Versicherung', 'Um welche Versicherung'],
    ['Was schulde ich? || Hier. || Kümmere dich darum', 'in Raten'],
  ])('asks one question when it can mean several things: %s', async (text, part) => {
    const { text: reply } = await playTurn(text)
    expect(reply).toContain(part)
    expect(reply.match(/\?/g)).toHaveLength(1)
  })
})
