/**
 * Which concepts a text touches, by a language's lexicon; forgives small typing mistakes in long words.
 *
 * @module
 */
import { CONCEPTS, type Concept, type Lexicon, type Rewrites } from './concept.ts'
import { editDistance, forgiven } from './edit-distance.ts'
import { fold, type Word, words } from './normalise.ts'

interface Pattern {
  readonly concept: Concept
  readonly parts: readonly string[]
}

export interface Vocabulary {
  readonly patterns: readonly Pattern[]
  readonly rewrites: Rewrites
}

/** Makes a lexicon ready for matching. */
export function vocabulary(lexicon: Lexicon, rewrites: Rewrites): Vocabulary {
  const patterns: Pattern[] = []
  for (const concept of CONCEPTS) {
    for (const entry of (lexicon[concept] ?? '').split(',')) {
      const parts = entry.trim().split(/\s+/).filter(Boolean)
      if (parts.length > 0) patterns.push({ concept, parts })
    }
  }
  return { patterns, rewrites }
}

/** The concepts of a text. */
export function spotConcepts(text: string, language: Vocabulary): ReadonlySet<Concept> {
  const found = new Set<Concept>()
  const tokens = wordsOf(text, language.rewrites)
  const known = new Set<number>()
  for (const { concept, parts } of language.patterns) {
    for (let at = 0; at < tokens.length; at++) {
      if (!matchesFrom(tokens, at, parts)) continue
      found.add(concept)
      known.add(at)
    }
  }
  tokens.forEach((token, at) => {
    if (known.has(at)) return
    const concept = nearest(token.folded, language.patterns)
    if (concept !== null) found.add(concept)
  })
  return found
}

/** Whether a word alone belongs to the vocabulary (and so is no name). */
export function isVocabulary(folded: string, language: Vocabulary): boolean {
  return language.patterns.some(({ parts }) => parts.length === 1 && matchesWord(folded, parts[0] ?? ''))
}

function wordsOf(text: string, rewrites: Rewrites): readonly Word[] {
  let folded = fold(text)
  for (const [pattern, replacement] of rewrites) folded = folded.replace(pattern, replacement)
  // Hyphenated words also count by their parts: "auto-versicherung", "phone-insurance".
  return words(folded.replace(/(\p{L})-(?=\p{L})/gu, '$1 '))
}

function matchesFrom(tokens: readonly Word[], start: number, parts: readonly string[]): boolean {
  let at = start
  let slack = 0
  for (const part of parts) {
    if (part === '~') {
      slack = 4
      continue
    }
    let hit = false
    for (let skip = 0; skip <= slack; skip++) {
      if (matchesWord(tokens[at + skip]?.folded, part)) {
        at += skip + 1
        hit = true
        break
      }
    }
    if (!hit) return false
    slack = 0
  }
  return true
}

function matchesWord(word: string | undefined, part: string): boolean {
  if (word === undefined) return false
  const open = part.startsWith('*')
  const stem = part.replaceAll('*', '')
  if (open && part.endsWith('*')) return word.includes(stem)
  if (open) return word.endsWith(stem)
  return part.endsWith('*') ? word.startsWith(stem) : word === stem
}

function nearest(word: string, patterns: readonly Pattern[]): Concept | null {
  let best: { concept: Concept; distance: number } | null = null
  for (const { concept, parts } of patterns) {
    const part = parts[0]
    if (parts.length !== 1 || part === undefined) continue
    const stem = part.replaceAll('*', '')
    const limit = forgiven(stem.length)
    // A slip hardly ever hits the first letter, and short words are too often other words.
    if (limit === 0 || word.length < 6 || word[0] !== stem[0]) continue
    if (concept === 'law' && stem.length < 9) continue // "Gedicht" is no "Gericht"
    const distance = Math.min(...candidates(word, stem, part).map((piece) => editDistance(piece, stem, limit)))
    if (distance <= limit && (best === null || distance < best.distance)) best = { concept, distance }
  }
  return best?.concept ?? null
}

/** The stretches of a word that could be a misspelt stem: for an open end, its beginnings of about the stem's length. */
function candidates(word: string, stem: string, part: string): readonly string[] {
  if (!part.endsWith('*')) return [word]
  return [-1, 0, 1].map((extra) => word.slice(0, stem.length + extra))
}
