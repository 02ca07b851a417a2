/**
 * The library on PostgreSQL: likeness by vectors and shared words by full text, joined into one score.
 *
 * The score of an article is the mean of how alike its nearest piece is (cosine) and how much of what the question
 * says it mentions (each word weighted by its rarity). Below a threshold the library abstains.
 *
 * @module
 */
import { toSql } from 'pgvector'
import type { Article } from '../../tools/knowledge/article.ts'
import { ARTICLES } from '../../tools/knowledge/articles/all.ts'
import { contentWords, searchText } from '../../tools/knowledge/content-words.ts'
import type { Embedder, KnowledgeLibrary, Passage } from '../../tools/knowledge/library.ts'
import { type Piece, piecesOf } from '../../tools/knowledge/pieces.ts'
import { type Clock, today } from '../../tools/shared/clock.ts'
import type { Queryable } from './queryable.ts'

/** Measured on the questions in test/support/knowledge-questions.ts: off-topic ones stay below, paraphrases above. */
const THRESHOLD = 0.28
/** An article that speaks of it throughout goes before one that mentions it. */
const DENSITY = 0.03
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
      const found = await ranked(db, { question, locale, embedder, day: today(clock) })
      const best = found[0]
      if (best === undefined || best.score < THRESHOLD) return []
      return found
        .filter(({ score }) => score >= best.score * NEARLY && score >= THRESHOLD)
        .flatMap(({ passages }) => passages.flatMap((id) => passageOf(byId.get(id))))
        .slice(0, MOST)
    },

    async index() {
      const { rows } = await db.query<{ id: string; title: string; text: string }>(
        'select id, title, text from passages where embedder = $1',
        [embedder.name],
      )
      const known = new Map(rows.map((row) => [row.id, row]))
      const changed = pieces.filter((piece) => {
        const row = known.get(rowId(piece, embedder))
        return row === undefined || row.text !== piece.text || row.title !== piece.title
      })
      if (changed.length > 0) {
        const vectors = await embedder.embed(changed.map(embedded))
        await write(db, changed, vectors, embedder)
      }
      await describe(db, pieces, embedder)
      await db.query('delete from passages where embedder = $1 and not (id = any($2))', [
        embedder.name,
        pieces.map((piece) => rowId(piece, embedder)),
      ])
    },
  }
}

interface RankedArticle {
  readonly passages: readonly string[]
  readonly score: number
  /** Share of the article's pieces that mention anything of the question; settles ties only. */
  readonly density: number
}

async function ranked(
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

async function write(
  db: Queryable,
  changed: readonly Piece[],
  vectors: readonly (readonly number[])[],
  embedder: Embedder,
): Promise<void> {
  const rows = changed.map((piece, at) => ({
    id: rowId(piece, embedder),
    article_id: piece.articleId,
    locale: piece.locale,
    title: piece.title,
    text: piece.text,
    citation: piece.citation,
    embedding: toSql([...(vectors[at] ?? [])]),
    search: searchText(embedded(piece)),
  }))
  await db.query(
    /* sql */ `
      insert into passages (id, article_id, locale, title, text, citation, embedding, embedder, search)
      select id, article_id, locale, title, text, citation, embedding::vector, $2,
             to_tsvector((case locale when 'de' then 'german' else 'english' end)::regconfig, search)
      from jsonb_to_recordset($1::jsonb) as r
        (id text, article_id text, locale text, title text, text text, citation text, embedding text, search text)
      on conflict (id) do update set
        article_id = excluded.article_id, locale = excluded.locale, title = excluded.title, text = excluded.text,
        citation = excluded.citation, embedding = excluded.embedding, search = excluded.search`,
    [JSON.stringify(rows), embedder.name],
  )
}

/** Citations and days may change without a word of the text; they need no new vector. */
async function describe(db: Queryable, pieces: readonly Piece[], embedder: Embedder): Promise<void> {
  const rows = pieces.map((piece) => ({
    id: rowId(piece, embedder),
    citation: piece.citation,
    valid_from: piece.validFrom,
    valid_to: piece.validTo,
  }))
  await db.query(
    /* sql */ `
      update passages set citation = r.citation, valid_from = r.valid_from, valid_to = r.valid_to
      from jsonb_to_recordset($1::jsonb) as r (id text, citation text, valid_from date, valid_to date)
      where passages.id = r.id
        and (passages.citation, passages.valid_from, passages.valid_to)
            is distinct from (r.citation, r.valid_from, r.valid_to)`,
    [JSON.stringify(rows)],
  )
}

/** What a piece is embedded and searched by: a question stands alone, a passage with its title. */
function embedded({ kind, title, text }: Piece): string {
  return kind === 'question' ? text : `${title}. ${text}`
}

function rowId({ id }: Piece, embedder: Embedder): string {
  return `${id}@${embedder.name}`
}

function pieceId(id: string): string {
  return id.slice(0, id.indexOf('@'))
}

function passageOf(piece: Piece | undefined): readonly Passage[] {
  if (piece === undefined || piece.kind === 'question') return []
  const { id, articleId, locale, title, text, citation } = piece
  return [{ id, articleId, locale, title, text, citation }]
}
