/**
 * A proposal as the customer sees it: what it would do, what it costs, until when, whose yes is missing.
 *
 * @module
 */
import { PART_PAYMENT_WARNING, PLAN_WARNING, SETTLEMENT_WARNING } from '../disputes/limitation-warning.ts'
import { citeFigures } from '../shared/cite-figures.ts'
import type { Bilingual } from '../shared/explanation.ts'
import type { Fact, FactSource } from '../shared/fact.ts'
import { factMaker, refPart } from '../shared/make-facts.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { BriefAmount, Proposal } from './proposal.ts'

/** The answer, and the focus that lets a plain yes mean exactly these terms. */
export function proposalAnswer(
  proposal: Proposal,
  waitsFor: readonly ('reviewer' | 'customer')[],
): { readonly answer: ToolAnswer; readonly focus: Readonly<Record<string, unknown>> } {
  const { brief } = proposal
  const source = { type: 'proposal', id: proposal.id } as const
  const prefix = `proposal.${refPart(proposal.id)}`
  const make = factMaker(prefix, source)
  const cash = (name: string, amount: BriefAmount | null, meaning: Bilingual, per?: 'month') =>
    amount === null ? [] : [make.money(name, { ...amount, ...(per === undefined ? {} : { per }) }, meaning)]
  // A letter costs nothing; the amount of its brief is what it contests.
  const contests = proposal.terms.acts.every((act) => act.type === 'notice' && act.notice === 'dispute')
  const figures: readonly Fact[] = contests
    ? cash('total', brief.amounts.total, { de: 'bestritten', en: 'contested' })
    : [
        ...cash('now', brief.amounts.now, { de: 'sofort', en: 'now' }),
        ...cash('monthly', brief.amounts.monthly, { de: 'im Monat', en: 'a month' }, 'month'),
        ...cash('total', brief.amounts.total, { de: 'insgesamt', en: 'in total' }),
        ...(brief.termMonths === null
          ? []
          : [make.duration('term', brief.termMonths, 'month', { de: 'Laufzeit', en: 'term' })]),
      ]
  const deadline = make.date('deadline', berlinDay(brief.deadline), { de: 'gilt bis', en: 'valid until' })
  const de = citeFigures(brief.act.de, { locale: 'de', prefix: `${prefix}.act`, source })
  const en = citeFigures(brief.act.en, { locale: 'en', prefix: `${prefix}.act`, source })
  const warned = warningsOf(proposal).map((words, index) => cite(words, `${prefix}.warning.${index + 1}`, source))
  return {
    answer: {
      kind: 'proposal',
      proposalId: proposal.id,
      act: { de: de.text, en: en.text },
      counterparty: brief.counterparty,
      figures: figures.map(({ ref }) => ref),
      waitsFor,
      deadline: deadline.ref,
      warnings: warned.map(({ text }) => text),
      facts: [...figures, deadline, ...de.facts, ...en.facts, ...warned.flatMap(({ facts }) => facts)],
    },
    focus: { proposal: { id: proposal.id, termsHash: proposal.termsHash } },
  }
}

/** What paying or promising on a claim does to its limitation. */
function warningsOf({ terms: { acts } }: Proposal): readonly Bilingual[] {
  return acts.flatMap((act) => {
    if (act.type === 'notice') return act.notice === 'dispute' ? [PART_PAYMENT_WARNING] : []
    if (act.terms.kind === 'instalment-plan') return [PLAN_WARNING]
    return act.terms.kind === 'settlement' ? [SETTLEMENT_WARNING] : []
  })
}

function cite(words: Bilingual, prefix: string, source: FactSource): { text: Bilingual; facts: readonly Fact[] } {
  const de = citeFigures(words.de, { locale: 'de', prefix, source })
  const en = citeFigures(words.en, { locale: 'en', prefix, source })
  return { text: { de: de.text, en: en.text }, facts: [...de.facts, ...en.facts] }
}

function berlinDay(instant: string): string {
  return instant.includes('T')
    ? new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date(instant))
    : instant
}
