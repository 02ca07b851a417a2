/**
 * A grade: how well a play went, as a number that is watched against a baseline. It says what it counted.
 *
 * @module
 */
import type { Transcript } from './transcript.ts'

/** `quality` stands before `cost`: no saving of cost makes up for a loss of quality. */
export type GradeKind = 'quality' | 'cost'

export interface GradeRule {
  readonly name: string
  readonly kind: GradeKind
  readonly better: 'higher' | 'lower'
  /** `share` of one, `money` in euros, or a plain count. */
  readonly unit: 'share' | 'money' | 'count'
  /** How far the mean over the scenarios may fall behind the baseline: absolute, and for money and cost a share of it. */
  readonly tolerance: number
  /** Null where the play gives nothing to grade. */
  grade(transcript: Transcript): { readonly value: number; readonly because: string } | null
}

export interface Grade {
  readonly name: string
  readonly value: number
  readonly because: string
}
