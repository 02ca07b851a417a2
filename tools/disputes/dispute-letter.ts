/**
 * The objection in the customer's own name, from rules alone: every sentence is fixed, every figure comes from the draft.
 *
 * @module
 */

import type { Currency } from '../shared/money.ts'
import { renderFact } from '../shared/render-fact.ts'
import type { Dispute, DisputedItem } from './dispute-book.ts'
import { FEE_CODES, type FeeCode } from './fee-codes.ts'

type Locale = 'de' | 'en'

/** The letter's text. Nothing in it acknowledges the claim (REFERENCE 3.7). */
export function disputeLetter(
  dispute: Omit<Dispute, 'letter'>,
  { customerName, locale, today }: { readonly customerName: string; readonly locale: Locale; readonly today: string },
): string {
  const cash = (amount: string) => renderFact({ kind: 'money', amount, currency: dispute.currency as Currency }, locale)
  const day = (iso: string) => renderFact({ kind: 'date', day: iso }, locale)
  const items = dispute.items.map((item) => line(item, cash, locale)).join('\n')
  const reference = dispute.reference === null ? '' : ` ${dispute.reference}`
  if (locale === 'de') {
    return [
      `An ${dispute.creditor.name}`,
      day(today),
      `Widerspruch gegen Gebühren${reference === '' ? '' : `, Ihr Zeichen${reference}`}`,
      'Guten Tag,',
      `folgende Positionen in Ihrer Forderung bestreite ich:\n${items}`,
      `Strittig sind damit ${cash(dispute.totalDisputed)}. Unstrittig sind nach Ihrer Aufstellung ${cash(dispute.undisputed)}; Zahlungen darauf leiste ich nur auf die Hauptforderung und ohne Anerkennung einer Rechtspflicht im Übrigen.`,
      `Bitte nehmen Sie die bestrittenen Beträge zurück oder schlüsseln Sie sie auf, mit Rechtsgrund und Nachweis der Kosten, bis zum ${day(dispute.answerBy)}.`,
      'Dieses Schreiben wurde mit Hilfe eines KI-Systems entworfen und von mir freigegeben.',
      `Mit freundlichen Grüßen\n${customerName}`,
    ].join('\n\n')
  }
  return [
    `To ${dispute.creditor.name}`,
    day(today),
    `Objection to fees${reference === '' ? '' : `, your reference${reference}`}`,
    'Dear Sir or Madam,',
    `I contest the following items of your claim:\n${items}`,
    `This makes ${cash(dispute.totalDisputed)} in dispute. Undisputed by your statement are ${cash(dispute.undisputed)}; payments on it are made towards the principal only and without acknowledging any further obligation.`,
    `Please withdraw the contested amounts or break them down, with their legal ground and proof of cost, by ${day(dispute.answerBy)}.`,
    'This letter was drafted with the help of an AI system and released by me.',
    `Yours faithfully\n${customerName}`,
  ].join('\n\n')
}

function line(item: DisputedItem, cash: (amount: string) => string, locale: Locale): string {
  const [code] = item.codes
  const known = code !== undefined && Object.hasOwn(FEE_CODES, code) ? FEE_CODES[code as FeeCode] : null
  const reason = known === null ? '' : ` ${known.text[locale]} (${known.source})`
  return locale === 'de'
    ? `- Verlangt ${cash(item.claimed)}, davon bestritten ${cash(item.disputed)}.${reason}`
    : `- Claimed ${cash(item.claimed)}, of which contested ${cash(item.disputed)}.${reason}`
}
