/** Talks under way end on many words, and on none that only sound like it. */
import { describe, expect, it } from 'vitest'
import { playTurn } from './play-turn.ts'

const BEFORE = {
  de: 'Ich hätte gern einen besseren Zins für meinen Ratenkredit, höchstens 36 Monate. || {"mandateId":"m1"} So würde ich für Sie verhandeln. Ist das so richtig? || Ja || Danke, Ihr Auftrag ist bestätigt. || ',
  en: 'I would like a better rate on my instalment loan, at most 36 months. || {"mandateId":"m1"} This is how I would negotiate for you. Is this right? || Yes || Thank you, your mandate is confirmed. || ',
} as const

async function toolFor(locale: 'de' | 'en', words: string): Promise<string | undefined> {
  return (await playTurn(`${BEFORE[locale]}${words}`)).calls[0]?.name
}

describe('while talks are under way', () => {
  it.each([
    ['de', 'Kein Interesse mehr, lass alles sein.'],
    ['de', 'Hör bitte auf damit.'],
    ['de', 'Brechen Sie die Verhandlung ab.'],
    ['de', 'Stellen Sie die Verhandlungen ein.'],
    ['de', 'Beenden Sie alles.'],
    ['de', 'Das hat sich erledigt.'],
    ['en', "I'm no longer interested, just leave it all."],
    ['en', 'Please end the negotiations.'],
    ['en', 'No more negotiating, please.'],
    ['en', 'Cancel everything.'],
  ] as const)('(%s) "%s" stops them', async (locale, words) => {
    expect(await toolFor(locale, words)).toBe('decline_proposal')
  })

  it.each([
    ['de', 'Ich möchte nicht mehr als 5 % zahlen.'],
    ['de', 'Hören Sie nicht auf!'],
    ['de', 'Wie weit sind Sie?'],
    ['en', 'I do not want more than 30 months any more.'],
  ] as const)('(%s) "%s" does not', async (locale, words) => {
    expect(await toolFor(locale, words)).not.toBe('decline_proposal')
  })
})
