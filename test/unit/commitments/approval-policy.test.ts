import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ApprovalPolicy,
  DEFAULT_POLICY,
  type PolicyTier,
  requiredVotes,
  selfApprovalPolicy,
} from '../../../tools/commitments/approval-policy.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'
import { brief, concludeAct, LOAN, noticeAct, noticeBrief } from '../../support/proposals.ts'

const settlement = (amount: string, currency: 'EUR' | 'CHF' = 'EUR'): DealTerms => ({
  kind: 'settlement',
  currency,
  claim: amount,
  amount,
  payWithinDays: 14,
})

/** A brief that adds nothing of its own to what the terms show. */
const plain = (currency = 'EUR') =>
  brief({
    amounts: { now: { amount: '0', currency }, monthly: null, total: { amount: '0', currency } },
    termMonths: null,
  })

const votes = (terms: DealTerms, currency = 'EUR') =>
  requiredVotes({ acts: [concludeAct({ terms })] }, plain(currency)).required

describe('the default approval policy', () => {
  it('asks for one reviewer for a small dispute', () => {
    const verdict = requiredVotes({ acts: [noticeAct()] }, noticeBrief())
    expect(verdict.required).toEqual({ reviewers: 1, customer: false, policyVersion: DEFAULT_POLICY.version })
    expect(verdict.reasons).toHaveLength(1)
  })

  it('asks for the customer as well above 1,000 EUR, and not at exactly 1,000 EUR', () => {
    expect(votes(settlement('1000.00')).customer).toBe(false)
    expect(votes(settlement('1000.01')).customer).toBe(true)
  })

  it('asks for the customer as well above 12 months, and not at exactly 12 months', () => {
    const plan = (months: number): DealTerms => ({
      kind: 'instalment-plan',
      currency: 'EUR',
      amount: '130.00',
      months,
      monthly: '10.00',
      fee: '0.00',
    })
    expect(votes(plan(12)).customer).toBe(false)
    expect(votes(plan(13)).customer).toBe(true)
  })

  it('treats what binds without an end as longer than any term', () => {
    expect(
      votes({ kind: 'overdraft', currency: 'EUR', limit: '500', nominalRatePercent: '9', settlementsPerYear: 4 })
        .customer,
    ).toBe(true)
  })

  it('asks for the customer as well in a foreign currency, however small', () => {
    expect(votes(settlement('1.00', 'CHF'), 'CHF').customer).toBe(true)
  })

  it('adds up the acts of one proposal', () => {
    const acts = [concludeAct({ terms: settlement('600.00') }), concludeAct({ terms: settlement('600.00') })]
    expect(requiredVotes({ acts }, plain()).required.customer).toBe(true)
  })

  it('counts the interest of a loan that states no instalment', () => {
    const { instalment: _, effectiveRatePercent: __, ...loan } = LOAN
    expect(votes({ ...loan, principal: '950.00', nominalRatePercent: '10', termMonths: 12 }).customer).toBe(true)
  })

  it('counts the total of the brief where the terms show no amount', () => {
    const cancellation = noticeAct({ notice: 'cancellation', terms: { ...noticeAct().terms, items: [] } })
    const costly = brief({ counterparty: 'Modehaus Elbe', termMonths: null })
    expect(requiredVotes({ acts: [cancellation] }, costly).required.customer).toBe(true)
  })

  it('never asks for less than one reviewer, whatever a table says', () => {
    const lax = { version: 'lax', currency: 'EUR', tiers: [] }
    expect(requiredVotes({ acts: [noticeAct()] }, noticeBrief(), lax).required.reviewers).toBe(1)
  })

  it('never asks for fewer votes when the amount rises', () => {
    const cents = fc.integer({ min: 1, max: 5_000_00 })
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const at = (minor: number) => votes(settlement((minor / 100).toFixed(2))).customer
        return !at(low) || at(high)
      }),
    )
  })
})

describe('a policy table', () => {
  const table = (tier: Partial<PolicyTier>): ApprovalPolicy => ({
    version: 't',
    currency: 'EUR',
    tiers: [{ when: { kind: 'always' }, reviewers: 1, customer: false, reason: { de: 'a', en: 'a' }, ...tier }],
  })
  const asked = (policy: ApprovalPolicy, flags: readonly 'financial-distress'[] = []) =>
    requiredVotes({ acts: [noticeAct()] }, noticeBrief(), policy, flags)

  it('asks by the kind of act', () => {
    const two = (acts: string[]) => asked(table({ when: { kind: 'act', acts }, reviewers: 2 })).required.reviewers
    expect([two(['notice']), two(['dispute']), two(['conclude', 'cancellation'])]).toEqual([2, 2, 1])
  })

  it('asks by what the records show about the customer, where the row names the act', () => {
    const row = (acts?: string[]) =>
      table({
        when: { kind: 'customer-flag', flag: 'financial-distress', ...(acts === undefined ? {} : { acts }) },
        customer: true,
      })
    expect(asked(row()).required.customer).toBe(false)
    expect(asked(row(), ['financial-distress']).required.customer).toBe(true)
    expect(asked(row(['conclude']), ['financial-distress']).required.customer).toBe(false)
  })

  it('takes the shortest time and the longest cool-down of the rows that apply', () => {
    const rows = { ...table({ withinHours: 48, coolDownMinutes: 5 }) }
    const more = { ...rows.tiers[0], withinHours: 24, coolDownMinutes: 30 } as PolicyTier
    const verdict = asked({ ...rows, tiers: [...rows.tiers, more] })
    expect([verdict.withinHours, verdict.required.coolDownSeconds]).toEqual([24, 1800])
  })

  it('lets one person alone decide only with time in between', () => {
    expect(asked(selfApprovalPolicy(10)).required).toEqual({
      ...{ reviewers: 0, customer: true, selfApproval: true, coolDownSeconds: 600 },
      policyVersion: 'self-2026-11.10',
    })
    expect(asked(selfApprovalPolicy(0)).required.reviewers).toBe(1)
  })

  it('asks for two different reviewers above 50,000 EUR by default', () => {
    expect([votes(settlement('50000.00')).reviewers, votes(settlement('50000.01')).reviewers]).toEqual([1, 2])
  })
})
