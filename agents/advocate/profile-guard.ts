/**
 * Each tool asks the deployment profile before it does anything: what is not allowed is refused with the ground.
 *
 * @module
 */
import { ToolMessage } from '@langchain/core/messages'
import { type StructuredToolInterface, tool } from '@langchain/core/tools'
import type { ZodType } from 'zod'
import { NEEDS, type Need } from '../../tools/mandates/mandate.ts'
import type { Capability } from '../../tools/profile/capabilities.ts'
import { negotiating, permits } from '../../tools/profile/permits.ts'
import type { DeploymentProfile } from '../../tools/profile/profile.ts'
import { citeFigures } from '../../tools/shared/cite-figures.ts'
import type { ToolAnswer } from '../../tools/shared/tool-answer.ts'
import type { ToolContext } from '../../tools/shared/tool-context.ts'
import { toolResult } from '../../tools/shared/tool-result.ts'

/** What a call of a tool is; tools that only show what there is, or call a person, are always allowed. */
const CAPABILITY_OF: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => Capability | null>> = {
  contest_fee: () => 'draft-letter',
  compare_loans: () => 'compare-credit',
  compare_insurance: () => 'compare-insurance',
  start_negotiation: ({ need }) => (isNeed(need) ? negotiating(need) : null),
}

/** The tools with the profile before them. */
export function withProfile(
  tools: readonly StructuredToolInterface[],
  profile: DeploymentProfile,
  context: Pick<ToolContext, 'locale'>,
): readonly StructuredToolInterface[] {
  return tools.map((guarded) => {
    const capabilityOf = CAPABILITY_OF[guarded.name]
    if (capabilityOf === undefined) return guarded
    return tool(
      async (input: Readonly<Record<string, unknown>>) => {
        const capability = capabilityOf(input)
        const permission = capability === null ? null : permits(profile, capability)
        const isNegotiation = guarded.name === 'start_negotiation'
        if (
          permission === null ||
          permission.verdict === 'allowed' ||
          (permission.verdict === 'draft-only' && !isNegotiation)
        ) {
          const answer: unknown = await guarded.invoke({
            type: 'tool_call',
            id: 'guarded',
            name: guarded.name,
            args: input,
          })
          if (!ToolMessage.isInstance(answer)) throw new Error(`${guarded.name} answered without an artifact.`)
          return [answer.content, answer.artifact]
        }
        return toolResult(refusal(permission), context.locale)
      },
      {
        name: guarded.name,
        description: guarded.description,
        schema: guarded.schema as ZodType<Record<string, unknown>>,
        responseFormat: 'content_and_artifact',
      },
    )
  })
}

/** Why this deployment may not, with the law as a reference. */
function refusal({ capability, title, ground, source }: ReturnType<typeof permits>): ToolAnswer {
  const facts: ToolAnswer['facts'][number][] = []
  const say = (locale: 'de' | 'en', words: string) => {
    const cited = citeFigures(words, {
      locale,
      prefix: `profile.${capability}`,
      source: { type: 'rule', id: 'deployment-profile' },
    })
    facts.push(...cited.facts)
    return cited.text
  }
  return {
    kind: 'refused',
    code: 'NOT_PERMITTED',
    reason: {
      de: say('de', `Dieser Betreiber darf das nicht: ${title.de}. ${ground.de} (${source})`),
      en: say('en', `This operator may not do that: ${title.en}. ${ground.en} (${source})`),
    },
    figures: [],
    facts,
  }
}

function isNeed(value: unknown): value is Need {
  return NEEDS.some((need) => need === value)
}
