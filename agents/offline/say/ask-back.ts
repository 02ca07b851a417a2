/**
 * One clarifying question where a message can mean several things.
 *
 * @module
 */
import type { AskBack } from '../plan/step.ts'
import { contractNoun } from './nouns.ts'
import { list, named, tongue, type Voice } from './words-for.ts'

export function sayAskBack(what: AskBack, options: readonly string[], voice: Voice): string {
  const t = tongue(voice)
  const or = t('oder', 'or')
  const names = list(
    options.map((option) => named(option, voice)),
    voice,
    or,
  )
  switch (what) {
    case 'which-need':
      return t(
        'Worum soll ich mich kümmern: Kredit, Versicherung, Dispo, Sparzins, eine Gebühr oder eine offene Forderung?',
        'What shall I take care of: a loan, an insurance, the overdraft, savings, a fee or an open debt?',
      )
    case 'which-topic-loan':
      return t(
        'Gern. Soll ich Kreditangebote vergleichen oder für Sie einen besseren Zins aushandeln?',
        'Gladly. Shall I compare loan offers or negotiate a better rate for you?',
      )
    case 'which-topic-insurance':
      return t(
        'Gern. Soll ich Versicherungen vergleichen oder für Sie günstigere Bedingungen aushandeln?',
        'Gladly. Shall I compare insurance offers or negotiate better terms for you?',
      )
    case 'which-contract':
      return t(`Welchen Vertrag meinen Sie: ${names}?`, `Which contract do you mean: ${names}?`)
    case 'which-debt':
      return t(`Um welche Forderung geht es: ${names}?`, `Which debt is it about: ${names}?`)
    case 'which-insurance': {
      const kinds =
        options.length > 0
          ? options
          : ['insurance-household', 'insurance-liability', 'insurance-car', 'insurance-legal', 'insurance-phone']
      const nouns = list(
        kinds.map((kind) => contractNoun(kind, voice.locale)),
        voice,
        or,
      )
      return t(`Um welche Versicherung geht es: ${nouns}?`, `Which insurance is it about: ${nouns}?`)
    }
    case 'which-limit':
      return t('Welche Grenze soll ich ändern, und auf welchen Wert?', 'Which limit shall I change, and to what value?')
    case 'plan-or-settlement':
      return t(
        'Möchten Sie die Forderung in Raten zahlen oder auf einen Vergleich hinaus, also weniger zahlen und dafür auf einen Schlag?',
        'Would you like to pay the debt in instalments, or aim for a settlement, that is a reduced sum paid at once?',
      )
    case 'yes-to-what':
      return t(
        'Worauf bezieht sich Ihr Ja? Sagen Sie mir kurz, was ich tun soll.',
        'What does your yes refer to? Tell me briefly what I should do.',
      )
  }
}
