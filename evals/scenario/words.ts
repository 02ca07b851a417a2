/**
 * What somebody says: a phrase of the bank by its name, or words of the scenario's own, one of which is drawn.
 *
 * @module
 */
import { z } from 'zod'

export const LANGUAGES = ['de', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

const alternatives = z.array(z.string().min(1)).min(1)

export const wordsSchema = z.union([
  /** The name of a phrase in evals/actors/phrases-*.ts. */
  z.string().regex(/^[a-z][a-z0-9-]+$/, 'must be the name of a phrase, or a list of sentences'),
  alternatives,
  z.strictObject({ de: alternatives, en: alternatives }),
])

export type Words = z.output<typeof wordsSchema>
