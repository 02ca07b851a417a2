/**
 * What concluding each kind of deal means, in words: the act, the worst that can come of it, what cannot be undone.
 *
 * @module
 */
import { PLAN_WARNING, SETTLEMENT_WARNING } from '../disputes/limitation-warning.ts'
import type { Bilingual } from '../shared/explanation.ts'
import type { Act } from './proposal.ts'

type Family =
  | 'instalment-loan'
  | 'insurance'
  | 'instalment-plan'
  | 'settlement'
  | 'fee-waiver'
  | 'overdraft'
  | 'savings'

export const ACTS: Readonly<Record<Family, Bilingual>> = {
  'instalment-loan': { de: 'Ratenkredit abschließen', en: 'Take out an instalment loan' },
  insurance: { de: 'Versicherung abschließen', en: 'Take out insurance' },
  'instalment-plan': { de: 'Ratenplan vereinbaren', en: 'Agree an instalment plan' },
  settlement: { de: 'Vergleich schließen', en: 'Agree a settlement' },
  'fee-waiver': { de: 'Erlass einer Gebühr annehmen', en: 'Accept the waiver of a fee' },
  overdraft: { de: 'Neuen Dispozins vereinbaren', en: 'Agree a new overdraft rate' },
  savings: { de: 'Neuen Guthabenzins vereinbaren', en: 'Agree a new savings rate' },
}

export const WORST_CASES: Readonly<Record<Family, Bilingual>> = {
  'instalment-loan': {
    de: 'Die Raten werden nicht bezahlt: Verzugszinsen, Kündigung des Kredits, und die Restschuld wird auf einmal fällig. Wird der alte Kredit nicht abgelöst, laufen beide.',
    en: 'The instalments are not paid: default interest, the loan is called in, and what is left falls due at once. If the old loan is not paid off, both run.',
  },
  insurance: {
    de: 'Ein Schaden fällt unter einen Ausschluss des neuen Vertrags, oder alter und neuer Vertrag laufen eine Zeit lang nebeneinander und kosten beide Beitrag.',
    en: 'A loss falls under an exclusion of the new policy, or the old and the new policy run side by side for a while and both cost a premium.',
  },
  'instalment-plan': {
    de: 'Eine Rate bleibt aus: die ganze Restforderung kann sofort fällig werden, mit Verzugszinsen und Kosten.',
    en: 'An instalment is missed: all that is left may fall due at once, with default interest and costs.',
  },
  settlement: {
    de: 'Der Betrag kommt nicht rechtzeitig an: der Vergleich kann hinfällig sein, und die ganze Forderung lebt wieder auf.',
    en: 'The amount does not arrive in time: the settlement may lapse, and the whole claim revives.',
  },
  'fee-waiver': {
    de: 'Der nicht erlassene Teil der Gebühr gilt als anerkannt.',
    en: 'The part of the fee that is not waived counts as accepted.',
  },
  overdraft: {
    de: 'Der Rahmen wird dauernd ausgeschöpft, und die Zinsen laufen das ganze Jahr auf den vollen Betrag.',
    en: 'The limit is used up all the time, and interest runs on the full amount all year.',
  },
  savings: {
    de: 'Der Zins wird nach der Garantie gesenkt, oder an das Geld kommt man nicht so schnell wie heute.',
    en: 'The rate is lowered after the guarantee, or the money is less quickly at hand than today.',
  },
}

export const IRREVERSIBLE: Readonly<Record<Family, Bilingual>> = {
  'instalment-loan': {
    de: 'Mit der Zusage kommt der Vertrag zustande. Verbraucherkredite lassen sich widerrufen (§§ 495, 355 BGB); danach nur gegen Vorfälligkeitsentschädigung vorzeitig zurückzahlen.',
    en: 'The confirmation makes the contract. A consumer loan can be withdrawn from (sections 495, 355 BGB); after that paying it off early may cost a compensation.',
  },
  insurance: {
    de: 'Mit der Zusage kommt der Vertrag zustande. Er lässt sich widerrufen (§ 8 VVG); eine Kündigung des alten Vertrags nicht.',
    en: 'The confirmation makes the contract. It can be withdrawn from (section 8 VVG); a cancellation of the old policy cannot.',
  },
  'instalment-plan': {
    de: PLAN_WARNING.de,
    en: PLAN_WARNING.en,
  },
  settlement: {
    de: `Der Vergleich beendet den Streit über die Forderung (§ 779 BGB); was gezahlt ist, kommt nicht zurück. ${SETTLEMENT_WARNING.de}`,
    en: `A settlement ends the dispute over the claim (section 779 BGB); what is paid does not come back. ${SETTLEMENT_WARNING.en}`,
  },
  'fee-waiver': {
    de: 'Der Erlass ist endgültig (§ 397 BGB), auch die Einigung über den Rest.',
    en: 'The waiver is final (section 397 BGB), and so is the agreement on the rest.',
  },
  overdraft: {
    de: 'Die Vereinbarung gilt, bis eine Seite sie ändert oder kündigt.',
    en: 'The agreement holds until one side changes or ends it.',
  },
  savings: {
    de: 'Die Vereinbarung gilt, bis eine Seite sie ändert oder kündigt.',
    en: 'The agreement holds until one side changes or ends it.',
  },
}

export const NOTHING: Bilingual = { de: 'Nichts tun', en: 'Do nothing' }

export const NOTES = {
  nothing: { de: 'Es bleibt, wie es ist.', en: 'All stays as it is.' },
  market: { de: 'Ebenfalls gehaltenes Angebot aus dieser Verhandlung.', en: 'Also held in this negotiation.' },
  quote: {
    de: 'Eigenes Angebot aus den Unterlagen, nicht nachverhandelt und nicht gehalten.',
    en: 'A quote of the customer’s own, neither negotiated nor held.',
  },
} as const satisfies Record<string, Bilingual>

/** Said wherever an offer of a counterparty that a program plays is shown. */
export const SIMULATED: Bilingual = { de: '(simulierter Anbieter)', en: '(simulated provider)' }

/** What follows once the deal is confirmed. */
export function thenWords(family: Family, act: Act): Bilingual {
  const name = act.counterpartyName
  if (act.type !== 'notice' || act.notice !== 'cancellation') return { de: `danach: ${name}`, en: `then: ${name}` }
  if (family === 'instalment-loan') {
    return {
      de: `nach der Bestätigung: bei ${name} ankündigen, dass der bisherige Kredit vorzeitig zurückgezahlt wird`,
      en: `once that is confirmed: tell ${name} that the present loan is repaid early`,
    }
  }
  return {
    de: `nach der Bestätigung: bisherigen Vertrag bei ${name} kündigen`,
    en: `once that is confirmed: end the present policy with ${name}`,
  }
}
