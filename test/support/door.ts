/**
 * The HTTP door over a test database: real ports on SQL, and plain stand-ins for the parts that think (the agent's
 * runs, delegation), so that a test of the door tests the door.
 *
 * @module
 */
import type { Message } from '../../agents/thread-store.ts'
import { createApp } from '../../src/app.ts'
import { storedAnchors } from '../../src/audit/check-anchors.ts'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { postgresApprovalDesk } from '../../src/db/postgres-approval-desk.ts'
import { postgresApprovals } from '../../src/db/postgres-approvals.ts'
import { postgresAuditTrail } from '../../src/db/postgres-audit-trail.ts'
import { postgresCommitments } from '../../src/db/postgres-commitments.ts'
import { postgresDisputeWatch } from '../../src/db/postgres-dispute-watch.ts'
import { postgresExplanations } from '../../src/db/postgres-explanations.ts'
import { postgresFigures } from '../../src/db/postgres-figures.ts'
import { postgresHandoffs } from '../../src/db/postgres-handoffs.ts'
import { postgresIdempotency } from '../../src/db/postgres-idempotency.ts'
import { postgresLeases } from '../../src/db/postgres-leases.ts'
import { postgresLetters } from '../../src/db/postgres-letters.ts'
import { postgresMandates } from '../../src/db/postgres-mandates.ts'
import { postgresNegotiations } from '../../src/db/postgres-negotiations.ts'
import { postgresPersonal } from '../../src/db/postgres-personal.ts'
import { postgresRecords } from '../../src/db/postgres-records.ts'
import { postgresReviewers } from '../../src/db/postgres-reviewers.ts'
import { postgresThreads } from '../../src/db/postgres-threads.ts'
import { postgresWebhooks } from '../../src/db/postgres-webhooks.ts'
import { createDemoAuthenticator, mintToken } from '../../src/http/authenticator.ts'
import { DEFAULT_SETTINGS, type Door } from '../../src/http/door.ts'
import type { Principal, Role } from '../../src/http/principal.ts'
import { alone, taskRun } from '../../src/jobs/alone.ts'
import { createProposals } from '../../src/proposals.ts'
import { signingKey } from '../../src/signing/key-file.ts'
import { createSigner } from '../../src/signing/signer.ts'
import { diskAssets } from '../../src/web/disk-assets.ts'
import { createWithdrawals } from '../../src/withdrawals.ts'
import type { Delegations } from '../../tools/mandates/delegations.ts'
import type { Counterparty } from '../../tools/negotiation/counterparty.ts'
import { fixedClock } from '../../tools/shared/clock.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { openTestDatabase } from './database.ts'
import { notingQueue } from './gate.ts'
import { seedCustomer } from './seed.ts'

const SECRET = new TextEncoder().encode('a secret of the tests, 32 bytes or more')
export const NOW = '2026-11-22T10:00:00.000Z'
export const clock = fixedClock(NOW)

const BANK: Counterparty = {
  id: 'musterbank-nord',
  name: 'Musterbank Nord',
  role: 'lender',
  kinds: ['instalment-loan'],
  synthetic: true,
}

export interface Call {
  readonly as?: Principal
  readonly json?: unknown
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

export const customer = (id: string): Principal => ({ subject: `u-${id}`, role: 'customer', customerId: id })
export const staff = (role: Exclude<Role, 'customer'>, subject = `${role}-1`): Principal => ({
  subject,
  role,
  customerId: null,
})

export async function openTestDoor(change: (door: Door) => Partial<Door> = () => ({})) {
  const database = await openTestDatabase()
  const { pool } = database
  const jobs = notingQueue()
  const signer = createSigner(await signingKey(null))
  const mandates = postgresMandates(pool, jobs)
  const negotiations = postgresNegotiations(pool)
  const desk = postgresApprovalDesk({ pool, jobs, clock, ids: randomIds })
  const threads = postgresThreads(pool)
  const logged: { fields: object; message: string }[] = []
  const note = (fields: object, message: string) => void logged.push({ fields, message })
  const proposals = createProposals({
    desk,
    ledger: postgresApprovals(pool),
    mandates,
    clock,
    ids: randomIds,
    withinMandate: () => [],
    renegotiate: async () => null,
    alone: (taskId, work) => alone({ leases: postgresLeases(pool), ids: randomIds }, taskRun(taskId), work),
  })
  const door: Door = {
    records: postgresRecords(pool, clock),
    explanations: postgresExplanations(pool),
    threads,
    runs: echoingRuns(threads),
    mandates,
    delegations: plainDelegations({ mandates, negotiations }),
    negotiations,
    counterparties: { get: async (id) => (id === BANK.id ? BANK : null), dealingIn: async () => [BANK] },
    proposals,
    reviews: desk,
    reviewers: postgresReviewers(pool, clock),
    webhooks: { book: postgresWebhooks(pool), rules: { loopback: false } },
    withdrawals: createWithdrawals({
      db: pool,
      approvals: postgresApprovals(pool),
      commitments: postgresCommitments(pool),
      proposals,
      customers: postgresRecords(pool, clock),
      clock,
    }),
    approvals: { ...postgresApprovals(pool), ...postgresCommitments(pool) },
    handoffs: postgresHandoffs({ pool, clock, ids: randomIds, promise: { minutesOnDuty: 5, hoursOffDuty: 16 } }),
    letters: postgresLetters(pool),
    disputeWatch: postgresDisputeWatch(pool),
    audit: postgresAuditTrail(pool, clock),
    chain: {
      verify: async () => verifyChain(pool, { keys: await signer.keys() }),
      anchors: () => storedAnchors(pool),
    },
    signer,
    figures: postgresFigures(pool),
    personal: postgresPersonal(pool, clock),
    importer: { importFile: async (file) => ({ taken: Object.keys(file as object) }) },
    idempotency: postgresIdempotency(pool),
    authenticator: createDemoAuthenticator({ secret: SECRET, clock }),
    assets: diskAssets(),
    health: { checks: { database: async () => void (await pool.query('select 1')) } },
    ids: randomIds,
    clock,
    log: { debug: note, info: note, warn: note, error: note },
    settings: { ...DEFAULT_SETTINGS, pollMilliseconds: 10, policy: { version: 'default-2026-11' } },
  }
  const opened = { ...door, ...change(door) }
  const app = createApp(opened)

  async function call(method: string, path: string, { as, json, body, headers = {} }: Call = {}): Promise<Response> {
    const text = body ?? (json === undefined ? undefined : JSON.stringify(json))
    return app.request(path, {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${await mintToken({ secret: SECRET, clock }, as)}` }),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    })
  }

  return {
    app,
    door: opened,
    desk,
    pool,
    logged,
    call,
    seedCustomer: (id: string) => seedCustomer(pool, id),
    close: database.close,
  }
}

export type TestDoor = Awaited<ReturnType<typeof openTestDoor>>

/** Answers every message with its own words, through the real thread store. */
function echoingRuns(threads: Door['threads']): Door['runs'] {
  return {
    async send({ threadId, customerId, messageId, text, locale = 'de' }, onEvent) {
      const at = clock.now()
      const lease = { holder: messageId, leaseSeconds: 60 }
      const received = await threads.receive({ id: messageId, threadId, customerId, text, locale, at, ...lease })
      const { message } = received
      if (received.kind === 'repeated') {
        return received.reply === null
          ? { kind: 'queued', message }
          : { kind: 'replied', message, reply: received.reply }
      }
      const answer = { threadId, inReplyTo: message.id, text: `Echo: ${text}`, locale, facts: [], focus: {}, at }
      await onEvent?.({ type: 'tool', name: 'list_debts', phase: 'start' })
      await onEvent?.({ type: 'token', text: answer.text })
      await threads.reply({ id: `re-${messageId}`, ...answer, release: messageId })
      const reply = (await threads.messages(threadId)).find((m) => m.id === `re-${messageId}`) as Message
      await onEvent?.({ type: 'reply', message: reply })
      return { kind: 'replied', message, reply }
    },
  }
}

/** Mandates and tasks without a negotiator: one negotiation with one bank, which nobody carries on. */
function plainDelegations(parts: Pick<Door, 'mandates' | 'negotiations'>): Delegations {
  return {
    async draft(request) {
      const counterparties = request.counterparties ?? [BANK.id]
      if (request.need !== 'refinance-loan') throw new ParleyError('MANDATE_INVALID', 'Nobody deals in this.')
      const mandate = {
        ...request,
        id: randomIds.next('man'),
        counterparties,
        disclosures: request.disclosures ?? [],
        createdAt: NOW,
        confirmedAt: null,
        revokedAt: null,
        expiresAt: '2026-12-22T10:00:00.000Z',
      }
      await parts.mandates.draft(mandate)
      return { mandate, counterpartyNames: [BANK.name] }
    },
    namesOf: async () => [BANK.name],
    async confirm(mandateId, customerId) {
      const fresh = await parts.mandates.confirm(mandateId, customerId, clock.now())
      const mandate = await parts.mandates.get(mandateId)
      const id = `task-${mandateId}`
      if (fresh && mandate !== null) {
        const { threadId, need, goal, subject } = mandate
        const task = { id, customerId, threadId, mandateId, need, goal, proposalId: null, createdAt: NOW }
        const negotiation = {
          id: `neg-${mandateId}`,
          taskId: id,
          mandateId,
          customerId,
          counterpartyId: BANK.id,
          subject,
        }
        await parts.negotiations.createTask({ ...task, status: 'negotiating' }, [
          {
            ...negotiation,
            kind: 'instalment-loan',
            status: 'open',
            held: null,
            ending: null,
            startedAt: NOW,
            endedAt: null,
          },
        ])
      }
      const task = await parts.negotiations.task(id)
      if (task === null) throw new ParleyError('NOT_FOUND', `There is no task of mandate ${mandateId}.`)
      return task
    },
    async revoke(mandateId, customerId) {
      await parts.mandates.revoke(mandateId, customerId, clock.now())
    },
    async follow(customerId) {
      const tasks = await parts.negotiations.tasksOf(customerId)
      return Promise.all(
        tasks.map(async (task) => ({
          task,
          negotiations: await Promise.all(
            (await parts.negotiations.negotiationsOf(task.id)).map(async (negotiation) => ({
              negotiation,
              counterpartyName: BANK.name,
              moves: await parts.negotiations.moves(negotiation.id),
            })),
          ),
          proposal: null,
          waitsFor: [],
        })),
      )
    },
  }
}
