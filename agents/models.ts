/**
 * Chat models by role and by configuration: the offline model, or any OpenAI-compatible endpoint.
 *
 * @module
 */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { ChatOpenAI } from '@langchain/openai'
import { OfflineChatModel } from './offline/offline-chat-model.ts'

/** A model in its role, with how patiently it is asked. */
export interface RoleModel {
  readonly model: BaseChatModel
  /** Attempts after the first. */
  readonly retries: number
  /** For one attempt, from asking to the last token. */
  readonly timeoutMs: number
  /** Whether a whole answer always names why it ended; without that it was cut off. */
  readonly endsWithReason: boolean
  /** It runs in this process and answers at once: there is no stream to gather and no clock to run against. */
  readonly inProcess?: true
}

export interface ChatModels {
  /** Leads the conversation: understands, calls tools, words replies. */
  readonly reasoning: RoleModel
  /** Words letters and messages. */
  readonly drafting: RoleModel
  /** Reads typed facts out of text. */
  readonly extraction: RoleModel
}

export type ModelConfig =
  | { readonly kind: 'offline' }
  | {
      readonly kind: 'openai'
      readonly baseUrl: string | null
      readonly models: { readonly reasoning: string; readonly drafting: string; readonly extraction: string }
      readonly timeoutSeconds: number
      readonly retries: number
    }

/** @param apiKey travels apart from the configuration; local servers often need none */
export function createModels(config: ModelConfig, apiKey: string | null): ChatModels {
  if (config.kind === 'offline') {
    const model = new OfflineChatModel({})
    const offline: RoleModel = { model, retries: 0, timeoutMs: 60_000, endsWithReason: false, inProcess: true }
    return { reasoning: offline, drafting: offline, extraction: offline }
  }
  const { models, baseUrl, timeoutSeconds, retries } = config
  const role = (model: string): RoleModel => ({
    model: new ChatOpenAI({
      model,
      apiKey: apiKey ?? 'none',
      temperature: 0,
      streamUsage: false,
      timeout: timeoutSeconds * 1000,
      maxRetries: 0, // asking again is `ask-model.ts`: it also sees streams that were cut off
      configuration: { ...(baseUrl === null ? {} : { baseURL: baseUrl }) },
    }),
    retries,
    timeoutMs: timeoutSeconds * 1000,
    endsWithReason: true,
  })
  return { reasoning: role(models.reasoning), drafting: role(models.drafting), extraction: role(models.extraction) }
}
