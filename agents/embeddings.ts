/**
 * Embeddings by configuration: the offline n-grams, or any OpenAI-compatible endpoint.
 *
 * @module
 */
import { OpenAIEmbeddings } from '@langchain/openai'
import { hashedNgrams } from '../tools/knowledge/hashed-ngrams.ts'
import type { Embedder } from '../tools/knowledge/library.ts'
import { withoutPersonalForms } from './veil.ts'

/** What sentence embeddings of unrelated texts usually still share; not measured for every model. */
const FLOOR = 0.2

/**
 * @param model the endpoint's model; null is the offline embedder
 * @param apiKey travels apart from the configuration; local servers often need none
 */
export function createEmbedder(
  {
    model,
    baseUrl,
    timeoutSeconds,
  }: { readonly model: string | null; readonly baseUrl: string | null; readonly timeoutSeconds: number },
  apiKey: string | null,
): Embedder {
  if (model === null) return hashedNgrams
  const endpoint = new OpenAIEmbeddings({
    model,
    apiKey: apiKey ?? 'none',
    timeout: timeoutSeconds * 1000,
    maxRetries: 2,
    // Plain numbers: many compatible servers do not know the base64 form.
    encodingFormat: 'float',
    configuration: { ...(baseUrl === null ? {} : { baseURL: baseUrl }) },
  })
  return {
    name: `openai:${model}`,
    floor: FLOOR,
    embed: (texts) => endpoint.embedDocuments(texts.map(withoutPersonalForms)),
  }
}
