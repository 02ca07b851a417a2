/**
 * What an offer does not cover of what is wanted, or of what the customer has today.
 *
 * @module
 */

/** How a clause stands. `unknown` never counts as covered. */
export type Coverage = 'covered' | 'partly' | 'not' | 'unknown'

/** Clauses by name, as in contracts and offers; a clause that is not named is unknown. */
export type CoverageTable = Readonly<Record<string, Coverage>>

export interface CoverageGap {
  readonly item: string
  readonly wanted: 'covered' | 'partly'
  readonly offered: 'partly' | 'not' | 'unknown'
}

export interface CoverageComparison {
  /** Less than wanted, or not known to be enough: each is named before any price is compared. */
  readonly gaps: readonly CoverageGap[]
  /** More than wanted. */
  readonly extras: readonly string[]
  /** Clauses of what is wanted whose own state is not known, to ask for. */
  readonly unknownWanted: readonly string[]
  /** `yes` only when every wanted clause is known to be met and none of the wanted ones is unknown. */
  readonly suffices: 'yes' | 'no' | 'unknown'
}

const RANK = { not: 0, partly: 1, covered: 2 } as const

/** Compares the clauses of an offer with those wanted or with those of the current contract, by name. */
export function compareCoverage(wanted: CoverageTable, offered: CoverageTable): CoverageComparison {
  const gaps: CoverageGap[] = []
  const unknownWanted: string[] = []
  const extras: string[] = []
  for (const item of [...new Set([...Object.keys(wanted), ...Object.keys(offered)])].sort()) {
    const want = stateOf(wanted, item) ?? 'not'
    const offer = stateOf(offered, item) ?? 'unknown'
    if (want === 'unknown') unknownWanted.push(item)
    else if (offer === 'unknown') {
      if (want !== 'not') gaps.push({ item, wanted: want, offered: offer })
    } else if (RANK[offer] > RANK[want]) extras.push(item)
    else if (want !== 'not' && offer !== 'covered' && offer !== want) gaps.push({ item, wanted: want, offered: offer })
  }
  const certainGap = gaps.some(({ offered: state }) => state !== 'unknown')
  const open = gaps.length > 0 || unknownWanted.some((item) => stateOf(offered, item) !== 'covered')
  return { gaps, extras, unknownWanted, suffices: certainGap ? 'no' : open ? 'unknown' : 'yes' }
}

function stateOf(table: CoverageTable, item: string): Coverage | undefined {
  return Object.hasOwn(table, item) ? table[item] : undefined
}
