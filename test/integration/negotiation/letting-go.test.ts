import { describe, expect, it } from 'vitest'
import { openMarketStage } from '../../support/market-stage.ts'
import { openNegotiating, seedFile } from '../../support/negotiating.ts'

const stage = openMarketStage()

async function severalHeld() {
  const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
  const customer = await seedFile(stage.database, 'anna')
  const { taskId } = await house.delegate({
    ...customer,
    need: 'refinance-loan',
    subject: { type: 'contract', id: 'k-anna-1' },
    goal: 'A better rate',
    limits: {},
    counterparties: ['bk-auenkredit', 'bk-direkt-sued', 'bk-foerdebank'],
  })
  const held = await house.negotiations.held(taskId, house.clock.now())
  const [proposal] = await house.proposals.openOf(customer.customerId)
  const act = proposal?.terms.acts[0]
  if (proposal === undefined || act?.type !== 'conclude') throw new Error('nothing was proposed')
  const offers = held.flatMap((talk) => (talk.held === null ? [] : [talk.held.offerId]))
  return { house, customer, taskId, proposal, taken: act.offerId, offers }
}

const released = async (offers: readonly string[]) => {
  const book = await stage.market.book()
  return book.flatMap((line) => (line.type === 'released' && offers.includes(line.offerId) ? [line.offerId] : []))
}

describe('held offers that are not taken', () => {
  it('are kept while the proposal waits, and released once another one is committed to', async () => {
    const { house, taskId, taken, offers } = await severalHeld()
    expect(offers.length).toBeGreaterThan(0)
    await house.handlers['conclude-task']({ taskId })
    expect(await released(offers)).toEqual([])
    await house.negotiations.setTask(taskId, { status: 'done' })
    await house.handlers['conclude-task']({ taskId })
    await house.handlers['conclude-task']({ taskId })
    expect((await released(offers)).toSorted()).toEqual(offers.filter((id) => id !== taken).toSorted())
  })

  it('are all released when the proposal is rejected', async () => {
    const { house, proposal, offers } = await severalHeld()
    const vote = { proposalId: proposal.id, termsHash: proposal.termsHash, reason: 'not needed' }
    await house.proposals.decide({ ...vote, person: 'r-1', role: 'reviewer', decision: 'reject' })
    await house.work()
    expect((await released(offers)).toSorted()).toEqual(offers.toSorted())
  })

  it('are all released when the customer revokes the mandate', async () => {
    const { house, customer, proposal, offers } = await severalHeld()
    await house.delegations.revoke(proposal.mandateId ?? '', customer.customerId)
    expect((await released(offers)).toSorted()).toEqual(offers.toSorted())
    expect(await house.proposals.openOf(customer.customerId)).toEqual([])
  })
})
