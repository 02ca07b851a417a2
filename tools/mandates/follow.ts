/**
 * How things stand: the mandate that waits for a yes is shown again, so that a yes can mean it; else the tasks.
 *
 * @module
 */
import { proposalAnswer } from '../commitments/proposal-answer.ts'
import type { Proposals } from '../commitments/proposals.ts'
import { waitsFor } from '../commitments/waits-for.ts'
import type { Fact } from '../shared/fact.ts'
import type { ToolAnswer, ToolData } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import type { Delegations } from './delegations.ts'
import type { Mandate } from './mandate.ts'
import { mandateDraftAnswer } from './mandate-facts.ts'
import type { MandateLedger } from './mandate-ledger.ts'
import { progressAnswer } from './progress-answer.ts'

export interface FollowParts {
  readonly delegations: Pick<Delegations, 'follow' | 'namesOf'>
  readonly mandates: Pick<MandateLedger, 'pendingOf'>
  readonly proposals: Pick<Proposals, 'openOf'>
}

export interface Followed {
  readonly answer: ToolAnswer
  readonly focus: Readonly<Record<string, unknown>>
}

/** @param describe what the mandate is about and in which currency, from the records */
export async function follow(
  parts: FollowParts,
  context: ToolContext,
  describe: (mandate: Mandate) => Promise<{ readonly currency: string; readonly about: string | null }>,
): Promise<Followed> {
  const { customerId, threadId } = context
  const inThread = await parts.delegations.follow(customerId, threadId)
  const views = inThread.length > 0 ? inThread : await parts.delegations.follow(customerId, null)
  const pending = await parts.mandates.pendingOf(threadId, context.clock.now())
  const letters = await openLetters(parts, context)
  const live = views.some(({ task: { status } }) => status === 'negotiating' || status === 'awaiting-approval')
  if (pending !== null && !live && letters.data.length === 0) {
    const names = await parts.delegations.namesOf(pending)
    return {
      answer: mandateDraftAnswer(pending, names, await describe(pending)),
      focus: { mandateId: pending.id },
    }
  }
  const answer = progressAnswer(views, pending?.id ?? null)
  // Only mentioned, so that a yes to it shows it first.
  const focus = pending === null ? {} : { waitingMandateId: pending.id }
  if (answer.kind !== 'progress' || letters.data.length === 0) return { answer, focus }
  return { answer: { ...answer, letters: letters.data, facts: [...answer.facts, ...letters.facts] }, focus }
}

type Letters = NonNullable<Extract<ToolData, { kind: 'progress' }>['letters']>

async function openLetters(
  { proposals }: FollowParts,
  { customerId }: ToolContext,
): Promise<{ readonly data: Letters; readonly facts: readonly Fact[] }> {
  const open = (await proposals.openOf(customerId)).filter(({ taskId }) => taskId === null)
  const answers = open.map((proposal) => proposalAnswer(proposal, waitsFor(proposal, [])).answer)
  return {
    data: answers.flatMap((answer) => {
      if (answer.kind !== 'proposal') return []
      const { proposalId, act, counterparty, waitsFor: missing, deadline } = answer
      return [{ proposalId, act, counterparty, waitsFor: missing, deadline }]
    }),
    facts: answers.flatMap(({ facts }) => facts),
  }
}
