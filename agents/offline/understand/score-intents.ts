/**
 * The intent whose rule fits a message's concepts best.
 *
 * @module
 */
import type { Concept } from './concept.ts'
import { INTENT_RULES, type Intent, type IntentRule } from './intent-rules.ts'

export interface Scored {
  readonly intent: Intent
  readonly score: number
}

/** The best intent, or null when no rule applies. */
export function bestIntent(concepts: ReadonlySet<Concept>): Scored | null {
  let best: Scored | null = null
  for (const rule of INTENT_RULES) {
    if (applies(rule, concepts) && (best === null || rule.score > best.score)) {
      best = { intent: rule.intent, score: rule.score }
    }
  }
  return best
}

function applies(rule: IntentRule, concepts: ReadonlySet<Concept>): boolean {
  if (rule.none?.some((concept) => concepts.has(concept))) return false
  return rule.all.every((entry) => entry.split('|').some((name) => (concepts as ReadonlySet<string>).has(name)))
}
