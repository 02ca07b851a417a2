import { describe, expect, it } from 'vitest'
import { checkFigures } from '../../../agents/advocate/check-figures.ts'
import { factsIn, renderReply } from '../../../agents/advocate/render-reply.ts'
import type { Fact } from '../../../tools/shared/fact.ts'

const meaning = { de: 'x', en: 'x' }
const open: Fact = {
  ref: 'debt.d-1.open',
  value: { kind: 'money', amount: '1234.50', currency: 'EUR' },
  meaning,
  source: { type: 'debt', id: 'd-1' },
}
const rate: Fact = {
  ref: 'offer.o-1.effective',
  value: { kind: 'rate', percent: '5.9', rate: 'effective' },
  meaning,
  source: { type: 'offer', id: 'o-1' },
}
const sent: Fact = {
  ref: 'commitment.p-1.day',
  value: { kind: 'date', day: '2026-11-22' },
  meaning,
  source: { type: 'commitment', id: 'p-1' },
}
const name: Fact = {
  ref: 'debt.d-1.creditor.name',
  value: { kind: 'name', text: 'Bank24' },
  meaning,
  source: { type: 'debt', id: 'd-1' },
}
const FACTS = [open, rate, sent, name]
const kinds = (text: string, locale: 'de' | 'en') => checkFigures(text, FACTS, locale).map(({ kind }) => kind)

describe('rendering', () => {
  it('gives each figure its unit and kind in German', () => {
    expect(renderReply('Offen: [[debt.d-1.open]], Angebot: [[offer.o-1.effective]].', FACTS, 'de')).toBe(
      'Offen: 1.234,50 €, Angebot: 5,90 % effektiver Jahreszins.',
    )
  })

  it('gives each figure its unit and kind in English', () => {
    expect(renderReply('[[debt.d-1.open]] at [[offer.o-1.effective]] on [[commitment.p-1.day]]', FACTS, 'en')).toBe(
      '€1,234.50 at 5.90% APR on 22 November 2026',
    )
  })

  it('refuses a reference that no fact carries', () => {
    expect(() => renderReply('[[debt.d-2.open]]', FACTS, 'en')).toThrow(RangeError)
  })

  it('keeps the facts a text refers to, once each', () => {
    expect(factsIn('[[debt.d-1.open]] and [[debt.d-1.open]] and [[offer.o-1.effective]]', FACTS)).toEqual([open, rate])
  })
})

describe('the check behind the model', () => {
  it.each([
    ['Sie schulden noch [[debt.d-1.open]].', 'de'],
    ['Bank24 asks for [[debt.d-1.open]].', 'en'],
    ['Eine Mahnung ist noch offen, ich sehe gern nach.', 'de'],
    ['Nothing has been sent yet.', 'en'],
    ['Es wurde noch nichts gesendet.', 'de'],
    ['Once it is approved, the letter is sent.', 'en'],
    ['The letter was sent on [[commitment.p-1.day]].', 'en'],
    ['Der Brief wurde am [[commitment.p-1.day]] gesendet.', 'de'],
  ] as const)('passes "%s"', (text, locale) => {
    expect(checkFigures(text, FACTS, locale)).toEqual([])
  })

  it.each([
    ['Sie schulden 95,95 €.', 'de', 'free-figure'],
    ['That is 5 percent.', 'en', 'free-figure'],
    ['Bis zum 3. Dezember.', 'de', 'free-figure'],
    ['See § 286 BGB.', 'en', 'free-figure'],
    ['Sie haben drei Schulden.', 'de', 'number-word'],
    ['It costs half of that.', 'en', 'comparison'],
    ['Das ist doppelt so viel.', 'de', 'comparison'],
    ['You owe [[debt.d-9.open]].', 'en', 'unknown-reference'],
    ['You owe [[debt.d-1 open]].', 'en', 'unknown-reference'],
    ['Ich habe den Brief gesendet.', 'de', 'claim-of-done'],
    ['Der Vertrag wurde gekündigt.', 'de', 'claim-of-done'],
    ['I have sent the letter.', 'en', 'claim-of-done'],
    ["I've cancelled your contract.", 'en', 'claim-of-done'],
    ['Your contract has been cancelled.', 'en', 'claim-of-done'],
    ['Done! You owe [[debt.d-1.open]].', 'en', 'claim-of-done'],
    ['   ', 'en', 'empty'],
  ] as const)('finds the fault in "%s"', (text, locale, kind) => {
    expect(kinds(text, locale)).toContain(kind)
  })

  it('does not let a commitment carry the claim of another sentence', () => {
    expect(kinds('The letter was sent on [[commitment.p-1.day]]. Your contract was cancelled.', 'en')).toEqual([
      'claim-of-done',
    ])
  })
})
