/**
 * Why a move was made, in words for customer and reviewer. No figure in them comes from the reservation value.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'
import type { MoveReason } from './strategy.ts'

const REASONS = {
  opening: {
    de: 'Eröffnung: ein ehrgeiziges Angebot, gemessen an dem, was heute gilt oder üblich ist.',
    en: 'Opening: an ambitious offer, measured by what stands today or is usual.',
  },
  concession: {
    de: 'Wir kommen ein Stück entgegen, weil das eine Einigung wahrscheinlicher macht, als es kostet.',
    en: 'We give way a little, because that makes an agreement likelier than it costs.',
  },
  unchanged: {
    de: 'Wir wiederholen unser Angebot: Ein weiteres Entgegenkommen lohnt sich noch nicht.',
    en: 'We repeat our offer: giving way further does not pay yet.',
  },
  'last-offer': {
    de: 'Letzte Runde: unser äußerstes Angebot, mit einem Rest Abstand zu den Grenzen des Mandats.',
    en: 'Last round: our final offer, still a little inside the limits of the mandate.',
  },
  'back-to-their-best': {
    de: 'Letzte Runde: wir bieten genau das an, was die Gegenseite früher selbst angeboten hat.',
    en: 'Last round: we offer exactly what they had offered themselves before.',
  },
  'as-good-as-next': {
    de: 'Ihr Angebot ist mindestens so gut wie das, was wir als Nächstes verlangt hätten.',
    en: 'Their offer is at least as good as what we would have asked for next.',
  },
  'not-to-be-bettered': {
    de: 'Nach allem, was die Gegenseite bisher gezeigt hat, ist in den verbleibenden Runden nichts Besseres zu erwarten.',
    en: 'By all the other side has shown so far, nothing better is to be expected in the rounds that remain.',
  },
  'final-offer': {
    de: 'Ihr letztes Wort liegt innerhalb des Mandats und ist besser, als nichts zu tun.',
    en: 'Their last word lies within the mandate and is better than doing nothing.',
  },
  'last-turn': {
    de: 'Letzte Runde: ihr Angebot liegt innerhalb des Mandats und ist besser als die Alternativen.',
    en: 'Last round: their offer lies within the mandate and beats the alternatives.',
  },
  closing: {
    de: 'Ihr bestes Angebot, zu dem sie noch stehen, liegt innerhalb des Mandats und ist besser als die Alternativen.',
    en: 'The best offer they still stand by lies within the mandate and beats the alternatives.',
  },
  'no-room': {
    de: 'Innerhalb der Grenzen des Mandats gibt es nichts, was sich anbieten ließe.',
    en: 'There is nothing within the limits of the mandate that could be offered.',
  },
  'final-too-dear': {
    de: 'Ihr letztes Wort ist schlechter als die Alternativen.',
    en: 'Their last word is worse than the alternatives.',
  },
  'not-held': {
    de: 'Sie haben zweimal nicht klar gehalten, was wir angenommen haben.',
    en: 'Twice they did not clearly hold what we took.',
  },
  rejected: { de: 'Sie haben zweimal abgelehnt, ohne etwas anzubieten.', en: 'They refused twice without an offer.' },
  'turns-over': { de: 'Die vorgesehenen Runden sind aufgebraucht.', en: 'The rounds set aside are used up.' },
  'reviewer-edit': {
    de: 'Ein Prüfer hat genau diese Bedingungen vorgegeben.',
    en: 'A reviewer asked for exactly these terms.',
  },
} as const satisfies Record<string, Bilingual>

export type ReasonRule = keyof typeof REASONS

/** @param turn moves of ours before this one */
export function reasonFor(rule: ReasonRule, turn: number): MoveReason {
  return { rule, text: REASONS[rule], figures: { turn: String(turn + 1) } }
}
