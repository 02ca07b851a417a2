/**
 * Where a figure of this thread comes from: its record, or the arithmetic that made it.
 *
 * @module
 */
import { citeFigures } from '../shared/cite-figures.ts'
import type { Bilingual, Explanation } from '../shared/explanation.ts'
import type { Fact } from '../shared/fact.ts'
import { factMaker } from '../shared/make-facts.ts'
import { renderFact } from '../shared/render-fact.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'

/** The fact that words or a ref mean; null when nothing in this thread fits. */
export function findFact(
  facts: readonly Fact[],
  { ref, words }: { readonly ref?: string | undefined; readonly words?: string | undefined },
  locale: 'de' | 'en',
): Fact | null {
  const byRef = facts.find((fact) => fact.ref === ref?.replace(/^\[\[|\]\]$/g, ''))
  if (byRef !== undefined) return byRef
  const wanted = fold(words ?? '')
  if (wanted === '') return null
  const rendered = facts.find((fact) => {
    const texts = [fold(renderFact(fact.value, 'de')), fold(renderFact(fact.value, 'en'))]
    return texts.some(
      (text) => text !== '' && (wanted.includes(text) || text.startsWith(wanted) || sameNumber(text, wanted)),
    )
  })
  if (rendered !== undefined) return rendered
  const kind = kindIn(wanted, locale)
  const fitting = kind === null ? facts : facts.filter(({ value }) => value.kind === kind)
  const scored = fitting.map((fact) => ({
    fact,
    score: Math.max(share(wanted, fact.meaning.de), share(wanted, fact.meaning.en)),
  }))
  const best = scored.reduce<(typeof scored)[number] | null>((a, b) => (a === null || b.score > a.score ? b : a), null)
  if (best !== null && best.score >= 0.5) return best.fact
  return kind === null ? null : (best?.fact ?? null)
}

/** The kind of figure that words speak of: "der Zins", "that rate", "that amount". German "Rate" is an instalment. */
function kindIn(words: string, locale: 'de' | 'en'): Fact['value']['kind'] | null {
  if (/\b(?:zins\w*|jahreszins\w*|sollzins\w*|apr|interest)\b/u.test(words)) return 'rate'
  if (locale === 'en' && /\brate\b/u.test(words)) return 'rate'
  if (/\b(?:datum|frist|wann|date|deadline|when)\b/u.test(words)) return 'date'
  return null
}

/**
 * The answer about one figure. Figures in the steps become facts of their own, so that they can be repeated.
 *
 * @param explanation the arithmetic, where a rule computed the figure
 */
export function explainFigure(fact: Fact, explanation: Explanation | null): ToolAnswer {
  const { source } = fact
  const prefix = `why.${fact.ref}`
  const make = factMaker(prefix, { type: 'rule', id: explanation?.ruleIds[0] ?? source.id })
  const facts: Fact[] = [fact]
  const figures: string[] = []
  const steps: Bilingual[] = []
  if (source.asOf !== undefined) {
    const asOf = make.date('as-of', source.asOf, { de: 'Stand', en: 'as of' })
    facts.push(asOf)
    figures.push(asOf.ref)
  }
  for (const [index, step] of (explanation?.steps ?? []).entries()) {
    const value = step.value === undefined ? null : stepValue(make, `step.${index + 1}`, step.value, step.text)
    if (value !== null) {
      facts.push(value)
      figures.push(value.ref)
    }
    const line = (locale: 'de' | 'en') => {
      const cited = citeFigures(step.text[locale], {
        locale,
        prefix: `${prefix}.text.${index + 1}`,
        source: { type: 'rule', id: explanation?.ruleIds[0] ?? source.id },
      })
      facts.push(...cited.facts)
      return value === null ? cited.text : `${cited.text}: [[${value.ref}]]`
    }
    steps.push({ de: line('de'), en: line('en') })
  }
  for (const [index, citation] of (explanation?.sources ?? []).entries()) {
    const law = make.legal(`source.${index + 1}`, citation, { de: 'Quelle', en: 'source' })
    facts.push(law)
    figures.push(law.ref)
  }
  const origin = citeOrigin(source.origin ?? null, prefix, facts)
  return { kind: 'explanation', figure: fact.ref, origin, steps, figures, rules: explanation?.ruleIds ?? [], facts }
}

/** A record's own name for its source holds days and numbers too: "creditor statement of 2026-11-20". */
function citeOrigin(origin: string | null, prefix: string, facts: Fact[]): string | null {
  if (origin === null || !/\d/.test(origin)) return origin
  const fact = factMaker(prefix, { type: 'rule', id: 'origin' }).name('origin', origin, { de: 'Quelle', en: 'source' })
  facts.push(fact)
  return `[[${fact.ref}]]`
}

function stepValue(make: ReturnType<typeof factMaker>, name: string, value: string, meaning: Bilingual): Fact {
  const cash = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(value)
  if (cash !== null) return make.money(name, { amount: cash[1] ?? '0', currency: cash[2] ?? 'EUR' }, meaning)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return make.date(name, value, meaning)
  return make.name(name, value, meaning)
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s\u00a0]+/gu, ' ')
    .trim()
}

/** "95.95" in an English question about a German "95,95 €". */
function sameNumber(text: string, wanted: string): boolean {
  const number = (words: string) => /\d[\d.,]*\d|\d/.exec(words)?.[0].replaceAll(/[.,]/g, '') ?? null
  const asked = number(wanted)
  return asked !== null && asked.length > 1 && asked === number(text)
}

/** How many of the telling words are in a meaning, as whole words. */
function share(wanted: string, meaning: string): number {
  const has = new Set(fold(meaning).split(/[^\p{L}]+/u))
  const words = wanted.split(/[^\p{L}]+/u).filter((word) => word.length > 3)
  if (words.length === 0) return 0
  return words.filter((word) => has.has(word)).length / words.length
}
