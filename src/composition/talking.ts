/**
 * The conversation: the advocate with its tools and models, and the runs that answer messages.
 *
 * @module
 */
import { createAdvocate } from '../../agents/advocate/graph.ts'
import { advocateTools } from '../../agents/advocate/tools.ts'
import type { ChatModels } from '../../agents/models.ts'
import { personalWords } from '../../agents/veil.ts'
import { DUNNING_POLICY } from '../../tools/disputes/dunning-policy.ts'
import { createRuns } from '../runs.ts'
import type { Acting } from './acting.ts'
import type { Ledgers } from './ledgers.ts'
import type { Parts } from './parts.ts'

export function joinTalking(
  parts: Parts,
  ledgers: Ledgers,
  acting: Acting,
  { reasoning }: Pick<ChatModels, 'reasoning'>,
) {
  const { config, clock, ids, log } = parts
  const { threads, records, mandates, handoffs, desk, disputes, explanations, checkpointer, reader } = ledgers
  const { delegations, proposals, registry, withdrawals } = acting
  const advocate = createAdvocate({
    ...{ model: reasoning, threads, delegations, proposals, withdrawals, clock, ids, checkpointer },
    // What never leaves the process needs no placeholders.
    ...(reasoning.inProcess ? {} : { personal: async (id: string) => personalWords(await records.customer(id)) }),
    ...{ mandates, records },
    desk: handoffs,
    review: desk,
    patience: { sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) },
  })
  const toolParts = {
    ...{ delegations, mandates, proposals, registry, disputes, explanations, clock, ids },
    ...{ debts: records, contracts: records, offers: records, customers: records },
    ...{ library: ledgers.knowledge, policy: DUNNING_POLICY, profile: config.profile, desk: handoffs },
  }
  return createRuns({
    ...{ threads, advocate, desk: handoffs, reader, clock, ids },
    tools: (turn) => advocateTools(toolParts, turn),
    onError: (error, about) => log.error({ err: error, ...about }, 'a turn failed and was answered with an apology'),
  })
}
