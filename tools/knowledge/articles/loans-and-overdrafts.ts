/**
 * Refinancing, overdrafts, terminated loans.
 *
 * @module
 */
import type { Article } from '../article.ts'

export const LOANS_AND_OVERDRAFTS: readonly Article[] = [
  {
    id: 'refinancing',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Umschuldung',
      passages: [
        {
          text: 'Eine Umschuldung lohnt sich, wenn die gesparten Zinsen die Kosten des Wechsels übersteigen, also eine Vorfälligkeitsentschädigung und Gebühren des neuen Kredits. Eine niedrigere Rate allein sagt wenig: Kommt sie von einer längeren Laufzeit, kann der Kredit insgesamt teurer werden. Der alte Vertrag sollte erst enden, wenn der neue verbindlich ist.',
          citation: '§§ 500–502 BGB; Grundsätze des Vergleichs von Krediten',
        },
        {
          text: 'Eine Restschuldversicherung darf erst eine Woche nach dem Kredit abgeschlossen werden.',
          citation: '§ 7a Abs. 5 VVG',
        },
      ],
      asked: [
        'Wann lohnt sich eine Umschuldung?',
        'Worauf muss ich beim Umschulden achten?',
        'Alten Kredit durch einen billigeren ersetzen',
        'Ist eine kleinere Monatsrate immer besser?',
        'Restschuldversicherung beim Kredit',
      ],
    },
    en: {
      title: 'Refinancing',
      passages: [
        {
          text: 'Refinancing pays off when the interest saved exceeds the cost of switching, that is early repayment compensation and fees of the new loan. A lower instalment alone says little: if it comes from a longer term, the loan can cost more in total. The old contract should end only once the new one is binding.',
          citation: 'sections 500–502 BGB; principles of comparing loans',
        },
        {
          text: 'A payment protection insurance may be concluded only a week after the loan.',
          citation: 'section 7a (5) VVG',
        },
      ],
      asked: [
        'When does refinancing pay off?',
        'What should I watch out for when refinancing?',
        'replace an old loan by a cheaper one',
        'Is a smaller monthly instalment always better?',
        'payment protection insurance with a loan',
      ],
    },
  },
  {
    id: 'overdraft',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Dispokredit',
      passages: [
        {
          text: 'Wer seinen Dispo sechs Monate ohne Unterbrechung und im Schnitt zu mehr als 75 Prozent des Rahmens nutzt, dem muss die Bank eine Beratung anbieten. Dasselbe gilt bei einer geduldeten Überziehung von mehr als drei Monaten und im Schnitt mehr als der Hälfte des Monatseinkommens.',
          citation: '§§ 504a, 505 BGB',
        },
        {
          text: 'Kürzt oder kündigt die Bank den Rahmen, muss sie das nach dem neuen Recht 30 Tage vorher mitteilen und die Rückzahlung in 12 gleichen Monatsraten zum Dispozins anbieten, bevor sie vollstreckt. Vergleichen lassen sich Dispokredite am besten mit dem effektiven Zins.',
          citation: 'Art. 24, 25 Richtlinie (EU) 2023/2225',
        },
      ],
      asked: [
        'Welche Regeln gelten für den Dispo?',
        'Ich bin ständig im Minus auf dem Konto, was muss die Bank tun?',
        'Die Bank kündigt meinen Dispokredit',
        'Überziehungskredit und geduldete Überziehung',
        'Girokonto dauernd überzogen',
      ],
    },
    en: {
      title: 'Overdrafts',
      passages: [
        {
          text: 'If you use your overdraft for six months without a break and on average above 75 percent of the limit, the bank must offer you advice. The same holds for an overrunning of more than three months and on average more than half of the monthly income.',
          citation: 'sections 504a, 505 BGB',
        },
        {
          text: 'If the bank reduces or cancels the limit, the new law asks for 30 days of notice and for an offer to repay in 12 equal monthly instalments at the overdraft rate before it enforces. Overdrafts are best compared by their effective rate.',
          citation: 'Art. 24, 25 Directive (EU) 2023/2225',
        },
      ],
      asked: [
        'Which rules apply to overdrafts?',
        'My account is always in the red, what must the bank do?',
        'The bank cancels my overdraft',
        'overrunning and arranged overdraft',
        'current account permanently overdrawn',
      ],
    },
  },
  {
    id: 'loan-called-in',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Wann die Bank einen Kredit kündigen darf',
      passages: [
        {
          text: 'Wegen Zahlungsverzugs darf die Bank einen Ratenkredit nur kündigen, wenn zwei aufeinanderfolgende Raten ganz oder teilweise offen sind, der Rückstand bei Laufzeiten bis drei Jahre mindestens 10 Prozent und sonst mindestens 5 Prozent des Nennbetrags erreicht, und eine Frist von zwei Wochen mit Warnung abgelaufen ist. Sie soll ein Gespräch anbieten.',
          citation: '§ 498 BGB',
        },
      ],
      asked: [
        'Wann darf die Bank meinen Kredit kündigen?',
        'Ich habe zwei Raten nicht gezahlt, was kann passieren?',
        'Kreditkündigung wegen Rückstand',
        'Kann das ganze Darlehen auf einmal fällig werden?',
      ],
    },
    en: {
      title: 'When a bank may call in a loan',
      passages: [
        {
          text: 'For late payment a bank may terminate an instalment loan only if two consecutive instalments are open in whole or in part, the arrears reach at least 10 percent of the nominal amount for terms up to three years and otherwise at least 5 percent, and a deadline of two weeks with a warning has passed. It should offer a talk.',
          citation: 'section 498 BGB',
        },
      ],
      asked: [
        'When may the bank terminate my loan?',
        'I missed two instalments, what can happen?',
        'loan called in because of arrears',
        'Can the whole loan fall due at once?',
      ],
    },
  },
]
