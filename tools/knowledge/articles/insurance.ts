/**
 * Insurance: notice, withdrawal, under-insurance, unpaid premiums.
 *
 * @module
 */
import type { Article } from '../article.ts'

export const INSURANCE: readonly Article[] = [
  {
    id: 'insurance-notice',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Kündigungsfristen bei Versicherungen',
      passages: [
        {
          text: 'Die ordentliche Kündigungsfrist liegt zwischen einem und drei Monaten zum Ende des Versicherungsjahres und ist für beide Seiten gleich. Verträge über mehr als drei Jahre kann man zum Ende des dritten oder jedes folgenden Jahres mit drei Monaten Frist kündigen.',
          citation: '§ 11 VVG',
        },
        {
          text: 'Erhöht der Versicherer den Beitrag, ohne mehr zu bieten, kann man innerhalb eines Monats nach der Mitteilung kündigen, frühestens zum Wirksamwerden der Erhöhung. Nach einem Schadensfall dürfen beide Seiten bis einen Monat nach Abschluss der Verhandlungen über die Entschädigung kündigen.',
          citation: '§§ 40, 92 VVG',
        },
      ],
      asked: [
        'Welche Kündigungsfrist hat meine Versicherung?',
        'Wie kann ich eine Versicherung kündigen?',
        'Sonderkündigungsrecht bei Beitragserhöhung',
        'Darf mir die Versicherung nach einem Schaden kündigen?',
        'Hausratversicherung beenden, Fristen',
        'Der Beitrag wurde erhöht, komme ich raus?',
      ],
    },
    en: {
      title: 'Notice periods of insurance',
      passages: [
        {
          text: 'The ordinary notice period lies between one and three months to the end of the insured year and is the same for both sides. Contracts of more than three years can be ended at the end of the third or any later year with three months of notice.',
          citation: 'section 11 VVG',
        },
        {
          text: 'If the insurer raises the premium without more cover, you can terminate within one month of the notice, at the earliest when the increase takes effect. After a claim both sides may terminate until one month after the end of the settlement negotiations.',
          citation: 'sections 40, 92 VVG',
        },
      ],
      asked: [
        'What is the notice period of my insurance?',
        'How can I cancel an insurance policy?',
        'special right of termination after a premium increase',
        'May the insurer drop me after a claim?',
        'ending household insurance, deadlines',
        'The premium went up, can I get out?',
      ],
    },
  },
  {
    id: 'car-insurance-deadline',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Kfz-Versicherung: Stichtag 30. November',
      passages: [
        {
          text: 'Die meisten Kfz-Versicherungen enden zum Jahresende und haben einen Monat Kündigungsfrist. Die Kündigung muss dann spätestens am 30. November beim Versicherer sein; fällt der Tag auf ein Wochenende, verlängert das die Frist nach berichteter Rechtsprechung nicht. Gekündigt werden sollte erst, wenn der neue Schutz schriftlich bestätigt ist.',
          citation: '§ 11 VVG; BGH, 17.02.2005, III ZR 172/04 (berichtet)',
        },
      ],
      asked: [
        'Bis wann muss ich meine Autoversicherung kündigen?',
        'Stichtag 30. November Kfz Wechsel',
        'Autoversicherung wechseln zum Jahresende',
        'Wann muss die Kündigung beim Kfz-Versicherer sein?',
        'Letzter Tag für den Wechsel der Kfz-Haftpflicht',
      ],
    },
    en: {
      title: 'Car insurance: the 30 November deadline',
      passages: [
        {
          text: 'Most car insurance contracts end with the year and have one month of notice. The notice must then reach the insurer by 30 November at the latest; according to reported case law a weekend does not extend it. Give notice only once the new cover is confirmed in writing.',
          citation: 'section 11 VVG; BGH, 17.02.2005, III ZR 172/04 (as reported)',
        },
      ],
      asked: [
        'By when do I have to cancel my car insurance?',
        '30 November deadline for switching car insurance',
        'changing motor insurance at the end of the year',
        'When must the notice reach the car insurer?',
        'last day to switch vehicle liability cover',
      ],
    },
  },
  {
    id: 'insurance-withdrawal',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Widerruf einer Versicherung',
      passages: [
        {
          text: 'Eine Versicherung kann man binnen 14 Tagen in Textform widerrufen, gerechnet ab dem Erhalt aller Unterlagen; rechtzeitiges Absenden genügt. Bei Laufzeiten unter einem Monat gibt es dieses Recht nicht.',
          citation: '§ 8 VVG',
        },
      ],
      asked: [
        'Kann ich eine neue Versicherung widerrufen?',
        'Versicherung gerade abgeschlossen und bereut',
        'Widerrufsfrist bei Versicherungsverträgen',
        'Police zurückgeben',
      ],
    },
    en: {
      title: 'Withdrawing from insurance',
      passages: [
        {
          text: 'An insurance contract can be withdrawn from within 14 days in text form, counted from receipt of all documents; sending in time is enough. There is no such right for terms under one month.',
          citation: 'section 8 VVG',
        },
      ],
      asked: [
        'Can I withdraw from a new insurance policy?',
        'just took out insurance and regret it',
        'cooling-off period for insurance contracts',
        'hand back a policy',
      ],
    },
  },
  {
    id: 'under-insurance',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Unterversicherung',
      passages: [
        {
          text: 'Ist die Versicherungssumme erheblich niedriger als der Wert der Sachen, zahlt der Versicherer nur anteilig: im Verhältnis der Summe zum Wert. Ein vereinbarter Unterversicherungsverzicht schließt das aus, meist wenn die Summe einen festen Betrag je Quadratmeter Wohnfläche erreicht; üblich sollen 650 Euro sein.',
          citation: '§ 75 VVG',
        },
      ],
      asked: [
        'Was heißt Unterversicherung?',
        'Die Versicherung zahlt nur einen Teil des Schadens, warum?',
        'Versicherungssumme zu niedrig im Hausrat',
        'Was ist ein Unterversicherungsverzicht?',
        'Quadratmeter Wohnfläche und Deckungssumme',
      ],
    },
    en: {
      title: 'Under-insurance',
      passages: [
        {
          text: 'If the sum insured is considerably lower than the value of the things, the insurer pays only a share: the sum in proportion to the value. An agreed waiver excludes that, mostly where the sum reaches a fixed amount per square metre of living area; 650 euros is said to be common.',
          citation: 'section 75 VVG',
        },
      ],
      asked: [
        'What does under-insurance mean?',
        'Why does the insurer pay only part of the damage?',
        'sum insured too low in household insurance',
        'What is an underinsurance waiver?',
        'square metres of living area and sum insured',
      ],
    },
  },
  {
    id: 'unpaid-premium',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Versicherungsbeitrag nicht gezahlt',
      passages: [
        {
          text: 'Ist der erste Beitrag nicht gezahlt und wurde darauf hingewiesen, besteht kein Schutz. Bei späteren Beiträgen muss der Versicherer schriftlich eine Frist von zwei Wochen setzen; danach entfällt der Schutz, und er kann kündigen. Wer binnen eines Monats nachzahlt, macht die Kündigung unwirksam.',
          citation: '§§ 37, 38 VVG',
        },
      ],
      asked: [
        'Ich habe den Versicherungsbeitrag nicht bezahlt, bin ich noch versichert?',
        'Was passiert bei Rückstand mit der Prämie?',
        'Versicherungsschutz trotz offener Beiträge',
      ],
    },
    en: {
      title: 'Unpaid insurance premium',
      passages: [
        {
          text: 'If the first premium is unpaid and you were warned, there is no cover. For later premiums the insurer must set a deadline of two weeks in writing; after it cover ends and the insurer can terminate. Paying within a month undoes the termination.',
          citation: 'sections 37, 38 VVG',
        },
      ],
      asked: [
        'I did not pay the insurance premium, am I still covered?',
        'What happens when the premium is in arrears?',
        'insurance cover despite unpaid premiums',
      ],
    },
  },
]
