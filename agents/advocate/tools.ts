/**
 * The advocate's tools, bound to one turn.
 *
 * @module
 */
import type { StructuredToolInterface } from '@langchain/core/tools'
import type { Proposals } from '../../tools/commitments/proposals.ts'
import { type CommitmentParts, commitmentTools } from '../../tools/commitments/tools.ts'
import type { DebtLedger } from '../../tools/debts/debt-ledger.ts'
import { debtTools } from '../../tools/debts/tools.ts'
import type { DunningPolicy } from '../../tools/disputes/dunning-policy.ts'
import { disputeTools } from '../../tools/disputes/tools.ts'
import { explanationTools } from '../../tools/explanations/tools.ts'
import type { PersonDesk } from '../../tools/handoffs/person-desk.ts'
import { handoffTools } from '../../tools/handoffs/tools.ts'
import type { KnowledgeLibrary } from '../../tools/knowledge/library.ts'
import { knowledgeTools } from '../../tools/knowledge/tools.ts'
import { type MandateParts, mandateTools } from '../../tools/mandates/tools.ts'
import type { OfferParts } from '../../tools/offers/compare-for-customer.ts'
import { offerTools } from '../../tools/offers/tools.ts'
import type { DeploymentProfile } from '../../tools/profile/profile.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import type { ToolContext } from '../../tools/shared/tool-context.ts'
import type { HandoffDesk } from '../handoff-desk.ts'
import type { Locale, Message } from '../thread-store.ts'
import { handoffSummary } from './answer-plainly.ts'
import { type Conversation, customerWords, knownFacts, shownBefore } from './conversation.ts'
import { focusOf } from './focus.ts'
import { withProfile } from './profile-guard.ts'
import { factAsked, toldFacts } from './told-facts.ts'
import type { Turn } from './turn.ts'

/** Everything the tools read or draft through. */
export interface ToolParts
  extends Omit<MandateParts, 'proposals'>,
    Omit<OfferParts, 'delegations'>,
    Omit<CommitmentParts, 'delegations' | 'mandates' | 'proposals'> {
  readonly proposals: Proposals
  readonly debts: DebtLedger
  readonly library: KnowledgeLibrary
  readonly policy: DunningPolicy
  readonly profile: DeploymentProfile
  readonly desk: HandoffDesk
  readonly clock: Clock
  readonly ids: Ids
}

/**
 * The tools of one turn. The customer, the thread and their words are bound here; no model passes any of them.
 *
 * @param person where a call for a person is noted
 */
export function advocateTools(
  parts: ToolParts,
  turn: {
    readonly conversation: Conversation
    readonly message: Message
    readonly locale: Locale
    readonly person: Turn['person']
  },
): readonly StructuredToolInterface[] {
  const { conversation, message, locale } = turn
  const focus = focusOf(shownBefore(conversation, message))
  const { mandateId } = focus
  const asked = factAsked(focus)
  const told = { told: toldFacts(conversation, message), ...(asked === null ? {} : { asked }) }
  const context: ToolContext = {
    customerId: conversation.customerId,
    threadId: conversation.threadId,
    locale,
    clock: parts.clock,
    ids: parts.ids,
    words: customerWords(conversation, message).map(({ id, text }) => ({ messageId: id, text })),
    facts: knownFacts(conversation),
    ...(mandateId === undefined ? {} : { shownMandateId: mandateId }),
  }
  const desk = personDesk(parts.desk, turn)
  const tools = [
    ...debtTools({ ...parts, ledger: parts.debts }, context),
    ...offerTools(parts, context),
    ...disputeTools({ ...parts, ...told, ledger: parts.debts, desk }, context),
    ...mandateTools(parts, context),
    ...commitmentTools(parts, context),
    ...knowledgeTools(parts, context),
    ...explanationTools(parts, context),
    ...handoffTools({ desk }, context),
  ]
  return withProfile(tools, parts.profile, context)
}

function personDesk(desk: HandoffDesk, turn: Parameters<typeof advocateTools>[1]): PersonDesk {
  return {
    async call(reason, summary, deadline) {
      const { threadId, customerId } = turn.conversation
      const called = await desk.request({
        threadId,
        customerId,
        reason,
        summary: `${summary} ${handoffSummary(reason, turn)}`,
      })
      turn.person.called = { ...called, ...(deadline === undefined ? {} : { deadline }) }
      return { handoffId: called.handoff.id, onDuty: called.onDuty, promisedBy: called.handoff.promisedBy }
    },
  }
}
