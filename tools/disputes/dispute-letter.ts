/**
 * The objection in the customer's own name, from rules alone: every sentence is fixed, every figure comes from the draft.
 *
 * @module
 */

import { type LetterBlock, letterText } from '../letters/letter-text.ts'
import type { Bilingual } from '../shared/explanation.ts'
import type { Currency } from '../shared/money.ts'
import { renderFact } from '../shared/render-fact.ts'
import type { Dispute, DisputedItem } from './dispute-book.ts'
import type { FeeType } from './dunning-case.ts'
import { FEE_CODES, type FeeCode } from './fee-codes.ts'

type Locale = 'de' | 'en'

/** Who writes, to whom, and when; an address that is not on record is left out and written in by hand. */
export interface LetterHead {
  readonly customerName: string
  readonly customerAddress: readonly string[]
  readonly creditorAddress: readonly string[]
  readonly locale: Locale
  readonly today: string
}

/** A follow-up names the day of the letter that got no answer. */
export type LetterOccasion = { readonly kind: 'first' } | { readonly kind: 'follow-up'; readonly sentOn: string }

export const ITEM_NAMES: Readonly<Record<FeeType | 'interest', Bilingual>> = {
  reminder: { de: 'Mahngebühr', en: 'reminder fee' },
  returned_debit: { de: 'Rücklastschriftgebühr', en: 'fee for a returned debit' },
  processing: { de: 'Bearbeitungsgebühr', en: 'processing fee' },
  account_keeping: { de: 'Kontoführungsgebühr', en: 'account-keeping fee' },
  flat40: { de: 'Verzugspauschale', en: 'flat sum for default' },
  inkasso: { de: 'Inkassokosten', en: 'collection costs' },
  interest: { de: 'Verzugszinsen', en: 'default interest' },
}

/** The letter's text. Nothing in it acknowledges the claim (REFERENCE 3.7). */
export function disputeLetter(
  dispute: Omit<Dispute, 'letter'>,
  head: LetterHead,
  occasion: LetterOccasion = { kind: 'first' },
): string {
  const { locale } = head
  const cash = (amount: string) => renderFact({ kind: 'money', amount, currency: dispute.currency as Currency }, locale)
  const day = (iso: string) => renderFact({ kind: 'date', day: iso }, locale)
  const words = WORDS[locale]
  const reference = dispute.reference === null ? '' : `, ${words.reference} ${dispute.reference}`
  const table: LetterBlock = {
    kind: 'table',
    heads: words.heads,
    rows: dispute.items.map((item) => row(item, { cash, day, locale })),
  }
  const paragraph = (text: string): LetterBlock => ({ kind: 'paragraph', text })
  return letterText({
    sender: [head.customerName, ...head.customerAddress],
    recipient: [dispute.creditor.name, ...head.creditorAddress],
    day: day(head.today),
    subject: `${words.subject[occasion.kind]}${reference}`,
    body: [
      paragraph(words.greeting),
      ...(occasion.kind === 'follow-up' ? [paragraph(words.unanswered(day(occasion.sentOn)))] : []),
      paragraph(words.contest),
      table,
      paragraph(words.parts(cash(dispute.totalDisputed), cash(dispute.undisputed))),
      ...(dispute.proofs === undefined ? [] : [paragraph(words.prove(dispute.proofs.join('; ')))]),
      paragraph(words.demand(day(dispute.answerBy))),
      ...(occasion.kind === 'follow-up' ? [paragraph(words.next)] : []),
      paragraph(words.drafted),
      paragraph(`${words.closing}\n${head.customerName}`),
    ],
  })
}

/** What a contested position is, with its day: "Mahngebühr vom 8. November 2026". */
export function itemName(item: Pick<DisputedItem, 'type' | 'date'>, locale: Locale): string {
  const name = ITEM_NAMES[item.type ?? 'interest'][locale]
  if (item.date === undefined || item.date === null) return name
  const day = renderFact({ kind: 'date', day: item.date }, locale)
  return locale === 'de' ? `${name} vom ${day}` : `${name} of ${day}`
}

function row(
  item: DisputedItem,
  on: { readonly cash: (amount: string) => string; readonly day: (iso: string) => string; readonly locale: Locale },
): readonly string[] {
  const [code] = item.codes
  const known = code !== undefined && Object.hasOwn(FEE_CODES, code) ? FEE_CODES[code as FeeCode] : null
  const reason = known === null ? '' : `${known.text[on.locale]} (${known.source})`
  return [itemName(item, on.locale), on.cash(item.claimed), on.cash(item.disputed), reason]
}

const WORDS = {
  de: {
    reference: 'Ihr Zeichen',
    subject: { first: 'Widerspruch gegen Gebühren', 'follow-up': 'Erinnerung an meinen Widerspruch gegen Gebühren' },
    greeting: 'Guten Tag,',
    unanswered: (day: string) => `auf mein Schreiben vom ${day} habe ich keine Antwort erhalten.`,
    contest: 'folgende Positionen Ihrer Forderung bestreite ich:',
    heads: ['Position', 'verlangt', 'bestritten', 'Grund'],
    parts: (disputed: string, undisputed: string) =>
      `Strittig sind damit ${disputed}. Unstrittig sind nach Ihrer Aufstellung ${undisputed}; Zahlungen darauf leiste ich nur auf die Hauptforderung und ohne Anerkennung einer Rechtspflicht im Übrigen.`,
    prove: (what: string) =>
      `Ob und in welcher Höhe das geschuldet ist, kann ich ohne Ihre Auskunft nicht prüfen. Bitte weisen Sie mir nach: ${what}.`,
    demand: (day: string) =>
      `Bitte nehmen Sie die bestrittenen Beträge zurück oder schlüsseln Sie sie auf, mit Rechtsgrund und Nachweis der Kosten, bis zum ${day}. Bitte melden Sie die Forderung wegen der bestrittenen Beträge an keine Auskunftei.`,
    next: 'Bleibt auch dieses Schreiben ohne Antwort, lasse ich die Sache prüfen, auch durch Ihre Beschwerdestelle oder eine Schlichtungsstelle.',
    drafted: 'Dieses Schreiben wurde mit Hilfe eines KI-Systems entworfen und von mir freigegeben.',
    closing: 'Mit freundlichen Grüßen',
  },
  en: {
    reference: 'your reference',
    subject: { first: 'Objection to fees', 'follow-up': 'Reminder of my objection to fees' },
    greeting: 'Dear Sir or Madam,',
    unanswered: (day: string) => `I have had no answer to my letter of ${day}.`,
    contest: 'I contest the following items of your claim:',
    heads: ['Item', 'claimed', 'contested', 'Reason'],
    parts: (disputed: string, undisputed: string) =>
      `This makes ${disputed} in dispute. Undisputed by your statement are ${undisputed}; payments on it are made towards the principal only and without acknowledging any further obligation.`,
    prove: (what: string) =>
      `Without your information I cannot check whether this is owed and how much of it. Please show me: ${what}.`,
    demand: (day: string) =>
      `Please withdraw the contested amounts or break them down, with their legal ground and proof of cost, by ${day}. Please report nothing about the contested amounts to a credit agency.`,
    next: 'Should this letter also stay without an answer, I will have the matter looked at, also by your complaints office or an arbitration body.',
    drafted: 'This letter was drafted with the help of an AI system and released by me.',
    closing: 'Yours faithfully',
  },
} as const
