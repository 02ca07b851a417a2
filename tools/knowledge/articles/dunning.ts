/**
 * Reminder fees and default.
 *
 * @module
 */
import type { Article } from '../article.ts'

export const DUNNING: readonly Article[] = [
  {
    id: 'dunning-fees',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Mahngebühren',
      passages: [
        {
          text: 'Eine Mahngebühr ist Ersatz für den Schaden durch den Verzug. Ersetzt werden nur die Kosten des einzelnen Schreibens, also Druck, Umschlag und Porto, nicht Personal, Technik oder Verwaltung. Die Mahnung, die den Verzug erst herbeiführt, kostet nichts.',
          citation: '§§ 280, 286 BGB',
        },
        {
          text: 'Nach Berichten über die Rechtsprechung hielt der Bundesgerichtshof eine Pauschale von 2,50 Euro eines Energieversorgers für unwirksam. Für eine Mahnung per E-Mail oder App fallen praktisch keine Kosten an, sodass eine Gebühr dafür kaum zu begründen ist.',
          citation: 'BGH, 26.06.2019, VIII ZR 95/18 (berichtet)',
        },
      ],
      asked: [
        'Darf ein Händler Mahngebühren verlangen?',
        'Wie hoch darf eine Mahngebühr sein?',
        'Sind 5 Euro für eine Mahnung erlaubt?',
        'Muss ich die Kosten für die erste Mahnung bezahlen?',
        'Was darf eine Zahlungserinnerung kosten?',
        'Mahnkosten, Mahnspesen, Gebühr per E-Mail',
      ],
    },
    en: {
      title: 'Reminder fees',
      passages: [
        {
          text: 'A reminder fee compensates for the loss caused by late payment. Only the cost of that letter is due, that is printing, envelope and postage, and not staff, systems or administration. The reminder that first puts you in default is free of charge.',
          citation: 'sections 280, 286 BGB',
        },
        {
          text: 'According to case reports the Federal Court of Justice held a flat fee of 2.50 euros of an energy supplier void. A reminder by e-mail or app causes practically no cost, so that a fee for it is hard to justify.',
          citation: 'BGH, 26.06.2019, VIII ZR 95/18 (as reported)',
        },
      ],
      asked: [
        'May a shop charge reminder fees?',
        'How high may a dunning fee be?',
        'Is 5 euros for a reminder allowed?',
        'Do I have to pay for the first reminder?',
        'What may a payment reminder cost?',
        'late fee, dunning charge, fee for an e-mail reminder',
      ],
    },
  },
  {
    id: 'flat-fees-in-terms',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Pauschalen in den Geschäftsbedingungen',
      passages: [
        {
          text: 'Eine Pauschale für Mahnungen in den Geschäftsbedingungen darf den gewöhnlichen Schaden nicht übersteigen. Sie muss ausdrücklich den Nachweis erlauben, dass kein oder ein geringerer Schaden entstanden ist; sonst ist sie unwirksam. Auch eine Vertragsstrafe für verspätete Zahlung ist in Geschäftsbedingungen nicht erlaubt.',
          citation: '§ 309 Nr. 5 und 6 BGB',
        },
      ],
      asked: [
        'Ist eine Mahnpauschale in den AGB wirksam?',
        'In den AGB steht eine Gebühr von 10 Euro, gilt das?',
        'Pauschaler Schadensersatz in Geschäftsbedingungen',
        'Vertragsstrafe bei verspäteter Zahlung im Kleingedruckten',
      ],
    },
    en: {
      title: 'Flat fees in terms and conditions',
      passages: [
        {
          text: 'A flat reminder fee in terms and conditions may not exceed the ordinary loss. It must expressly allow you to prove that there was no loss or a smaller one; otherwise it is void. A contractual penalty for paying late is not allowed in terms and conditions either.',
          citation: 'section 309 nos. 5 and 6 BGB',
        },
      ],
      asked: [
        'Is a flat reminder fee in the terms and conditions valid?',
        'The small print says 10 euros per reminder, does that count?',
        'lump-sum damages in terms and conditions',
        'contractual penalty for late payment in the small print',
      ],
    },
  },
  {
    id: 'default',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Verzug',
      passages: [
        {
          text: 'In Verzug kommt, wer nach der Fälligkeit eine Mahnung erhält. Ohne Mahnung beginnt der Verzug am Tag nach einem Termin, der im Vertrag nach dem Kalender bestimmt ist, oder 30 Tage nach Fälligkeit und Zugang der Rechnung; bei Verbrauchern gilt das nur, wenn die Rechnung darauf hinweist. Wer nichts dafür kann, kommt nicht in Verzug.',
          citation: '§ 286 BGB',
        },
        {
          text: 'Eine Mahnung vor der Fälligkeit bewirkt nichts. Geschäftsbedingungen dürfen nicht davon befreien, zu mahnen.',
          citation: '§§ 286, 309 Nr. 4 BGB',
        },
      ],
      asked: [
        'Was bedeutet Verzug?',
        'Ab wann bin ich in Verzug?',
        'Wann gerate ich mit einer Zahlung in Verzug?',
        'Zu spät bezahlt, welche Folgen hat das?',
        'Zahlungsverzug ohne Mahnung',
        'Rechnung nicht rechtzeitig bezahlt',
      ],
    },
    en: {
      title: 'Default',
      passages: [
        {
          text: 'You are in default once you receive a reminder after the due date. Without a reminder, default begins the day after a date that the contract fixes by the calendar, or 30 days after the due date and receipt of the invoice; for consumers only if the invoice says so. Whoever is not at fault is not in default.',
          citation: 'section 286 BGB',
        },
        {
          text: 'A reminder before the due date has no effect. Terms and conditions may not do away with the reminder.',
          citation: 'sections 286, 309 no. 4 BGB',
        },
      ],
      asked: [
        'What does default mean?',
        'When am I in default?',
        'From when on does a payment count as late?',
        'What are the consequences of paying late?',
        'default without a reminder',
        'invoice not paid in time',
      ],
    },
  },
]
