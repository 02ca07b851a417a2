/**
 * Whether the offline library finds the right article, measured, and abstains where it has none.
 *
 * The questions were written by the authors of the articles: recall for strangers is lower. `HARD_QUESTIONS` show by
 * how much when hardly a word is shared.
 *
 * @module
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IndexedLibrary, postgresKnowledge } from '../../../src/db/postgres-knowledge.ts'
import { hashedNgrams } from '../../../tools/knowledge/hashed-ngrams.ts'
import type { Embedder } from '../../../tools/knowledge/library.ts'
import { fixedClock } from '../../../tools/shared/clock.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import {
  type Asked,
  ENGLISH_QUESTIONS,
  GERMAN_QUESTIONS,
  HARD_QUESTIONS,
  OFF_TOPIC,
} from '../../support/knowledge-questions.ts'

const clock = fixedClock('2026-11-22T10:00:00Z')
let database: TestDatabase
let library: IndexedLibrary

beforeAll(async () => {
  database = await openTestDatabase()
  library = postgresKnowledge({ db: database.pool, embedder: hashedNgrams, clock })
  await library.index()
})

afterAll(async () => {
  await database.close()
})

async function recall(questions: readonly (readonly ['de' | 'en', ...Asked])[]) {
  let first = 0
  let third = 0
  for (const [locale, question, articleId] of questions) {
    const articles = [...new Set((await library.find(question, locale)).map((passage) => passage.articleId))]
    if (articles[0] === articleId) first += 1
    if (articles.slice(0, 3).includes(articleId)) third += 1
  }
  return { first: first / questions.length, third: third / questions.length }
}

const report = (name: string, { first, third }: { first: number; third: number }) =>
  console.info(`knowledge, ${name}: recall at 1 ${first.toFixed(2)}, at 3 ${third.toFixed(2)}`)

describe('retrieval with the offline embedder', () => {
  it.each([
    ['German', 'de', GERMAN_QUESTIONS],
    ['English', 'en', ENGLISH_QUESTIONS],
  ] as const)('finds the article behind %s questions', async (name, locale, questions) => {
    expect(questions.length).toBeGreaterThanOrEqual(30)
    const measured = await recall(questions.map((asked) => [locale, ...asked] as const))
    report(name, measured)
    expect(measured.first).toBeGreaterThanOrEqual(0.8)
    expect(measured.third).toBeGreaterThanOrEqual(0.87)
  })

  it('finds little where hardly a word is shared, and says so by abstaining', async () => {
    const measured = await recall(HARD_QUESTIONS)
    report('hard paraphrases', measured)
    expect(measured.first).toBeGreaterThanOrEqual(0.15)
  })

  it.each(OFF_TOPIC)('abstains (%s): %s', async (locale, question) => {
    expect(await library.find(question, locale)).toEqual([])
  })

  it('abstains on an empty question', async () => {
    expect(await library.find('???', 'de')).toEqual([])
  })

  it('forgives umlauts spelt out and a typing mistake', async () => {
    expect((await library.find('Mahngebuehr ruecklastschrift mahnung kosten?', 'de'))[0]?.articleId).toBe(
      'dunning-fees',
    )
    expect((await library.find('Unterversichrung im Hausrat', 'de'))[0]?.articleId).toBe('under-insurance')
  })

  it('hands out passages in the language asked for, never the indexed questions', async () => {
    const passages = await library.find('When is a debt time-barred?', 'en')
    expect(passages.length).toBeGreaterThan(0)
    expect(passages.every(({ locale, citation }) => locale === 'en' && citation !== '')).toBe(true)
  })

  it('no longer states the default rate once its half-year is over', async () => {
    const later = postgresKnowledge({
      db: database.pool,
      embedder: hashedNgrams,
      clock: fixedClock('2027-01-05T10:00:00Z'),
    })
    const articles = (await later.find('Wie hoch ist der Basiszinssatz?', 'de')).map(({ articleId }) => articleId)
    expect(articles).not.toContain('default-interest')
  })
})

describe('the index', () => {
  it('embeds nothing again when nothing changed, and only what did', async () => {
    let embedded = 0
    const counting: Embedder = {
      name: 'counting',
      async embed(texts) {
        embedded += texts.length
        return hashedNgrams.embed(texts)
      },
    }
    const one = { id: 'a', validFrom: null, validTo: null, de: text('Zinsen'), en: text('interest') }
    await postgresKnowledge({ db: database.pool, embedder: counting, clock, articles: [one] }).index()
    expect(embedded).toBe(4)
    await postgresKnowledge({ db: database.pool, embedder: counting, clock, articles: [one] }).index()
    expect(embedded).toBe(4)
    await postgresKnowledge({
      db: database.pool,
      embedder: counting,
      clock,
      articles: [{ ...one, de: text('Gebühren') }],
    }).index()
    expect(embedded).toBe(6)
    const { rows } = await database.pool.query(
      "select count(*)::int as count from passages where embedder = 'counting'",
    )
    expect(rows[0]?.count).toBe(4)
  })

  it('never compares vectors of another embedder', async () => {
    const three: Embedder = { name: 'three', embed: async (texts) => texts.map(() => [1, 0, 0]) }
    const other = postgresKnowledge({ db: database.pool, embedder: three, clock })
    expect(await other.find('Was bedeutet Verzug?', 'de')).toEqual([])
    const mine = { id: 'b', validFrom: null, validTo: null, de: text('Verzug'), en: text('default') }
    const small = postgresKnowledge({ db: database.pool, embedder: three, clock, articles: [mine] })
    await small.index()
    expect((await small.find('Was bedeutet Verzug?', 'de'))[0]?.articleId).toBe('b')
    expect((await library.find('Was bedeutet Verzug?', 'de'))[0]?.articleId).toBe('default')
  })

  it('still answers by words when the embedder is down', async () => {
    const down: Embedder = { name: hashedNgrams.name, embed: () => Promise.reject(new Error('connection refused')) }
    const words = postgresKnowledge({ db: database.pool, embedder: down, clock })
    expect((await words.find('Verjährung', 'de'))[0]?.articleId).toBe('limitation')
    expect(await words.find('Wie tapeziere ich eine Wand?', 'de')).toEqual([])
  })
})

function text(about: string) {
  return { title: about, passages: [{ text: `Alles über ${about}.`, citation: '§ 1' }], asked: [`Was ist ${about}?`] }
}
