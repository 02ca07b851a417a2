import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAdvocate } from '../../support/advocate.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { player, WORDS } from '../../support/model-player.ts'
import { type Answer, liveModel, openAiServer } from '../../support/openai-server.ts'

const server = openAiServer()
let database: TestDatabase
beforeAll(async () => {
  server.listen()
  database = await openTestDatabase()
})
afterAll(async () => {
  server.close()
  await database.close()
})

describe.each(['de', 'en'] as const)('a live model in %s', (locale) => {
  const words = WORDS[locale]

  it('leads from a wish over a question to a confirmed mandate and a proposal', async () => {
    server.answerWith(player(words))
    const { anna, mandates, proposals, errors } = await openAdvocate(database.pool, liveModel())
    const thread = await anna(locale)

    const compared = await thread.say(words.wish)
    expect(compared).toContain(words.ask)
    expect(compared).toContain(words.warning)
    expect(compared).toMatch(locale === 'de' ? /\d\.\d{3},\d{2} €/ : /€\d,\d{3}\.\d{2}/)

    const shown = await thread.say(words.limits)
    expect(shown).toContain(words.mandate)
    expect(shown).toContain(words.term)
    expect(shown).toContain('Elbe Direktbank')
    expect((await mandates.listFor(thread.customerId))[0]).toMatchObject({
      confirmedAt: null,
      limits: { maxTermMonths: 36, maxEffectiveRatePercent: '8' },
    })
    expect(await thread.say(words.yes)).toContain(words.confirmed)
    expect((await mandates.listFor(thread.customerId))[0]?.confirmedAt).not.toBeNull()

    expect(await thread.say(words.fee)).toContain(words.proposal)
    expect((await proposals.openOf(thread.customerId))[0]?.terms.acts).toMatchObject([
      { type: 'notice', notice: 'dispute' },
    ])
    expect(errors).toEqual([])
  })

  it('sends the provider valid conversations: each call answered once, no customer id in any schema', async () => {
    server.answerWith(player(words))
    const { anna } = await openAdvocate(database.pool, liveModel())
    const thread = await anna(locale)
    await thread.say(words.wish)
    for (const { messages, tools } of server.requests) {
      const called = messages.flatMap(({ tool_calls: made }) => made ?? []).map(({ id }) => id)
      const answered = messages.flatMap(({ tool_call_id: id }) => (id === undefined ? [] : [id]))
      expect(answered.toSorted()).toEqual(called.toSorted())
      expect(JSON.stringify(tools)).not.toMatch(/customer_?id|threadId/i)
      expect(JSON.stringify(messages)).not.toContain(thread.customerId)
    }
  })

  it('survives malformed arguments and a made-up tool', async () => {
    server.answerWith(({ messages }, index): Answer => {
      if (index === 0)
        return {
          call: [
            ['list_debts', '{"creditor": '],
            ['transfer_money', { amount: 1 }],
            ['list_debts', {}],
          ],
        }
      const results = messages.flatMap(({ role, content }) => (role === 'tool' ? [JSON.parse(content ?? '{}')] : []))
      return {
        say: results
          .map(({ kind, code, total }) => (total === undefined ? `${kind} ${code}` : `[[${total}]]`))
          .join(', '),
      }
    })
    const { anna } = await openAdvocate(database.pool, liveModel())
    const reply = await (await anna(locale)).say(words.fee)
    expect(reply).toContain('refused INVALID_ARGUMENTS, refused UNKNOWN_TOOL, ')
    expect(reply).toContain('95')
  })
})

describe('two messages at once over a slow provider', () => {
  it('are both answered, once, also when the provider fails in between', async () => {
    server.answerWith((_, index): Answer => (index === 1 ? { status: 502 } : { say: 'Here you are.' }))
    const { anna, runs } = await openAdvocate(database.pool, liveModel())
    const thread = await anna('en')
    const sent = ['the first of my questions', 'the next of my questions'].map((text, index) =>
      runs.send({ ...thread, messageId: `${thread.threadId}-${index}`, text }),
    )
    expect((await Promise.all(sent)).map(({ kind }) => kind)).toEqual(['replied', 'replied'])
    expect((await thread.messages()).filter(({ role }) => role === 'assistant')).toHaveLength(2)
  })
})
