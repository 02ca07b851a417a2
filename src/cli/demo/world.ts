/**
 * What the acts of the demo share: clients for each person, and small ways to wait and to speak.
 *
 * @module
 */
import type { Message } from '../../../agents/thread-store.ts'
import type { ApiClient } from '../../server/api-client.ts'
import { note, says } from './screen.ts'

export interface World {
  readonly customer: ApiClient
  readonly reviewer: ApiClient
  readonly name: string
  readonly assumeYes: boolean
  /** Every reply seen, for the summary at the end. */
  readonly replies: Message[]
}

/** Opens a conversation in a language. */
export async function openThread(world: World, locale: 'de' | 'en'): Promise<string> {
  const { id } = await world.customer.post<{ id: string }>('/v1/threads', { locale })
  return id
}

/** Says something as the customer, shows the steps and the reply as they come, and returns the reply. */
export async function say(world: World, threadId: string, text: string, locale: 'de' | 'en'): Promise<Message> {
  says(world.name, text)
  let reply: Message | null = null
  for await (const { event, data } of world.customer.stream(`/v1/threads/${threadId}/messages`, { text, locale })) {
    if (event === 'tool' && (data as { phase?: string }).phase !== 'end') note(`⚙ ${(data as { name: string }).name}`)
    if (event === 'reply') reply = data as Message
    if (event === 'error') throw new Error((data as { detail: string }).detail)
  }
  if (reply === null) throw new Error('No reply came; a person may have the conversation.')
  says('Parley', reply.text)
  world.replies.push(reply)
  return reply
}

/** Looks again until `done` says so; gives up after `seconds`. */
export async function until<T>(
  look: () => Promise<T>,
  done: (value: T) => boolean,
  { seconds, every = 250 }: { readonly seconds: number; readonly every?: number },
): Promise<T> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const value = await look()
    if (done(value)) return value
    if (performance.now() > end) throw new Error(`Still not done after ${seconds} seconds.`)
    await new Promise((resolve) => setTimeout(resolve, every))
  }
}

/** The messages of a conversation that came without being asked for, newest last. */
export async function unasked(world: World, threadId: string): Promise<readonly Message[]> {
  const { messages } = await world.customer.get<{ messages: Message[] }>(`/v1/threads/${threadId}`)
  return messages.filter((message) => message.role === 'assistant' && message.inReplyTo === null)
}
