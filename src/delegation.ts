/**
 * Delegating: a mandate is drafted, the customer confirms it, and its negotiations begin in the same transaction.
 *
 * @module
 */
import type { Delegations } from '../tools/mandates/delegations.ts'
import { type Mandate, type Need, notInForce } from '../tools/mandates/mandate.ts'
import { kindOfNeed } from '../tools/negotiation/kind-of-need.ts'
import type { Negotiation, Task } from '../tools/negotiation/negotiation-ledger.ts'
import { negotiating, permits } from '../tools/profile/permits.ts'
import type { DeploymentProfile } from '../tools/profile/profile.ts'
import { ParleyError } from '../tools/shared/errors.ts'
import { requireRoom } from './db/open-work.ts'
import { confirmMandate } from './db/postgres-mandates.ts'
import { postgresNegotiations } from './db/postgres-negotiations.ts'
import { inTransaction } from './db/transaction.ts'
import { limitsFor } from './delegation/default-limits.ts'
import type { DelegationParts } from './delegation/delegation-parts.ts'
import { followTasks } from './delegation/follow-tasks.ts'
import { requireNoNewCreditInDistress } from './delegation/no-new-credit.ts'
import { releaseHeldOffers } from './delegation/release-offers.ts'
import { subjectRecords } from './delegation/subject-records.ts'
import { disclosuresFor, namesOf, whomToAsk } from './delegation/whom-to-ask.ts'

/** How long a mandate lasts unless the customer ends it. */
const MANDATE_DAYS = 14
const DAY_MS = 86_400_000

export function createDelegations(parts: DelegationParts): Delegations {
  const { pool, mandates, negotiations, registry, jobs, clock, ids } = parts

  const own = async (mandateId: string, customerId: string): Promise<Mandate> => {
    const mandate = await mandates.get(mandateId)
    if (mandate === null || mandate.customerId !== customerId) {
      throw new ParleyError('NOT_FOUND', `There is no mandate ${mandateId}.`)
    }
    return mandate
  }

  return {
    async draft(request) {
      requirePermitted(parts.profile, request.need)
      const now = clock.now()
      const records = await subjectRecords(parts, request)
      const limits = limitsFor(request.need, request.limits, records, now)
      await requireNoNewCreditInDistress(parts, request, limits)
      const asked = await whomToAsk(registry, records, request.counterparties)
      const mandate: Mandate = {
        id: ids.next('man'),
        customerId: request.customerId,
        threadId: request.threadId,
        need: request.need,
        subject: request.subject,
        goal: request.goal,
        limits,
        counterparties: asked.map(({ id }) => id),
        disclosures: request.disclosures ?? disclosuresFor(request.need, records),
        createdAt: now.toISOString(),
        confirmedAt: null,
        revokedAt: null,
        expiresAt: new Date(now.getTime() + MANDATE_DAYS * DAY_MS).toISOString(),
      }
      await mandates.draft(mandate)
      return { mandate, counterpartyNames: asked.map(({ name }) => name) }
    },

    async confirm(mandateId, customerId) {
      const mandate = await own(mandateId, customerId)
      requirePermitted(parts.profile, mandate.need)
      const at = clock.now()
      if (notInForce({ ...mandate, confirmedAt: at.toISOString() }, at) === 'expired') {
        throw new ParleyError(
          'MANDATE_INVALID',
          `Mandate ${mandateId} expired before it was confirmed. Draft it again.`,
        )
      }
      await inTransaction(pool, async (client) => {
        if (!(await confirmMandate(client, mandateId, customerId, at))) return // confirmed before: its task exists
        const { task, talks } = taskOf(mandate, ids.next('task'), () => ids.next('neg'), at)
        if (parts.openWork !== undefined) {
          await requireRoom(client, customerId, { limits: parts.openWork, more: talks.length })
        }
        await postgresNegotiations(client).createTask(task, talks)
        await postgresNegotiations(client).addEvent(task.id, 'started', { counterparties: mandate.counterparties }, at)
        for (const { id } of talks) await jobs.enqueue('negotiate', { negotiationId: id }, { db: client, key: id })
      })
      const task = (await negotiations.tasksOf(customerId)).find((found) => found.mandateId === mandateId)
      if (task === undefined) throw new ParleyError('NOT_FOUND', `Mandate ${mandateId} has no task.`)
      return task
    },

    async revoke(mandateId, customerId) {
      const mandate = await own(mandateId, customerId)
      await mandates.revoke(mandateId, customerId, clock.now())
      const task = (await negotiations.tasksOf(customerId)).find((found) => found.mandateId === mandate.id)
      if (task !== undefined) await releaseHeldOffers(parts, task.id)
    },

    namesOf: async (mandate) => namesOf(registry, await subjectRecords(parts, mandate), mandate.counterparties),

    follow: (customerId, threadId) => followTasks(parts, customerId, threadId),
  }
}

/** @throws ParleyError NOT_PERMITTED when this deployment may not negotiate for such a need */
function requirePermitted(profile: DeploymentProfile, need: Need): void {
  const { verdict, title, ground, source } = permits(profile, negotiating(need))
  if (verdict === 'allowed') return
  throw new ParleyError('NOT_PERMITTED', `This deployment may not ${title.en}. ${ground.en} (${source})`, {
    facts: { need, source },
  })
}

function taskOf(
  mandate: Mandate,
  taskId: string,
  nextId: () => string,
  at: Date,
): { readonly task: Task; readonly talks: readonly Negotiation[] } {
  const { customerId, threadId, need, goal, subject } = mandate
  const kind = kindOfNeed(need, mandate.limits)
  if (kind === null) throw new ParleyError('MANDATE_INVALID', `Mandate ${mandate.id} does not say which insurance.`)
  const createdAt = at.toISOString()
  const task: Task = {
    ...{ id: taskId, customerId, threadId, mandateId: mandate.id, need, goal },
    ...{ status: 'negotiating', proposalId: null, createdAt },
  }
  const talks = mandate.counterparties.map(
    (counterpartyId): Negotiation => ({
      ...{ id: nextId(), taskId, mandateId: mandate.id, customerId, counterpartyId, kind, subject },
      ...{ status: 'open', held: null, ending: null, startedAt: createdAt, endedAt: null },
    }),
  )
  return { task, talks }
}
