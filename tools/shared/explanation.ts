/**
 * Why a figure is what it is: the rule, its inputs, the arithmetic in steps, the sources.
 *
 * @module
 */

/** A short text in the two languages Parley serves. */
export interface Bilingual {
  readonly de: string
  readonly en: string
}

/** A rule of law, contract or arithmetic, with the days between which it holds (inclusive; null is open). */
export interface Rule {
  /** Stable id: `de.bgb.288-1`, `eu.ccd2.apr`. */
  readonly id: string
  readonly title: Bilingual
  readonly source: string
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** One line of the arithmetic, in words and figures. */
export interface Step {
  readonly text: Bilingual
  /** The value this step arrives at, as text with unit, where it has one. */
  readonly value?: string
}

/** The reasoning behind one result. */
export interface Explanation {
  readonly title: Bilingual
  readonly ruleIds: readonly string[]
  readonly inputs: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  readonly sources: readonly string[]
}
