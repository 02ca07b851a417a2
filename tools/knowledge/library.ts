/**
 * Knowledge with sources: what Parley may say about law and practice in general, cited, or not at all.
 *
 * @module
 */

export interface Passage {
  readonly id: string
  readonly articleId: string
  readonly locale: 'de' | 'en'
  readonly title: string
  readonly text: string
  /** Its address, shown beside any claim drawn from it: "§ 286 BGB". */
  readonly citation: string
}

export interface KnowledgeLibrary {
  /** The best passages above the threshold, best first; empty means: abstain and say so. */
  find(question: string, locale: 'de' | 'en'): Promise<readonly Passage[]>
}

/** Texts to vectors. The offline one hashes character n-grams; a configured endpoint does better. */
export interface Embedder {
  /** Stored beside every vector: vectors of different names are never compared. */
  readonly name: string
  /** The likeness (0 to 1) that texts on unrelated matters still have; absent: none. */
  readonly floor?: number
  embed(texts: readonly string[]): Promise<readonly (readonly number[])[]>
}
