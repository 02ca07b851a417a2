/**
 * Where a figure of this thread comes from: its record, or the arithmetic that made it.
 *
 * @module
 */
import { citeFigures } from '../shared/cite-figures.ts'
import type { Bilingual, Explanation } from '../shared/explanation.ts'
import type { Fact, FactSource } from '../shared/fact.ts'
import { factMaker } from '../shared/make-facts.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import { STATED_BY } from './stated-by.ts'

/**
 * The answer about one figure. Figures in the steps become facts of their own, so that they can be repeated.
 *
 * @param explanation the arithmetic, where a rule computed the figure
 */
export function explainFigure(fact: Fact, explanation: Explanation | null): ToolAnswer {
  const { source } = fact
  // A figure of the arithmetic keeps the name of the figure it explains: it has the same reasoning behind it.
  const prefix = fact.ref.startsWith('why.') ? fact.ref.replace(/\.(?:step|text)\..*$/u, '') : `why.${fact.ref}`
  const rule: FactSource = {
    ...{ type: 'rule', id: explanation?.ruleIds[0] ?? source.id },
    ...(source.explanationId === undefined ? {} : { explanationId: source.explanationId }),
  }
  const make = factMaker(prefix, rule)
  const facts: Fact[] = [fact]
  const figures: string[] = []
  const steps: Bilingual[] = []
  if (source.asOf !== undefined) {
    const asOf = make.date('as-of', source.asOf, { de: 'Stand', en: 'as of' })
    facts.push(asOf)
    figures.push(asOf.ref)
  }
  const stated = explanation === null ? STATED_BY[source.type] : null
  if (stated !== null) steps.push(stated)
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
        source: rule,
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
