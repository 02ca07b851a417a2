/**
 * No objection to draft: what is owed is said to be owed, and what nobody can say is not judged.
 *
 * @module
 */
import { citeFigures } from '../shared/cite-figures.ts'
import type { Fact } from '../shared/fact.ts'
import { refPart } from '../shared/make-facts.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import { noted } from './ask-fact.ts'
import type { AssessedFee } from './assessed-fee.ts'
import { FEE_CODES } from './fee-codes.ts'
import { MISSING_FACT_QUESTIONS } from './missing-fact.ts'
import type { ToldFact, WantedFact } from './told-fact.ts'
import { toldLines } from './told-words.ts'
import type { KnownDebt } from './with-told.ts'

/** @param unknown facts that would decide, and that the customer does not know and the creditor need not prove */
export function nothingToContest(
  debt: KnownDebt,
  items: readonly AssessedFee[],
  { told, unknown }: { readonly told: readonly ToldFact[]; readonly unknown: readonly WantedFact[] },
): ToolAnswer {
  const source = { type: 'debt', id: debt.id, origin: debt.source, asOf: debt.asOf } as const
  const known = toldLines(told, debt)
  const facts: Fact[] = [...known.facts]
  const cited = (text: string, locale: 'de' | 'en', part: string) => {
    const result = citeFigures(text, { locale, prefix: `judged.${refPart(debt.id)}.${part}`, source })
    facts.push(...result.facts)
    return result.text
  }
  if (items.some(({ missing }) => missing.includes('RATE_UNKNOWN'))) {
    const words = MISSING_FACT_QUESTIONS.RATE_UNKNOWN
    return { kind: 'question', code: 'RATE_UNKNOWN', ask: words, options: [], facts }
  }
  const before = known.lines.length === 0 ? null : noted(known.lines)
  const say = (locale: 'de' | 'en', words: string) => [before?.[locale], words].filter(Boolean).join(' ').trim()
  if (unknown.length > 0) {
    const asked = (locale: 'de' | 'en') =>
      unknown.map(({ code }) => cited(MISSING_FACT_QUESTIONS[code][locale], locale, code)).join(' ')
    const de = `Ohne diese Angabe lässt sich nicht beurteilen, ob Sie das schulden: ${asked('de')} Sagen Sie es mir, sobald Sie es wissen.`
    const en = `Without knowing this it cannot be judged whether you owe it: ${asked('en')} Tell me as soon as you know.`
    return {
      kind: 'refused',
      code: 'CANNOT_ASSESS',
      reason: { de: say('de', de), en: say('en', en) },
      figures: [],
      facts,
    }
  }
  const codes = [...new Set(items.flatMap((item) => item.codes))]
  const reason = (locale: 'de' | 'en') =>
    cited(codes.map((code) => FEE_CODES[code].text[locale]).join(' '), locale, 'reason')
  return {
    kind: 'refused',
    code: 'NOTHING_TO_CONTEST',
    reason: {
      de: say('de', `Nach den Regeln ist hier nichts zu bestreiten. ${reason('de')}`),
      en: say('en', `By the rules there is nothing to contest here. ${reason('en')}`),
    },
    figures: [],
    facts,
  }
}
