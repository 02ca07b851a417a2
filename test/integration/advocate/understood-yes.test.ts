/** A yes, a no and a "not like this" mean what was shown last and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createModels } from '../../../agents/models.ts'
import { openAdvocate } from '../../support/advocate.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { noticeAct, noticeBrief } from '../../support/proposals.ts'
import { NOW } from '../../support/seed.ts'

let database: TestDatabase
let house: Awaited<ReturnType<typeof openAdvocate>>
beforeAll(async () => {
  database = await openTestDatabase()
  house = await openAdvocate(database.pool, createModels({ kind: 'offline' }, null).reasoning)
})
afterAll(() => database.close())

const WISH = {
  de: 'Ich hätte gern einen besseren Zins für meinen Ratenkredit, höchstens 36 Monate.',
  en: 'I would like a better rate on my instalment loan, at most 36 months.',
} as const
let notices = 0

/** Anna with a mandate shown to her. */
async function shown(locale: 'de' | 'en' = 'de') {
  const anna = await house.anna(locale)
  await anna.say(WISH[locale])
  const focusNow = async () => (await anna.messages()).at(-1)?.focus ?? {}
  const { mandateId } = await focusNow()
  if (typeof mandateId !== 'string') throw new Error('no mandate was shown')
  return {
    ...anna,
    mandateId,
    focusNow,
    mandate: async () => house.mandates.get(mandateId),
    /** A message nobody asked for, of another matter. */
    notice: (focus: Record<string, unknown> = { outcomeOf: 'prop_other' }) =>
      house.threads.post({
        ...{ id: `notice-${++notices}`, threadId: anna.threadId, role: 'assistant', locale, facts: [], focus, at: NOW },
        ...{ text: 'Der andere Vorschlag ist abgelaufen.', dedupeKey: `notice-${notices}` },
      }),
  }
}

describe('"that is not right" after a mandate', () => {
  it.each([
    ['de', 'Nein, das stimmt so nicht.', 'Was soll anders sein?'],
    ['de', 'So war das nicht gemeint.', 'Was soll anders sein?'],
    ['en', "No, that's not right.", 'What should be different?'],
    ['en', 'That is wrong.', 'What should be different?'],
  ] as const)('refuses it as drafted and asks what should be different (%s: %s)', async (locale, words, asks) => {
    const anna = await shown(locale)
    const reply = await anna.say(words)
    expect(reply).toContain(asks)
    expect(reply).not.toMatch(/Gebühr|fee|Forderung|debt/)
    expect(await anna.mandate()).toMatchObject({ confirmedAt: null, revokedAt: expect.any(String) })
    // What is different makes a new mandate, and only that can be confirmed.
    await anna.say(locale === 'de' ? 'Höchstens 24 Monate' : 'At most 24 months')
    const { mandateId } = await anna.focusNow()
    expect((await house.mandates.get(String(mandateId)))?.limits).toMatchObject({ maxTermMonths: 24 })
    expect((await anna.mandate())?.confirmedAt).toBeNull()
  })

  it.each([
    ['de', 'Nein, der Betrag stimmt nicht.'],
    ['en', 'Yes, but that amount is wrong.'],
  ] as const)('with the part named asks for the value, and contests no fee (%s)', async (locale, words) => {
    const anna = await shown(locale)
    expect(await anna.say(words)).toMatch(/Welche Grenze|Which limit/)
    expect((await anna.mandate())?.confirmedAt).toBeNull()
  })

  it.each([
    ['de', 'Was schulde ich wem?', 'Nein, das stimmt so nicht.', 'Ich habe die Gebühren von Modehaus Elbe geprüft'],
    ['en', 'What do I owe, and to whom?', "No, that's not right.", 'I checked the fees of Modehaus Elbe'],
  ] as const)('still contests after a list of debts (%s)', async (locale, question, words, checked) => {
    const anna = await house.anna(locale)
    await anna.say(question)
    expect(await anna.say(words)).toContain(checked)
  })
})

describe('a yes after a message that came in between', () => {
  it.each([
    ['de', 'Ja', 'zeige ich es noch einmal', 'Auftrag zur Bestätigung'],
    ['en', 'Yes, go ahead.', 'I show it once more', 'Mandate to confirm'],
  ] as const)(
    'shows the mandate again and says why, and the next yes confirms it (%s)',
    async (locale, yes, why, card) => {
      const anna = await shown(locale)
      await anna.notice()
      const again = await anna.say(yes)
      expect(again).toContain(why)
      expect(again).toContain(card)
      expect(await anna.focusNow()).toMatchObject({ mandateId: anna.mandateId })
      expect((await anna.mandate())?.confirmedAt).toBeNull()
      expect(await anna.say(yes)).toMatch(/ist bestätigt|is confirmed/)
      expect((await anna.mandate())?.confirmedAt).not.toBeNull()
    },
  )

  it('never takes the message in between for what was meant', async () => {
    const anna = await shown()
    await anna.notice()
    expect(await anna.say('Nein, das stimmt so nicht.')).toContain('zeige ich es noch einmal')
    expect(await anna.mandate()).toMatchObject({ confirmedAt: null, revokedAt: null })
  })

  it('is no yes to a mandate that was taken back meanwhile', async () => {
    const anna = await shown()
    await anna.notice()
    await house.delegations.revoke(anna.mandateId, anna.customerId)
    expect(await anna.say('Ja')).not.toContain('Auftrag zur Bestätigung')
    expect((await anna.mandate())?.confirmedAt).toBeNull()
  })

  it('shows what came last where that asks for a yes as well', async () => {
    const anna = await shown()
    const proposal = await house.proposals.open({
      ...{ customerId: anna.customerId, threadId: anna.threadId, taskId: null, mandateId: null, proposer: 'agent' },
      ...{ terms: { acts: [noticeAct()] }, brief: noticeBrief(), expiresAt: '2026-11-29T12:00:00.000Z' },
    })
    await anna.notice({ proposal: { id: proposal.id, termsHash: proposal.termsHash } })
    const again = await anna.say('Ja')
    expect(again).toContain('wartet mehreres auf Ihre Antwort')
    expect(again).toContain('Modehaus Elbe')
    expect(await anna.focusNow()).toMatchObject({ proposal: { id: proposal.id } })
    expect((await anna.mandate())?.confirmedAt).toBeNull()
    expect(await house.approvals.decisions(proposal.id)).toEqual([])
  })

  it('to a mandate that was only mentioned shows it first', async () => {
    const anna = await shown()
    await anna.say('Ja')
    await house.delegations.draft({
      ...{ customerId: anna.customerId, threadId: anna.threadId, need: 'new-loan', subject: null, goal: 'a car' },
      limits: { amount: '5000', maxTermMonths: 24, maxEffectiveRatePercent: '8' },
    })
    await anna.say('Wie ist der Stand?')
    const { waitingMandateId } = await anna.focusNow()
    if (waitingMandateId === undefined) throw new Error('no mandate was mentioned')
    expect(await anna.say('Ja')).toContain('zeige ich den Auftrag, der noch wartet')
    expect(await anna.say('Ja')).toContain('ist bestätigt')
  })
})
