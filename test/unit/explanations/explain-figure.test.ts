import { describe, expect, it } from 'vitest'
import { explainFigure } from '../../../tools/explanations/explain-figure.ts'
import { findFact } from '../../../tools/explanations/find-figure.ts'
import type { Explanation } from '../../../tools/shared/explanation.ts'
import type { Fact } from '../../../tools/shared/fact.ts'

const source = { type: 'offer', id: 'o-1', asOf: '2026-11-22', explanationId: 'expl_1' } as const
const monthly: Fact = {
  ref: 'offer.o-1.monthly',
  value: { kind: 'money', amount: '249.20', currency: 'EUR', per: 'month' },
  meaning: { de: 'Monatsrate, Direktbank', en: 'monthly instalment, Direktbank' },
  source,
}
const rate: Fact = {
  ref: 'offer.o-1.effective',
  value: { kind: 'rate', percent: '7.54', rate: 'effective' },
  meaning: { de: 'berechnet, Direktbank', en: 'computed, Direktbank' },
  source,
}
const saved: Fact = {
  ref: 'task.t.saving',
  value: { kind: 'money', amount: '1556.01', currency: 'EUR' },
  meaning: { de: 'Ersparnis gegenüber Nichtstun', en: 'saving against doing nothing' },
  source,
}
const FACTS = [saved, monthly, rate]

describe('finding the figure that is meant', () => {
  it.each([
    ['the ref', { ref: '[[offer.o-1.effective]]' }, rate],
    ['the figure as it was written', { words: 'Woher kommen die 249,20 €?' }, monthly],
    ['the number alone', { words: '249.20' }, monthly],
    ['the kind in English', { words: 'Where does that rate come from?' }, rate],
    ['the kind in German', { words: 'Wie kommt der Zins zustande?' }, rate],
    ['the kind alone, where the newest amount is meant', { words: 'Wie setzt sich der Betrag zusammen?' }, saved],
    ['its meaning', { words: 'monthly instalment' }, monthly],
    ['another word for it', { words: 'where does the saving come from' }, saved],
    ['another word for it in German', { words: 'wie viel spare ich da und warum' }, saved],
    ['a compound', { words: 'Monatsrate von Direktbank' }, monthly],
    ['its value, written in the other language', { words: 'why 1,556.01?' }, saved],
    ['its whole part', { words: 'wieso 249 Euro' }, monthly],
  ])('works by %s', (_, asked, fact) => {
    expect(findFact(FACTS, asked, 'en')).toBe(fact)
  })

  it('knows that the German Rate is an instalment', () => {
    expect(findFact(FACTS, { words: 'Monatsrate' }, 'de')).toBe(monthly)
    expect(findFact(FACTS, { words: 'rate' }, 'en')).toBe(rate)
  })

  it('takes the newest of two figures that fit alike', () => {
    const older = { ...saved, ref: 'offer.o-1.saving', value: { ...saved.value, amount: '20.00' } } as Fact
    expect(findFact([saved, older], { words: 'die Ersparnis' }, 'de')).toBe(saved)
  })

  it('answers about no other figure than the one that was named', () => {
    expect(findFact(FACTS, { words: 'wieso 80,36 Euro Rate?' }, 'de')).toBeNull()
  })

  it('finds nothing where nothing fits', () => {
    expect(findFact(FACTS, { words: 'Woher kommt die Gebühr?' }, 'de')).toBeNull()
    expect(findFact(FACTS, {}, 'de')).toBeNull()
  })
})

describe('an explanation', () => {
  const explanation: Explanation = {
    title: { de: 'Kosten', en: 'Cost' },
    ruleIds: ['eu.ccd2.apr'],
    inputs: {},
    steps: [
      { text: { de: 'Zustellung + 14 Tage', en: 'Service + 14 days' }, value: '2026-12-06' },
      { text: { de: 'Zinsen', en: 'Interest' }, value: '935.02 EUR' },
    ],
    sources: ['PAngV § 16'],
  }

  it('makes a fact of every figure in the arithmetic, also inside the words', () => {
    const answer = explainFigure(rate, explanation)
    if (answer.kind !== 'explanation') throw new Error(answer.kind)
    const words = answer.steps.flatMap(({ de, en }) => [de, en]).join(' ')
    expect(words.replaceAll(/\[\[[^\]]+\]\]/g, '')).not.toMatch(/\d/)
    const known = new Set(answer.facts.map(({ ref }) => ref))
    for (const [, ref] of words.matchAll(/\[\[([^\]]+)\]\]/g)) expect(known).toContain(ref)
    expect(answer.facts.map(({ value }) => value)).toContainEqual({ kind: 'money', amount: '935.02', currency: 'EUR' })
    expect(answer.facts.map(({ value }) => value)).toContainEqual({ kind: 'legal', citation: 'PAngV § 16' })
  })

  it('names the record where no rule computed the figure', () => {
    const stated: Fact = { ...monthly, source: { type: 'offer', id: 'o-1', origin: 'quote by e-mail' } }
    expect(explainFigure(stated, null)).toMatchObject({
      origin: 'quote by e-mail',
      steps: [{ de: 'So steht es im Angebot des Anbieters.' }],
      rules: [],
    })
  })
})
