/** A fee whose facts are not on record: what the customer answers is taken, told back with its source, and judged. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customer, staff } from '../../support/door.ts'
import { openWhole, type Whole, type WholeReply } from '../../support/whole.ts'

const person = { id: 'c-told', name: 'Tilda Told', locale: 'de-DE', birthYear: 1984, netMonthlyIncome: '2400.00' }
const claim = {
  claimKind: 'purchase',
  currency: 'EUR',
  dueDate: '2026-09-30',
  asOf: '2026-11-20',
  source: 'creditor statement of 2026-11-20',
  payments: [],
}
const FILE = {
  customer: { ...person, currency: 'EUR' },
  debts: [
    {
      ...{ ...claim, id: 'd-agency', kind: 'collection', dueBasis: 'contract_calendar', reminders: [] },
      ...{ creditor: { id: 'cr-hafen', name: 'Hafen Inkasso' }, principal: '120.00', open: '165.00' },
      fees: [{ id: 'f1', type: 'inkasso', amount: '45.00', date: '2026-11-08' }],
    },
    {
      ...{ ...claim, id: 'd-shop', kind: 'invoice', dueBasis: 'unknown' },
      ...{ creditor: { id: 'cr-shop', name: 'Modehaus Weser' }, principal: '80.00', open: '81.00' },
      reminders: [{ id: 'm1', received: '2026-10-25', channel: 'paper' }],
      fees: [{ id: 'f1', type: 'reminder', amount: '1.00', date: '2026-10-25', channel: 'paper', basis: 'unknown' }],
    },
  ],
}
const tilda = customer('c-told')
const AGENCY = 'Die Inkassokosten von Hafen Inkasso kommen mir komisch vor. Muss ich die zahlen?'
const SHOP = 'Muss ich die Mahngebühr von Modehaus Weser zahlen?'

let whole: Whole
beforeAll(async () => {
  whole = await openWhole()
  await whole.call(staff('operator'), 'POST', '/v1/import', FILE)
})
afterAll(() => whole.close())

/** Says one thing after the other in a conversation of its own; the last reply. */
async function talk(said: readonly string[], locale: 'de' | 'en' = 'de'): Promise<WholeReply & { threadId: string }> {
  const threadId = await whole.thread(tilda, locale)
  let reply: WholeReply | undefined
  for (const text of said) reply = await whole.say(tilda, threadId, text, locale)
  if (reply === undefined) throw new Error('nothing was said')
  return { ...reply, threadId }
}

it('judges the fee anew with the day the customer tells, and names them as its source', async () => {
  const asked = await talk([AGENCY])
  expect(asked.focus).toMatchObject({ asked: 'MANDATE_DATE', debtId: 'd-agency' })
  const draft = await whole.say(tilda, asked.threadId, 'Das war am 3. Mai 2026.')
  expect(draft.text).toContain('Nach Ihrer Angabe: der Auftrag an das Inkassounternehmen ist vom 3. Mai 2026')
  expect(draft.text).toContain('davon bestreitbar 45,00 €')
  const answer = (await whole.messages(asked.threadId)).findLast(({ role }) => role === 'customer')
  expect(draft.facts).toContainEqual(
    expect.objectContaining({
      value: { kind: 'date', day: '2026-05-03' },
      source: { type: 'customer', id: answer?.id, asOf: '2026-11-22' },
    }),
  )
  await whole.say(tilda, asked.threadId, 'Ja')
  const { approvals } = await whole.read<{ approvals: { proposal: object }[] }>(staff('reviewer'), '/v1/approvals')
  expect(JSON.stringify(approvals.at(0)?.proposal)).toContain(
    'Angabe im Gespräch vom 22. November 2026: der Auftrag an das Inkassounternehmen ist vom 3. Mai 2026',
  )
})

it('asks on, one fact at a time, and says what is owed when nothing is open any more', async () => {
  const { text, focus } = await talk([AGENCY, 'Am 10.10.2026', 'Ja', 'Nein, noch nicht'])
  expect(text).toContain('Nach den Regeln ist hier nichts zu bestreiten')
  for (const told of ['10. Oktober 2026', 'ist registriert', 'keinen Widerspruch']) expect(text).toContain(told)
  expect(focus.asked).toBeUndefined()
})

it('asks which day is meant where there are two, and takes the one that is chosen', async () => {
  const question = await talk(['Do I have to pay the collection costs of Hafen Inkasso?', 'It was 10/05/2026'], 'en')
  expect(question.text).toContain('Which day do you mean: 10 May 2026 or 5 October 2026?')
  const chosen = await whole.say(tilda, question.threadId, '5 October', 'en')
  expect(chosen.text).toContain('the agency was instructed on 5 October 2026')
  expect(chosen.focus).toMatchObject({ asked: 'AGENCY_REGISTERED' })
})

it.each([
  ['de', AGENCY, 'Keine Ahnung', 'ob 45,00 € davon geschuldet sind, lässt sich so nicht sagen', 'weisen Sie mir nach'],
  [
    'en',
    'Do I have to pay the collection costs of Hafen Inkasso?',
    "I'm afraid I don't know.",
    'whether €45.00 of it is owed cannot be said',
    'weisen Sie mir nach', // the letter is in the customer's language on record
  ],
] as const)(
  'drafts a letter that asks for proof where the customer does not know (%s)',
  async (locale, wish, unknown, said, asks) => {
    const draft = await talk([wish, unknown], locale)
    expect(draft.text).toContain(said)
    const { rows } = await whole.pool.query<{ letter: string }>(
      "select draft ->> 'letter' as letter from disputes where id = $1",
      [draft.focus.disputeId],
    )
    expect(rows[0]?.letter).toContain(asks)
    expect(rows[0]?.letter).toContain('an welchem Tag das Inkassounternehmen beauftragt wurde')
  },
)

it('says honestly that it cannot judge what neither the customer nor the creditor could show', async () => {
  const { text } = await talk([AGENCY, 'Am 10.10.2026', 'Ja', 'Das weiß ich leider nicht.'])
  expect(text).toContain('Ohne diese Angabe lässt sich nicht beurteilen')
})

it('takes an answer in two halves, and asks again what was no answer', async () => {
  const again = await talk([SHOP, 'im Vertrag', 'Die Mahnung kam am 25. Oktober 2026'])
  expect(again.text).toContain('Das konnte ich meiner Frage nicht zuordnen')
  expect((await whole.say(tilda, again.threadId, 'Ja')).text).toContain('Erlaubt die Klausel in den AGB den Nachweis')
  const draft = await whole.say(tilda, again.threadId, 'Nein')
  expect(draft.text).toContain('Pauschale in AGB ohne erlaubten Gegenbeweis: unwirksam')
})

it('leaves what the creditor stated and other conversations as they are', async () => {
  const { focus } = await talk([AGENCY])
  expect(focus).toMatchObject({ asked: 'MANDATE_DATE' })
  const { debts } = await whole.read<{ debts: object[] }>(tilda, '/v1/debts')
  expect(JSON.stringify(debts)).not.toContain('2026-05-03')
})

it('answers another question meanwhile', async () => {
  const { text } = await talk([AGENCY, 'Was schulde ich wem?'])
  expect(text).toContain('246,00 €')
})

it('keeps what was told for the follow-up, when no answer came to the letter', async () => {
  const pending = async () =>
    (
      await whole.read<{ approvals: { id: string; proposal: { termsHash: string } }[] }>(
        staff('reviewer'),
        '/v1/approvals?status=pending',
      )
    ).approvals
  const [request] = await pending() // of the day told in the first conversation
  if (request === undefined) throw new Error('nothing was put forward')
  const vote = { decision: 'approve', termsHash: request.proposal.termsHash }
  for (const who of [staff('reviewer'), tilda])
    await whole.call(who, 'POST', `/v1/approvals/${request.id}/decision`, vote)
  for (let i = 0; i < 4; i += 1) await whole.drain()
  const { letters } = await whole.read<{ letters: { id: string }[] }>(tilda, '/v1/letters')
  await whole.call(tilda, 'POST', `/v1/letters/${letters[0]?.id}/dispatched`)
  whole.clock.set('2026-12-08T09:00:00.000Z')
  for (let i = 0; i < 3; i += 1) await whole.drain()
  const [followUp] = await pending()
  expect(JSON.stringify(followUp)).toContain('Auftrag an das Inkassounternehmen ist vom 3. Mai 2026')
  expect(JSON.stringify(followUp)).toContain('Erinnerung an meinen Widerspruch')
})
