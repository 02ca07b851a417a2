import { describe, expect, it } from 'vitest'
import { postgresAbandonedWork } from '../../../src/db/postgres-abandoned-work.ts'
import { sweep } from '../../../src/jobs/sweep.ts'
import { notingQueue } from '../../support/gate.ts'
import { openMarketStage } from '../../support/market-stage.ts'
import { openNegotiating, seedFile } from '../../support/negotiating.ts'

const stage = openMarketStage()

async function begun() {
  const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
  const customer = await seedFile(stage.database, 'anna')
  const { mandate } = await house.delegations.draft({
    ...customer,
    need: 'refinance-loan',
    subject: { type: 'contract', id: 'k-anna-1' },
    goal: 'A better rate',
    limits: {},
    counterparties: ['bk-foerdebank'],
  })
  const task = await house.delegations.confirm(mandate.id, customer.customerId)
  const [talk] = await house.negotiations.negotiationsOf(task.id)
  if (talk === undefined) throw new Error('no negotiation')
  return { house, task, talk }
}

/** What the sweep queues, so many minutes after the house's own clock. */
async function sweptAfter(house: Awaited<ReturnType<typeof begun>>['house'], minutes: number) {
  const jobs = notingQueue()
  await sweep({
    approvals: { expire: async () => [] },
    executions: { unfinished: async () => [] },
    threads: { stranded: async () => [] },
    abandoned: postgresAbandonedWork(stage.database.pool),
    jobs,
    clock: { now: () => new Date(house.clock.now().getTime() + minutes * 60_000) },
  })()
  return jobs.queued.map(({ name, data }) => ({ name, data }))
}

describe('what a lost job leaves', () => {
  it('is carried on: an open negotiation that went quiet', async () => {
    const { house, talk } = await begun()
    const lost = { name: 'negotiate', data: { negotiationId: talk.id } }
    expect(await sweptAfter(house, 5)).not.toContainEqual(lost)
    expect(await sweptAfter(house, 20)).toContainEqual(lost)
  })

  it('is carried on: a task whose talks all ended and that nobody concluded', async () => {
    const { house, task, talk } = await begun()
    await house.handlers.negotiate({ negotiationId: talk.id })
    const lost = { name: 'conclude-task', data: { taskId: task.id } }
    expect(await sweptAfter(house, 5)).not.toContainEqual(lost)
    expect(await sweptAfter(house, 20)).toContainEqual(lost)
    await house.handlers['conclude-task']({ taskId: task.id })
    expect(await sweptAfter(house, 20)).not.toContainEqual(lost)
  })
})
