/**
 * An article of the library: what the law says in general, in our own words, each passage with its source.
 *
 * Firm statements were read in the law itself; what was only read about is said to be reported.
 *
 * @module
 */

export interface ArticleText {
  readonly title: string
  /** Two to four sentences each; figures are written out and cited when a passage is quoted. */
  readonly passages: readonly { readonly text: string; readonly citation: string }[]
  /** How people ask for it: indexed, never shown. */
  readonly asked: readonly string[]
}

export interface Article {
  readonly id: string
  /** First day the statement holds, where a date is known; ISO day. */
  readonly validFrom: string | null
  /** Last day it is known to hold; after it the article is not found any more. */
  readonly validTo: string | null
  readonly de: ArticleText
  readonly en: ArticleText
}
