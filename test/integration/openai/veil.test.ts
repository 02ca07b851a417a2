import { afterAll, beforeAll, expect, it } from 'vitest'
import { ANNA } from '../../support/anna.ts'
import { customer, staff } from '../../support/door.ts'
import { BASE_URL, openAiServer } from '../../support/openai-server.ts'
import { openWhole, type Whole } from '../../support/whole.ts'

const model = openAiServer()
const anna = customer('c-anna')
const IBAN = 'DE89 3704 0044 0532 0130 00'
let whole: Whole
beforeAll(async () => {
  model.listen()
  whole = await openWhole({ env: { PARLEY_MODEL: 'test-model', PARLEY_MODEL_BASE_URL: BASE_URL } })
  await whole.call(staff('operator'), 'POST', '/v1/import', {
    ...ANNA,
    customer: { ...ANNA.customer, address: ['Lindenstraße 12b', '20099 Hamburg'] },
  })
})
afterAll(async () => {
  model.close()
  await whole.close()
})

it('names the customer to nobody outside, in words, in history or in what tools answer, and to the customer as ever', async () => {
  const thread = await whole.thread(anna)
  model.answerWith(({ messages }, index) => {
    if (index === 0)
      return {
        call: [
          ['list_debts', {}],
          ['contest_fee', { creditor: 'Modehaus Elbe' }],
        ],
      }
    const said = messages.findLast(({ role }) => role === 'user')?.content ?? ''
    const [name] = /\[\[person\.[0-9a-f]+\]\] \[\[person\.[0-9a-f]+\]\]/.exec(said) ??
      /\[\[person\.[0-9a-f]+\]\]/.exec(said) ?? ['']
    return { say: `Guten Tag, ${name}.` }
  })
  const first = await whole.say(
    anna,
    thread,
    `Hier Anna Beispiel, Lindenstraße 12b, 20099 Hamburg. Meine IBAN ${IBAN}, anna@post.example, Tel. 0171 2345678: was schulde ich?`,
  )
  expect(first.text).toContain('Guten Tag, Anna Beispiel.')
  await whole.say(anna, thread, 'Und noch einmal von Anna Beispiel, bitte.')

  expect(model.requests.length).toBeGreaterThanOrEqual(3)
  for (const request of model.requests) {
    const sent = JSON.stringify(request.messages)
    for (const personal of ['Anna', 'Beispiel', 'Lindenstraße', '20099', '3704', 'post.example', '2345678']) {
      expect(sent).not.toContain(personal)
    }
  }
  const sent = JSON.stringify(model.requests)
  expect(new Set(sent.match(/\[\[person\.[0-9a-f]{8}\]\]/g)).size).toBe(1) // one person, one name, all through the thread
  expect(sent).toContain('Modehaus Elbe')
})
