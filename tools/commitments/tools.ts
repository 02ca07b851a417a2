/**
 * What the model may call about proposals: open one, show one, take one back. Nothing here binds anyone.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import type { DisputeBook } from '../disputes/dispute-book.ts'
import { refused } from '../shared/ask.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import { type DeclineParts, decline } from './decline.ts'
import { disputeProposal } from './dispute-proposal.ts'
import { proposalAnswer } from './proposal-answer.ts'
import { waitsFor } from './waits-for.ts'

export interface CommitmentParts extends DeclineParts {
  readonly disputes: DisputeBook
}

const PROPOSE_COMMITMENT = {
  name: 'propose_commitment',
  description:
    'Asks a person for approval: to send a drafted dispute (disputeId), or shows the proposal a negotiation led to (taskId). Nothing is sent or agreed by this.',
  schema: z.object({ disputeId: z.string().optional(), taskId: z.string().optional() }),
  responseFormat: 'content_and_artifact',
} as const

const DECLINE_PROPOSAL = {
  name: 'decline_proposal',
  description:
    'Takes back the open proposal, the mandate that waits for a yes, or talks that are told to stop, because the customer clearly says no. Pushing or asking is no refusal.',
  schema: z.object({ reason: z.string().max(300).optional() }),
  responseFormat: 'content_and_artifact',
} as const

export function commitmentTools(parts: CommitmentParts, context: ToolContext) {
  const propose = tool(async (what) => {
    const { answer, focus } = await proposeFor(what, parts, context)
    return toolResult(answer, context.locale, focus)
  }, PROPOSE_COMMITMENT)
  const takeBack = tool(async ({ reason }) => {
    const { answer, focus } = await decline(reason ?? 'declined by the customer', parts, context)
    return toolResult(answer, context.locale, focus)
  }, DECLINE_PROPOSAL)
  return [propose, takeBack]
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
  const { id } = view.proposal
  const open = (await parts.proposals.openOf(context.customerId)).some((proposal) => proposal.id === id)
  if (!open) {
    return {
      answer: refused('ALREADY_DECIDED', {
        de: 'Über diesen Vorschlag ist schon entschieden; offen ist dazu nichts mehr.',
        en: 'This proposal was decided already; nothing about it is open any more.',
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

function unknown(): Answered {
  return {
    answer: refused('NOTHING_TO_PROPOSE', {
      de: 'Dazu ist nichts bekannt, was vorgeschlagen werden könnte.',
      en: 'Nothing on record could be proposed for that.',
    }),
    focus: {},
  }
}
