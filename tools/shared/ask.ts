/**
 * Answers that are no result: a question back, or a refusal with its reason.
 *
 * @module
 */
import type { Bilingual } from './explanation.ts'
import type { ToolAnswer } from './tool-answer.ts'

/** Something only the customer can say. */
export function question(code: string, ask: Bilingual, options: readonly string[] = []): ToolAnswer {
  return { kind: 'question', code, ask, options, facts: [] }
}

/** Why nothing was done. */
export function refused(code: string, reason: Bilingual): ToolAnswer {
  return { kind: 'refused', code, reason, figures: [], facts: [] }
}
