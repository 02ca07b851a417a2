/**
 * Where help with debts is free: said wherever selling stops.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'

export const DEBT_ADVICE: Bilingual = {
  de: 'Kostenlose Schuldnerberatung gibt es bei Caritas (caritas.de/schuldnerberatung), Diakonie (diakonie.de/schuldnerberatung), AWO und der Verbraucherzentrale (verbraucherzentrale.de).',
  en: 'Free debt advice: in Germany Caritas (caritas.de/schuldnerberatung), Diakonie (diakonie.de/schuldnerberatung), AWO and the consumer centres (verbraucherzentrale.de); in the UK StepChange (stepchange.org) and MoneyHelper (moneyhelper.org.uk).',
}

/** Why no new credit is shown, and what is. */
export const NO_NEW_CREDIT: Bilingual = {
  de: 'Nach den vorliegenden Zahlen ist das Geld knapp. Deshalb zeige und vermittle ich keinen neuen Kredit, nur eine günstigere Umschuldung, die nicht länger läuft als heute. Mit den Gläubigern lässt sich über Aufschub oder Raten reden.',
  en: 'By the figures on record money is tight. So I show and arrange no new credit, only a cheaper refinancing that runs no longer than today. Creditors can be asked for a deferral or instalments.',
}
