/**
 * One answer of a model, with patience: what was cut off, refused for a while or not understood is asked for again.
 *
 * A model call changes nothing, so asking again is safe.
 *
 * @module
 */
import { AIMessage, type BaseMessage } from '@langchain/core/messages'
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
      const answer = await bound.invoke([...messages], { signal: AbortSignal.timeout(role.timeoutMs) })
      return complete(answer, role)
    } catch (error) {
      if (attempt >= role.retries || !isPassing(error)) {
        throw new ParleyError('MODEL_UNAVAILABLE', 'The language model did not answer.', { cause: error })
      }
      await sleep(Math.min(retryAfter(error) ?? 500 * 2 ** attempt, LONGEST_WAIT_MS))
    }
  }
}

/** @throws CutOff when a stream ended before the model did, or nothing came */
function complete(answer: BaseMessage, { endsWithReason }: RoleModel): AIMessage {
  if (!AIMessage.isInstance(answer)) throw new CutOff('The model answered with no message of its own.')
  if (endsWithReason && answer.response_metadata.finish_reason === undefined)
    throw new CutOff('The stream was cut off.')
  const broken = (answer.invalid_tool_calls ?? []).map(({ name, id }, index) => ({
    name: name ?? 'unknown',
    args: { [MALFORMED]: true },
    id: id ?? `broken_${index}`,
    type: 'tool_call' as const,
  }))
  const calls = (answer.tool_calls ?? []).map((call, index) => ({
    ...call,
    id: call.id ?? `call_${index}`,
    type: 'tool_call' as const,
  }))
  if (calls.length + broken.length === 0 && answer.text.trim() === '') throw new CutOff('The model said nothing.')
  return new AIMessage({ content: answer.text, tool_calls: [...calls, ...broken] })
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
