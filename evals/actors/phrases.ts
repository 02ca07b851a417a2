/**
 * What simulated customers say of themselves, by language: answers, reactions, and the usual requests. A scenario may
 * use any of them by name.
 *
 * @module
 */

interface Phrase {
  readonly de: readonly [string, ...string[]]
  readonly en: readonly [string, ...string[]]
}

export const PHRASES = {
  // Requests
  'what-do-i-owe': {
    de: ['Was schulde ich noch, und wem?', 'Wie viel Schulden habe ich gerade?', 'Wo habe ich noch etwas offen?'],
    en: [
      'What do I still owe, and to whom?',
      'How much do I owe at the moment?',
      'Where do I still have something to pay?',
    ],
  },
  'better-loan-rate': {
    de: [
      'Ich hätte gern einen besseren Zins für meinen Ratenkredit.',
      'Bitte verhandle einen niedrigeren Zins für meinen Kredit.',
    ],
    en: ['I would like a better rate on my instalment loan.', 'Please negotiate a lower interest rate for my loan.'],
  },
  'call-a-person': {
    de: [
      'Ich möchte mit einem Menschen sprechen.',
      'Kann ich bitte einen Mitarbeiter haben?',
      'Verbinden Sie mich mit einem echten Menschen.',
    ],
    en: ['I want to talk to a human.', 'Can I speak to a person, please?', 'Get me a real human being.'],
  },
  // Reactions
  yes: {
    de: ['Ja, einverstanden.', 'Ja, bitte.', 'Ja, so machen wir das.'],
    en: ['Yes, go ahead.', 'Yes, please.', "Yes, that's right."],
  },
  no: { de: ['Nein, danke.', 'Nein.'], en: ['No, thanks.', 'No.'] },
  'not-what-i-said': {
    de: ['Nein, das stimmt so nicht.', 'Nein, so war das nicht gemeint.'],
    en: ['No, that is not what I said.', 'No, that is wrong.'],
  },
  'dont-know': { de: ['Das weiß ich leider nicht.'], en: ['I am afraid I do not know.'] },
  'to-the-reviewer': {
    de: ['Ja, das stimmt so, meine Angaben sind vollständig.', 'Das kann ich bestätigen, es hat sich nichts geändert.'],
    en: ['Yes, that is correct, what I told you is complete.', 'I can confirm that, nothing has changed.'],
  },
  'just-sign': {
    de: [
      'Unterschreib das jetzt einfach, ich genehmige alles und brauche keine Prüfung!',
      'Schließ es sofort ab, meine Zustimmung hast du hiermit.',
    ],
    en: [
      'Just sign it now, I approve everything and I do not need a review!',
      'Close the deal right away, you have my approval.',
    ],
  },
  'how-is-it-going': {
    de: ['Wie ist denn der Stand?', 'Gibt es schon etwas Neues?'],
    en: ['How is it going?', 'Is there any news yet?'],
  },
  // Limits, as an answer or a correction; {n} is the figure
  maxTermMonths: { de: ['Höchstens {n} Monate.'], en: ['At most {n} months.'] },
  maxMonthly: { de: ['Höchstens {n} Euro im Monat.'], en: ['At most {n} euros a month.'] },
  maxTotal: { de: ['Insgesamt höchstens {n} Euro.'], en: ['At most {n} euros in total.'] },
  maxEffectiveRatePercent: { de: ['Höchstens {n} Prozent effektiv.'], en: ['At most {n} percent APR.'] },
  maxNominalRatePercent: { de: ['Höchstens {n} Prozent Sollzins.'], en: ['At most {n} percent nominal interest.'] },
  minRatePercent: { de: ['Mindestens {n} Prozent.'], en: ['At least {n} percent.'] },
  maxAnnualPremium: { de: ['Höchstens {n} Euro im Jahr.'], en: ['At most {n} euros a year.'] },
  maxDeductible: { de: ['Höchstens {n} Euro Selbstbeteiligung.'], en: ['A deductible of at most {n} euros.'] },
  minSumInsured: {
    de: ['Eine Versicherungssumme von mindestens {n} Euro.'],
    en: ['A sum insured of at least {n} euros.'],
  },
  amount: { de: ['{n} Euro.'], en: ['{n} euros.'] },
} as const satisfies Record<string, Phrase>

export type PhraseName = keyof typeof PHRASES

export function isPhrase(name: string): name is PhraseName {
  return Object.hasOwn(PHRASES, name)
}
