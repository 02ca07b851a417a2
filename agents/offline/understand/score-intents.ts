/**
 * The intent whose rule fits a message's concepts best.
 *
 * @module
 */
import type { Concept } from './concept.ts'
import { INTENT_RULES, type Intent } from './intent-rules.ts'

export interface Scored {
  readonly intent: Intent
  readonly score: number
}

interface ReadyRule extends Scored {
  readonly all: readonly (readonly Concept[])[]
  readonly none: readonly Concept[]
}

/** Best first, so that the first that applies is the best; rules of one score stay in the order written. */
const RULES: readonly ReadyRule[] = INTENT_RULES.map(({ intent, score, all, none }) => ({
  intent,
  score,
  all: all.map((entry) => entry.split('|') as Concept[]),
  none: none ?? [],
})).toSorted((a, b) => b.score - a.score)

/** The best intent, or null when no rule applies. */
export function bestIntent(concepts: ReadonlySet<Concept>): Scored | null {
  const best = RULES.find((rule) => applies(rule, concepts))
  return best === undefined ? null : { intent: best.intent, score: best.score }
}

function applies({ all, none }: ReadyRule, concepts: ReadonlySet<Concept>): boolean {
  return (
    all.every((entry) => entry.some((concept) => concepts.has(concept))) &&
    !none.some((concept) => concepts.has(concept))
  )
}
