/**
 * What codes are called in the two languages.
 *
 * @module
 */
import { COVER_WORDS } from '../../../tools/offers/cover-words.ts'
import type { Bilingual } from '../../../tools/shared/explanation.ts'

const NOUNS: Readonly<Record<string, Bilingual>> = {
  'refinance-loan': { de: 'ein besserer Zins für Ihren Kredit', en: 'a better rate for your loan' },
  'new-loan': { de: 'ein neuer Kredit', en: 'a new loan' },
  insurance: { de: 'eine günstigere Versicherung', en: 'a cheaper insurance' },
  'instalment-plan': { de: 'eine Ratenvereinbarung', en: 'an instalment plan' },
  settlement: { de: 'ein Vergleich über die Forderung', en: 'a settlement of the claim' },
  'fee-waiver': { de: 'die Rücknahme einer Gebühr', en: 'a fee taken back' },
  overdraft: { de: 'ein niedrigerer Dispozins', en: 'a lower overdraft rate' },
  savings: { de: 'ein besserer Sparzins', en: 'a better savings rate' },
  'instalment-loan': { de: 'Ratenkredit', en: 'instalment loan' },
  'overdraft-contract': { de: 'Dispokredit', en: 'overdraft' },
  'savings-contract': { de: 'Sparkonto', en: 'savings account' },
  'insurance-household': { de: 'Hausratversicherung', en: 'household insurance' },
  'insurance-liability': { de: 'Haftpflichtversicherung', en: 'liability insurance' },
  'insurance-car': { de: 'Kfz-Versicherung', en: 'car insurance' },
  'insurance-legal': { de: 'Rechtsschutzversicherung', en: 'legal expenses insurance' },
  'insurance-phone': { de: 'Handyversicherung', en: 'phone insurance' },
  reminder: { de: 'Mahngebühr', en: 'reminder fee' },
  returned_debit: { de: 'Rücklastschriftgebühr', en: 'returned direct debit fee' },
  processing: { de: 'Bearbeitungsgebühr', en: 'processing fee' },
  account_keeping: { de: 'Kontoführungsgebühr', en: 'account-keeping fee' },
  flat40: { de: 'Verzugspauschale', en: 'late payment flat fee' },
  inkasso: { de: 'Inkassokosten', en: 'collection costs' },
  ...COVER_WORDS,
  negotiating: { de: 'wird verhandelt', en: 'being negotiated' },
  'awaiting-approval': { de: 'wartet auf Freigabe', en: 'waiting for approval' },
  executing: { de: 'wird ausgeführt', en: 'being carried out' },
  done: { de: 'erledigt', en: 'done' },
  'no-deal': { de: 'ohne besseres Ergebnis beendet', en: 'ended without a better deal' },
  'needs-human': { de: 'liegt bei einem Menschen', en: 'with a person' },
  stopped: { de: 'gestoppt', en: 'stopped' },
  open: { de: 'läuft', en: 'under way' },
  agreed: { de: 'Einigung im Grundsatz, noch nicht bindend', en: 'agreed in principle, not binding yet' },
  impasse: { de: 'ohne Einigung beendet', en: 'ended without agreement' },
  'walked-away': { de: 'von uns beendet', en: 'ended by us' },
  failed: { de: 'gescheitert', en: 'failed' },
  withdrawn: { de: 'zurückgezogen', en: 'withdrawn' },
}

/** The word for a code; an unknown code is spelt out without digits. */
export function noun(code: string, locale: 'de' | 'en'): string {
  const known = NOUNS[code]?.[locale]
  if (known !== undefined) return known
  return code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .replace(/\d+/g, '')
    .trim()
    .toLowerCase()
}

/** A contract's kind, which shares two codes with needs. */
export function contractNoun(kind: string, locale: 'de' | 'en'): string {
  return noun(kind === 'overdraft' || kind === 'savings' ? `${kind}-contract` : kind, locale)
}
