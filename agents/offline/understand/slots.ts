/**
 * What a request asks for besides its verb: limits, covers, kind of insurance, names, order in a list.
 *
 * @module
 */
import type { InsuranceKind } from '../../../tools/offers/terms.ts'
import type { Concept } from './concept.ts'
import { fold } from './normalise.ts'
import type { Quantity } from './quantities.ts'

export interface Slots {
  readonly amount?: string
  readonly maxMonthly?: string
  readonly maxYearly?: string
  readonly maxDeductible?: string
  readonly maxTotal?: string
  readonly feeAmount?: string
  readonly minSumInsured?: string
  readonly maxRatePercent?: string
  readonly minRatePercent?: string
  readonly rateIs?: 'effective' | 'nominal'
  readonly maxTermMonths?: number
  readonly minTermMonths?: number
  readonly mustHave?: readonly string[]
  readonly insuranceKind?: InsuranceKind
  readonly name?: string
  /** "The second one": counted from 1; -1 is the last. */
  readonly ordinal?: number
  /** A figure as the customer wrote it, for "why 95.95?". */
  readonly figure?: string
}

/** Slots from quantities; what a bare amount means depends on the topic and is decided where the call is planned. */
export function quantitySlots(found: readonly Quantity[], concepts: ReadonlySet<Concept>): Slots {
  let slots: Slots = {}
  for (const quantity of found) {
    const next = slotOf(quantity, concepts)
    // The sum comes first; a limit said again is a correction.
    slots = slots.amount === undefined ? { ...slots, ...next } : { ...slots, ...next, amount: slots.amount }
  }
  const figure = found.find(
    (quantity) => quantity.kind === 'money' || quantity.kind === 'plain' || quantity.kind === 'rate',
  )
  return figure === undefined ? slots : { ...slots, figure: figure.raw.trim() }
}

function slotOf(quantity: Quantity, concepts: ReadonlySet<Concept>): Slots {
  switch (quantity.kind) {
    case 'term':
      return quantity.bound === 'min' ? { minTermMonths: quantity.months } : { maxTermMonths: quantity.months }
    case 'rate':
      if (concepts.has('savings')) return { minRatePercent: quantity.percent }
      return quantity.bound === 'min'
        ? { minRatePercent: quantity.percent }
        : { maxRatePercent: quantity.percent, rateIs: quantity.of }
    case 'plain':
      return Number(quantity.value) >= 500 && (concepts.has('loan') || concepts.has('borrow'))
        ? { amount: Number(quantity.value).toFixed(2) }
        : {}
    case 'money':
      return moneySlot(quantity.amount, quantity.role)
  }
}

function moneySlot(amount: string, role: Extract<Quantity, { kind: 'money' }>['role']): Slots {
  switch (role) {
    case 'monthly':
      return { maxMonthly: amount }
    case 'yearly':
      return { maxYearly: amount }
    case 'deductible':
      return { maxDeductible: amount }
    case 'total':
      return { maxTotal: amount }
    case 'fee':
      return { feeAmount: amount }
    case 'sum-insured':
      return { minSumInsured: amount }
    case 'amount':
      return { amount }
  }
}

const KINDS: readonly (readonly [Concept, InsuranceKind])[] = [
  ['household', 'insurance-household'],
  ['legal-cover', 'insurance-legal'],
  ['phone-cover', 'insurance-phone'],
  ['car', 'insurance-car'],
  ['liability', 'insurance-liability'],
]

/** The kind of insurance spoken of, if any. */
export function insuranceKind(concepts: ReadonlySet<Concept>): InsuranceKind | undefined {
  return KINDS.find(([concept]) => concepts.has(concept))?.[1]
}

const COVERS: readonly (readonly [RegExp, string])[] = [
  [/fahrrad\w*|\bbike|bicycle/, 'bicycleTheft'],
  [
    /elementar\w*|naturgefahr\w*|hochwasser|ueberschwemm\w*|flood|natural (hazard|peril|disaster)|elementary/,
    'elementaryPerils',
  ],
  [/grobe\w* fahrlaessig\w*|gross negligence/, 'grossNegligenceWaiver'],
  [/\bglas\b|glasbruch|glasversicherung|glasschaed\w*|glass/, 'glass'],
  [/schluessel\w*|lost keys?|key loss|\bkeys\b/, 'lostKeys'],
  [/gefaelligkeit\w*|favou?r damage|helping friends/, 'favourDamage'],
  [/forderungsausfall\w*|claims[- ]default|default cover/, 'claimsDefaultCover'],
  [/teilkasko|partial cover|third party fire/, 'partialCover'],
  [/vollkasko|comprehensive/, 'comprehensive'],
  [/freie\w* werkstatt\w*|werkstattwahl|choice of (workshop|garage)/, 'freeChoiceOfWorkshop'],
]

/** Covers the customer insists on; those named with "ohne", "without", "no" or "kein" are left out. */
export function requiredCovers(text: string): readonly string[] {
  const folded = fold(text)
  return COVERS.filter(([pattern]) => {
    const at = folded.search(pattern)
    return at >= 0 && !/\b(ohne|kein\w*|nicht|without|no|not|don't need)\s+(\w+\s+)?$/.test(folded.slice(0, at))
  }).map(([, cover]) => cover)
}

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\b(erste[nrs]?|first|1st)\b/, 1],
  [/\b(zweite[nrs]?|second|2nd|andere[nrs]?|other one)\b/, 2],
  [/\b(dritte[nrs]?|third|3rd)\b/, 3],
  [/\b(vierte[nrs]?|fourth|4th)\b/, 4],
  [/\b(letzte[nrs]?|last one|last)\b/, -1],
]

/** Which entry of the list just shown is meant. */
export function ordinal(text: string): number | undefined {
  const folded = fold(text)
  return ORDINALS.find(([pattern]) => pattern.test(folded))?.[1]
}
