/**
 * Answers the model's calls, each with a result or a typed refusal it can work with.
 *
 * @module
 */
import { AIMessage, ToolMessage } from '@langchain/core/messages'
import { type StructuredToolInterface, ToolInputParsingException } from '@langchain/core/tools'
import { refused } from '../../../tools/shared/ask.ts'
import { type ErrorCode, InvalidInput, ParleyError } from '../../../tools/shared/errors.ts'
import type { Bilingual } from '../../../tools/shared/explanation.ts'
import { type ToolArtifact, toolResult } from '../../../tools/shared/tool-result.ts'
import { MALFORMED } from '../ask-model.ts'
import { focusOf } from '../focus.ts'
import { handoffReply } from '../handoff-reply.ts'
import type { TurnState, Work } from '../state.ts'
import { type Turn, type TurnRuntime, turnOf } from '../turn.ts'

type Call = NonNullable<AIMessage['tool_calls']>[number]

/** One call after the other: drafts of one turn must not race each other. */
export function useTools() {
  return async (state: TurnState, runtime: TurnRuntime): Promise<Partial<TurnState>> => {
    const turn = turnOf(runtime)
    const last = state.work.steps.at(-1)
    const calls = last instanceof AIMessage ? (last.tool_calls ?? []) : []
    let work = state.work
    for (const call of calls) {
      turn.emit({ type: 'tool', name: call.name, phase: 'start' })
      work = withAnswer(work, await answerTo(call, turn))
      turn.emit({ type: 'tool', name: call.name, phase: 'end' })
    }
    const { called } = turn.person
    return { work: called === null ? work : { ...work, reply: handoffReply(called, turn.locale) } }
  }
}

function withAnswer(work: Work, message: ToolMessage): Work {
  const artifact = message.artifact as ToolArtifact
  return {
    ...work,
    steps: [...work.steps, message],
    answers: [...work.answers, artifact.data],
    facts: [...work.facts, ...artifact.facts],
    focus: { ...work.focus, ...focusOf({ focus: artifact.focus }) },
  }
}

async function answerTo(call: Call, { tools, locale }: Turn): Promise<ToolMessage> {
  const tool = tools.find(({ name }) => name === call.name)
  if (tool === undefined) {
    const names = tools.map(({ name }) => name).join(', ')
    return refusal(call, locale, 'UNKNOWN_TOOL', {
      de: `Dieses Werkzeug gibt es nicht. Es gibt: ${names}.`,
      en: `There is no such tool. There are: ${names}.`,
    })
  }
  if (MALFORMED in call.args) {
    return refusal(call, locale, 'INVALID_ARGUMENTS', {
      de: 'Die Argumente waren kein JSON.',
      en: 'The arguments were no JSON.',
    })
  }
  try {
    return await invoked(tool, call)
  } catch (error) {
    if (error instanceof ToolInputParsingException) {
      const why = error.message.slice(0, 600)
      return refusal(call, locale, 'INVALID_ARGUMENTS', {
        de: `Die Argumente passen nicht: ${why}`,
        en: `The arguments do not fit: ${why}`,
      })
    }
    if (error instanceof InvalidInput) {
      const why = error.faults.map(({ path, reason }) => `${path}: ${reason}`).join('; ')
      return refusal(call, locale, error.code, { de: `Das passt nicht: ${why}`, en: `That does not fit: ${why}` })
    }
    // What someone can act on goes back to the model; anything else is a bug and surfaces.
    if (error instanceof ParleyError) return told(call, locale, error)
    throw error
  }
}

async function invoked(tool: StructuredToolInterface, call: Call): Promise<ToolMessage> {
  const answer: unknown = await tool.invoke({ ...call, type: 'tool_call' })
  if (!ToolMessage.isInstance(answer)) throw new Error(`${tool.name} answered without an artifact.`)
  return answer
}

/** Failures a customer can be told of, in both languages; the rest only the model can use. */
const TOLD: Readonly<Partial<Record<ErrorCode, Bilingual>>> = {
  MANDATE_INVALID: {
    de: 'Dafür gibt es hier gerade niemanden, mit dem verhandelt werden kann.',
    en: 'There is nobody here to negotiate this with at the moment.',
  },
  NOT_FOUND: { de: 'Das ist hier nicht bekannt.', en: 'That is not on record here.' },
  OFFER_EXPIRED: { de: 'Das Angebot ist abgelaufen.', en: 'The offer has expired.' },
  MANDATE_REVOKED: { de: 'Dieser Auftrag ist widerrufen.', en: 'That mandate is revoked.' },
  MANDATE_EXCEEDED: { de: 'Das läge außerhalb Ihres Auftrags.', en: 'That would be outside your mandate.' },
  RATE_UNKNOWN: {
    de: 'Ein gesetzlicher Satz, der dafür nötig ist, ist hier nicht bekannt.',
    en: 'A statutory rate that this needs is not known here.',
  },
}

function told(call: Call, locale: Turn['locale'], { code, message }: ParleyError): ToolMessage {
  const words = TOLD[code]
  if (words === undefined) return refusal(call, locale, code, { de: message, en: message })
  const [content, artifact] = toolResult(refused(code, words), locale)
  return new ToolMessage({ content, artifact, tool_call_id: call.id ?? '', name: call.name })
}

function refusal(call: Call, locale: Turn['locale'], code: string, reason: Bilingual): ToolMessage {
  const [content, artifact] = toolResult(refused(code, reason), locale)
  return new ToolMessage({ content, artifact, tool_call_id: call.id ?? '', name: call.name, status: 'error' })
}
