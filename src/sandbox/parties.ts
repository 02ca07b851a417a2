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
export const FAULTS = [
  'hang', // never answers
  'down', // cannot be reached: 503 to every move
  'late', // answers late
  'garble', // now and then answers something that is no answer
  'lose-answers', // hears and decides, but the answer to a move is lost on the way
  'lose-commit-answer', // commits, but its answer is lost on the way
  'drop-commit', // 503, and nothing is committed
  'refuse-commit', // takes no commitment, and says so
  'cannot-say', // 503 when asked whether it committed
] as const

export type Fault = (typeof FAULTS)[number]

/** What a party does to get more than it says; all of it shows in its typed terms or is mere text. */
export const TRICKS = [
  'bluff', // claims a deadline in its text
  'inject', // puts instructions into its text
  'ask-limit', // asks in its text how far the customer would go
  'hidden-fee', // a fee in the terms, none in the text
  'longer-term', // the price is met, over a longer term
  'less-cover', // the price is met, with less cover and a higher deductible
  'other-currency', // the figures are met, in another currency
  'per-month', // a figure by the month where the terms say by the year
  'exploding', // offers that end within ten minutes
  'expired', // offers that have ended already
  'accept-otherwise', // says "accept" to other terms than those offered
  'raise', // goes back on a price it has named
] as const

export type Trick = (typeof TRICKS)[number]

export interface Party {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly kinds: readonly DealKind[]
  readonly manner: Manner
  /** Just these kinds, whatever others of its role deal in. */
  readonly only?: readonly DealKind[] | undefined
  /** What this party has on the table with the customer already. */
  readonly quotes: readonly DealTerms[]
  readonly faults: readonly Fault[]
  readonly tricks?: readonly Trick[] | undefined
  /** First ask and private limit, in the figure people bargain over for the kind; the seed decides what is left out. */
  readonly asks?: string | undefined
  readonly limit?: string | undefined
  /** What it writes beside its terms, one a round; its manner decides when there is nothing. */
  readonly says?: readonly string[] | undefined
}

/** How a test or an eval wants a party played. */
export type Casting = Pick<Party, 'only' | 'tricks' | 'asks' | 'limit' | 'says'> & {
  readonly manner?: Manner | undefined
  readonly faults?: readonly Fault[] | undefined
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
  request: Casting & {
    readonly name: string
    readonly role: Role
    readonly quote?: DealTerms | undefined
  },
  known: Party | undefined,
): Party {
  const only = request.only ?? known?.only
  const { quote } = request
  const others = known?.quotes.filter((earlier) => earlier.kind !== quote?.kind) ?? []
  return {
    id,
    name: known?.name ?? request.name,
    role: known?.role ?? request.role,
    kinds: only ?? [...new Set([...(known?.kinds ?? []), ...KINDS_OF_ROLE[request.role]])],
    manner:
      request.manner ??
      known?.manner ??
      pick(['patient', 'conceding', 'stubborn', 'bluffing'] as const, seed, id, 'manner'),
    quotes: quote === undefined ? (known?.quotes ?? []) : [...others, quote],
    faults: request.faults ?? known?.faults ?? [],
    ...given('only', only),
    ...given('tricks', request.tricks ?? known?.tricks),
    ...given('asks', request.asks ?? known?.asks),
    ...given('limit', request.limit ?? known?.limit),
    ...given('says', request.says ?? known?.says),
  }
}

function given<K extends keyof Casting>(key: K, value: Casting[K]): Pick<Casting, K> | Record<string, never> {
  return value === undefined ? {} : ({ [key]: value } as Pick<Casting, K>)
}
