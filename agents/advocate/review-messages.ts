/**
 * What a review makes the customer hear while it is under way: a question of the reviewer's, and that their yes is missing.
 *
 * @module
 */
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { citeFigures } from '../../tools/shared/cite-figures.ts'
import { fixedClock, today } from '../../tools/shared/clock.ts'
import type { Bilingual } from '../../tools/shared/explanation.ts'
import type { Fact, FactSource } from '../../tools/shared/fact.ts'
import { factMaker, refPart } from '../../tools/shared/make-facts.ts'
import type { Locale } from '../thread-store.ts'
import type { OutcomeMessage } from './outcome-message.ts'
import { fill } from './words.ts'

const ASKED: Bilingual = {
  de: 'Die Prüfung hat eine Frage zu Ihrem Vorschlag ({act}): „{question}“ Antworten Sie einfach hier; Ihre Antwort geht an die prüfende Person. Der Vorschlag bleibt offen, längstens bis {deadline}. Bis dahin ist nichts verbindlich.',
  en: 'The review has a question about your proposal ({act}): “{question}” Just answer here; your answer goes to the reviewer. The proposal stays open until {deadline} at the latest. Nothing is binding until then.',
}
const REMINDED: Bilingual = {
  de: 'Zu diesem Vorschlag fehlt noch Ihre Bestätigung: {act}. {figures}Ohne Ihr Ja bis {deadline} gilt er als abgelehnt. Ein einfaches Ja bestätigt genau diese Bedingungen.',
  en: 'This proposal still waits for your confirmation: {act}. {figures}Without your yes by {deadline} it counts as declined. A plain yes confirms exactly these terms.',
}

const STILL_ASKED: Bilingual = {
  de: 'Die Prüfung wartet noch auf Ihre Antwort zu Ihrem Vorschlag ({act}): „{question}“ Ohne Entscheidung bis {deadline} gilt er als abgelehnt.',
  en: 'The review still waits for your answer about your proposal ({act}): “{question}” Without a decision by {deadline} it counts as declined.',
}

/** A reviewer's question in the customer's conversation. */
export function questionMessage(
  proposal: Proposal,
  question: string,
  locale: Locale,
  asked: 'first' | 'again' = 'first',
): OutcomeMessage {
  const { about, facts, cite } = writer(proposal, locale)
  const words = asked === 'first' ? ASKED : STILL_ASKED
  return { text: fill(words[locale], { ...about(), question: cite(question, 'question') }), facts }
}

/** That the customer's confirmation of these terms is still missing. */
export function reminderMessage(proposal: Proposal, locale: Locale): OutcomeMessage {
  const { about, facts, use, make } = writer(proposal, locale)
  const { monthly, total } = proposal.brief.amounts
  const figures = [
    ...(monthly === null
      ? []
      : [make.money('monthly', { ...monthly, per: 'month' }, { de: 'im Monat', en: 'a month' })]),
    make.money('total', total, { de: 'insgesamt', en: 'in total' }),
  ].map((fact) => `${fact.meaning[locale]} ${use(fact)}`)
  return { text: fill(REMINDED[locale], { ...about(), figures: `${figures.join(', ')}. ` }), facts }
}

function writer(proposal: Proposal, locale: Locale) {
  const prefix = `review.${refPart(proposal.id)}`
  const source: FactSource = { type: 'proposal', id: proposal.id }
  const make = factMaker(prefix, source)
  const facts: Fact[] = []
  const use = (fact: Fact): string => {
    facts.push(fact)
    return `[[${fact.ref}]]`
  }
  const cite = (text: string, name: string): string => {
    const cited = citeFigures(text, { locale, prefix: `${prefix}.${name}`, source })
    facts.push(...cited.facts)
    return cited.text
  }
  const about = () => ({
    act: cite(proposal.brief.act[locale], 'act'),
    deadline: use(make.date('deadline', today(fixedClock(proposal.expiresAt)), { de: 'Frist', en: 'deadline' })),
  })
  return { make, facts, use, cite, about }
}
