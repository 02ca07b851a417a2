/**
 * What the model may call about law and practice in general: cited passages, or nothing.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import { citeFigures } from '../shared/cite-figures.ts'
import type { Fact } from '../shared/fact.ts'
import { factMaker, refPart } from '../shared/make-facts.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import type { KnowledgeLibrary, Passage } from './library.ts'

const SEARCH_KNOWLEDGE = {
  name: 'search_knowledge',
  description:
    'General information on debts, fees, default, credit and insurance law with its source. When it abstains, say that nothing reliable is known here.',
  schema: z.object({ question: z.string().min(2).max(500) }),
  responseFormat: 'content_and_artifact',
} as const

export function knowledgeTools(parts: { readonly library: KnowledgeLibrary }, context: ToolContext) {
  return [
    tool(
      async ({ question }) =>
        toolResult(passagesAnswer(await parts.library.find(question, context.locale)), context.locale),
      SEARCH_KNOWLEDGE,
    ),
  ]
}

/** Passages with every figure in them cited; none means: abstain and say so. */
export function passagesAnswer(passages: readonly Passage[]): ToolAnswer {
  const facts: Fact[] = []
  return {
    kind: 'knowledge',
    abstained: passages.length === 0,
    passages: passages.map((passage) => {
      const prefix = `knowledge.${refPart(passage.id)}`
      const source = { type: 'knowledge', id: passage.id, origin: passage.citation } as const
      const cite = (part: string, text: string) => {
        const cited = citeFigures(text, { locale: passage.locale, prefix: `${prefix}.${part}`, source })
        facts.push(...cited.facts)
        return cited.text
      }
      const citation = factMaker(prefix, source).legal('citation', passage.citation, { de: 'Quelle', en: 'source' })
      facts.push(citation)
      return {
        passageId: passage.id,
        title: cite('title', passage.title),
        text: cite('text', passage.text),
        citation: citation.ref,
      }
    }),
    facts,
  }
}
