/**
 * A tool's answer on its way to a model: data with references as text, the facts beside it.
 *
 * @module
 */
import type { Fact } from './fact.ts'
import { renderFact } from './render-fact.ts'
import type { ToolAnswer, ToolData } from './tool-answer.ts'

/** What code reads of a tool's answer; a model never sees it. */
export interface ToolArtifact {
  readonly data: ToolData
  readonly facts: readonly Fact[]
  /** What this answer puts before the customer, to be stored with the reply. */
  readonly focus: Readonly<Record<string, unknown>>
}

/**
 * Content and artifact of a tool message. In the content each fact also says what its reference will read as, so that a
 * model can reason about figures that it must not write.
 */
export function toolResult(
  answer: ToolAnswer,
  locale: 'de' | 'en',
  focus: ToolArtifact['focus'] = {},
): [string, ToolArtifact] {
  const { facts, ...data } = answer
  const rendered = facts.map((fact) => ({ ...fact, rendered: renderFact(fact.value, locale) }))
  return [JSON.stringify({ ...data, facts: rendered }), { data: data as ToolData, facts, focus }]
}
