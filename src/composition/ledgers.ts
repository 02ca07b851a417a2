/**
 * Everything that is kept: the stores on SQL, the queue and the leases.
 *
 * @module
 */
import { createEmbedder } from '../../agents/embeddings.ts'
import type { Config } from '../config/env.ts'
import { PostgresCheckpointer } from '../db/checkpointer.ts'
import { postgresApprovalDesk } from '../db/postgres-approval-desk.ts'
import { postgresApprovals } from '../db/postgres-approvals.ts'
import { postgresCommitments } from '../db/postgres-commitments.ts'
import { postgresDisputeWatch } from '../db/postgres-dispute-watch.ts'
import { postgresDisputes } from '../db/postgres-disputes.ts'
import { postgresExecutions } from '../db/postgres-executions.ts'
import { postgresExplanations } from '../db/postgres-explanations.ts'
import { postgresHandoffs } from '../db/postgres-handoffs.ts'
import { postgresKnowledge } from '../db/postgres-knowledge.ts'
import { postgresLeases } from '../db/postgres-leases.ts'
import { postgresLetters } from '../db/postgres-letters.ts'
import { postgresMandates } from '../db/postgres-mandates.ts'
import { postgresNegotiations } from '../db/postgres-negotiations.ts'
import { postgresRecords } from '../db/postgres-records.ts'
import { postgresThreads } from '../db/postgres-threads.ts'
import { postgresTurnReader } from '../db/postgres-turn-context.ts'
import { postgresWebhooks } from '../db/postgres-webhooks.ts'
import { prepared } from '../db/prepared.ts'
import { pgBossQueue } from '../jobs/pg-boss-queue.ts'
import { createSecretBox } from '../webhooks/secret-box.ts'
import type { Parts } from './parts.ts'

/** Minutes until a person answers with somebody on call, and hours with nobody. */
const ANSWER_PROMISE = { minutesOnDuty: 5, hoursOffDuty: 16 }

export type Ledgers = ReturnType<typeof openLedgers>

export function openLedgers({ config, secrets, database, clock, ids, log }: Parts) {
  const { pool } = database
  const everyTurn = prepared(pool)
  const jobs = pgBossQueue({
    db: pool,
    alone: database.kind === 'pglite',
    onError: (error, job) => log.warn({ err: error, job }, 'a job failed; it is tried again'),
  })
  return {
    jobs,
    leases: postgresLeases(pool),
    checkpointer: new PostgresCheckpointer(everyTurn),
    records: postgresRecords(pool, clock),
    threads: postgresThreads(everyTurn),
    reader: postgresTurnReader(everyTurn),
    handoffs: postgresHandoffs({ pool, clock, ids, promise: ANSWER_PROMISE }),
    mandates: postgresMandates(pool, jobs),
    negotiations: postgresNegotiations(pool),
    approvals: postgresApprovals(pool),
    desk: postgresApprovalDesk({
      ...{ pool, jobs, clock, ids },
      model: config.model.kind === 'offline' ? 'offline' : config.model.models.reasoning,
    }),
    commitments: postgresCommitments(pool),
    executions: postgresExecutions({ pool, jobs }),
    explanations: postgresExplanations(pool),
    disputes: postgresDisputes(pool),
    disputeWatch: postgresDisputeWatch(pool),
    letters: postgresLetters(pool),
    webhooks: postgresWebhooks(pool, createSecretBox(secrets.webhookKey ?? null)),
    knowledge: postgresKnowledge({
      db: pool,
      embedder: createEmbedder(embeddings(config), secrets.modelApiKey),
      clock,
    }),
  }
}

/** Embeddings come from where the models come from; without a model of their own they are made offline. */
function embeddings({ embeddingsModel, model }: Config) {
  const endpoint = model.kind === 'openai' ? model : { baseUrl: null, timeoutSeconds: 30 }
  return { model: embeddingsModel, baseUrl: endpoint.baseUrl, timeoutSeconds: endpoint.timeoutSeconds }
}
