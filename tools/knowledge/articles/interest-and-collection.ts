/**
 * Default interest and collection costs.
 *
 * @module
 */
import type { Article } from '../article.ts'

export const INTEREST_AND_COLLECTION: readonly Article[] = [
  {
    id: 'default-interest',
    validFrom: '2026-07-01',
    // The base rate changes every half-year; the next one is not known yet.
    validTo: '2026-12-31',
    de: {
      title: 'Verzugszinsen und Basiszinssatz',
      passages: [
        {
          text: 'Verbraucher schulden im Verzug Zinsen von fünf Prozentpunkten über dem Basiszinssatz, und zwar im Jahr. Zinseszinsen fallen nicht an. Die Pauschale von 40 Euro gibt es nur gegenüber Unternehmen.',
          citation: '§§ 288, 289 BGB',
        },
        {
          text: 'Der Basiszinssatz liegt seit dem 1. Juli 2026 nach übereinstimmenden Berichten bei 1,52 Prozent, der Verzugszins für Verbraucher also bei 6,52 Prozent. Ab Januar gilt ein neuer Satz, der noch nicht bekannt ist.',
          citation: '§ 247 BGB; Basiszinssatz der Bundesbank (berichtet)',
        },
      ],
      asked: [
        'Wie hoch sind die Verzugszinsen?',
        'Wie hoch ist der Basiszinssatz?',
        'Wie viel Zinsen darf der Gläubiger verlangen, wenn ich zu spät zahle?',
        'Was ist der Basiszins?',
        'Zinsen bei verspäteter Zahlung',
        '40 Euro Pauschale bei Verzug',
      ],
    },
    en: {
      title: 'Default interest and the base rate',
      passages: [
        {
          text: 'In default, consumers owe interest of five percentage points above the base rate, per year. There is no interest on interest. The flat sum of 40 euros exists only against businesses.',
          citation: 'sections 288, 289 BGB',
        },
        {
          text: 'According to consistent reports the base rate has been 1.52 percent since 1 July 2026, so that the default rate for consumers is 6.52 percent. A new rate applies from January and is not known yet.',
          citation: 'section 247 BGB; base rate of the Bundesbank (as reported)',
        },
      ],
      asked: [
        'How high is default interest?',
        'What is the base rate?',
        'How much interest may a creditor charge when I pay late?',
        'late payment interest rate',
        'interest on arrears',
        '40 euro flat sum for late payment',
      ],
    },
  },
  {
    id: 'collection-costs',
    validFrom: '2025-06-01',
    validTo: null,
    de: {
      title: 'Inkassokosten',
      passages: [
        {
          text: 'Inkassokosten sind nur zu ersetzen, wenn der Verzug schon bestand, bevor das Inkassobüro beauftragt wurde, und höchstens so viel, wie ein Anwalt verlangen dürfte. Bei unbestrittenen Forderungen ist es in der Regel eine halbe Gebühr, wenn binnen zwei Wochen nach der ersten Aufforderung gezahlt wird, sonst bis zum 0,9-Fachen.',
          citation: '§§ 13e, 13f RDG, Nr. 2300 VV RVG',
        },
        {
          text: 'Die volle Gebühr beträgt seit dem 1. Juni 2025 bei unbestrittenen Forderungen bis 50 Euro 31,50 Euro und bis 500 Euro 51,50 Euro; dazu kommen 20 Prozent Auslagen, höchstens 20 Euro. Kontoführungs- und Bearbeitungsgebühren daneben sind nicht zu ersetzen.',
          citation: '§§ 13, 31b RVG, Nr. 7002 VV RVG',
        },
      ],
      asked: [
        'Muss ich Inkassokosten bezahlen?',
        'Wie hoch dürfen die Kosten eines Inkassobüros sein?',
        'Das Inkassounternehmen verlangt 70 Euro, ist das zulässig?',
        'Inkasso Gebühren Kontoführung Bearbeitung',
        'Was darf ein Inkassobüro berechnen?',
      ],
    },
    en: {
      title: 'Collection costs',
      passages: [
        {
          text: 'Collection costs are due only if you were in default before the agency was instructed, and at most what a lawyer could charge. For uncontested claims it is as a rule half a fee if you pay within two weeks of the first demand, otherwise up to 0.9 of a fee.',
          citation: 'sections 13e, 13f RDG, no. 2300 VV RVG',
        },
        {
          text: 'Since 1 June 2025 the full fee for uncontested claims is 31.50 euros up to 50 euros and 51.50 euros up to 500 euros; expenses of 20 percent are added, at most 20 euros. Account-keeping and processing fees beside it are not due.',
          citation: 'sections 13, 31b RVG, no. 7002 VV RVG',
        },
      ],
      asked: [
        'Do I have to pay debt collection costs?',
        'How much may a collection agency charge?',
        'The debt collector wants 70 euros, is that allowed?',
        'collection agency fees, account-keeping, processing',
        'What can a debt collector add to the bill?',
      ],
    },
  },
  {
    id: 'collection-letter',
    validFrom: null,
    validTo: null,
    de: {
      title: 'Was im Inkassoschreiben stehen muss',
      passages: [
        {
          text: 'Das erste Schreiben eines Inkassobüros muss unter anderem den Auftraggeber, den Grund der Forderung, die Zinsberechnung und die Kosten nach Art und Höhe nennen. Fehlen Angaben, lassen sie sich nachfordern; die Forderung erlischt dadurch nicht. Vor einem Schuldanerkenntnis muss das Büro warnen.',
          citation: '§ 13a RDG',
        },
        {
          text: 'Inkassobüros müssen registriert sein; zuständig ist das Bundesamt für Justiz.',
          citation: '§§ 10, 13a RDG',
        },
      ],
      asked: [
        'Was muss in einem Inkassobrief stehen?',
        'Ist dieses Inkassobüro echt und registriert?',
        'Brief vom Inkasso ohne Angaben zum Vertrag',
        'Welche Pflichtangaben hat ein Inkassoschreiben?',
      ],
    },
    en: {
      title: 'What a collection letter must say',
      passages: [
        {
          text: 'The first letter of a collection agency must name, among other things, its client, the ground of the claim, the computation of interest and the costs by kind and amount. Missing items can be requested; they do not extinguish the claim. The agency must warn before you sign an acknowledgement of debt.',
          citation: 'section 13a RDG',
        },
        {
          text: 'Collection agencies must be registered; the Federal Office of Justice is in charge.',
          citation: 'sections 10, 13a RDG',
        },
      ],
      asked: [
        'What must a debt collection letter contain?',
        'Is this collection agency genuine and registered?',
        'letter from a debt collector without details of the contract',
        'mandatory information in a collection letter',
      ],
    },
  },
]
