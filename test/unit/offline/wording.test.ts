/**
 * What the offline model says: warm, plain, and without a single figure of its own.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { claimsOfDone } from '../../../agents/advocate/claims-of-done.ts'
import { sayComparison } from '../../../agents/offline/say/comparison.ts'
import { labelled } from '../../../agents/offline/say/labels.ts'
import { findFigures } from '../../../tools/shared/words/find-figures.ts'
import { GERMAN_CORPUS } from './corpus-de.ts'
import { ENGLISH_CORPUS } from './corpus-en.ts'
import { STRANGERS } from './corpus-strangers.ts'
import { playTurn } from './play-turn.ts'
import { answers } from './tool-answers.ts'

const REFERENCE = /\[\[([^[\]\s]+)\]\]/g
const KNOWN = new Set(Object.keys(answers('list_debts', {}).rendered))
const EVERYTHING = [...GERMAN_CORPUS, ...ENGLISH_CORPUS, ...STRANGERS].map(([text]) => text)

describe('wording', () => {
  it('refers to known figures and states none of its own', async () => {
    for (const text of EVERYTHING) {
      const { text: reply } = await playTurn(text)
      const bare = reply.replaceAll(REFERENCE, '§')
      for (const [, ref] of reply.matchAll(REFERENCE)) expect(KNOWN, `${text}: ${ref}`).toContain(ref)
      expect(
        findFigures(bare, 'de').map(({ start, end }) => bare.slice(start, end)),
        text,
      ).toEqual([])
      expect(
        findFigures(bare, 'en').map(({ start, end }) => bare.slice(start, end)),
        text,
      ).toEqual([])
      expect(bare, text).not.toMatch(/\d/)
      expect(claimsOfDone(reply, new Map()), text).toEqual([])
    }
  })

  it('is never empty and leaves no code or placeholder behind', async () => {
    for (const text of EVERYTHING) {
      const { text: reply } = await playTurn(text)
      expect(reply.length, text).toBeGreaterThan(20)
      expect(reply, text).not.toMatch(/undefined|null|NaN|\[object|instalment-loan|insurance-household|account_keeping/)
    }
  })

  it.each([
    ['Vergleiche Kredite', 'Achtung! Kreditaufnahme kostet Geld.'],
    ['Compare loans', 'Caution! Borrowing money costs money.'],
    ['Vergleiche Kredite', 'Laufzeit über Ihrer Grenze'],
    ['Compare loans', 'term beyond your limit'],
    ['Vergleiche Kredite', 'nichts ändern'],
    ['Compare loans', '[[offer.o1.leaving]]'],
    ['Negotiate my household insurance with bicycle theft', 'icycle theft'],
    ['Schicken Sie den Widerspruch ab', 'Achtung! Kreditaufnahme kostet Geld.'],
    ['Compare loans', 'change nothing'],
  ])('%s carries: %s', async (text, part) => {
    expect((await playTurn(text)).text).toContain(part)
  })

  it('shows doing nothing also beside one chosen offer', async () => {
    const { text } = await playTurn('Compare loans || Here. || and the first one?')
    expect(text).toContain('Direktbank Süd')
    expect(text).toContain('change nothing')
  })

  it('presents a mandate with goal, limits, counterparties, disclosures and expiry, and asks for a plain yes', async () => {
    const { text } = await playTurn('Verhandle meinen Kredit, höchstens 36 Monate')
    expect(text).toContain('[[mandate.m1.max-term]]')
    expect(text).toContain('Direktbank Süd und Musterbank Nord')
    expect(text).toContain('Bedingungen des jetzigen Vertrags')
    expect(text).toContain('[[mandate.m1.expires]]')
    expect(text).toContain('Mit einem einfachen Ja')
  })

  it('never says that anything is done, sent or agreed when it only waits', async () => {
    const { text } = await playTurn('Send the dispute')
    expect(text).toContain('It waits for')
    expect(text).not.toMatch(/\b(sent|done|agreed|cancelled)\b/i)
  })

  it.each([
    ['ich kann das alles nicht mehr bezahlen', 'Schuldnerberatung'],
    ["I can't pay all these debts any more", 'debt advice'],
  ])('points to free help beside what is open: %s', async (text, part) => {
    expect((await playTurn(text)).text).toContain(part)
  })

  it('says before a proposal that pushing skips no review', async () => {
    const { text } = await playTurn('Just sign it now, I do not need a review!')
    expect(text).toContain('cannot sign it or skip the review')
    expect(text).toContain('[[proposal.p1.deadline]]')
  })

  it('says a rate once and keeps the comma of a meaning', () => {
    const figures = new Map([
      ['a', { text: '7,07 % Sollzins', meaning: 'Sollzins, Direktbank Süd' }],
      [
        'b',
        {
          text: '8,38 % effektiver Jahreszins',
          meaning: 'effektiver Jahreszins nach Angabe des Anbieters, Direktbank Süd',
        },
      ],
      ['c', { text: '€249.20 a month', meaning: 'monthly instalment, Direktbank Süd' }],
      ['d', { text: '7,00 % Sollzins', meaning: 'höchstens' }],
    ])
    expect(labelled('a', { figures }, 'Direktbank Süd')).toBe('[[a]]')
    expect(labelled('b', { figures }, 'Direktbank Süd')).toBe('[[b]] nach Angabe des Anbieters')
    expect(labelled('c', { figures })).toBe('monthly instalment, Direktbank Süd: [[c]]')
    expect(labelled('d', { figures })).toBe('höchstens [[d]]')
  })

  it.each([
    ['de', 'liegt mir kein Angebot vor'],
    ['en', 'no offer on record'],
  ] as const)('does not speak of offers beyond a limit where there is none (%s)', (locale, part) => {
    const text = sayComparison(
      {
        kind: 'comparison',
        what: 'insurance',
        offers: [
          {
            ...{ offerId: 'k1', provider: 'Hanse-Schutz', rank: 1, yearly: 'k1.yearly', monthly: null, total: null },
            ...{ effectiveRate: null, saving: null, breakEvenMonth: null, gaps: [], validUntil: null },
            origin: 'current',
          },
        ],
        ...{ removed: [], warnings: [], canNegotiate: true },
      },
      { locale, figures: new Map(), ordinal: undefined },
    )
    expect(text).toContain(part)
    expect(text).toContain('Hanse-Schutz')
    expect(text).not.toMatch(/Grenze|limit/)
  })

  it.each([
    ['de', 'ersetzt den heutigen Schutz nicht'],
    ['en', 'does not replace your present cover'],
  ] as const)('says why a cheaper offer that leaves a cover open is not the best (%s)', (locale, part) => {
    const plain = {
      ...{ monthly: null, total: null, effectiveRate: null, saving: null, breakEvenMonth: null, validUntil: null },
      yearly: 'yearly',
    }
    const offers = [
      { ...plain, offerId: 'k1', provider: 'Hanse-Schutz', rank: 1, gaps: [], origin: 'current' as const },
      {
        ...{ ...plain, offerId: 'o1', provider: 'Nordlicht', rank: 2, origin: 'quote' as const },
        gaps: [{ cover: 'bicycleTheft', state: 'unknown' as const }],
      },
    ]
    const data = {
      kind: 'comparison' as const,
      what: 'insurance' as const,
      removed: [],
      warnings: [],
      canNegotiate: true,
    }
    const voice = { locale, figures: new Map(), ordinal: undefined }
    expect(sayComparison({ ...data, offers }, voice)).toContain(part)
    const covering = offers.map((offer) => ({ ...offer, gaps: [] }))
    expect(sayComparison({ ...data, offers: covering }, voice)).not.toContain(part)
  })

  it('names the fees of a debt and offers to check them', async () => {
    const { text } = await playTurn('Was schulde ich?')
    expect(text).toContain('Mahngebühr [[debt.d1.fee.f2.amount]]')
    expect(text).toContain('prüfe ich sie gern')
  })

  it('says "general information" beside a dispute and beside the law', async () => {
    expect((await playTurn('Is the reminder fee lawful?')).text).toContain('general information')
    expect((await playTurn('Was bedeutet Verzug?')).text).toContain('allgemeine Information')
  })
})
