import { describe, expect, it } from 'vitest'
import { replay } from '../../../agents/negotiator/replay.ts'
import type { Limits } from '../../../tools/mandates/mandate.ts'
import { moneyCost } from '../../../tools/negotiation/bid-cost.ts'
import { dealStrategy } from '../../../tools/negotiation/engine/deal-strategy.ts'
import { withinMandate } from '../../../tools/negotiation/within-mandate.ts'
import { openMarketStage } from '../../support/market-stage.ts'
import { openNegotiating, seedFile } from '../../support/negotiating.ts'

const stage = openMarketStage()

const refinance = (customer: { customerId: string; threadId: string }) => ({
  ...customer,
  need: 'refinance-loan' as const,
  subject: { type: 'contract' as const, id: 'k-anna-1' },
  goal: 'Get me a better rate',
  limits: { maxTermMonths: 36 },
})

describe('a delegated task', () => {
  it('brings a proposal that is inside the mandate, better than doing nothing, and binds nobody', async () => {
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const customer = await seedFile(stage.database, 'anna')
    const { mandate, taskId } = await house.delegate(refinance(customer))
    const [view] = await house.delegations.follow(customer.customerId, customer.threadId)
    expect(view?.task).toMatchObject({ id: taskId, status: 'awaiting-approval' })
    const act = view?.proposal?.terms.acts[0]
    if (act?.type !== 'conclude') throw new Error('there is no act to conclude')
    expect(withinMandate(mandate, act.terms)).toEqual({ kind: 'within' })
    expect(moneyCost(act.terms).toNumber()).toBeLessThan(9607)
    const agreed = view?.negotiations.filter(({ negotiation }) => negotiation.status === 'agreed') ?? []
    for (const { negotiation } of agreed) {
      if (negotiation.held === null) throw new Error('an agreement without a held offer')
      expect(moneyCost(act.terms).lte(moneyCost(negotiation.held.terms))).toBe(true)
    }
    const [, ending] = view?.proposal?.terms.acts ?? []
    if (act.counterpartyId === 'bk-musterbank-nord') expect(ending).toBeUndefined()
    else expect(ending).toMatchObject({ notice: 'cancellation', counterpartyId: 'bk-musterbank-nord' })
    expect(view?.waitsFor).toContain('reviewer')
    const book = await stage.market.book()
    expect(book.filter(({ type }) => type === 'committed')).toEqual([])
  })

  it('asks the present provider, those who made quotes, and the market', async () => {
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const customer = await seedFile(stage.database, 'anna')
    const { mandate, counterpartyNames } = await house.delegations.draft(refinance(customer))
    expect(counterpartyNames).toContain('Musterbank Nord')
    expect(counterpartyNames).toContain('Direktbank Süd')
    expect(counterpartyNames).toContain('Talerwerk')
    expect(mandate.limits).toMatchObject({ amount: '8036.12', maxTermMonths: 36, currency: 'EUR' })
    expect(mandate.disclosures).toEqual(['age-band', 'net-monthly-income', 'contract-terms'])
  })

  it('records what each move rested on, so that a replay decides alike', async () => {
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const customer = await seedFile(stage.database, 'anna')
    const { mandate, taskId } = await house.delegate({
      ...refinance(customer),
      counterparties: ['bk-auenkredit', 'bk-foerdebank', 'bk-talerwerk'],
    })
    const talks = await house.negotiations.negotiationsOf(taskId)
    const replays = await Promise.all(
      talks.map(async (negotiation) =>
        replay({ negotiation, mandate, moves: await house.negotiations.moves(negotiation.id) }, dealStrategy),
      ),
    )
    expect(replays.flat().length).toBeGreaterThan(10)
    expect(replays.flat().filter(({ same }) => !same)).toEqual([])
    const [first] = talks
    if (first === undefined) throw new Error('no talk')
    const changed = (await house.negotiations.moves(first.id)).map((move) =>
      move.round === 0 && move.side === 'theirs' && move.terms !== null && 'nominalRatePercent' in move.terms
        ? { ...move, terms: { ...move.terms, nominalRatePercent: '4.00' } }
        : move,
    )
    expect(replay({ negotiation: first, mandate, moves: changed }, dealStrategy).some(({ same }) => !same)).toBe(true)
  })

  it('tells the customer in the conversation, each figure with its fact, once', async () => {
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const customer = await seedFile(stage.database, 'anna')
    const { taskId } = await house.delegate({ ...refinance(customer), counterparties: ['bk-foerdebank'] })
    await house.handlers['conclude-task']({ taskId })
    const messages = await house.threads.messages(customer.threadId)
    expect(messages).toHaveLength(1)
    expect(messages[0]?.text).toMatch(/Verbindlich ist noch nichts/)
    expect(messages[0]?.text).not.toContain('[[')
    expect(messages[0]?.facts.length).toBeGreaterThan(3)
  })

  it('finds equal cover for less and ends the old policy only after the new one is confirmed', async () => {
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const customer = await seedFile(stage.database, 'anna')
    await house.delegate({
      ...customer,
      need: 'insurance',
      subject: { type: 'contract', id: 'k-anna-3' },
      goal: 'Cheaper household insurance',
      limits: {},
    })
    const [view] = await house.delegations.follow(customer.customerId, null)
    const [first, second] = view?.proposal?.terms.acts ?? []
    if (first?.type !== 'conclude' || !('annualPremium' in first.terms)) throw new Error('no insurance was proposed')
    expect(Number(first.terms.annualPremium)).toBeLessThan(187.4)
    expect(first.terms.coverage).toMatchObject({ bicycleTheft: 'covered', grossNegligenceWaiver: 'covered' })
    if (first.counterpartyId === 'in-hanse-schutz') expect(second).toBeUndefined()
    else expect(second).toMatchObject({ type: 'notice', notice: 'cancellation', counterpartyId: 'in-hanse-schutz' })
  })

  it('says so when nothing within the limits is to be had', async () => {
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const customer = await seedFile(stage.database, 'anna')
    const { taskId } = await house.delegate({
      ...refinance(customer),
      limits: { maxNominalRatePercent: '0.50' },
      counterparties: ['bk-foerdebank', 'bk-talerwerk'],
    })
    expect(await house.negotiations.task(taskId)).toMatchObject({ status: 'no-deal', proposalId: null })
    const [message] = await house.threads.messages(customer.threadId)
    expect(message?.text).toMatch(/besser, als nichts zu tun/)
  })

  it('negotiates an instalment plan with the creditor alone', async () => {
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const customer = await seedFile(stage.database, 'anna')
    const { mandate, taskId } = await house.delegate({
      ...customer,
      need: 'instalment-plan',
      subject: { type: 'debt', id: 'd-anna-2' },
      goal: 'Pay in instalments',
      limits: { maxMonthly: '80.00' },
    })
    expect(mandate.counterparties).toEqual(['cr-technikwelt'])
    const [talk] = await house.negotiations.negotiationsOf(taskId)
    expect(talk?.held === null || withinMandate(mandate, talk?.held.terms as never).kind === 'within').toBe(true)
  })

  it('confirms once: a second yes starts nothing again', async () => {
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const customer = await seedFile(stage.database, 'anna')
    const { mandate } = await house.delegations.draft(refinance(customer))
    const first = await house.delegations.confirm(mandate.id, customer.customerId)
    const again = await house.delegations.confirm(mandate.id, customer.customerId)
    expect(again.id).toBe(first.id)
    expect(await house.negotiations.negotiationsOf(first.id)).toHaveLength(mandate.counterparties.length)
  })

  it('confirms nobody else’s mandate, none that was revoked, none that expired', async () => {
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const customer = await seedFile(stage.database, 'anna')
    const { mandate } = await house.delegations.draft(refinance(customer))
    await expect(house.delegations.confirm(mandate.id, 'c-somebody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { mandate: revoked } = await house.delegations.draft(refinance(customer))
    await house.delegations.revoke(revoked.id, customer.customerId)
    await expect(house.delegations.confirm(revoked.id, customer.customerId)).rejects.toMatchObject({
      code: 'MANDATE_REVOKED',
    })
    house.clock.set('2026-12-07T10:00:00.000Z')
    await expect(house.delegations.confirm(mandate.id, customer.customerId)).rejects.toMatchObject({
      code: 'MANDATE_INVALID',
    })
  })

  it.each<[string, Limits]>([
    ['limits that contradict each other', { minTermMonths: 48, maxTermMonths: 36 }],
    ['limits that leave nothing to offer', { maxMonthly: '1.00' }],
    ['another currency than the contract’s', { currency: 'CHF' }],
  ])('refuses to draft %s', async (_, limits) => {
    const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
    const customer = await seedFile(stage.database, 'anna')
    await expect(house.delegations.draft({ ...refinance(customer), limits })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })
})
