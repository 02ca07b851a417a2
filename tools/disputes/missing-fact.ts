/**
 * A fact that an assessment needs and nobody has told yet, as a question to the customer.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'

export type MissingFactCode =
  | 'DUE_BASIS'
  | 'INVOICE_30_DAYS'
  | 'FEE_BASIS'
  | 'FEE_CHANNEL'
  | 'FEE_REMINDER'
  | 'MANDATE_DATE'
  | 'FIRST_DEMAND'
  | 'AGENCY_REGISTERED'
  | 'CONTESTED_BEFORE_MANDATE'
  | 'CREDITOR_VAT'
  | 'RATE_UNKNOWN'

/** What each missing fact asks. */
export const MISSING_FACT_QUESTIONS: Readonly<Record<MissingFactCode, Bilingual>> = {
  DUE_BASIS: {
    de: 'Stand der Zahlungstermin im Vertrag, oder hat ihn der Gläubiger nur auf die Rechnung gesetzt?',
    en: 'Was the payment date fixed in the contract, or did the creditor only put it on the invoice?',
  },
  INVOICE_30_DAYS: {
    de: 'Wann kam die Rechnung, und stand darauf, dass nach 30 Tagen Verzug eintritt?',
    en: 'When did the invoice arrive, and did it say that default begins after 30 days?',
  },
  FEE_BASIS: {
    de: 'Ist die Gebühr eine Pauschale aus den AGB, und erlaubt die Klausel den Nachweis eines geringeren Schadens?',
    en: 'Is the fee a flat amount from the standard terms, and does the clause allow proof of lower damage?',
  },
  FEE_CHANNEL: {
    de: 'Kam die Mahnung auf Papier oder elektronisch?',
    en: 'Did the reminder come on paper or electronically?',
  },
  FEE_REMINDER: { de: 'Zu welcher Mahnung gehört die Gebühr?', en: 'Which reminder is the fee for?' },
  MANDATE_DATE: {
    de: 'Wann wurde das Inkassounternehmen beauftragt?',
    en: 'When was the collection agency instructed?',
  },
  FIRST_DEMAND: {
    de: 'Von wann ist das erste Schreiben des Inkassounternehmens?',
    en: 'What is the date of the agency’s first letter?',
  },
  AGENCY_REGISTERED: {
    de: 'Steht das Inkassounternehmen im Rechtsdienstleistungsregister?',
    en: 'Is the agency in the register of legal services (Rechtsdienstleistungsregister)?',
  },
  CONTESTED_BEFORE_MANDATE: {
    de: 'Wurde der Forderung schon widersprochen, bevor das Inkasso kam?',
    en: 'Was the claim contested before the agency came in?',
  },
  CREDITOR_VAT: {
    de: 'Hat das Inkassounternehmen erklärt, dass der Gläubiger die Vorsteuer nicht abziehen kann?',
    en: 'Did the agency declare that the creditor cannot deduct the VAT?',
  },
  RATE_UNKNOWN: {
    de: 'Für diese Zeit ist ein gesetzlicher Satz hier nicht bekannt; ein Mensch muss nachsehen.',
    en: 'A statutory rate for that time is not known here; a person has to look it up.',
  },
}

/** What the creditor is asked to show where the customer does not know either; null where only the customer could. */
export const PROOF_WORDS: Readonly<Record<MissingFactCode, Bilingual | null>> = {
  DUE_BASIS: {
    de: 'worauf der Zahlungstermin beruht (Vertrag oder Rechnung)',
    en: 'what the payment date rests on (contract or invoice)',
  },
  INVOICE_30_DAYS: {
    de: 'wann die Rechnung zuging und dass sie auf den Verzug hinwies',
    en: 'when the invoice arrived and that it warned of the default',
  },
  FEE_BASIS: {
    de: 'worauf die Gebühr beruht (Wortlaut der Klausel oder Aufschlüsselung der Kosten)',
    en: 'what the fee rests on (the wording of the clause or a breakdown of the cost)',
  },
  FEE_CHANNEL: { de: 'in welcher Form die Mahnung verschickt wurde', en: 'in which form the reminder was sent' },
  FEE_REMINDER: {
    de: 'für welche Mahnung die Gebühr verlangt wird, mit Tag und Nachweis des Zugangs',
    en: 'for which reminder the fee is claimed, with its day and proof of its arrival',
  },
  MANDATE_DATE: {
    de: 'an welchem Tag das Inkassounternehmen beauftragt wurde',
    en: 'on which day the collection agency was instructed',
  },
  FIRST_DEMAND: {
    de: 'von welchem Tag das erste Schreiben des Inkassounternehmens ist',
    en: 'of which day the first letter of the collection agency is',
  },
  AGENCY_REGISTERED: {
    de: 'dass das Inkassounternehmen im Rechtsdienstleistungsregister steht',
    en: 'that the agency is in the register of legal services (Rechtsdienstleistungsregister)',
  },
  CONTESTED_BEFORE_MANDATE: null,
  CREDITOR_VAT: {
    de: 'ob der Gläubiger die Vorsteuer abziehen kann',
    en: 'whether the creditor can deduct the VAT',
  },
  RATE_UNKNOWN: null,
}
