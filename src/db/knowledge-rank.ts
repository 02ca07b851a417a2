/**
 * The score of every article for a question: the mean of how alike its nearest piece is (cosine) and how much of what
 * the question says it mentions (each word weighted by its rarity).
 *
 * @module
 */
import { toSql } from 'pgvector'
import { contentWords } from '../../tools/knowledge/content-words.ts'
import type { Embedder } from '../../tools/knowledge/library.ts'
import type { Queryable } from './queryable.ts'

/** An article that speaks of it throughout goes before one that mentions it. */
const DENSITY = 0.03

export interface RankedArticle {
  readonly passages: readonly string[]
  readonly score: number
  /** Share of the article's pieces that mention anything of the question; settles ties only. */
  readonly density: number
}

/** Articles, best first. `day` leaves out what does not hold then. */
export async function rankArticles(
  db: Queryable,
  on: { question: string; locale: 'de' | 'en'; embedder: Embedder; day: string },
): Promise<readonly RankedArticle[]> {
  const vector = await vectorOf(on.question, on.embedder)
  const { rows } = await db.query<{ passages: string[]; likeness: number | null; coverage: number; density: number }>(
    RANK,
    [
      vector === null ? null : toSql([...vector]),
      contentWords(on.question).join(' '),
      on.locale,
      on.embedder.name,
      on.day,
    ],
  )
  const floor = on.embedder.floor ?? 0
  return rows
    .map(({ passages, likeness, coverage, density }) => {
      const alike = Math.max(0, (Number(likeness ?? 0) - floor) / (1 - floor))
      return { passages: passages.map(pieceId), score: (alike + Number(coverage)) / 2, density: Number(density) }
    })
    .toSorted((a, b) => b.score + b.density * DENSITY - (a.score + a.density * DENSITY))
}

/** Without the vectors the words still find something; the score is halved then, so that it abstains sooner. */
async function vectorOf(question: string, embedder: Embedder): Promise<readonly number[] | null> {
  try {
    const [vector] = await embedder.embed([question])
    return vector?.some((value) => value !== 0) === true ? vector : null
  } catch {
    return null // an endpoint that is down must not take the library with it
  }
}

const RANK = /* sql */ `
  with pieces as (
    select * from passages
    where locale = $3 and embedder = $4
      and (valid_from is null or valid_from <= $5::date) and (valid_to is null or valid_to >= $5::date)
  ), words as (
    select unnest(tsvector_to_array(to_tsvector(
      (case $3::text when 'de' then 'german' else 'english' end)::regconfig, $2::text))) as word
  ), mentions as (
    select distinct word, article_id from words join pieces on search @@ to_tsquery('simple', quote_literal(word))
  ), weights as (
    select word, ln(1 + (select count(distinct article_id) from pieces)
                        / greatest(count(mentions.article_id), 0.5)) as weight
    from words left join mentions using (word) group by word
  )
  select
    array_agg(distinct id) filter (where citation <> '') as passages,
    max(1 - (embedding <=> $1::vector)) as likeness,
    coalesce((select sum(weight) from weights join mentions using (word) where mentions.article_id = pieces.article_id)
             / nullif((select sum(weight) from weights), 0), 0) as coverage,
    avg(exists (select from words where search @@ to_tsquery('simple', quote_literal(word)))::int) as density
  from pieces
  group by article_id
  having count(*) filter (where citation <> '') > 0`

function pieceId(id: string): string {
  return id.slice(0, id.indexOf('@'))
}
