/**
 * The library on PostgreSQL: likeness by vectors and shared words by full text, joined into one score.
 *
 * The score of an article is the mean of how alike its nearest piece is (cosine) and how much of what the question
 * says it mentions (each word weighted by its rarity). Below a threshold the library abstains.
 *
 * @module
 */
import type { Article } from '../../tools/knowledge/article.ts'
import { ARTICLES } from '../../tools/knowledge/articles/all.ts'
import type { Embedder, KnowledgeLibrary, Passage } from '../../tools/knowledge/library.ts'
import { type Piece, piecesOf } from '../../tools/knowledge/pieces.ts'
import { type Clock, today } from '../../tools/shared/clock.ts'
import { indexPieces } from './knowledge-index.ts'
import { rankArticles } from './knowledge-rank.ts'
import type { Queryable } from './queryable.ts'

/** Measured on the questions in test/support/knowledge-questions.ts: off-topic ones stay below, paraphrases above. */
const THRESHOLD = 0.28
/** Passages handed out at most; a further article only if its score is not far behind. */
const MOST = 5
const NEARLY = 0.6

export interface IndexedLibrary extends KnowledgeLibrary {
  /** Brings the index in line with the articles; embeds only what is new or changed. */
  index(): Promise<void>
}

export function postgresKnowledge(parts: {
  readonly db: Queryable
  readonly embedder: Embedder
  readonly clock: Clock
  readonly articles?: readonly Article[]
}): IndexedLibrary {
  const { db, embedder, clock } = parts
  const pieces = piecesOf(parts.articles ?? ARTICLES)
  const byId = new Map(pieces.map((piece) => [piece.id, piece]))
  return {
    async find(question, locale) {
      const found = await rankArticles(db, { question, locale, embedder, day: today(clock) })
      const best = found[0]
      if (best === undefined || best.score < THRESHOLD) return []
      return found
        .filter(({ score }) => score >= best.score * NEARLY && score >= THRESHOLD)
        .flatMap(({ passages }) => passages.flatMap((id) => passageOf(byId.get(id))))
        .slice(0, MOST)
    },

    index: () => indexPieces(db, pieces, embedder),
  }
}

function passageOf(piece: Piece | undefined): readonly Passage[] {
  if (piece === undefined || piece.kind === 'question') return []
  const { id, articleId, locale, title, text, citation } = piece
  return [{ id, articleId, locale, title, text, citation }]
}
