/**
 * Withdrawal, early repayment, the effective rate.
 *
 * @module
 */
import type { Article } from '../article.ts'

export const CREDIT: readonly Article[] = [
  {
    id: 'credit-withdrawal',
    validFrom: '2026-11-20',
    validTo: null,
    de: {
      title: 'Widerruf eines Kredits',
      passages: [
        {
          text: 'Einen Verbraucherkredit kann man binnen 14 Tagen widerrufen. Die Frist beginnt mit dem Vertragsschluss oder, wenn sie später kommen, mit dem Erhalt der Vertragsbedingungen und Informationen; es genügt, den Widerruf rechtzeitig abzusenden. Danach sind das Geld und die vereinbarten Zinsen binnen 30 Tagen zurückzuzahlen.',
          citation: 'Art. 26 Richtlinie (EU) 2023/2225; §§ 355, 495 BGB',
        },
        {
          text: 'Für Verträge nach dem neuen Recht endet das Widerrufsrecht spätestens 12 Monate und 14 Tage nach dem Vertragsschluss, außer wenn über das Recht nicht belehrt wurde. Für ältere Verträge gilt das alte Recht weiter; ein Mensch sollte sie ansehen.',
          citation: 'Art. 26 Richtlinie (EU) 2023/2225',
        },
      ],
      asked: [
        'Wie lange kann ich einen Kreditvertrag widerrufen?',
        'Wie komme ich aus einem gerade unterschriebenen Darlehen wieder heraus?',
        'Widerrufsfrist bei Krediten',
        'Kredit rückgängig machen, vom Darlehen zurücktreten',
        'Ab wann läuft die Widerrufsfrist?',
      ],
    },
    en: {
      title: 'Withdrawing from a credit agreement',
      passages: [
        {
          text: 'A consumer credit can be withdrawn from within 14 days. The period begins with the conclusion of the contract or, if later, with receipt of the terms and information; sending the withdrawal in time is enough. The money and the agreed interest are then to be paid back within 30 days.',
          citation: 'Art. 26 Directive (EU) 2023/2225; sections 355, 495 BGB',
        },
        {
          text: 'Under the new law the right ends at the latest 12 months and 14 days after the conclusion of the contract, unless the consumer was not told of it. Older contracts stay under the old law; a person should look at them.',
          citation: 'Art. 26 Directive (EU) 2023/2225',
        },
      ],
      asked: [
        'How long is the withdrawal period for a loan?',
        'How do I get out of a loan that I have just signed?',
        'cooling-off period for credit',
        'cancel a credit agreement, back out of a loan',
        'When does the withdrawal period begin?',
      ],
    },
  },
  {
    id: 'early-repayment',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Vorzeitige Rückzahlung und Vorfälligkeitsentschädigung',
      passages: [
        {
          text: 'Einen allgemeinen Verbraucherkredit darf man jederzeit ganz oder teilweise vorzeitig zurückzahlen. Zinsen und Kosten sinken dann anteilig.',
          citation: '§§ 500, 501 BGB; Art. 29 Richtlinie (EU) 2023/2225',
        },
        {
          text: 'Eine Vorfälligkeitsentschädigung darf der Kreditgeber nur bei festem Zins verlangen, höchstens 1 Prozent des vorzeitig gezahlten Betrags oder 0,5 Prozent, wenn bis zum vereinbarten Ende nicht mehr als ein Jahr bleibt. Nie ist es mehr als die Zinsen, die bis dahin noch angefallen wären, und der Kreditgeber muss den Schaden begründen.',
          citation: '§ 502 BGB',
        },
      ],
      asked: [
        'Was ist eine Vorfälligkeitsentschädigung?',
        'Kann ich meinen Kredit vorzeitig zurückzahlen?',
        'Was kostet es, ein Darlehen früher abzulösen?',
        'Sondertilgung, Kredit vor dem Ende ablösen',
        'Strafe der Bank bei früherer Tilgung',
      ],
    },
    en: {
      title: 'Early repayment and compensation',
      passages: [
        {
          text: 'A general consumer loan may be repaid early at any time, in full or in part. Interest and costs then fall in proportion.',
          citation: 'sections 500, 501 BGB; Art. 29 Directive (EU) 2023/2225',
        },
        {
          text: 'The lender may ask for compensation only where the rate is fixed, at most 1 percent of the sum repaid early, or 0.5 percent if no more than one year remains to the agreed end. It is never more than the interest that would still have accrued, and the lender must justify the loss.',
          citation: 'section 502 BGB',
        },
      ],
      asked: [
        'What is early repayment compensation?',
        'Can I repay my loan early?',
        'What does it cost to pay off a loan ahead of time?',
        'prepayment penalty, overpayment on a loan',
        'bank charges for settling a loan before the end',
      ],
    },
  },
  {
    id: 'effective-rate',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Effektiver Jahreszins und Sollzins',
      passages: [
        {
          text: 'Der Sollzins ist der reine Zins auf das geliehene Geld. Der effektive Jahreszins rechnet die weiteren Pflichtkosten und die Zeitpunkte der Zahlungen ein und macht Kredite vergleichbar; in Deutschland wird er mit zwei Nachkommastellen angegeben. Mahngebühren, Verzugszinsen und freiwillige Versicherungen gehören nicht dazu.',
          citation: '§ 16 PAngV mit Anlage; Anhang III Richtlinie (EU) 2023/2225',
        },
      ],
      asked: [
        'Was ist der effektive Jahreszins?',
        'Was ist der Unterschied zwischen Sollzins und Effektivzins?',
        'Warum ist der Effektivzins höher als der Nominalzins?',
        'Welcher Zinssatz zählt beim Vergleichen von Krediten?',
        'Was ist im Jahreszins alles enthalten?',
      ],
    },
    en: {
      title: 'Effective and nominal rate',
      passages: [
        {
          text: 'The nominal rate is the bare interest on the money lent. The annual percentage rate adds the other compulsory costs and the timing of payments, which makes loans comparable; in Germany it is stated with two decimals. Reminder fees, default interest and optional insurance are no part of it.',
          citation: 'section 16 PAngV with annex; Annex III Directive (EU) 2023/2225',
        },
      ],
      asked: [
        'What is the APR?',
        'What is the difference between nominal and effective rate?',
        'Why is the effective rate higher than the nominal rate?',
        'Which interest rate counts when comparing loans?',
        'What is included in the annual percentage rate?',
      ],
    },
  },
]
