/**
 * The field: every strategy of our own writing by name.
 *
 * @module
 */
import { InvalidInput } from '../../shared/errors.ts'
import { hardHeaded } from './hard-headed.ts'
import {
  anchoring,
  bluffing,
  exploding,
  feeCarveOut,
  injecting,
  salami,
  silent,
  stubborn,
  unitTricks,
} from './manners.ts'
import { micro } from './micro.ts'
import { modellingSide } from './modelling-side.ts'
import type { Strategy } from './party.ts'
import { randomSide } from './random-side.ts'
import { timeDependentSide } from './time-dependent.ts'
import { niceTitForTat, titForTatSide } from './tit-for-tat.ts'

/** The classics of the literature. */
export const CLASSICS: readonly Strategy[] = [
  timeDependentSide('boulware', 4),
  timeDependentSide('linear', 1),
  timeDependentSide('conceder', 0.25),
  micro,
  titForTatSide('tit-for-tat', 1),
  titForTatSide('tit-for-two-tats', 0.5),
  niceTitForTat,
  hardHeaded,
  randomSide,
]

/** Sides that model us with the engine's own model and concede on a late curve; not of the published ones. */
export const MODELLERS: readonly Strategy[] = [
  modellingSide('adamant', { exponent: 30, depth: 0.25, lastWord: 'keeps' }),
  modellingSide('waiting', { exponent: 20, depth: 0.5, lastWord: 'takes-anything' }),
  modellingSide('modelling-boulware', { exponent: 4, depth: 0.75, lastWord: 'takes-anything' }),
  modellingSide('modelling-linear', { exponent: 1.2, depth: 0.6, lastWord: 'takes-anything' }),
]

/** How businesses behave towards consumers. */
export const MANNERS: readonly Strategy[] = [
  stubborn,
  bluffing,
  exploding,
  anchoring,
  salami,
  unitTricks,
  injecting,
  feeCarveOut,
  silent,
]

/** @throws InvalidInput for a name that nobody in the field has */
export function fieldStrategy(name: string): Strategy {
  const found = [...CLASSICS, ...MODELLERS, ...MANNERS].find((strategy) => strategy.name === name)
  if (found !== undefined) return found
  const names = [...CLASSICS, ...MODELLERS, ...MANNERS].map((strategy) => strategy.name).join(', ')
  throw new InvalidInput([{ path: 'opponents', reason: `"${name}" is not in the field; it has ${names}` }])
}
