/**
 * A limit is the customer's own word or a record's figure; one that is neither was made up on the way.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { question } from '../shared/ask.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import { recordFigures, saidFigures } from './said-figures.ts'

/** An amount or a rate as models write it. */
export type Figure = string | number

/** Names of the figures that neither the customer's words nor the records hold. */
export function unsaidLimits(
  limits: Readonly<Record<string, unknown>>,
  { words, records }: { readonly words: readonly string[]; readonly records: readonly unknown[] },
): readonly string[] {
  const known = new Set([...saidFigures(words), ...records.flatMap((record) => [...recordFigures(record)])])
  return Object.entries(limits)
    .filter(([, value]) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+([.,]\d+)?$/.test(value)))
    .filter(([, value]) => !known.has(new Decimal(String(value).replace(',', '.')).toString()))
    .map(([name]) => name)
}

/** Asks for the limits that nobody said. */
export function askForLimits(names: readonly string[]): ToolAnswer {
  return question(
    'LIMIT_NOT_SAID',
    {
      de: 'Welche Grenze soll gelten? Sie muss von Ihnen kommen oder in den Unterlagen stehen.',
      en: 'Which limit should apply? It has to come from you or from the records.',
    },
    names,
  )
}

/** A figure as a plain decimal string. */
export function decimalText(figure: Figure): string {
  return String(figure).trim().replace(',', '.')
}
