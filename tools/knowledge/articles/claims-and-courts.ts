/**
 * Limitation, acknowledgement, payments, court papers, attachment, debt advice.
 *
 * @module
 */
import type { Article } from '../article.ts'

export const CLAIMS_AND_COURTS: readonly Article[] = [
  {
    id: 'limitation',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Verjährung',
      passages: [
        {
          text: 'Die regelmäßige Verjährung dauert drei Jahre und beginnt mit dem Ende des Jahres, in dem die Forderung entstanden ist und der Gläubiger davon wusste. Festgestellte Forderungen mit Titel verjähren erst nach 30 Jahren. Wer sich auf Verjährung berufen will, muss das selbst erklären; was gezahlt ist, kommt nicht zurück.',
          citation: '§§ 195, 197, 199, 214 BGB',
        },
        {
          text: 'Bei Verbraucherkrediten ist die Verjährung im Verzug bis zu zehn Jahre gehemmt. Verhandlungen, Mahnbescheid und Klage halten sie ebenfalls auf.',
          citation: '§§ 203, 204, 497 Abs. 3 BGB',
        },
      ],
      asked: [
        'Wann verjährt eine Forderung?',
        'Wie lange dauert es, bis Schulden verjähren?',
        'Alte Rechnung von vor Jahren, muss ich noch zahlen?',
        'Verjährungsfrist bei Schulden und Krediten',
        'Ist meine Schuld schon verfallen?',
      ],
    },
    en: {
      title: 'Limitation',
      passages: [
        {
          text: 'The regular limitation period is three years and begins at the end of the year in which the claim arose and the creditor knew of it. Claims with a court title are barred only after 30 years. Whoever relies on limitation must say so; what was paid cannot be reclaimed.',
          citation: 'sections 195, 197, 199, 214 BGB',
        },
        {
          text: 'For consumer loans limitation is suspended during default for up to ten years. Negotiations, a payment order and a lawsuit stop it as well.',
          citation: 'sections 203, 204, 497 (3) BGB',
        },
      ],
      asked: [
        'When does a debt become statute barred?',
        'How long until debts expire?',
        'An old bill from years ago, do I still have to pay?',
        'limitation period for debts and loans',
        'Is my debt time-barred?',
      ],
    },
  },
  {
    id: 'acknowledgement',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Ratenvereinbarung und Anerkenntnis',
      passages: [
        {
          text: 'Wer eine Forderung anerkennt, etwa durch eine Abschlagszahlung, eine Zinszahlung oder eine Ratenvereinbarung, lässt die Verjährung von diesem Tag an neu beginnen. Bei alten oder bestrittenen Forderungen sollte man deshalb nichts zahlen und nichts unterschreiben, ohne das zu bedenken.',
          citation: '§ 212 BGB',
        },
      ],
      asked: [
        'Was passiert, wenn ich eine Ratenvereinbarung unterschreibe?',
        'Ist eine kleine Zahlung auf alte Schulden gefährlich?',
        'Schuldanerkenntnis unterschreiben',
        'Worauf muss ich bei einer Ratenzahlungsvereinbarung achten?',
        'Beginnt die Verjährung durch eine Teilzahlung neu?',
      ],
    },
    en: {
      title: 'Instalment plans and acknowledgement',
      passages: [
        {
          text: 'Whoever acknowledges a claim, for example by a part payment, by paying interest or by an instalment plan, makes limitation start again from that day. With old or disputed claims it is wise to pay and sign nothing without thinking of that.',
          citation: 'section 212 BGB',
        },
      ],
      asked: [
        'What happens when I sign an instalment plan?',
        'Is a small payment on an old debt dangerous?',
        'signing an acknowledgement of debt',
        'What should I watch out for in a repayment agreement?',
        'Does a part payment restart limitation?',
      ],
    },
  },
  {
    id: 'order-of-payments',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Worauf eine Zahlung angerechnet wird',
      passages: [
        {
          text: 'Reicht eine Zahlung nicht für alles, wird sie zuerst auf die Kosten, dann auf die Zinsen und zuletzt auf die Hauptforderung angerechnet. Bei Verbraucherkrediten kommt die Hauptforderung vor den Zinsen. Bei mehreren Schulden entscheidet, wer zahlt, welche gemeint ist.',
          citation: '§§ 366, 367, 497 Abs. 3 BGB',
        },
      ],
      asked: [
        'Worauf wird meine Zahlung angerechnet?',
        'Wird zuerst die Gebühr oder die Rechnung getilgt?',
        'Teilzahlung nur auf die Hauptforderung',
        'Mehrere Schulden bei einem Gläubiger, welche wird zuerst bezahlt?',
      ],
    },
    en: {
      title: 'What a payment is set against',
      passages: [
        {
          text: 'If a payment does not cover everything, it goes to costs before interest, and to the principal last. For consumer loans the principal comes before interest. With several debts the payer decides which one is meant.',
          citation: 'sections 366, 367, 497 (3) BGB',
        },
      ],
      asked: [
        'What is my payment set against?',
        'Does a payment go to the fee or to the bill?',
        'part payment on the principal only',
        'several debts with one creditor, which is paid off before the others?',
      ],
    },
  },
  {
    id: 'court-papers',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Mahnbescheid und Vollstreckungsbescheid',
      passages: [
        {
          text: 'Gegen einen Mahnbescheid kann man binnen zwei Wochen nach der Zustellung Widerspruch erheben, und danach noch, solange kein Vollstreckungsbescheid verfügt ist. Das Gericht hat die Forderung nicht geprüft. Gegen den Vollstreckungsbescheid gibt es nur zwei Wochen für den Einspruch, und diese Frist ist streng. Solche Post gehört sofort zu einem Menschen, der hilft.',
          citation: '§§ 339, 692, 694, 700 ZPO',
        },
      ],
      asked: [
        'Ich habe einen Mahnbescheid bekommen, was mache ich jetzt?',
        'Gelber Brief vom Gericht wegen Schulden',
        'Frist für Widerspruch gegen einen Mahnbescheid',
        'Vollstreckungsbescheid Einspruch',
        'Post vom Amtsgericht, gerichtliches Mahnverfahren',
      ],
    },
    en: {
      title: 'Court payment orders',
      passages: [
        {
          text: 'You can object to a payment order within two weeks of service, and later as long as no enforcement order is issued. The court has not checked the claim. Against the enforcement order there are only two weeks, and that deadline is strict. Such mail belongs at once before a person who helps.',
          citation: 'sections 339, 692, 694, 700 ZPO',
        },
      ],
      asked: [
        'I got a payment order from a court, what should I do?',
        'yellow envelope from the court because of debts',
        'deadline to object to a court order for payment',
        'objection to an enforcement order',
        'letter from the local court, order for payment procedure',
      ],
    },
  },
  {
    id: 'attachment-limits',
    validFrom: '2026-07-01',
    validTo: '2027-06-30',
    de: {
      title: 'Pfändungsfreigrenze und P-Konto',
      passages: [
        {
          text: 'Vom Nettolohn sind seit dem 1. Juli 2026 mindestens 1.587,40 Euro im Monat unpfändbar. Mit der ersten Person, für die man Unterhalt leistet, steigt der Betrag um 597,42 Euro, mit jeder weiteren bis zur fünften um 332,83 Euro. Von dem, was darüber liegt, bleibt ein Teil.',
          citation: '§ 850c ZPO mit Bekanntmachung',
        },
        {
          text: 'Auf dem Konto schützt das Pfändungsschutzkonto: 1.590 Euro im Monat ohne weitere Nachweise, mehr mit Bescheinigung.',
          citation: '§§ 899, 902 ZPO',
        },
      ],
      asked: [
        'Wie viel von meinem Lohn darf gepfändet werden?',
        'Was bleibt mir bei einer Lohnpfändung?',
        'Pfändungsfreibetrag',
        'Was ist ein P-Konto und wie viel ist geschützt?',
        'Kontopfändung, Schutz vom Gehalt',
      ],
    },
    en: {
      title: 'Attachment limits and protected accounts',
      passages: [
        {
          text: 'Since 1 July 2026 at least 1,587.40 euros of net pay a month cannot be attached. With the first person you maintain the sum rises by 597.42 euros, with each further one up to the fifth by 332.83 euros. Of what lies above, a share remains.',
          citation: 'section 850c ZPO with official notice',
        },
        {
          text: 'On the account a protected account (P-Konto) helps: 1,590 euros a month without further proof, more with a certificate.',
          citation: 'sections 899, 902 ZPO',
        },
      ],
      asked: [
        'How much of my wages can be seized?',
        'What do I keep when my salary is attached?',
        'attachment-free amount, garnishment limit',
        'What is a protected account and how much is safe?',
        'bank account attachment, protection of pay',
      ],
    },
  },
  {
    id: 'debt-advice',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Schuldnerberatung und Privatinsolvenz',
      passages: [
        {
          text: 'Anerkannte Schuldnerberatungsstellen helfen dabei, Forderungen zu ordnen und mit Gläubigern zu verhandeln; es gibt sie etwa bei Caritas, Diakonie, AWO und Verbraucherzentralen. Für die Privatinsolvenz braucht man eine Bescheinigung über den gescheiterten Versuch, sich außergerichtlich zu einigen. Die Restschuldbefreiung kommt nach drei Jahren.',
          citation: '§§ 287, 300, 305 InsO; Art. 36 Richtlinie (EU) 2023/2225',
        },
      ],
      asked: [
        'Wo bekomme ich Hilfe bei Schulden?',
        'Wo gibt es eine Schuldnerberatung?',
        'Ich weiß nicht mehr weiter mit meinen Schulden',
        'Wie läuft eine Privatinsolvenz ab?',
        'Überschuldet, wer berät mich?',
      ],
    },
    en: {
      title: 'Debt advice and personal insolvency',
      passages: [
        {
          text: 'Recognised debt advice centres help to sort claims and to talk to creditors; Caritas, Diakonie, AWO and consumer centres run them. For personal insolvency you need a certificate that an out-of-court attempt failed. Discharge comes after three years.',
          citation: 'sections 287, 300, 305 InsO; Art. 36 Directive (EU) 2023/2225',
        },
      ],
      asked: [
        'Where can I get help with debts?',
        'Where can I get debt advice?',
        'I do not know what to do about my debts any more',
        'How does personal insolvency work?',
        'over-indebted, who can advise me?',
      ],
    },
  },
]
