/**
 * What the agent answers a reviewer: what the proposal rests on, from the proposal and its reasons alone.
 *
 * No model is asked. A question that names none of the subjects below gets all of them.
 *
 * @module
 */
import type { Bilingual, Explanation } from '../shared/explanation.ts'
import { isCurrency } from '../shared/money.ts'
import { renderFact } from '../shared/render-fact.ts'
import type { BriefAmount, Proposal } from './proposal.ts'

type Locale = keyof Bilingual

interface Subject {
  readonly asked: RegExp
  lines(proposal: Proposal, reasons: readonly Explanation[], locale: Locale): readonly string[]
}

const SUBJECTS: readonly Subject[] = [
  {
    asked:
      /alternativ|warum nicht|wieso nicht|ander\p{L}* (?:angebot|anbieter)|nichts tun|verglich|vergleich|instead|why not|other (?:offer|provider)|do nothing|compar/iu,
    lines: ({ brief }, _, locale) =>
      brief.alternatives.map(
        ({ title, total, note }) =>
          `${SAID.alternative[locale]}: ${title[locale]}${total === null ? '' : `, ${cash(total, locale)}`}. ${note[locale]}`,
      ),
  },
  {
    asked:
      /kost|preis|teuer|betrag|summe|gebühr|monat|laufzeit|rate|cost|price|expensive|amount|fee|month|term|total/iu,
    lines: ({ brief: { amounts, termMonths } }, _, locale) => [
      `${SAID.now[locale]}: ${cash(amounts.now, locale)}.`,
      ...(amounts.monthly === null ? [] : [`${SAID.monthly[locale]}: ${cash(amounts.monthly, locale)}.`]),
      `${SAID.total[locale]}: ${cash(amounts.total, locale)}.`,
      ...(termMonths === null ? [] : [`${SAID.term[locale]}: ${termMonths}.`]),
    ],
  },
  {
    asked: /risik|schlimm|gefahr|ungünstig|widerruf|zurück|endgültig|risk|worst|danger|irrevers|withdraw|undo|final/iu,
    lines: ({ brief }, _, locale) => [
      `${SAID.worst[locale]}: ${brief.worstCase[locale]}`,
      `${SAID.irreversible[locale]}: ${brief.irreversible[locale]}`,
    ],
  },
  {
    asked:
      /warum(?! nicht)|wieso(?! nicht)|weshalb|woher|wie (?:kommt|kommen|berechn|errechn)|begründ|spar|beleg|quelle|grundlage|why(?! not)|how (?:is|was|do|did|come)|where (?:does|do|is)|reason|saving|source|evidence|basis/iu,
    lines: ({ brief, terms }, reasons, locale) => [
      ...reasons.flatMap(({ title, steps, sources }) => [
        `${title[locale]}: ${steps.map(({ text, value }) => `${text[locale]}${value === undefined ? '' : ` = ${value}`}`).join('; ')}.`,
        ...(sources.length === 0 ? [] : [`${SAID.law[locale]}: ${sources.join('; ')}.`]),
      ]),
      ...terms.acts.flatMap((act) =>
        act.type === 'notice'
          ? act.terms.items.map(({ id, codes, evidence }) => `${id}: ${[...codes, ...(evidence ?? [])].join('; ')}.`)
          : [],
      ),
      `${SAID.rests[locale]}: ${brief.sources.join('; ')}.`,
    ],
  },
]

const SAID = {
  alternative: { de: 'Alternative', en: 'Alternative' },
  now: { de: 'Sofort', en: 'Now' },
  monthly: { de: 'Im Monat', en: 'A month' },
  total: { de: 'Insgesamt', en: 'In total' },
  term: { de: 'Laufzeit in Monaten', en: 'Term in months' },
  worst: { de: 'Schlimmstenfalls', en: 'At the worst' },
  irreversible: { de: 'Nicht rückgängig zu machen', en: 'What cannot be undone' },
  law: { de: 'Rechtsgrundlage', en: 'Legal basis' },
  rests: { de: 'Der Vorschlag stützt sich auf', en: 'The proposal rests on' },
  nothingMore: {
    de: 'Mehr ist dazu nicht belegt; was nur die Kundin oder der Kunde weiß, lässt sich dort fragen.',
    en: 'No more is on record; what only the customer knows can be asked there.',
  },
} as const satisfies Record<string, Bilingual>

/**
 * The answer in both languages.
 *
 * @param reasons the explanations behind the figures that the customer was told with this proposal
 */
export function answerQuestion(proposal: Proposal, question: string, reasons: readonly Explanation[]): Bilingual {
  const named = SUBJECTS.filter(({ asked }) => asked.test(question))
  const subjects = named.length === 0 ? SUBJECTS : named
  const words = (locale: Locale) =>
    [
      ...subjects.flatMap((subject) => subject.lines(proposal, reasons, locale)),
      ...(named.length === 0 ? [SAID.nothingMore[locale]] : []),
    ].join('\n')
  return { de: words('de'), en: words('en') }
}

function cash({ amount, currency }: BriefAmount, locale: Locale): string {
  return isCurrency(currency) ? renderFact({ kind: 'money', amount, currency }, locale) : `${amount} ${currency}`
}
