/** An operator's own policy: taken as it is written, refused with every fault, and never weaker than one person. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, requiredVotes, selfApprovalPolicy } from '../../../tools/commitments/approval-policy.ts'
import { parsePolicy } from '../../../tools/commitments/policy-file.ts'
import { brief, concludeAct, noticeAct, noticeBrief } from '../../support/proposals.ts'

const reason = { de: 'Zwei sehen mehr.', en: 'Two see more.' }
const always = { when: { kind: 'always' }, reviewers: 1, customer: false, withinHours: 48, reason }
const policy = (change: object = {}) =>
  JSON.stringify({ version: 'bank-7', currency: 'EUR', tiers: [always], ...change })

function faultsOf(json: string): readonly string[] {
  try {
    parsePolicy(json)
    return []
  } catch (error) {
    return (error as { faults: { path: string }[] }).faults.map(({ path }) => path)
  }
}

describe('an own policy', () => {
  it('says whose votes are needed, within what time and after what cool-down, under its own version', () => {
    const tiers = [
      always,
      { when: { kind: 'act', acts: ['instalment-loan'] }, reviewers: 2, customer: true, coolDownMinutes: 30, reason },
      { when: { kind: 'act', acts: ['dispute'] }, reviewers: 1, customer: false, firstLookMinutes: 5, reason },
    ]
    const table = parsePolicy(policy({ tiers }))
    expect(requiredVotes({ acts: [concludeAct()] }, brief(), table)).toMatchObject({
      required: { reviewers: 2, customer: true, coolDownSeconds: 1800, policyVersion: 'bank-7' },
      withinHours: 48,
    })
    expect(requiredVotes({ acts: [noticeAct()] }, noticeBrief(), table)).toMatchObject({
      required: { reviewers: 1, customer: false },
      times: { firstLookSeconds: 300 },
    })
  })

  it('takes the default table itself, under another name', () => {
    const own = { ...DEFAULT_POLICY, version: 'ours' }
    expect(parsePolicy(JSON.stringify(own))).toEqual(own)
  })

  it('asks for one person at the least', () => {
    const table = parsePolicy(policy({ tiers: [{ ...always, reviewers: 0 }] }))
    expect(requiredVotes({ acts: [noticeAct()] }, noticeBrief(), table).required.reviewers).toBe(1)
  })

  it('keeps its rows where one person decides alone', () => {
    const alone = selfApprovalPolicy(10, parsePolicy(policy()))
    expect(alone).toMatchObject({ version: 'bank-7+self.10', tiers: [{ withinHours: 48 }] })
    expect(requiredVotes({ acts: [concludeAct()] }, brief(), alone).required.selfApproval).toBe(true)
  })

  it.each([
    ['no JSON', '{', ['PARLEY_POLICY']],
    ['no rows', policy({ tiers: [] }), ['PARLEY_POLICY.tiers']],
    ['the name of the default table', policy({ version: 'default-2026-11.3' }), ['PARLEY_POLICY.version']],
    [
      'a kind of act that nobody knows, and a field that has no meaning',
      policy({ tiers: [{ ...always, when: { kind: 'act', acts: ['morgage'] }, reviewer: 2 }] }),
      ['PARLEY_POLICY.tiers.0.when.acts.0', 'PARLEY_POLICY.tiers.0'],
    ],
  ])('is refused with %s', (_, json, paths) => {
    expect(faultsOf(json)).toEqual(paths)
  })
})
