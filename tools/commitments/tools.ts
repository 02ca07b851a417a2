/**
 * What the model may call about proposals: open one, show one, take one back. Nothing here binds anyone.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import type { DisputeBook } from '../disputes/dispute-book.ts'
import type { Delegations } from '../mandates/delegations.ts'
import { question, refused } from '../shared/ask.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import { disputeProposal } from './dispute-proposal.ts'
import { proposalAnswer } from './proposal-answer.ts'
import type { Proposals } from './proposals.ts'
import { waitsFor } from './waits-for.ts'

export interface CommitmentParts {
  readonly proposals: Proposals
  readonly disputes: DisputeBook
  readonly delegations: Pick<Delegations, 'follow'>
}

export function commitmentTools(parts: CommitmentParts, context: ToolContext) {
  const propose = tool(
    async (what) => {
      const { answer, focus } = await proposeFor(what, parts, context)
      return toolResult(answer, context.locale, focus)
    },
    {
      name: 'propose_commitment',
      description:
        'Asks a person for approval: to send a drafted dispute (disputeId), or shows the proposal a negotiation led to (taskId). Nothing is sent or agreed by this.',
      schema: z.object({ disputeId: z.string().optional(), taskId: z.string().optional() }),
      responseFormat: 'content_and_artifact',
    },
  )
  const decline = tool(
    async ({ reason }) => {
      const { answer, focus } = await declineOne(reason ?? 'declined by the customer', parts, context)
      return toolResult(answer, context.locale, focus)
    },
    {
      name: 'decline_proposal',
      description: 'Takes back the open proposal of this conversation, because the customer does not want it.',
      schema: z.object({ reason: z.string().max(300).optional() }),
      responseFormat: 'content_and_artifact',
    },
  )
  return [propose, decline]
}

interface Answered {
  readonly answer: ToolAnswer
  readonly focus: Readonly<Record<string, unknown>>
}

async function proposeFor(
  { disputeId, taskId }: { readonly disputeId?: string | undefined; readonly taskId?: string | undefined },
  parts: CommitmentParts,
  context: ToolContext,
): Promise<Answered> {
  if (taskId === undefined) {
    const dispute =
      disputeId === undefined
        ? await parts.disputes.latest(context.customerId, context.threadId)
        : await parts.disputes.get(context.customerId, disputeId)
    if (dispute !== null) return proposeDispute(dispute, parts, context)
    if (disputeId !== undefined) return unknown()
  }
  const views = await parts.delegations.follow(context.customerId, context.threadId)
  const view = taskId === undefined ? views[0] : views.find(({ task }) => task.id === taskId)
  if (view === undefined) return unknown()
  if (view.proposal === null) {
    return {
      answer: refused('NO_PROPOSAL_YET', {
        de: 'Dazu gibt es noch keinen Vorschlag; sobald die Verhandlungen enden, kommt er von selbst.',
        en: 'There is no proposal for it yet; it comes by itself once the negotiations end.',
      }),
      focus: {},
    }
  }
  return proposalAnswer(view.proposal, view.waitsFor)
}

/** One letter, one request: asked again, the open one is shown. */
async function proposeDispute(
  dispute: NonNullable<Awaited<ReturnType<DisputeBook['get']>>>,
  parts: CommitmentParts,
  context: ToolContext,
): Promise<Answered> {
  const open = (await parts.proposals.openOf(context.customerId)).find(({ terms }) =>
    terms.acts.some(
      (act) => act.type === 'notice' && act.terms.letter === dispute.letter && act.subject.id === dispute.debtId,
    ),
  )
  const proposal =
    open ??
    (await parts.proposals.open(disputeProposal(dispute, { now: context.clock.now(), threadId: context.threadId })))
  return proposalAnswer(proposal, waitsFor(proposal, []))
}

async function declineOne(reason: string, parts: CommitmentParts, context: ToolContext): Promise<Answered> {
  const all = await parts.proposals.openOf(context.customerId)
  const here = all.filter(({ threadId }) => threadId === context.threadId)
  const candidates = here.length > 0 ? here : all
  const [only] = candidates
  if (only === undefined) {
    return {
      answer: refused('NO_PROPOSAL', { de: 'Es ist kein Vorschlag offen.', en: 'No proposal is open.' }),
      focus: {},
    }
  }
  if (candidates.length > 1) {
    const options = candidates.map(({ id, brief }) => `${brief.counterparty} (${id})`)
    return {
      answer: question('PROPOSAL', { de: 'Welcher Vorschlag ist gemeint?', en: 'Which proposal is meant?' }, options),
      focus: { asked: 'PROPOSAL' },
    }
  }
  const voided = await parts.proposals.void(only.id, reason)
  if (voided) return { answer: { kind: 'declined', proposalId: only.id, facts: [] }, focus: {} }
  return {
    answer: refused('ALREADY_DECIDED', {
      de: 'Über den Vorschlag ist schon entschieden.',
      en: 'The proposal was decided already.',
    }),
    focus: {},
  }
}

function unknown(): Answered {
  return {
    answer: refused('NOTHING_TO_PROPOSE', {
      de: 'Dazu ist nichts bekannt, was vorgeschlagen werden könnte.',
      en: 'Nothing on record could be proposed for that.',
    }),
    focus: {},
  }
}
