/**
 * The limits of a mandate in words, without any figure.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'

export const WORDS = {
  OTHER_KIND: { de: 'eine andere Art von Vertrag als beauftragt', en: 'another kind of deal than delegated' },
  OTHER_CURRENCY: { de: 'eine andere Währung als beauftragt', en: 'another currency than delegated' },
  OTHER_AMOUNT: { de: 'ein anderer Betrag als beauftragt', en: 'another amount than delegated' },
  NOMINAL_RATE_TOO_HIGH: { de: 'der Sollzins liegt über der Grenze', en: 'the nominal rate is above the limit' },
  EFFECTIVE_RATE_TOO_HIGH: {
    de: 'der effektive Jahreszins liegt über der Grenze',
    en: 'the effective rate is above the limit',
  },
  RATE_TOO_LOW: { de: 'der Zins liegt unter der Grenze', en: 'the rate is below the limit' },
  MONTHLY_TOO_HIGH: {
    de: 'die monatliche Belastung liegt über der Grenze',
    en: 'the monthly burden is above the limit',
  },
  TOTAL_TOO_HIGH: { de: 'der Gesamtbetrag liegt über der Grenze', en: 'the total is above the limit' },
  FEE_TOO_HIGH: { de: 'die Gebühr liegt über der Grenze', en: 'the fee is above the limit' },
  TERM_TOO_SHORT: { de: 'die Laufzeit ist kürzer als erlaubt', en: 'the term is shorter than allowed' },
  TERM_TOO_LONG: { de: 'die Laufzeit ist länger als erlaubt', en: 'the term is longer than allowed' },
  PREMIUM_TOO_HIGH: { de: 'der Beitrag liegt über der Grenze', en: 'the premium is above the limit' },
  DEDUCTIBLE_TOO_HIGH: {
    de: 'die Selbstbeteiligung liegt über der Grenze',
    en: 'the deductible is above the limit',
  },
  SUM_INSURED_TOO_LOW: {
    de: 'die Deckungssumme liegt unter der Grenze',
    en: 'the sum insured is below the limit',
  },
  COVER_MISSING: { de: 'ein verlangter Schutz fehlt', en: 'a required cover is missing' },
  PLAN_DOES_NOT_PAY: { de: 'die Raten tilgen die Forderung nicht', en: 'the instalments do not pay the claim' },
} as const satisfies Record<string, Bilingual>

export type BreachCode = keyof typeof WORDS
