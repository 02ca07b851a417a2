/**
 * Embeddings from an OpenAI-compatible endpoint, by configuration alone.
 *
 * @module
 */
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createEmbedder } from '../../../agents/embeddings.ts'

const BASE_URL = 'https://embeddings.test/v1'
const seen: { model: string; input: string[]; authorization: string | null }[] = []

const server = setupServer(
  http.post(`${BASE_URL}/embeddings`, async ({ request }) => {
    const body = (await request.json()) as { model: string; input: string[] }
    seen.push({ ...body, authorization: request.headers.get('authorization') })
    return HttpResponse.json({
      object: 'list',
      model: body.model,
      data: body.input.map((text, index) => ({ object: 'embedding', index, embedding: [text.length, 1] })),
      usage: { prompt_tokens: 1, total_tokens: 1 },
    })
  }),
)

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  seen.length = 0
})
afterAll(() => server.close())

describe('the embedder', () => {
  it('is the offline one without a model', async () => {
    const embedder = createEmbedder({ model: null, baseUrl: BASE_URL, timeoutSeconds: 5 }, null)
    expect(embedder.name).toBe('hashed-ngrams-512-v1')
    expect((await embedder.embed(['Mahngebühr']))[0]).toHaveLength(512)
    expect(seen).toEqual([])
  })

  it('asks the configured endpoint and keeps the order', async () => {
    const embedder = createEmbedder({ model: 'multilingual', baseUrl: BASE_URL, timeoutSeconds: 5 }, 'secret')
    expect(await embedder.embed(['ab', 'abcd'])).toEqual([
      [2, 1],
      [4, 1],
    ])
    expect(seen).toMatchObject([{ model: 'multilingual', input: ['ab', 'abcd'], authorization: 'Bearer secret' }])
  })

  it('has a name of its own for each model, so that vectors are never mixed', () => {
    const name = (model: string) => createEmbedder({ model, baseUrl: null, timeoutSeconds: 5 }, 'secret').name
    expect(name('a')).not.toBe(name('b'))
  })
})
