/**
 * What must be shown, whoever words the reply: the mandate and the proposal a yes would count for, and the warning
 * beside credit.
 *
 * @module
 */

import type { Need } from '../../tools/mandates/mandate.ts'
import { NEED_WORDS } from '../../tools/mandates/mandate-facts.ts'
import { CREDIT_WARNING } from '../../tools/offers/compare-loans.ts'
import type { Bilingual } from '../../tools/shared/explanation.ts'
import type { Fact } from '../../tools/shared/fact.ts'
import type { ToolData } from '../../tools/shared/tool-answer.ts'
import type { Locale } from '../thread-store.ts'

/** The draft with everything appended that it leaves out and that has to be seen. */
export function withCards(draft: string, answers: readonly ToolData[], facts: readonly Fact[], locale: Locale): string {
  const cards = answers.flatMap((answer, index) => {
    // Of several drafts only the newest can be confirmed.
    const isNewest = answers.findLastIndex(({ kind }) => kind === answer.kind) === index
    return isNewest ? cardsOf(answer, draft, facts, locale) : []
  })
  return [draft.trim(), ...new Set(cards)].join('\n\n')
}

function cardsOf(answer: ToolData, draft: string, facts: readonly Fact[], locale: Locale): readonly string[] {
  switch (answer.kind) {
    case 'mandate-draft': {
      const seen = [...answer.limits, answer.expires].every((ref) => draft.includes(`[[${ref}]]`))
      const named = answer.counterparties.every((name) => draft.includes(name))
      const covered = answer.cover.every((words) => draft.includes(words[locale]))
      const told = answer.disclosures.every((words) => draft.includes(words[locale]))
      return seen && covered && named && told ? [] : [mandateCard(answer, facts, locale)]
    }
    case 'proposal': {
      const seen = [...answer.figures, answer.deadline].every((ref) => draft.includes(`[[${ref}]]`))
      const card = seen && draft.includes(answer.counterparty) ? [] : [proposalCard(answer, facts, locale)]
      return [...card, ...unsaid(answer.warnings, draft, locale)]
    }
    case 'dispute-draft':
      return unsaid([...(answer.told ?? []), ...(answer.warnings ?? [])], draft, locale)
    case 'comparison':
      return answer.what === 'loan' && !draft.includes(CREDIT_WARNING[locale]) ? [CREDIT_WARNING[locale]] : []
    default:
      return []
  }
}

/** Warnings that the draft leaves out. */
function unsaid(warnings: readonly Bilingual[] | undefined, draft: string, locale: Locale): readonly string[] {
  return (warnings ?? []).map((words) => words[locale]).filter((words) => !draft.includes(words))
}

function mandateCard(
  answer: Extract<ToolData, { kind: 'mandate-draft' }>,
  facts: readonly Fact[],
  locale: Locale,
): string {
  const need = NEED_WORDS[answer.need as Need]?.[locale] ?? answer.need
  const lines = answer.limits.map((ref) => line(ref, facts, locale))
  const parties = answer.counterparties.join(', ')
  const cover = answer.cover.map((words) => words[locale]).join(', ')
  const told = answer.disclosures.map((words) => words[locale]).join(', ')
  const about = answer.about === null ? '' : `, ${answer.about}`
  const say = (words: Bilingual) => words[locale]
  return [
    say({ de: `Auftrag zur Bestätigung: ${need}${about}`, en: `Mandate to confirm: ${need}${about}` }),
    ...lines,
    ...(cover === '' ? [] : [say({ de: `- muss versichert sein: ${cover}`, en: `- has to be covered: ${cover}` })]),
    say({ de: `- angefragt werden: ${parties}`, en: `- to be contacted: ${parties}` }),
    ...(told === '' ? [] : [say({ de: `- was sie erfahren dürfen: ${told}`, en: `- what they may be told: ${told}` })]),
    line(answer.expires, facts, locale),
    say({ de: 'Soll ich damit verhandeln? (ja/nein)', en: 'Shall I negotiate on this basis? (yes/no)' }),
  ].join('\n')
}

function proposalCard(answer: Extract<ToolData, { kind: 'proposal' }>, facts: readonly Fact[], locale: Locale): string {
  const waits = answer.waitsFor.includes('customer')
  return [
    locale === 'de'
      ? `Vorschlag (noch nichts verbindlich): ${answer.act.de}, ${answer.counterparty}`
      : `Proposal (nothing binding yet): ${answer.act.en}, ${answer.counterparty}`,
    ...[...answer.figures, answer.deadline].map((ref) => line(ref, facts, locale)),
    ...(waits
      ? [
          locale === 'de'
            ? 'Stimmen Sie genau diesen Bedingungen zu? (ja/nein)'
            : 'Do you agree to exactly these terms? (yes/no)',
        ]
      : []),
    ...(answer.waitsFor.includes('reviewer')
      ? [locale === 'de' ? 'Ein Mensch muss es außerdem freigeben.' : 'A person also has to approve it.']
      : []),
  ].join('\n')
}

function line(ref: string, facts: readonly Fact[], locale: Locale): string {
  const fact = facts.find((known) => known.ref === ref)
  return fact === undefined ? `- [[${ref}]]` : `- ${fact.meaning[locale]}: [[${ref}]]`
}
