/**
 * The capability matrix as data: each row with what every kind of operator may do, the licence that opens it, and the
 * legal ground. Source: REFERENCE 5.1; where it says nothing about a kind of operator, the row takes the lesser.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'
import type { Licence, OperatorType } from './profile.ts'

/** `draft-only`: it is written, and the customer sends it as their own declaration. */
export type Verdict = 'allowed' | 'draft-only' | 'no'

export type Capability =
  | 'list-and-explain'
  | 'draft-letter'
  | 'send-notice'
  | 'negotiate-claim'
  | 'compare-credit'
  | 'negotiate-credit'
  | 'conclude-credit'
  | 'compare-insurance'
  | 'negotiate-insurance'
  | 'conclude-insurance'
  | 'conclude-claim'
  | 'reclaim-paid-fees'
  | 'payment-initiation'
  | 'debt-settlement-plan'

export interface CapabilityRow {
  readonly verdicts: Readonly<Record<OperatorType, Verdict>>
  /** Any of these makes it `allowed` for a commercial operator or a non-commercial body. */
  readonly openedBy: readonly Licence[]
  readonly title: Bilingual
  readonly ground: Bilingual
  readonly source: string
}

const RDG = '§§ 2, 3, 5, 8, 10, 20 RDG; § 134 BGB; BGH 09.09.2021 I ZR 113/20; BGH 27.11.2019 VIII ZR 285/18'
const CREDIT = '§ 34c (1) no. 2, § 34k GewO; Directive (EU) 2023/2225 Art. 16 (6)'
const INSURANCE = '§ 34d (1), (2) GewO; §§ 1a, 59-63 VVG'

/** In the order self-use, non-commercial, commercial, creditor. */
const by = (self: Verdict, body: Verdict, business: Verdict, creditor: Verdict): CapabilityRow['verdicts'] => ({
  'self-use': self,
  'non-commercial': body,
  commercial: business,
  creditor,
})

export const CAPABILITIES: Readonly<Record<Capability, CapabilityRow>> = {
  'list-and-explain': {
    verdicts: by('allowed', 'allowed', 'allowed', 'allowed'),
    openedBy: [],
    title: {
      de: 'Schulden auflisten, rechnen, Recht allgemein erklären',
      en: 'list debts, compute, explain law in general',
    },
    ground: {
      de: 'Allgemeine Auskunft ist keine Rechtsdienstleistung.',
      en: 'General information is no legal service.',
    },
    source: '§ 2 RDG',
  },
  'draft-letter': {
    verdicts: by('allowed', 'allowed', 'allowed', 'allowed'),
    openedBy: [],
    title: { de: 'Schreiben nach Regeln entwerfen', en: 'draft letters by rules' },
    ground: {
      de: 'Ein regelbasierter Entwurf aus Angaben des Verbrauchers ist keine Rechtsdienstleistung.',
      en: 'A rule-based draft from the consumer’s own statements is no legal service.',
    },
    source: 'BGH 09.09.2021 I ZR 113/20 (Smartlaw)',
  },
  'send-notice': {
    verdicts: by('allowed', 'allowed', 'draft-only', 'draft-only'),
    openedBy: ['rdg-lawyer'],
    title: { de: 'Erklärungen für den Kunden verschicken', en: 'send notices for the customer' },
    ground: {
      de: 'Vertretung in Streitigkeiten ist für andere eine erlaubnispflichtige Rechtsdienstleistung; der Kunde sendet selbst.',
      en: 'Representing others in disputes is a legal service that needs a licence; the customer sends it.',
    },
    source: RDG,
  },
  'negotiate-claim': {
    verdicts: by('allowed', 'allowed', 'no', 'no'),
    openedBy: ['rdg-lawyer'],
    title: { de: 'über Forderungen verhandeln', en: 'negotiate about claims' },
    ground: {
      de: 'Forderungen für andere abzuwehren ist eine Rechtsdienstleistung, die eine Inkassoerlaubnis nicht deckt.',
      en: 'Defending others against claims is a legal service that a collection licence does not cover.',
    },
    source: RDG,
  },
  'compare-credit': {
    verdicts: by('allowed', 'allowed', 'allowed', 'allowed'),
    openedBy: [],
    title: { de: 'Kredite vergleichen, ohne Abschlussweg', en: 'compare credit, without a way to conclude it' },
    ground: {
      de: 'Ein Vergleich eigener Angebote des Kunden ohne Abschlussweg vermittelt nichts und empfiehlt nichts.',
      en: 'Comparing the customer’s own quotes without a way to conclude brokers nothing and recommends nothing.',
    },
    source: CREDIT,
  },
  'negotiate-credit': {
    verdicts: by('allowed', 'no', 'no', 'no'),
    openedBy: ['gewo-34k'],
    title: { de: 'Kreditbedingungen verhandeln', en: 'negotiate terms of credit' },
    ground: { de: 'Kreditvermittlung braucht eine Erlaubnis.', en: 'Credit broking needs a licence.' },
    source: CREDIT,
  },
  'conclude-credit': {
    verdicts: by('allowed', 'no', 'no', 'no'),
    openedBy: ['gewo-34k'],
    title: { de: 'Kredite abschließen', en: 'conclude credit' },
    ground: { de: 'Kreditvermittlung braucht eine Erlaubnis.', en: 'Credit broking needs a licence.' },
    source: CREDIT,
  },
  'compare-insurance': {
    verdicts: by('allowed', 'allowed', 'allowed', 'allowed'),
    openedBy: [],
    title: {
      de: 'Versicherungen vergleichen, ohne Abschlussweg',
      en: 'compare insurance, without a way to conclude it',
    },
    ground: {
      de: 'Ein Vergleich ist nur dann Vermittlung, wenn über dasselbe Medium abgeschlossen werden kann.',
      en: 'A comparison is mediation only where the same medium leads to a contract.',
    },
    source: INSURANCE,
  },
  'negotiate-insurance': {
    verdicts: by('allowed', 'no', 'no', 'no'),
    openedBy: ['gewo-34d-1', 'gewo-34d-2'],
    title: { de: 'Versicherungsbedingungen verhandeln', en: 'negotiate terms of insurance' },
    ground: { de: 'Versicherungsvermittlung braucht eine Erlaubnis.', en: 'Insurance mediation needs a licence.' },
    source: INSURANCE,
  },
  'conclude-insurance': {
    verdicts: by('allowed', 'no', 'no', 'no'),
    openedBy: ['gewo-34d-1', 'gewo-34d-2'],
    title: { de: 'Versicherungen abschließen', en: 'conclude insurance' },
    ground: { de: 'Versicherungsvermittlung braucht eine Erlaubnis.', en: 'Insurance mediation needs a licence.' },
    source: INSURANCE,
  },
  'conclude-claim': {
    verdicts: by('allowed', 'allowed', 'no', 'no'),
    openedBy: ['rdg-lawyer'],
    title: {
      de: 'Ratenpläne, Vergleiche und Erlasse vereinbaren',
      en: 'agree instalment plans, settlements and waivers',
    },
    ground: {
      de: 'Forderungen für andere abzuwehren ist eine Rechtsdienstleistung, die eine Inkassoerlaubnis nicht deckt.',
      en: 'Defending others against claims is a legal service that a collection licence does not cover.',
    },
    source: RDG,
  },
  'reclaim-paid-fees': {
    verdicts: by('draft-only', 'draft-only', 'no', 'no'),
    openedBy: ['rdg-lawyer', 'rdg-10-collection'],
    title: { de: 'gezahlte Gebühren zurückfordern', en: 'reclaim fees that were paid' },
    ground: {
      de: 'Einziehung für andere braucht eine Registrierung.',
      en: 'Collecting for others needs a registration.',
    },
    source: '§§ 2 (2), 10 RDG; § 812 BGB',
  },
  'payment-initiation': {
    verdicts: by('no', 'no', 'no', 'no'),
    openedBy: [],
    title: { de: 'Zahlungen auslösen, auf Konten zugreifen', en: 'initiate payments, access accounts' },
    ground: {
      de: 'Das bleibt in der App der Bank; Parley kann es nicht und fragt nie nach Zugangsdaten.',
      en: 'That stays in the bank’s app; Parley cannot do it and never asks for credentials.',
    },
    source: 'ZAG §§ 10, 34',
  },
  'debt-settlement-plan': {
    verdicts: by('no', 'no', 'no', 'no'),
    openedBy: [],
    title: { de: 'Schuldenbereinigungspläne, Bescheinigungen', en: 'debt settlement plans, certificates' },
    ground: { de: 'Nur anerkannte Stellen bescheinigen das.', en: 'Only recognised bodies certify this.' },
    source: '§ 305 InsO',
  },
}
