/**
 * Whom the market plays. All of them are invented; likeness to any firm is chance.
 *
 * @module
 */
import { KINDS_OF_ROLE, type Role } from '../../tools/offers/deal-kinds.ts'
import type { DealKind, DealTerms } from '../../tools/offers/terms.ts'
import { pick } from './chance.ts'

/** How a party bargains. Private: nobody is told. */
export const MANNERS = [
  'patient', // gives way late
  'conceding', // gives way early
  'stubborn', // gives way a little, then says its last word
  'bluffing', // claims deadlines in its text that its offers do not carry
  'slow', // answers late
  'garbled', // sometimes answers something that is no answer
  'hostile', // puts instructions into its text
  'repeating', // gives the same answer twice
] as const

export type Manner = (typeof MANNERS)[number]

/** Failures a test or an eval can switch on for one party; off unless asked for. */
export const FAULTS = ['hang', 'lose-commit-answer', 'drop-commit', 'cannot-say'] as const

export type Fault = (typeof FAULTS)[number]

export interface Party {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly kinds: readonly DealKind[]
  readonly manner: Manner
  /** What this party has on the table with the customer already. */
  readonly quotes: readonly DealTerms[]
  readonly faults: readonly Fault[]
}

const own = (id: string, name: string, role: Role, manner: Manner): Party => {
  return { id, name, role, kinds: KINDS_OF_ROLE[role], manner, quotes: [], faults: [] }
}

/** The market's own house. */
export const OWN_PARTIES: readonly Party[] = [
  own('bk-auenkredit', 'Auenkredit', 'lender', 'patient'),
  own('bk-foerdebank', 'Fördebank', 'lender', 'conceding'),
  own('bk-talerwerk', 'Talerwerk', 'lender', 'stubborn'),
  own('bk-lindenkasse', 'Lindenkasse', 'lender', 'bluffing'),
  own('bk-moorbank', 'Moorbank', 'lender', 'slow'),
  own('bk-zeisig-direkt', 'Zeisig Direkt', 'lender', 'hostile'),
  own('bk-kieselhaus', 'Kieselhaus Bank', 'lender', 'garbled'),
  own('in-deichgraf', 'Deichgraf Versicherung', 'insurer', 'conceding'),
  own('in-kranich', 'Kranich Assekuranz', 'insurer', 'patient'),
  own('in-eichenschild', 'Eichenschild', 'insurer', 'stubborn'),
  own('in-sonnenwall', 'Sonnenwall Versicherung', 'insurer', 'bluffing'),
  own('in-wolkenruh', 'Wolkenruh', 'insurer', 'hostile'),
  own('in-muehlrad', 'Mühlrad Versicherung', 'insurer', 'repeating'),
  own('cr-blaufink', 'Blaufink Versand', 'creditor', 'patient'),
  own('cr-moebelanger', 'Möbelanger', 'creditor', 'conceding'),
  own('cr-tannroda', 'Forderungshaus Tannroda', 'creditor', 'stubborn'),
]

/** Somebody a customer's records name, played from now on; their manner comes from the seed unless it is given. */
export function enrolled(
  seed: string,
  id: string,
  request: {
    readonly name: string
    readonly role: Role
    readonly quote?: DealTerms | undefined
    readonly manner?: Manner | undefined
    readonly faults?: readonly Fault[] | undefined
  },
  known: Party | undefined,
): Party {
  const kinds = new Set([...(known?.kinds ?? []), ...KINDS_OF_ROLE[request.role]])
  const { quote } = request
  const others = known?.quotes.filter((earlier) => earlier.kind !== quote?.kind) ?? []
  return {
    id,
    name: known?.name ?? request.name,
    role: known?.role ?? request.role,
    kinds: [...kinds],
    manner:
      request.manner ??
      known?.manner ??
      pick(['patient', 'conceding', 'stubborn', 'bluffing'] as const, seed, id, 'manner'),
    quotes: quote === undefined ? (known?.quotes ?? []) : [...others, quote],
    faults: request.faults ?? known?.faults ?? [],
  }
}
