/**
 * A tool message back into data: the model sees what any model sees, JSON with references and how each will read.
 *
 * @module
 */
import type { ToolMessage } from '@langchain/core/messages'
import { z } from 'zod'
import type { Fact } from '../../tools/shared/fact.ts'
import { renderFact } from '../../tools/shared/render-fact.ts'
import type { ToolData } from '../../tools/shared/tool-answer.ts'
import type { Shown } from './plan/rounds.ts'

const KINDS: ReadonlySet<string> = new Set<ToolData['kind']>([
  'debts',
  'contracts',
  'comparison',
  'mandate-draft',
  'progress',
  'proposal',
  'dispute-draft',
  'declined',
  'handoff',
  'explanation',
  'knowledge',
  'question',
  'refused',
])

const contentSchema = z.looseObject({
  kind: z.string().refine((kind) => KINDS.has(kind)),
  rendered: z.record(z.string(), z.string()).optional(),
  facts: z.array(z.looseObject({ ref: z.string(), value: z.looseObject({ kind: z.string() }) })).optional(),
})

/** The data and figures of a tool message; null when it holds an error or anything else than an answer. */
export function readAnswer(
  message: ToolMessage,
  locale: 'de' | 'en',
): { readonly data: ToolData; readonly figures: ReadonlyMap<string, Shown> } | null {
  if (message.status === 'error') return null
  const parsed = contentSchema.safeParse(json(message.text))
  if (!parsed.success) return null
  const { rendered = {}, facts = [], ...data } = parsed.data
  const figures = new Map<string, Shown>()
  for (const [ref, text] of Object.entries(rendered)) figures.set(ref, split(text))
  // Facts beside the data are written by our own tools (`toolResult`); their shape is theirs.
  for (const fact of facts as unknown as readonly Fact[]) {
    figures.set(fact.ref, { text: renderFact(fact.value, locale), meaning: fact.meaning[locale] })
  }
  return { data: data as unknown as ToolData, figures }
}

/** "95,95 € (offen bei Modehaus Elbe, 2026-11-20)": the figure, then its meaning and day. */
function split(text: string): Shown {
  const open = text.indexOf(' (')
  if (open < 0) return { text, meaning: '' }
  const meaning = text.slice(open + 2, text.endsWith(')') ? -1 : undefined).replace(/, \d{4}-\d{2}-\d{2}$/, '')
  return { text: text.slice(0, open), meaning }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // an error text of a tool, or words: no answer
  }
}
