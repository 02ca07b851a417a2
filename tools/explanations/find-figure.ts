/**
 * Which figure of a conversation a question is about: by its reference, its value, its kind or what it means.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Fact } from '../shared/fact.ts'
import { renderFact } from '../shared/render-fact.ts'
import { meaningsIn, scoreMeaning } from './figure-words.ts'

/** The fact that words or a ref mean; null when nothing in this thread fits. @param facts newest first */
export function findFact(
  facts: readonly Fact[],
  { ref, words }: { readonly ref?: string | undefined; readonly words?: string | undefined },
  locale: 'de' | 'en',
): Fact | null {
  const byRef = facts.find((fact) => fact.ref === ref?.replace(/^\[\[|\]\]$/g, ''))
  if (byRef !== undefined) return byRef
  const wanted = fold(words ?? '')
  if (wanted === '') return null
  const sameValue = byValue(facts, wanted)
  // Several figures may read alike; the words beside the value choose, then the newest stands first.
  if (sameValue.length > 0) return best(sameValue, wanted) ?? sameValue[0] ?? null
  // A figure was named and is none of ours: another one would be an answer to a question nobody asked.
  if (numbersIn(wanted).length > 0) return null
  const kind = kindIn(wanted, locale)
  const fitting = kind === null ? facts : facts.filter(({ value }) => value.kind === kind)
  const meant = best(fitting, wanted)
  if (meant !== null) return meant
  return kind === null ? null : (fitting[0] ?? null)
}

/** The facts that read as the words do, or carry the number they name; whole figures before their whole part. */
function byValue(facts: readonly Fact[], wanted: string): readonly Fact[] {
  const read = facts.filter((fact) =>
    (['de', 'en'] as const).some((locale) => {
      const text = fold(renderFact(fact.value, locale))
      return /\d/.test(text) && (wanted.includes(text) || text.startsWith(wanted))
    }),
  )
  if (read.length > 0) return read
  const numbers = numbersIn(wanted)
  const exact = facts.filter((fact) => numberOf(fact) !== null && numbers.some((n) => n.equals(numberOf(fact) ?? -1)))
  if (exact.length > 0) return exact
  const whole = numbers.filter((number) => number.isInteger())
  return facts.filter((fact) => whole.some((number) => numberOf(fact)?.trunc().equals(number) ?? false))
}

function best(facts: readonly Fact[], wanted: string): Fact | null {
  const meanings = meaningsIn(wanted)
  let found: { readonly fact: Fact; readonly score: number } | null = null
  for (const fact of facts) {
    const score = scoreMeaning(fact.meaning, wanted, meanings)
    if (score >= 0.5 && (found === null || score > found.score)) found = { fact, score }
  }
  return found?.fact ?? null
}

/** The kind of figure that words speak of: "der Zins", "that rate", "the amount". German "Rate" is an instalment. */
function kindIn(words: string, locale: 'de' | 'en'): Fact['value']['kind'] | null {
  if (/(?<!\p{L})(?:\p{L}*zins(?:satz)?|apr|interest)(?!\p{L})/u.test(words)) return 'rate'
  if (locale === 'en' && /\brate\b/u.test(words)) return 'rate'
  if (/\b(?:datum|frist|wann|date|deadline|when)\b/u.test(words)) return 'date'
  if (/\b(?:betrag|geldbetrag|amount)\b/u.test(words)) return 'money'
  return null
}

function numberOf({ value }: Fact): Decimal | null {
  switch (value.kind) {
    case 'money':
      return new Decimal(value.amount)
    case 'rate':
      return new Decimal(value.percent)
    case 'duration':
      return new Decimal(value.length)
    case 'count':
      return new Decimal(value.count)
    default:
      return null
  }
}

/** Numbers as people write them: "95,95", "1.234,56", "8,971.14"; what could be either is read both ways. */
function numbersIn(words: string): readonly Decimal[] {
  return [...words.matchAll(/\d[\d.,]*\d|\d/g)].flatMap(([written]) => {
    const readings = [written.replaceAll('.', '').replace(',', '.'), written.replaceAll(',', '')]
    return readings.filter((text) => /^\d+(?:\.\d+)?$/.test(text)).map((text) => new Decimal(text))
  })
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
}
