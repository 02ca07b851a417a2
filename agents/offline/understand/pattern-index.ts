/**
 * The patterns of a language, found by the word they begin with: a lexicon has over a thousand, and only a few can begin
 * at any one word.
 *
 * @module
 */
import type { Concept } from './concept.ts'

/** One place of a pattern: a word, the beginning, the end or any stretch of one, or a gap of a few words. */
export interface Part {
  readonly stem: string
  readonly kind: 'whole' | 'beginning' | 'ending' | 'within' | 'gap'
}

export interface Pattern {
  readonly concept: Concept
  readonly parts: readonly Part[]
}

export interface PatternIndex {
  /** The patterns whose first place this word can take. */
  beginningAt(word: string): readonly Pattern[]
}

/** Reads `stem*`, `*stem`, `*stem*`, `~` or a whole word. */
export function readPart(text: string): Part {
  if (text === '~') return { stem: '', kind: 'gap' }
  const stem = text.replaceAll('*', '')
  const open = text.startsWith('*')
  if (text.endsWith('*')) return { stem, kind: open ? 'within' : 'beginning' }
  return { stem, kind: open ? 'ending' : 'whole' }
}

export function takesPlace(word: string, { stem, kind }: Part): boolean {
  switch (kind) {
    case 'whole':
      return word === stem
    case 'beginning':
      return word.startsWith(stem)
    case 'ending':
      return word.endsWith(stem)
    case 'within':
      return word.includes(stem)
    case 'gap':
      return false
  }
}

export function indexPatterns(patterns: readonly Pattern[]): PatternIndex {
  const by = {
    whole: group(patterns, 'whole'),
    beginning: group(patterns, 'beginning'),
    ending: group(patterns, 'ending'),
  }
  const anywhere = patterns.filter(({ parts }) => parts[0]?.kind === 'within' || parts[0]?.kind === 'gap')
  return {
    beginningAt(word) {
      const found = [...(by.whole.get(word) ?? [])]
      for (let cut = 0; cut <= word.length; cut += 1) {
        const starting = by.beginning.get(word.slice(0, cut))
        const ending = by.ending.get(word.slice(cut))
        if (starting !== undefined) found.push(...starting)
        if (ending !== undefined) found.push(...ending)
      }
      for (const pattern of anywhere) {
        const [first] = pattern.parts
        if (first?.kind === 'gap' || (first !== undefined && word.includes(first.stem))) found.push(pattern)
      }
      return found
    },
  }
}

function group(patterns: readonly Pattern[], kind: Part['kind']): ReadonlyMap<string, readonly Pattern[]> {
  const matching = patterns.filter(({ parts }) => parts[0]?.kind === kind)
  return Map.groupBy(matching, ({ parts }) => parts[0]?.stem ?? '')
}
