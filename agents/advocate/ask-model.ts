/**
 * One answer of a model, with patience: what was cut off, refused for a while or not understood is asked for again.
 *
 * A model call changes nothing, so asking again is safe.
 *
 * @module
 */
import { AIMessage, type AIMessageChunk, type BaseMessage } from '@langchain/core/messages'
import type { StructuredToolInterface } from '@langchain/core/tools'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { RoleModel } from '../models.ts'

export interface Patience {
  /** Waits between attempts; tests hand in one that does not. */
  sleep(milliseconds: number): Promise<void>
}

/** Providers name longer times; a customer does not wait for these. */
const LONGEST_WAIT_MS = 20_000

/**
 * The model's next message, with malformed calls kept as calls so that they can be answered.
 *
 * @throws ParleyError MODEL_UNAVAILABLE after the last attempt, or at once when asking again cannot help
 */
export async function askModel(
  role: RoleModel,
  messages: readonly BaseMessage[],
  tools: readonly StructuredToolInterface[],
  { sleep }: Patience,
): Promise<AIMessage> {
  const bound = role.model.bindTools?.([...tools]) ?? role.model
  for (let attempt = 0; ; attempt++) {
    try {
      if (role.inProcess) return complete(await bound.invoke([...messages]), role)
      const stream = await bound.stream([...messages], { signal: AbortSignal.timeout(role.timeoutMs) })
      return complete(await gather(stream), role)
    } catch (error) {
      if (attempt >= role.retries || !isPassing(error)) {
        throw new ParleyError('MODEL_UNAVAILABLE', 'The language model did not answer.', { cause: error })
      }
      await sleep(Math.min(retryAfter(error) ?? 500 * 2 ** attempt, LONGEST_WAIT_MS))
    }
  }
}

/**
 * The pieces as one message. Gathered here and not by `invoke`: that estimates tokens where a provider counts none, with
 * tables it fetches from the network.
 */
async function gather(stream: AsyncIterable<AIMessageChunk>): Promise<AIMessageChunk> {
  let whole: AIMessageChunk | null = null
  for await (const piece of stream) whole = whole === null ? piece : whole.concat(piece)
  if (whole === null) throw new CutOff('The model said nothing.')
  return whole
}

/** Whole at once, or gathered from pieces. */
type Answer = AIMessage | AIMessageChunk

/** @throws CutOff when a stream ended before the model did, or nothing came */
function complete(answer: Answer, { endsWithReason }: RoleModel): AIMessage {
  if (endsWithReason && answer.response_metadata.finish_reason === undefined)
    throw new CutOff('The stream was cut off.')
  const calls = callsIn(answer)
  if (calls.length === 0 && answer.text.trim() === '') throw new CutOff('The model said nothing.')
  return new AIMessage({ content: answer.text, tool_calls: [...calls] })
}

type Call = NonNullable<AIMessage['tool_calls']>[number]

/**
 * Every call with an id. Streamed arguments are parsed here and strictly: the library completes half a JSON to a whole
 * one, and a limit that was cut off would be a limit that nobody meant.
 */
function callsIn(answer: Answer): readonly Call[] {
  const pieces = ('tool_call_chunks' in answer ? answer.tool_call_chunks : null) ?? []
  if (pieces.length > 0) {
    return pieces.map(({ name, args, id }, index) => call(name ?? 'unknown', parsed(args ?? ''), id, index))
  }
  const whole = (answer.tool_calls ?? []).map(({ name, args, id }, index) => call(name, args, id, index))
  const broken = (answer.invalid_tool_calls ?? []).map(({ name, id }, index) =>
    call(name ?? 'unknown', { [MALFORMED]: true }, id, whole.length + index),
  )
  return [...whole, ...broken]
}

function call(name: string, args: Record<string, unknown>, id: string | undefined, index: number): Call {
  return { name, args, id: id ?? `call_${index}`, type: 'tool_call' }
}

function parsed(args: string): Record<string, unknown> {
  try {
    const value: unknown = args.trim() === '' ? {} : JSON.parse(args)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // no JSON: the model is told so below
  }
  return { [MALFORMED]: true }
}

/** Marks the arguments of a call that was no JSON. */
export const MALFORMED = '__malformed'

class CutOff extends Error {}

/** Whether asking again may help: everything but a refusal that stays a refusal. */
function isPassing(error: unknown): boolean {
  const status = (error as { status?: unknown } | null)?.status
  if (typeof status !== 'number') return true
  return status === 408 || status === 409 || status === 429 || status >= 500
}

/** Milliseconds the provider asked us to wait. */
function retryAfter(error: unknown): number | null {
  const headers = (error as { headers?: unknown } | null)?.headers
  const value = headers instanceof Headers ? headers.get('retry-after') : null
  if (value === null) return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const until = Date.parse(value)
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now())
}
