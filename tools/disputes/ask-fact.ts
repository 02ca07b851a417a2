/**
 * The next question about a fee: which fact, of which fee, and what an answer before it left open.
 *
 * @module
 */
import { citeFigures } from '../shared/cite-figures.ts'
import type { Bilingual } from '../shared/explanation.ts'
import type { Fact } from '../shared/fact.ts'
import { refPart } from '../shared/make-facts.ts'
import { renderFact } from '../shared/render-fact.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import { joinWords } from '../shared/words/join-words.ts'
import type { AssessedFee } from './assessed-fee.ts'
import { itemName } from './dispute-letter.ts'
import { MISSING_FACT_QUESTIONS } from './missing-fact.ts'
import {
  type AskableCode,
  keyOf,
  type QuestionHalf,
  type ToldFact,
  type ToldValue,
  type WantedFact,
} from './told-fact.ts'
import { toldLines } from './told-words.ts'
import type { KnownDebt } from './with-told.ts'

const OF_THE_CLAIM: ReadonlySet<AskableCode> = new Set(['DUE_BASIS', 'INVOICE_30_DAYS'])

/** The facts that these items wait for, each once. */
export function wantedFacts(items: readonly AssessedFee[]): readonly WantedFact[] {
  const wanted = items.flatMap(({ id, missing }) =>
    missing.flatMap((code): WantedFact[] =>
      code === 'RATE_UNKNOWN' ? [] : [{ code, feeId: OF_THE_CLAIM.has(code) ? null : id }],
    ),
  )
  return [...new Map(wanted.map((fact) => [keyOf(fact), fact])).values()]
}

/** @param repeated whether the last reply asked the same and the words since were no answer to it */
export function askFact(
  wanted: WantedFact,
  on: {
    readonly debt: KnownDebt
    readonly told: readonly ToldFact[]
    /** What was told just now, to be said back. */
    readonly news: readonly ToldFact[]
    readonly repeated: boolean
  },
): ToolAnswer {
  const { debt, told, news, repeated } = on
  const known = toldLines(news, debt)
  const facts: Fact[] = [...known.facts]
  const source = { type: 'debt', id: debt.id, origin: debt.source, asOf: debt.asOf } as const
  const parts = [
    ...(known.lines.length === 0 ? [] : [noted(known.lines)]),
    ...(repeated ? [AGAIN] : []),
    questionFor(wanted, debt, told),
    IF_UNKNOWN,
  ]
  const ask = (locale: 'de' | 'en') =>
    parts
      .map((words, index) => {
        const prefix = `asked.${refPart(debt.id)}.${wanted.code}.${index}`
        // What was told has its references already, with the customer as their source.
        const cited =
          words === parts[0] && known.lines.length > 0 ? null : citeFigures(words[locale], { locale, prefix, source })
        facts.push(...(cited?.facts ?? []))
        return cited?.text ?? words[locale]
      })
      .join(' ')
  return { kind: 'question', code: wanted.code, ask: { de: ask('de'), en: ask('en') }, options: [], facts }
}

/** What the customer told, as one sentence. */
export function noted(lines: readonly Bilingual[]): Bilingual {
  const list = (locale: 'de' | 'en') => lines.map((line) => line[locale]).join('; ')
  return { de: `Nach Ihrer Angabe: ${list('de')}.`, en: `By what you told me: ${list('en')}.` }
}

const AGAIN: Bilingual = {
  de: 'Das konnte ich meiner Frage nicht zuordnen.',
  en: 'I could not match that to my question.',
}
const IF_UNKNOWN: Bilingual = {
  de: 'Wenn Sie es nicht wissen, sagen Sie es einfach.',
  en: 'If you do not know, just say so.',
}
const CLAUSE: Bilingual = {
  de: 'Erlaubt die Klausel in den AGB den Nachweis eines geringeren Schadens?',
  en: 'Does the clause in the standard terms allow proof of lower damage?',
}
const NOTICE: Bilingual = {
  de: 'Stand auf der Rechnung, dass nach 30 Tagen Verzug eintritt?',
  en: 'Did the invoice say that default begins after 30 days?',
}
const ARRIVED: Bilingual = { de: 'Wann kam die Rechnung?', en: 'When did the invoice arrive?' }

/** The half of a question that the answers so far leave open, where they hold the other. */
export function halfOf({ code, feeId }: WantedFact, told: readonly ToldFact[]): { readonly half?: QuestionHalf } {
  const { basis, invoiceReceived, consumerNotice }: ToldValue = Object.assign(
    {},
    ...answersTo({ code, feeId }, told).flatMap((answer) => (answer.kind === 'value' ? [answer.value] : [])),
  )
  if (code === 'FEE_BASIS' && basis === 'agb_flat') return { half: 'clause' }
  if (code !== 'INVOICE_30_DAYS') return {}
  if (consumerNotice === true) return { half: 'arrival' }
  return invoiceReceived === undefined ? {} : { half: 'notice' }
}

function answersTo({ code, feeId }: WantedFact, told: readonly ToldFact[]) {
  return told.filter((fact) => fact.code === code && fact.feeId === feeId).map((fact) => fact.told)
}

const HALF: Readonly<Record<QuestionHalf, Bilingual>> = { clause: CLAUSE, notice: NOTICE, arrival: ARRIVED }

function questionFor(wanted: WantedFact, debt: KnownDebt, told: readonly ToldFact[]): Bilingual {
  const { code, feeId } = wanted
  const newest = answersTo(wanted, told).at(-1)
  if (newest?.kind === 'unclear-day') return whichDay(newest.days)
  const { half } = halfOf(wanted, told)
  if (half !== undefined) return HALF[half]
  const words = MISSING_FACT_QUESTIONS[code]
  const fee = debt.fees.length > 1 ? debt.fees.find(({ id }) => id === feeId) : undefined
  const about = (locale: 'de' | 'en') =>
    fee === undefined ? words[locale] : `${itemName(fee, locale)}: ${words[locale]}`
  if (code !== 'FEE_REMINDER' || debt.reminders.length === 0) return { de: about('de'), en: about('en') }
  const days = (locale: 'de' | 'en') =>
    joinWords(
      debt.reminders.map(({ received }) => day(received, locale)),
      locale,
    )
  return {
    de: `${about('de')} Bekannt sind Mahnungen, die am ${days('de')} kamen.`,
    en: `${about('en')} The reminders on record arrived on ${days('en')}.`,
  }
}

function whichDay(days: readonly string[]): Bilingual {
  const [only, ...others] = days
  if (only === undefined)
    return {
      de: 'An welchem Tag genau war das? Ich brauche Tag, Monat und Jahr, und er muss vergangen sein.',
      en: 'On which day exactly was that? I need day, month and year, and it has to be in the past.',
    }
  if (others.length === 0) return { de: `Meinen Sie den ${day(only, 'de')}?`, en: `Do you mean ${day(only, 'en')}?` }
  return {
    de: `Welchen Tag meinen Sie: ${joinWords(
      days.map((one) => day(one, 'de')),
      'de',
      'oder',
    )}?`,
    en: `Which day do you mean: ${joinWords(
      days.map((one) => day(one, 'en')),
      'en',
      'or',
    )}?`,
  }
}

function day(iso: string, locale: 'de' | 'en'): string {
  return renderFact({ kind: 'date', day: iso }, locale)
}
