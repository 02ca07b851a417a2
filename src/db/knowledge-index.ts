/**
 * The library's index: pieces of articles with their vectors, one set for each embedder.
 *
 * @module
 */
import { toSql } from 'pgvector'
import { searchText } from '../../tools/knowledge/content-words.ts'
import type { Embedder } from '../../tools/knowledge/library.ts'
import type { Piece } from '../../tools/knowledge/pieces.ts'
import type { Queryable } from './queryable.ts'

/** Brings the index in line with the pieces; embeds only what is new or changed. */
export async function indexPieces(db: Queryable, pieces: readonly Piece[], embedder: Embedder): Promise<void> {
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
}

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
