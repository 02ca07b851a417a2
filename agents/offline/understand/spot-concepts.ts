/**
 * Which concepts a text touches, by a language's lexicon; forgives small typing mistakes in long words.
 *
 * @module
 */

import { editDistance, forgiven } from '../../../tools/shared/words/edit-distance.ts'
import { CONCEPTS, type Concept, type Lexicon, type Rewrites } from './concept.ts'
import { fold, type Word, words } from './normalise.ts'
import { indexPatterns, type Part, type Pattern, type PatternIndex, readPart, takesPlace } from './pattern-index.ts'

/** A single word of the lexicon that a slip may have hit. */
interface Stem {
  readonly concept: Concept
  readonly part: Part
  /** Slips that are forgiven. */
  readonly limit: number
}

export interface Vocabulary {
  readonly index: PatternIndex
  /** By their first letter: a slip hardly ever hits it. */
  readonly stems: ReadonlyMap<string, readonly Stem[]>
  readonly rewrites: Rewrites
}

/** Makes a lexicon ready for matching. */
export function vocabulary(lexicon: Lexicon, rewrites: Rewrites): Vocabulary {
  const patterns: Pattern[] = []
  for (const concept of CONCEPTS) {
    for (const entry of (lexicon[concept] ?? '').split(',')) {
      const parts = entry.trim().split(/\s+/).filter(Boolean).map(readPart)
      if (parts.length > 0) patterns.push({ concept, parts })
    }
  }
  return { index: indexPatterns(patterns), stems: stemsOf(patterns), rewrites }
}

/** The concepts of a text. */
export function spotConcepts(text: string, language: Vocabulary): ReadonlySet<Concept> {
  const found = new Set<Concept>()
  const tokens = wordsOf(text, language.rewrites)
  tokens.forEach(({ folded }, at) => {
    const here = language.index.beginningAt(folded).filter(({ parts }) => matchesFrom(tokens, at, parts))
    for (const { concept } of here) found.add(concept)
    if (here.length > 0) return
    const concept = nearest(folded, language.stems)
    if (concept !== null) found.add(concept)
  })
  return found
}

/** Whether a word alone belongs to the vocabulary (and so is no name). */
export function isVocabulary(folded: string, language: Vocabulary): boolean {
  return language.index.beginningAt(folded).some(({ parts }) => parts.length === 1)
}

function wordsOf(text: string, rewrites: Rewrites): readonly Word[] {
  let folded = fold(text)
  for (const [pattern, replacement] of rewrites) folded = folded.replace(pattern, replacement)
  // Hyphenated words also count by their parts: "auto-versicherung", "phone-insurance".
  return words(folded.replace(/(\p{L})-(?=\p{L})/gu, '$1 '))
}

function matchesFrom(tokens: readonly Word[], start: number, parts: readonly Part[]): boolean {
  let at = start
  let slack = 0
  for (const part of parts) {
    if (part.kind === 'gap') {
      slack = 4
      continue
    }
    const skip = skipTo(tokens, at, part, slack)
    if (skip === null) return false
    at += skip + 1
    slack = 0
  }
  return true
}

function skipTo(tokens: readonly Word[], at: number, part: Part, slack: number): number | null {
  for (let skip = 0; skip <= slack; skip++) {
    const word = tokens[at + skip]?.folded
    if (word !== undefined && takesPlace(word, part)) return skip
  }
  return null
}

function stemsOf(patterns: readonly Pattern[]): ReadonlyMap<string, readonly Stem[]> {
  const stems = patterns.flatMap(({ concept, parts: [part, ...more] }): Stem[] => {
    if (part === undefined || more.length > 0) return []
    const limit = forgiven(part.stem.length)
    // Short words are too often other words; and "Gedicht" is no "Gericht".
    return limit === 0 || (concept === 'law' && part.stem.length < 9) ? [] : [{ concept, part, limit }]
  })
  return Map.groupBy(stems, ({ part }) => part.stem[0] ?? '')
}

function nearest(word: string, stems: Vocabulary['stems']): Concept | null {
  if (word.length < 6) return null
  let best: { concept: Concept; distance: number } | null = null
  for (const { concept, part, limit } of stems.get(word[0] ?? '') ?? []) {
    const distance = Math.min(...candidates(word, part).map((piece) => editDistance(piece, part.stem, limit)))
    if (distance <= limit && (best === null || distance < best.distance)) best = { concept, distance }
  }
  return best?.concept ?? null
}

/** The stretches of a word that could be a misspelt stem: for an open end, its beginnings of about the stem's length. */
function candidates(word: string, { stem, kind }: Part): readonly string[] {
  if (kind !== 'beginning' && kind !== 'within') return [word]
  return [-1, 0, 1].map((extra) => word.slice(0, stem.length + extra))
}
