/**
 * Small help for wording: the right language, references for figures, names that hold digits.
 *
 * @module
 */

import type { Bilingual } from '../../../tools/shared/explanation.ts'
import { joinWords } from '../../../tools/shared/words/join-words.ts'
import type { Round } from '../plan/rounds.ts'
import type { Locale } from '../understand/read-message.ts'
import { figure } from './labels.ts'

/** What a wording needs besides its data. */
export interface Voice {
  readonly locale: Locale
  readonly figures: Round['figures']
  /** Which entry of a list was asked for: counted from 1, -1 the last. */
  readonly ordinal: number | undefined
}

/** A voice that picks the German or the English text. */
export function tongue({ locale }: Pick<Voice, 'locale'>): (german: string, english: string) => string {
  return (german, english) => (locale === 'de' ? german : english)
}

/** The text of a bilingual in the reply's language. */
export function textOf(text: Bilingual, { locale }: Pick<Voice, 'locale'>): string {
  return text[locale]
}

/** A name as it is, or as a reference when it holds digits and a fact carries it; digits never stand free. */
export function named(name: string, { figures }: Voice): string {
  if (!/\d/.test(name)) return name
  const carrier = [...figures].find(([, { text }]) => text === name)
  return carrier === undefined ? name.replace(/\S*\d\S*/g, '').trim() : figure(carrier[0])
}

/** "A, B und C". */
export function list(items: readonly string[], { locale }: Pick<Voice, 'locale'>, last?: string): string {
  return joinWords(items, locale, last)
}

/** Lines with a dash each. */
export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

/** Paragraphs; what is null, false or empty is left out. */
export function paragraphs(parts: readonly (string | null | false)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join('\n\n')
}

/** The first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
