/**
 * The composition root: the only place where parts are joined.
 *
 * @module
 */

import { createCommitmentGraph } from '../agents/advocate/commitment-graph.ts'
import { createAdvocate } from '../agents/advocate/graph.ts'
import { advocateTools } from '../agents/advocate/tools.ts'
import { createEmbedder } from '../agents/embeddings.ts'
import { createModels } from '../agents/models.ts'
import { draftMove } from '../agents/negotiator/draft-move.ts'
import { createNegotiator } from '../agents/negotiator/graph.ts'
import { personalWords } from '../agents/veil.ts'
import { DEFAULT_POLICY, selfApprovalPolicy } from '../tools/commitments/approval-policy.ts'
import { DUNNING_POLICY } from '../tools/disputes/dunning-policy.ts'
import { dealStrategy } from '../tools/negotiation/engine/deal-strategy.ts'
import { proposalWithinMandate } from '../tools/negotiation/within-mandate.ts'
import { permissions } from '../tools/profile/permits.ts'
import type { Clock } from '../tools/shared/clock.ts'
import type { Ids } from '../tools/shared/ids.ts'
import { makeAnchor } from './audit/make-anchor.ts'
import { verifyChain } from './audit/verify-chain.ts'
import { httpCounterparties } from './channels/http-counterparty.ts'
import { httpExecutor } from './channels/http-executor.ts'
import { noticeExecutor } from './channels/notice-executor.ts'
import { createRegistry, parseCounterparties } from './channels/registry.ts'
import type { Config } from './config/env.ts'
import type { Secrets } from './config/secrets.ts'
import { customerFlags } from './customer-flags.ts'
import { PostgresCheckpointer } from './db/checkpointer.ts'
import type { Database } from './db/database.ts'
import { asIdentity, PARLEY } from './db/identity.ts'
import { postgresAbandonedWork } from './db/postgres-abandoned-work.ts'
import { postgresApprovalDesk } from './db/postgres-approval-desk.ts'
import { postgresApprovals } from './db/postgres-approvals.ts'
import { postgresAuditTrail } from './db/postgres-audit-trail.ts'
import { postgresCommitments } from './db/postgres-commitments.ts'
import { postgresDisputeWatch } from './db/postgres-dispute-watch.ts'
import { postgresDisputes } from './db/postgres-disputes.ts'
import { postgresExecutions } from './db/postgres-executions.ts'
import { postgresExplanations } from './db/postgres-explanations.ts'
import { postgresFigures } from './db/postgres-figures.ts'
import { postgresHandoffs } from './db/postgres-handoffs.ts'
import { postgresIdempotency } from './db/postgres-idempotency.ts'
import { postgresKnowledge } from './db/postgres-knowledge.ts'
import { postgresLeases } from './db/postgres-leases.ts'
import { postgresLetters } from './db/postgres-letters.ts'
import { postgresMandates } from './db/postgres-mandates.ts'
import { postgresNegotiations } from './db/postgres-negotiations.ts'
import { postgresPersonal } from './db/postgres-personal.ts'
import { postgresRateLimits } from './db/postgres-rate-limits.ts'
import { postgresRecords } from './db/postgres-records.ts'
import { postgresRetention } from './db/postgres-retention.ts'
import { postgresReviewers } from './db/postgres-reviewers.ts'
import { postgresThreads } from './db/postgres-threads.ts'
import { postgresTurnReader } from './db/postgres-turn-context.ts'
import { postgresWebhooks } from './db/postgres-webhooks.ts'
import { prepared } from './db/prepared.ts'
import { createDelegations } from './delegation.ts'
import { DEFAULT_SETTINGS, type Door } from './http/door.ts'
import type { Assets } from './http/ports/assets.ts'
import type { Authenticator } from './http/principal.ts'
import { importFile } from './imports.ts'
import { alone, taskRun } from './jobs/alone.ts'
import { concludeTask } from './jobs/conclude-task.ts'
import { deliverWebhooks } from './jobs/deliver-webhooks.ts'
import { executeCommitment } from './jobs/execute-commitment.ts'
import type { JobHandlers } from './jobs/job-queue.ts'
import { negotiate } from './jobs/negotiate.ts'
import { pgBossQueue } from './jobs/pg-boss-queue.ts'
import { sweep } from './jobs/sweep.ts'
import { watchDisputes } from './jobs/watch-disputes.ts'
import type { Log } from './log.ts'
import { createProposals } from './proposals.ts'
import { createRenegotiation } from './renegotiation.ts'
import { createRuns } from './runs.ts'
import { createSigner } from './signing/signer.ts'
import { createWaiting } from './waiting.ts'
import type { WebhookTransport } from './webhooks/transport.ts'
import { createWithdrawals } from './withdrawals.ts'

/** What the services are made of; tests hand in other parts. */
export interface Parts {
  readonly config: Config
  readonly secrets: Secrets
  readonly database: Pick<Database, 'pool' | 'kind'>
  /** The sandbox market, where there is one. */
  readonly marketUrl: string | null
  /** Real counterparties, as the JSON an operator gave. */
  readonly counterparties: string | null
  readonly authenticator: Authenticator
  /** How webhooks leave this machine. */
  readonly webhookTransport: WebhookTransport
  readonly assets: Assets
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** The services end with one request (Workers), so that nothing is taken in advance for the next. */
  readonly isShortLived?: true
  /** How long counterparties are waited for, where it is not as usual: whoever plays them all need not wait for minutes. */
  readonly patience?: Patience
}

export interface Patience {
  /** Milliseconds until an answer counts as lost. */
  readonly answerMs: number
  /** Seconds before an unreachable counterparty is tried again; its length is how often. */
  readonly retryAfterSeconds: readonly number[]
}

export interface Services {
  readonly door: Door
  readonly clock: Clock
  readonly databaseKind: Database['kind']
  customerIds(): Promise<readonly string[]>
  /** Indexes knowledge and begins to work jobs. */
  start(): Promise<void>
  /** Works what is due now; for Workers, which have no loop. */
  drain(): Promise<number>
  /** Lets what runs finish and stops working jobs. */
  stop(): Promise<void>
}

/** Minutes until a person answers with somebody on call, and hours with nobody. */
const ANSWER_PROMISE = { minutesOnDuty: 5, hoursOffDuty: 16 }
const RETRY_AFTER_SECONDS = [1, 5, 30, 120]
const SWEEP_EVERY_MS = 5_000

/** Joins the parts. Nothing runs until `start`. @throws InvalidInput when the counterparties' JSON is bad */
export function createServices(parts: Parts): Services {
  const { config, secrets, database, clock, ids, log } = parts
  const { profile, selfApprovalMinutes } = config
  const retryAfterSeconds = parts.patience?.retryAfterSeconds ?? RETRY_AFTER_SECONDS
  const http = parts.patience === undefined ? {} : { timeoutMs: parts.patience.answerMs, retryAfterMs: [100] }
  const policy = selfApprovalMinutes === null ? DEFAULT_POLICY : selfApprovalPolicy(selfApprovalMinutes)
  const { pool } = database
  const signer = secrets.signingKey ? createSigner(secrets.signingKey) : null
  const jobs = pgBossQueue({
    db: pool,
    alone: database.kind === 'pglite',
    onError: (error, job) => log.warn({ err: error, job }, 'a job failed; it is tried again'),
  })

  const records = postgresRecords(pool, clock)
  const everyTurn = prepared(pool)
  const threads = postgresThreads(everyTurn)
  const handoffs = postgresHandoffs({ pool, clock, ids, promise: ANSWER_PROMISE })
  const mandates = postgresMandates(pool, jobs)
  const negotiations = postgresNegotiations(pool)
  const approvals = postgresApprovals(pool)
  const approvalDesk = postgresApprovalDesk({
    ...{ pool, jobs, clock, ids },
    model: config.model.kind === 'offline' ? 'offline' : config.model.models.reasoning,
  })
  const explanations = postgresExplanations(pool)
  const disputes = postgresDisputes(pool)
  const checkpointer = new PostgresCheckpointer(everyTurn)
  const leases = postgresLeases(pool)
  const executions = postgresExecutions({ pool, jobs })
  const letters = postgresLetters(pool)
  const disputeWatch = postgresDisputeWatch(pool)
  const figures = postgresFigures(pool)
  const knowledge = postgresKnowledge({
    db: pool,
    embedder: createEmbedder(embeddings(config), secrets.modelApiKey),
    clock,
  })

  const registry = createRegistry({
    entries: parts.counterparties === null ? [] : parseCounterparties(parts.counterparties),
    marketUrl: parts.marketUrl,
    http,
  })
  const channel = httpCounterparties(registry, http)
  const delegations = createDelegations({
    pool,
    mandates,
    negotiations,
    approvals,
    records,
    registry,
    channel,
    jobs,
    profile,
    openWork: config.limits.open,
    clock,
    ids,
  })
  const proposals = createProposals({
    desk: approvalDesk,
    ledger: approvals,
    mandates,
    clock,
    ids,
    withinMandate: proposalWithinMandate,
    policy,
    flagsOf: customerFlags({ records, clock }),
    renegotiate: (...edit) => renegotiate(...edit),
    alone: (taskId, work) => asIdentity(PARLEY, () => alone({ leases, ids }, taskRun(taskId), work)),
  })
  const renegotiate = createRenegotiation({
    negotiations,
    records,
    registry,
    clock,
    mandates,
    channel,
    proposals,
  })

  const commitments = postgresCommitments(pool)
  const withdrawals = createWithdrawals({
    ...{ db: pool, approvals, proposals, customers: records, clock },
    commitments,
  })

  const models = createModels(config.model, secrets.modelApiKey)
  const advocate = createAdvocate({
    model: models.reasoning,
    ...(models.reasoning.inProcess
      ? {}
      : { personal: async (id: string) => personalWords(await records.customer(id)) }),
    threads,
    desk: handoffs,
    delegations,
    proposals,
    review: approvalDesk,
    withdrawals,
    clock,
    ids,
    checkpointer,
    patience: { sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) },
  })
  const toolParts = {
    ...{ delegations, mandates, proposals, registry, disputes, explanations, clock, ids },
    ...{ debts: records, contracts: records, offers: records, customers: records },
    library: knowledge,
    policy: DUNNING_POLICY,
    profile,
    desk: handoffs,
  }
  const runs = createRuns({
    ...{ threads, advocate, clock, ids },
    desk: handoffs,
    reader: postgresTurnReader(everyTurn),
    tools: (turn) => advocateTools(toolParts, turn),
    onError: (error, about) => log.error({ err: error, ...about }, 'a turn failed and was answered with an apology'),
  })
  const waiting = createWaiting({
    graph: createCommitmentGraph({ approvals, threads, ids, clock, checkpointer }),
    leases,
    jobs,
    ids,
  })

  const webhooks = postgresWebhooks(pool)
  const webhookRules = { loopback: config.webhookLoopback }
  const sweepNow = sweep({
    webhooks,
    ...{ approvals: approvalDesk, executions, threads, jobs, clock, log },
    abandoned: postgresAbandonedWork(pool),
    ...(signer === null ? {} : { anchor: () => makeAnchor({ db: pool, signer, clock }) }),
    retention: postgresRetention({ pool, clock, days: config.retention }),
  })
  const watchNow = watchDisputes({
    ...{ watch: disputeWatch, records, disputes, proposals, threads, handoffs, leases, clock, ids },
    policy: DUNNING_POLICY,
  })
  const handlers = asParley({
    negotiate: negotiate({
      negotiator: createNegotiator(
        {
          ...{ mandates, negotiations, records, channel, clock },
          strategy: dealStrategy,
          draft: draftMove(models.drafting),
          turnBudget: config.turnBudget,
          unreachableLimit: retryAfterSeconds.length,
        },
        checkpointer,
      ),
      ...{ negotiations, mandates, records, registry, jobs, leases, clock, ids },
      turnBudget: config.turnBudget,
      retryAfterSeconds,
    }),
    'conclude-task': concludeTask({
      explanations,
      ...{
        negotiations,
        records,
        registry,
        clock,
        mandates,
        approvals,
        proposals,
        threads,
        channel,
        leases,
        jobs,
        ids,
      },
    }),
    'execute-commitment': executeCommitment({
      executions,
      executor: noticeExecutor({ http: httpExecutor(registry, http), letters, profile, clock, ids }),
      ...{ mandates, handoffs, jobs, profile, clock, ids },
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

  const door: Door = {
    ...{
      records,
      explanations,
      threads,
      runs,
      mandates,
      delegations,
      negotiations,
      proposals,
      handoffs,
      letters,
      disputeWatch,
      clock,
      ids,
      log,
    },
    counterparties: registry,
    // A question is put into a conversation, and answered from reasons, that are not the reviewer's to see.
    reviews: { ...approvalDesk, ask: (asking) => asIdentity(PARLEY, () => approvalDesk.ask(asking)) },
    withdrawals,
    webhooks: { book: webhooks, rules: webhookRules },
    reviewers: postgresReviewers(pool, clock),
    approvals: { ...approvals, ...commitments },
    audit: postgresAuditTrail(pool, clock),
    chain: { verify: async () => verifyChain(pool, signer === null ? {} : { keys: await signer.keys() }) },
    signer,
    // Counts show nobody's rows, so that everybody may be given them.
    figures: { counts: () => asIdentity(PARLEY, () => figures.counts()) },
    personal: postgresPersonal(pool, clock),
    importer: { importFile: async (file) => ({ ...(await importFile({ pool, clock }, file)) }) },
    idempotency: postgresIdempotency(pool),
    ...(config.limits.requestsPerMinute === null
      ? {}
      : { rates: postgresRateLimits(pool, config.limits.requestsPerMinute, { each: parts.isShortLived ?? false }) }),
    authenticator: parts.authenticator,
    assets: parts.assets,
    health: { checks: { database: async () => void (await pool.query('select 1')) } },
    settings: {
      ...DEFAULT_SETTINGS,
      corsOrigins: config.http.corsOrigins,
      policy: { approval: policy, profile: { ...profile, capabilities: permissions(profile) } },
    },
  }

  let sweeping: ReturnType<typeof setInterval> | null = null
  return {
    door,
    clock,
    databaseKind: database.kind,
    async customerIds() {
      const ids = () => pool.query<{ id: string }>('select id from customers order by id')
      return (await asIdentity(PARLEY, ids)).rows.map((row) => row.id)
    },
    async start() {
      // An embeddings endpoint that is down must not keep the service from starting: the library then abstains more.
      await knowledge.index().catch((error: unknown) => log.error({ err: error }, 'the library could not be indexed'))
      await jobs.start(handlers)
      sweeping = setInterval(() => {
        handlers
          .sweep({})
          .catch((error: unknown) => log.warn({ err: error }, 'the sweep failed; the next one tries again'))
      }, SWEEP_EVERY_MS)
    },
    async drain() {
      await runs.idle() // a message that is being answered may yet queue a job
      await handlers.sweep({})
      return jobs.drain(handlers)
    },
    async stop() {
      if (sweeping !== null) clearInterval(sweeping)
      await jobs.stop()
      await runs.idle()
    },
  }
}

/** Jobs have no request behind them: they run under the program's own identity. */
function asParley(handlers: JobHandlers): JobHandlers {
  const wrapped = Object.entries(handlers).map(([name, handler]: [string, (data: never) => Promise<void>]) => [
    name,
    (data: never) => asIdentity(PARLEY, () => handler(data)),
  ])
  return Object.fromEntries(wrapped) as JobHandlers
}

/** Embeddings come from where the models come from; without a model of their own they are made offline. */
function embeddings({ embeddingsModel, model }: Config) {
  const endpoint = model.kind === 'openai' ? model : { baseUrl: null, timeoutSeconds: 30 }
  return { model: embeddingsModel, baseUrl: endpoint.baseUrl, timeoutSeconds: endpoint.timeoutSeconds }
}
