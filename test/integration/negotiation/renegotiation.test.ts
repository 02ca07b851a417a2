import { describe, expect, it } from 'vitest'
import type { ConcludeAct, Proposal } from '../../../tools/commitments/proposal.ts'
import type { LoanTerms } from '../../../tools/offers/terms.ts'
import { openMarketStage } from '../../support/market-stage.ts'
import { openNegotiating, seedFile } from '../../support/negotiating.ts'

const stage = openMarketStage()

async function proposed() {
  const house = openNegotiating(stage.database, { marketUrl: stage.market.url })
  const customer = await seedFile(stage.database, 'anna')
  const { taskId } = await house.delegate({
    ...customer,
    need: 'refinance-loan',
    subject: { type: 'contract', id: 'k-anna-1' },
    goal: 'A better rate',
    limits: {},
    counterparties: ['bk-foerdebank'],
  })
  const [proposal] = await house.proposals.openOf(customer.customerId)
  const act = proposal?.terms.acts[0]
  if (proposal === undefined || act?.type !== 'conclude' || act.terms.kind !== 'instalment-loan') {
    throw new Error('nothing was proposed')
  }
  return { house, customer, taskId, proposal, act, loan: act.terms }
}

const edited = (proposal: Proposal, act: ConcludeAct, terms: LoanTerms) => ({
  proposalId: proposal.id,
  person: 'r-1',
  role: 'reviewer' as const,
  termsHash: proposal.termsHash,
  reason: 'a better rate should be possible',
  terms: { acts: [{ ...act, terms }] },
})

describe('a reviewer’s edit of a deal', () => {
  it('is proposed with the editor as proposer when the counterparty agrees to exactly that', async () => {
    const { house, customer, proposal, act, loan } = await proposed()
    const next = await house.proposals.edit(edited(proposal, act, { ...loan, termMonths: loan.termMonths - 1 }))
    // The instalment and the effective rate were stated for the longer term; kept, they would be false.
    const { instalment: _, effectiveRatePercent: __, ...rest } = loan
    const terms: LoanTerms = { ...rest, termMonths: loan.termMonths - 1 }
    expect(next).toMatchObject({ proposer: 'r-1', supersedes: proposal.id })
    const agreed = next?.terms.acts[0]
    expect(agreed?.type === 'conclude' && agreed.terms).toEqual(terms)
    expect(agreed?.type === 'conclude' && agreed.offerId).not.toBe(act.offerId)
    expect((await house.proposals.openOf(customer.customerId)).map(({ id }) => id)).toEqual([next?.id])
  })

  it('is told to the customer as something new to decide', async () => {
    const { house, customer, proposal, act, loan } = await proposed()
    const next = await house.proposals.edit(edited(proposal, act, { ...loan, termMonths: loan.termMonths - 1 }))
    await house.work()
    const told = await house.threads.messages(customer.threadId)
    expect(told.at(-1)?.focus).toMatchObject({ proposalId: next?.id })
    expect(told.at(-1)?.text).toContain(`${loan.termMonths - 1} Monate`)
    expect(told.at(-1)?.text).toContain('effektiver Jahreszins')
    expect(told.at(-1)?.text).toContain('Monatsrate')
    expect(told.at(-1)?.text).not.toContain(loan.instalment?.replace('.', ',') ?? 'an instalment')
  })

  it('that costs the customer more is refused before anybody is asked', async () => {
    const { house, customer, proposal, act, loan } = await proposed()
    const before = (await stage.market.book()).length
    const dearer = { ...loan, nominalRatePercent: (Number(loan.nominalRatePercent) + 0.01).toFixed(2) }
    await expect(house.proposals.edit(edited(proposal, act, dearer))).rejects.toMatchObject({
      faults: [{ path: 'terms.acts.0.terms' }],
    })
    expect((await stage.market.book()).length).toBe(before)
    expect((await house.proposals.openOf(customer.customerId)).map(({ id }) => id)).toEqual([proposal.id])
  })

  it('brings the original terms back when the counterparty refuses', async () => {
    const { house, customer, proposal, act, loan } = await proposed()
    const next = await house.proposals.edit(edited(proposal, act, { ...loan, nominalRatePercent: '0.50' }))
    expect(next).toBeNull()
    const [again] = await house.proposals.openOf(customer.customerId)
    expect(again).toMatchObject({ proposer: 'agent', supersedes: proposal.id, termsHash: proposal.termsHash })
  })

  it('is not lost when the process dies while it is asking', async () => {
    const { house, customer, taskId, proposal, act, loan } = await proposed()
    const dying = openNegotiating(stage.database, {
      marketUrl: stage.market.url,
      around: (channel) => ({ ...channel, move: () => Promise.reject(new Error('killed')) }),
    })
    const edit = edited(proposal, act, { ...loan, nominalRatePercent: '5.00' })
    await expect(dying.proposals.edit(edit)).rejects.toThrow('killed')
    expect(await house.proposals.openOf(customer.customerId)).toEqual([])
    await house.handlers['conclude-task']({ taskId })
    const [again] = await house.proposals.openOf(customer.customerId)
    expect(again?.terms).toEqual(proposal.terms)
  })

  it('is asked for again when the process died before it was heard', async () => {
    const { house, customer, taskId, proposal, act, loan } = await proposed()
    const shorter = edited(proposal, act, { ...loan, termMonths: loan.termMonths - 1 })
    const deaf = openNegotiating(stage.database, {
      marketUrl: stage.market.url,
      around: (channel) => ({
        ...channel,
        async move(...move) {
          await channel.move(...move)
          throw new Error('killed')
        },
      }),
    })
    await expect(deaf.proposals.edit(shorter)).rejects.toThrow('killed')
    const heard = (await stage.market.book()).length
    await house.handlers['conclude-task']({ taskId })
    const [next, ...others] = await house.proposals.openOf(customer.customerId)
    expect(others).toEqual([])
    expect(next).toMatchObject({ proposer: 'r-1', supersedes: proposal.id })
    expect(next?.terms.acts[0]).toMatchObject({ terms: { termMonths: loan.termMonths - 1 } })
    // Their answer was lost on our side alone: it is fetched, not asked for twice.
    expect((await stage.market.book()).length).toBe(heard)
  })

  it('asks nobody for terms outside the mandate', async () => {
    const { house, proposal, act, loan } = await proposed()
    const before = (await stage.market.book()).length
    const terms = { ...loan, nominalRatePercent: '0.10', termMonths: 48 }
    await expect(house.proposals.edit(edited(proposal, act, terms))).rejects.toMatchObject({ code: 'MANDATE_EXCEEDED' })
    expect((await stage.market.book()).length).toBe(before)
  })
})
