/**
 * What a customer told, in sentences of code: for the reply, and for whoever reviews the letter. Their own words stay in
 * the conversation; no counterparty is sent them.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'
import type { Fact } from '../shared/fact.ts'
import { factMaker, refPart } from '../shared/make-facts.ts'
import { renderFact } from '../shared/render-fact.ts'
import type { ToldFact, ToldValue } from './told-fact.ts'
import type { KnownDebt } from './with-told.ts'

/** What was told, each with references to the days in it; the facts say that the customer is their source. */
export function toldLines(
  told: readonly ToldFact[],
  debt: KnownDebt,
): { lines: readonly Bilingual[]; facts: readonly Fact[] } {
  const facts: Fact[] = []
  const lines = told.flatMap((fact) => {
    const make = factMaker(`told.${refPart(fact.messageId)}.${fact.code}`, {
      type: 'customer',
      id: fact.messageId,
      asOf: fact.on,
    })
    return sentences(fact, debt, (name, day) => {
      const figure = make.date(name, day, { de: 'nach Ihrer Angabe', en: 'as you told us' })
      facts.push(figure)
      return { de: `[[${figure.ref}]]`, en: `[[${figure.ref}]]` }
    })
  })
  return { lines, facts }
}

/** Lines for a reviewer about one item: what the customer told of it or of the claim, and when. */
export function toldEvidence(
  told: readonly ToldFact[],
  debt: KnownDebt,
  itemId: string,
  locale: 'de' | 'en',
): readonly string[] {
  const day = (iso: string, tongue: 'de' | 'en') => renderFact({ kind: 'date', day: iso }, tongue)
  return told
    .filter(({ feeId }) => feeId === null || feeId === itemId)
    .flatMap((fact) =>
      sentences(fact, debt, (_, iso) => ({ de: day(iso, 'de'), en: day(iso, 'en') })).map((words) =>
        locale === 'de'
          ? `Angabe im Gespräch vom ${day(fact.on, 'de')}: ${words.de}`
          : `said in the conversation of ${day(fact.on, 'en')}: ${words.en}`,
      ),
    )
}

type Dated = (name: string, day: string) => Bilingual

function sentences({ told, feeId }: ToldFact, debt: KnownDebt, date: Dated): readonly Bilingual[] {
  if (told.kind !== 'value') return []
  const { value } = told
  return [
    value.dueBasis === undefined ? null : DUE_BASIS[value.dueBasis],
    dated(value.invoiceReceived, 'invoice', date, (d) => ({
      de: `die Rechnung kam am ${d.de}`,
      en: `the invoice arrived on ${d.en}`,
    })),
    either(value.consumerNotice, NOTICE),
    value.basis === undefined ? null : BASIS[value.basis],
    either(value.clauseAllowsLowerDamageProof, CLAUSE),
    value.channel === undefined ? null : CHANNEL[value.channel],
    reminderWords(value, debt, feeId, date),
    dated(value.mandateDate, 'mandate', date, (d) => ({
      de: `der Auftrag an das Inkassounternehmen ist vom ${d.de}`,
      en: `the agency was instructed on ${d.en}`,
    })),
    value.firstDemand === 'none'
      ? { de: 'das Inkassounternehmen hat nie geschrieben', en: 'the agency never wrote' }
      : dated(value.firstDemand, 'demand', date, (d) => ({
          de: `das erste Schreiben des Inkassounternehmens ist vom ${d.de}`,
          en: `the agency’s first letter is of ${d.en}`,
        })),
    either(value.registered, REGISTERED),
    either(value.contestedBeforeMandate, CONTESTED),
    either(value.creditorCanDeductVat, VAT),
  ].filter((words) => words !== null)
}

function dated(
  day: string | undefined,
  name: string,
  date: Dated,
  words: (day: Bilingual) => Bilingual,
): Bilingual | null {
  return day === undefined ? null : words(date(name, day))
}

function either(
  yes: boolean | undefined,
  words: { readonly yes: Bilingual; readonly no: Bilingual },
): Bilingual | null {
  return yes === undefined ? null : yes ? words.yes : words.no
}

function reminderWords({ reminder }: ToldValue, debt: KnownDebt, feeId: string | null, date: Dated): Bilingual | null {
  if (reminder === undefined) return null
  if (reminder === 'none') return { de: 'die Gebühr gehört zu keiner Mahnung', en: 'the fee is for no reminder' }
  const meant = debt.fees.find(({ id }) => id === feeId)?.reminderId
  const received = debt.reminders.find(({ id }) => id === meant)?.received
  return dated(received, 'reminder', date, (d) => ({
    de: `die Gebühr gehört zu der Mahnung, die am ${d.de} kam`,
    en: `the fee is for the reminder that came on ${d.en}`,
  }))
}

const DUE_BASIS = {
  contract_calendar: { de: 'der Zahlungstermin steht im Vertrag', en: 'the payment date is in the contract' },
  unilateral_invoice: {
    de: 'der Zahlungstermin steht nur auf der Rechnung',
    en: 'the payment date is only on the invoice',
  },
} as const
const NOTICE = {
  yes: { de: 'die Rechnung wies auf den Verzug hin', en: 'the invoice warned of the default' },
  no: { de: 'die Rechnung wies nicht auf den Verzug hin', en: 'the invoice did not warn of the default' },
} as const
const BASIS = {
  agb_flat: { de: 'die Gebühr ist eine Pauschale aus den AGB', en: 'the fee is a flat amount from the standard terms' },
  cost: { de: 'die Gebühr ist keine Pauschale aus den AGB', en: 'the fee is no flat amount from the standard terms' },
} as const
const CLAUSE = {
  yes: {
    de: 'die Klausel lässt den Nachweis eines geringeren Schadens zu',
    en: 'the clause allows proof of lower damage',
  },
  no: {
    de: 'die Klausel lässt den Nachweis eines geringeren Schadens nicht zu',
    en: 'the clause does not allow proof of lower damage',
  },
} as const
const CHANNEL = {
  paper: { de: 'die Mahnung kam auf Papier', en: 'the reminder came on paper' },
  email: { de: 'die Mahnung kam elektronisch', en: 'the reminder came electronically' },
  app: { de: 'die Mahnung kam in der App', en: 'the reminder came in the app' },
} as const
const REGISTERED = {
  yes: { de: 'das Inkassounternehmen ist registriert', en: 'the agency is registered' },
  no: { de: 'das Inkassounternehmen ist nicht registriert', en: 'the agency is not registered' },
} as const
const CONTESTED = {
  yes: {
    de: 'vor dem Inkasso gab es schon einen Widerspruch',
    en: 'there was an objection before the agency came in',
  },
  no: {
    de: 'vor dem Inkasso gab es keinen Widerspruch',
    en: 'there was no objection before the agency came in',
  },
} as const
/** Keyed by whether the creditor can deduct: it counts as able to unless the agency declared that it cannot. */
const VAT = {
  yes: {
    de: 'dass der Gläubiger die Vorsteuer nicht abziehen kann, wurde nicht erklärt',
    en: 'nobody declared that the creditor cannot deduct the VAT',
  },
  no: {
    de: 'das Inkassounternehmen hat erklärt, dass der Gläubiger die Vorsteuer nicht abziehen kann',
    en: 'the agency declared that the creditor cannot deduct the VAT',
  },
} as const
