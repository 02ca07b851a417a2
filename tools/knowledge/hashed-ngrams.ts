/**
 * Texts to vectors without a model: character n-grams, hashed.
 *
 * Words that share pieces come near each other, so that typing mistakes, inflections and German compounds still match;
 * meaning without shared letters does not. A configured endpoint does better.
 *
 * @module
 */
import { contentWords } from './content-words.ts'
import type { Embedder } from './library.ts'

const DIMENSIONS = 512

/** The offline embedder; its name changes whenever its vectors would. */
export const hashedNgrams: Embedder = {
  name: 'hashed-ngrams-512-v1',
  async embed(texts) {
    return texts.map(ngramVector)
  },
}

/** One text as a vector of 512 numbers of length 1; all zero for a text without letters or digits. */
export function ngramVector(text: string): readonly number[] {
  const counts = new Map<string, number>()
  for (const gram of ngrams(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const vector = new Array<number>(DIMENSIONS).fill(0)
  for (const [gram, count] of counts) {
    const hash = fnv1a(gram)
    const slot = hash % DIMENSIONS
    // A sign from another bit lets collisions cancel instead of adding up.
    const sign = hash >>> 31 === 0 ? 1 : -1
    vector[slot] = (vector[slot] ?? 0) + sign * (1 + Math.log(count))
  }
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}

/** Pieces of three to five letters of each word with its edges, and the word itself. */
function ngrams(text: string): readonly string[] {
  const grams: string[] = []
  for (const word of contentWords(text)) {
    const edged = `<${word}>`
    for (let size = 3; size <= 5; size++) {
      for (let at = 0; at + size <= edged.length; at++) grams.push(edged.slice(at, at + size))
    }
    grams.push(edged)
  }
  return grams
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // One more mixing step spreads short texts over all bits.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
