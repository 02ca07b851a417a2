/**
 * Articles cut into what is indexed: passages, and the ways people ask for them.
 *
 * @module
 */
import type { Article } from './article.ts'

/** One indexed row. A question leads to its article and is never shown itself. */
export interface Piece {
  readonly id: string
  readonly articleId: string
  readonly locale: 'de' | 'en'
  readonly kind: 'passage' | 'question'
  readonly title: string
  readonly text: string
  readonly citation: string
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Every piece of every article in both languages; ids are stable as long as the order within an article is. */
export function piecesOf(articles: readonly Article[]): readonly Piece[] {
  return articles.flatMap((article) =>
    (['de', 'en'] as const).flatMap((locale): Piece[] => {
      const { title, passages, asked } = article[locale]
      const common = { articleId: article.id, locale, title, validFrom: article.validFrom, validTo: article.validTo }
      return [
        ...passages.map(
          ({ text, citation }, at): Piece => ({
            ...common,
            id: `${article.id}.${locale}.${at + 1}`,
            kind: 'passage',
            text,
            citation,
          }),
        ),
        ...asked.map(
          (text, at): Piece => ({
            ...common,
            id: `${article.id}.${locale}.asked-${at + 1}`,
            kind: 'question',
            text,
            citation: '',
          }),
        ),
      ]
    }),
  )
}
