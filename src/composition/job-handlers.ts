/**
 * What each job does. With the channels, this is all of the service that has an executor in hand.
 *
 * @module
 */
import { createCommitmentGraph } from '../../agents/advocate/commitment-graph.ts'
import type { ChatModels } from '../../agents/models.ts'
import { draftMove } from '../../agents/negotiator/draft-move.ts'
import { createNegotiator } from '../../agents/negotiator/graph.ts'
import { DUNNING_POLICY } from '../../tools/disputes/dunning-policy.ts'
import { dealStrategy } from '../../tools/negotiation/engine/deal-strategy.ts'
import { makeAnchor } from '../audit/make-anchor.ts'
import { httpExecutor } from '../channels/http-executor.ts'
import { noticeExecutor } from '../channels/notice-executor.ts'
import { asIdentity, PARLEY } from '../db/identity.ts'
import { postgresAbandonedWork } from '../db/postgres-abandoned-work.ts'
import { postgresRetention } from '../db/postgres-retention.ts'
import { concludeTask } from '../jobs/conclude-task.ts'
import { deliverWebhooks } from '../jobs/deliver-webhooks.ts'
import { executeCommitment } from '../jobs/execute-commitment.ts'
import type { JobHandlers } from '../jobs/job-queue.ts'
import { negotiate } from '../jobs/negotiate.ts'
import { sweep } from '../jobs/sweep.ts'
import { watchDisputes } from '../jobs/watch-disputes.ts'
import type { MessageRuns } from '../runs.ts'
import type { Signer } from '../signing/signer.ts'
import { createWaiting } from '../waiting.ts'
import type { TargetRules } from '../webhooks/target.ts'
import type { Acting } from './acting.ts'
import type { Ledgers } from './ledgers.ts'
import { type Parts, waitingOf } from './parts.ts'

const RETRY_AFTER_SECONDS = [1, 5, 30, 120]

interface Joined {
  readonly ledgers: Ledgers
  readonly acting: Acting
  readonly runs: Pick<MessageRuns, 'drain'>
  readonly models: Pick<ChatModels, 'drafting'>
  readonly signer: Signer | null
  readonly webhookRules: TargetRules
}

export function joinJobHandlers(parts: Parts, joined: Joined): JobHandlers {
  const { clock, ids, log } = parts
  const { pool } = parts.database
  const { profile, turnBudget, retention } = parts.config
  const { ledgers, acting, runs, models, signer, webhookRules } = joined
  const { negotiations, mandates, records, approvals, threads, handoffs, disputes, letters } = ledgers
  const { desk, executions, explanations, webhooks, jobs, leases, checkpointer } = ledgers
  const { registry, channel, proposals } = acting
  const retryAfterSeconds = parts.patience?.retryAfterSeconds ?? RETRY_AFTER_SECONDS
  const waiting = createWaiting({
    graph: createCommitmentGraph({ approvals, threads, ids, clock, checkpointer }),
    ...{ leases, jobs, ids },
  })
  const sweepNow = sweep({
    ...{ approvals: desk, webhooks, executions, threads, jobs, clock, log },
    abandoned: postgresAbandonedWork(pool),
    ...(signer === null ? {} : { anchor: () => makeAnchor({ db: pool, signer, clock }) }),
    retention: postgresRetention({ pool, clock, days: retention }),
  })
  const watchNow = watchDisputes({
    ...{ watch: ledgers.disputeWatch, records, disputes, proposals, threads, handoffs, leases, clock, ids },
    policy: DUNNING_POLICY,
  })
  const negotiator = createNegotiator(
    {
      ...{ mandates, negotiations, records, channel, clock, turnBudget },
      strategy: dealStrategy,
      draft: draftMove(models.drafting),
      unreachableLimit: retryAfterSeconds.length,
    },
    checkpointer,
  )
  const executor = noticeExecutor({
    http: httpExecutor(registry, waitingOf(parts)),
    ...{ letters, profile, clock, ids },
  })
  const handlers = asParley({
    negotiate: negotiate({
      ...{ negotiator, negotiations, mandates, records, registry, jobs, leases, clock, ids },
      ...{ turnBudget, retryAfterSeconds },
    }),
    'conclude-task': concludeTask({
      ...{ negotiations, records, registry, mandates, approvals, proposals, threads, explanations },
      ...{ channel, leases, jobs, clock, ids },
    }),
    'execute-commitment': executeCommitment({
      ...{ executions, executor, mandates, handoffs, jobs, profile, clock, ids },
    }),
    'wake-proposal': ({ proposalId }) => waiting.wake(proposalId),
    'deliver-webhooks': deliverWebhooks({
      ...{ outbox: webhooks, transport: parts.webhookTransport, rules: webhookRules, clock },
    }),
    'answer-messages': async ({ threadId }) => void (await runs.drain(threadId)),
    sweep: async () => {
      await sweepNow()
      await watchNow()
    },
  })
  return handlers
}

/** Jobs have no request behind them: they run under the program's own identity. */
function asParley(handlers: JobHandlers): JobHandlers {
  const wrapped = Object.entries(handlers).map(([name, handler]: [string, (data: never) => Promise<void>]) => [
    name,
    (data: never) => asIdentity(PARLEY, () => handler(data)),
  ])
  return Object.fromEntries(wrapped) as JobHandlers
}
