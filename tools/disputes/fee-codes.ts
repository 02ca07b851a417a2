/**
 * Why a fee is owed or contested: stable codes, each with words and source.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'

export type FeeCode =
  | 'PAID_IN_TIME'
  | 'PRINCIPAL_DISPUTED'
  | 'NO_FAULT_286_4'
  | 'FLAT_40_NOT_FOR_CONSUMERS_288_5'
  | 'OWN_EFFORT_NOT_RECOVERABLE'
  | 'NOT_IN_DEFAULT'
  | 'FIRST_REMINDER_CAUSES_DEFAULT'
  | 'CLAUSE_INVALID_309_5B'
  | 'EXCESSIVE_NUMBER_254'
  | 'MATERIAL_COST_OK'
  | 'ASK_BREAKDOWN'
  | 'EXCEEDS_MATERIAL_COST'
  | 'THIRD_PARTY_COST_PROVEN'
  | 'ASK_BANK_FEE_PROOF'
  | 'MANDATE_BEFORE_DEFAULT'
  | 'NOT_REGISTERED_10_RDG'
  | 'MANDATE_AFTER_CONTEST_NOT_NECESSARY'
  | 'RVG_CAP_SIMPLE'
  | 'RVG_CAP_NORMAL'
  | 'RATE_BASE_PLUS_5'
  | 'PROOF_REQUESTED'

const MATERIAL_COST = '§§ 280, 286 BGB; BGH 26.06.2019 VIII ZR 95/18'
const RDG = '§§ 280, 286 BGB; § 13e RDG; VV RVG 2300'

/** What each code means, and where it comes from. */
export const FEE_CODES: Readonly<Record<FeeCode, { readonly text: Bilingual; readonly source: string }>> = {
  PAID_IN_TIME: {
    text: { de: 'Rechtzeitig bezahlt: kein Verzug.', en: 'Paid in time: no default.' },
    source: '§ 286 BGB',
  },
  PRINCIPAL_DISPUTED: {
    text: {
      de: 'Die Hauptforderung wird bestritten: keine Kosten daraus.',
      en: 'The principal is disputed: no costs arise from it.',
    },
    source: '§§ 280, 286 BGB',
  },
  NO_FAULT_286_4: {
    text: { de: 'Nicht zu vertreten: kein Verzug.', en: 'Not the customer’s fault: no default.' },
    source: '§ 286 (4) BGB',
  },
  FLAT_40_NOT_FOR_CONSUMERS_288_5: {
    text: {
      de: 'Die 40-Euro-Pauschale gilt nicht gegen Verbraucher.',
      en: 'The flat 40 euros do not apply to consumers.',
    },
    source: '§ 288 (5) BGB',
  },
  OWN_EFFORT_NOT_RECOVERABLE: {
    text: {
      de: 'Eigener Aufwand (Bearbeitung, Personal, Kontoführung) ist nicht zu ersetzen.',
      en: 'The creditor’s own effort (processing, staff, account keeping) is not recoverable.',
    },
    source: MATERIAL_COST,
  },
  NOT_IN_DEFAULT: { text: { de: 'Kein Verzug zu dieser Zeit.', en: 'No default at that time.' }, source: '§ 286 BGB' },
  FIRST_REMINDER_CAUSES_DEFAULT: {
    text: {
      de: 'Die Mahnung, die erst in Verzug setzt, ist kostenlos.',
      en: 'The reminder that first causes the default is free.',
    },
    source: '§§ 280 (2), 286 BGB',
  },
  CLAUSE_INVALID_309_5B: {
    text: {
      de: 'Pauschale in AGB ohne erlaubten Gegenbeweis: unwirksam.',
      en: 'Flat fee in standard terms without the right to prove lower damage: void.',
    },
    source: '§ 309 no. 5 (b) BGB',
  },
  EXCESSIVE_NUMBER_254: {
    text: { de: 'Mehr Mahnungen als zweckmäßig.', en: 'More reminders than reasonable.' },
    source: '§ 254 BGB',
  },
  MATERIAL_COST_OK: {
    text: { de: 'Im Rahmen der Materialkosten.', en: 'Within the material cost of the letter.' },
    source: MATERIAL_COST,
  },
  ASK_BREAKDOWN: {
    text: {
      de: 'Über den üblichen Materialkosten: Aufschlüsselung anfordern.',
      en: 'Above usual material cost: ask for a breakdown.',
    },
    source: MATERIAL_COST,
  },
  EXCEEDS_MATERIAL_COST: {
    text: { de: 'Weit über den Materialkosten eines Schreibens.', en: 'Far above the material cost of a letter.' },
    source: MATERIAL_COST,
  },
  THIRD_PARTY_COST_PROVEN: {
    text: { de: 'Nur das nachgewiesene Entgelt der Bank.', en: 'Only the bank’s fee that was proven.' },
    source: '§ 280 BGB; BGH 17.09.2009 Xa ZR 40/08',
  },
  ASK_BANK_FEE_PROOF: {
    text: {
      de: 'Rücklastschrift: Nachweis des Bankentgelts anfordern.',
      en: 'Returned debit: ask for proof of the bank’s fee.',
    },
    source: '§ 280 BGB; BGH 17.09.2009 Xa ZR 40/08',
  },
  MANDATE_BEFORE_DEFAULT: {
    text: { de: 'Der Auftrag an das Inkasso lag vor dem Verzug.', en: 'The agency was instructed before the default.' },
    source: '§§ 280 (2), 286 BGB',
  },
  NOT_REGISTERED_10_RDG: {
    text: { de: 'Das Inkassounternehmen ist nicht registriert.', en: 'The collection agency is not registered.' },
    source: '§ 10 RDG',
  },
  MANDATE_AFTER_CONTEST_NOT_NECESSARY: {
    text: {
      de: 'Die Forderung war schon bestritten: das Inkasso war nicht erforderlich.',
      en: 'The claim was contested before: the agency was not necessary.',
    },
    source: '§§ 254, 280 BGB; § 13f RDG',
  },
  RVG_CAP_SIMPLE: {
    text: {
      de: 'Höchstens der einfache Fall (gezahlt binnen zwei Wochen).',
      en: 'At most the simple case (paid within two weeks).',
    },
    source: RDG,
  },
  RVG_CAP_NORMAL: {
    text: { de: 'Höchstens, was ein Anwalt verlangen könnte.', en: 'At most what a lawyer could charge.' },
    source: RDG,
  },
  RATE_BASE_PLUS_5: {
    text: {
      de: 'Nur Basiszins plus fünf Punkte, nur während des Verzugs.',
      en: 'Base rate plus five points only, during default only.',
    },
    source: '§ 288 (1) BGB',
  },
  PROOF_REQUESTED: {
    text: {
      de: 'Nicht belegt: Wer Verzugskosten verlangt, muss ihre Voraussetzungen nachweisen.',
      en: 'Not proven: whoever claims costs of default has to prove what they rest on.',
    },
    source: '§§ 280, 286 BGB',
  },
}
