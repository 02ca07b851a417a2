import { describe, expect, it } from 'vitest'
import type { CounterpartyChannel } from '../../../tools/negotiation/counterparty.ts'
import { startMarket } from '../../support/market.ts'
import { openMarketStage } from '../../support/market-stage.ts'
import { openNegotiating, seedFile } from '../../support/negotiating.ts'

const stage = openMarketStage()

const request = (customer: { customerId: string; threadId: string }, counterparty: string) => ({
  ...customer,
  need: 'refinance-loan' as const,
  subject: { type: 'contract' as const, id: 'k-anna-1' },
  goal: 'A better rate',
  limits: {},
  counterparties: [counterparty],
})

/** A process that dies at its nth word to a counterparty: before it is sent, or before the answer is stored. */
function dies(at: number, when: 'before-sending' | 'after-sending') {
  let sent = 0
  const say = async <T>(send: () => Promise<T>): Promise<T> => {
    sent += 1
    if (sent !== at) return send()
    if (when === 'after-sending') await send()
    throw new Error('killed')
  }
  return (channel: CounterpartyChannel): CounterpartyChannel => ({
    ...channel,
    open: (id, opening) => say(() => channel.open(id, opening)),
    move: (id, talk, move) => say(() => channel.move(id, talk, move)),
  })
}

describe('a negotiation whose process dies', () => {
  it.each([1, 2, 3].flatMap((at) => (['before-sending', 'after-sending'] as const).map((when) => [at, when] as const)))(
    'goes on after a restart without saying a round twice (word %i, %s)',
    async (at, when) => {
      const customer = await seedFile(stage.database, 'anna')
      const dying = openNegotiating(stage.database, { marketUrl: stage.market.url, around: dies(at, when) })
      const { mandate } = await dying.delegations.draft(request(customer, 'bk-auenkredit'))
      const task = await dying.delegations.confirm(mandate.id, customer.customerId)
      const [talk] = await dying.negotiations.negotiationsOf(task.id)
      if (talk === undefined) throw new Error('no negotiation')
      await expect(dying.handlers.negotiate({ negotiationId: talk.id })).rejects.toThrow('killed')

      const restarted = openNegotiating(stage.database, { marketUrl: stage.market.url })
      await restarted.handlers.negotiate({ negotiationId: talk.id })
      await restarted.work()

      const heard = (await stage.market.book()).filter(
        (line) => line.type === 'answered' && line.negotiationId === talk.id,
      )
      const rounds = heard.map((line) => (line.type === 'answered' ? line.round : -1))
      expect(rounds).toEqual(rounds.map((_, index) => index))
      const moves = await restarted.negotiations.moves(talk.id)
      const ours = moves.filter(({ side }) => side === 'ours').map(({ round }) => round)
      const theirs = moves.filter(({ side }) => side === 'theirs').map(({ round }) => round)
      expect(ours).toEqual(rounds)
      expect(theirs).toEqual(rounds)
      expect((await restarted.negotiations.negotiation(talk.id))?.status).not.toBe('open')
    },
  )

  it('takes up a lost answer from the other side’s state instead of guessing', async () => {
    const slow = await startMarket({ slowMs: 3_000 })
    const customer = await seedFile(stage.database, 'anna')
    const house = openNegotiating(stage.database, { marketUrl: slow.url, timeoutMs: 1_500 })
    const { taskId } = await house.delegate(request(customer, 'bk-moorbank'))
    const [talk] = await house.negotiations.negotiationsOf(taskId)
    await slow.close()
    expect(['agreed', 'impasse', 'walked-away']).toContain(talk?.status)
    expect(
      (await house.negotiations.moves(talk?.id ?? '')).filter(({ side }) => side === 'theirs').length,
    ).toBeGreaterThan(0)
  })

  it('says nothing any more once the mandate is revoked', async () => {
    const customer = await seedFile(stage.database, 'anna')
    const own = await startMarket()
    let words = 0
    const house = openNegotiating(stage.database, {
      marketUrl: own.url,
      around: (channel) => ({
        ...channel,
        async open(id, opening) {
          const answer = await channel.open(id, opening)
          words += 1
          await house.delegations.revoke(mandate.id, customer.customerId)
          return answer
        },
        move(id, talk, move) {
          words += 1
          return channel.move(id, talk, move)
        },
      }),
    })
    const { mandate } = await house.delegations.draft(request(customer, 'bk-auenkredit'))
    const task = await house.delegations.confirm(mandate.id, customer.customerId)
    await house.work()
    await own.close()
    expect(words).toBe(1)
    expect(await house.negotiations.negotiationsOf(task.id)).toMatchObject([{ status: 'withdrawn' }])
    expect(await house.negotiations.task(task.id)).toMatchObject({ status: 'stopped' })
  })

  it('proposes once when two processes conclude at the same moment', async () => {
    const customer = await seedFile(stage.database, 'anna')
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const { mandate } = await house.delegations.draft(request(customer, 'bk-foerdebank'))
    const task = await house.delegations.confirm(mandate.id, customer.customerId)
    const [talk] = await house.negotiations.negotiationsOf(task.id)
    await house.handlers.negotiate({ negotiationId: talk?.id ?? '' })
    const other = openNegotiating(stage.database, { marketUrl: stage.market.url })
    await Promise.all([
      house.handlers['conclude-task']({ taskId: task.id }),
      other.handlers['conclude-task']({ taskId: task.id }),
    ])
    await other.work()
    expect(await house.proposals.openOf(customer.customerId)).toHaveLength(1)
    expect(await house.threads.messages(customer.threadId)).toHaveLength(1)
  })

  it('proposes once when a process that was thought dead goes on', async () => {
    const customer = await seedFile(stage.database, 'anna')
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const { taskId } = await house.delegate(request(customer, 'bk-foerdebank'))
    const [first] = await house.proposals.openOf(customer.customerId)
    if (first === undefined) throw new Error('nothing was proposed')
    const { supersedes: _, ...late } = first
    const again = await house.proposals.open(late)
    expect(again).toEqual(first)
    expect(await house.proposals.openOf(customer.customerId)).toEqual([first])
    expect(await house.negotiations.task(taskId)).toMatchObject({ proposalId: first.id })
  })
})
