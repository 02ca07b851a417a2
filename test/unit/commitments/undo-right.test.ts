/** What the law lets a customer withdraw from, until when, and in which words. */
import { describe, expect, it } from 'vitest'
import { checkBrief } from '../../../tools/commitments/brief-check.ts'
import { proposalTermsSchema } from '../../../tools/commitments/proposal.ts'
import { undoRight } from '../../../tools/commitments/undo-right.ts'
import { endOfDay, withdrawalProposal } from '../../../tools/commitments/withdrawal-proposal.ts'
import { dealTermsSchema } from '../../../tools/offers/terms.ts'
import { concludeAct, noticeAct, proposal } from '../../support/proposals.ts'

const EUR = { currency: 'EUR' }
const plan = { ...EUR, kind: 'instalment-plan', amount: '300.00', months: 6, monthly: '50.00' }
const savings = { ...EUR, kind: 'savings', balance: '5000.00', nominalRatePercent: '2.1', creditsPerYear: 1 }
const overdraft = { ...EUR, kind: 'overdraft', limit: '1000.00', nominalRatePercent: '9', settlementsPerYear: 4 }
const household = {
  ...EUR,
  ...{ kind: 'insurance-household', annualPremium: '120.00', paymentFrequency: 'yearly' },
  ...{ deductible: '0.00', sumInsured: '50000.00' },
}

function right(terms: object, relation: 'new' | 'existing' = 'new', concluded = '2026-11-22') {
  return undoRight(concludeAct({ terms: dealTermsSchema.parse(terms) }), { concluded, relation })
}

describe('the right to withdraw', () => {
  it.each([
    ['a loan', concludeAct().terms, 'new', '2026-12-06', /495/],
    ['a loan with the present bank', concludeAct().terms, 'existing', '2026-12-06', /495/],
    ['insurance', household, 'new', '2026-12-06', /§§ 8, 152 VVG/],
    ['a savings account elsewhere', savings, 'new', '2026-12-06', /312g/],
    ['an overdraft elsewhere', overdraft, 'new', '2026-12-06', /495/],
    ['an instalment plan for money', { ...plan, fee: '15.00' }, 'existing', '2026-12-06', /495/],
  ] as const)('from %s lasts fourteen days, the first not counted', (_, terms, relation, lastDay, law) => {
    const found = right(terms, relation)
    expect(found).toMatchObject({ kind: 'until', window: { fromDay: '2026-11-22', lastDay } })
    if (found.kind === 'until') expect(found.window.source).toMatch(law)
  })

  it.each([
    ['a better rate on the account one has', savings, 'existing'],
    ['a lower rate on the overdraft one has', overdraft, 'existing'],
    ['an instalment plan for nothing', { ...plan, fee: '0.00' }, 'existing'],
    ['a settlement', { ...EUR, kind: 'settlement', claim: '100', amount: '50', payWithinDays: 14 }, 'new'],
    ['a waived fee', { ...EUR, kind: 'fee-waiver', claimed: '5', waived: '5' }, 'new'],
  ] as const)('from %s there is none, and the reason names the law', (_, terms, relation) => {
    expect(right(terms, relation)).toMatchObject({ kind: 'none', source: expect.stringMatching(/§|Art/) })
  })

  it('from a notice there is none', () => {
    expect(undoRight(noticeAct(), { concluded: '2026-11-22', relation: 'new' }).kind).toBe('none')
  })

  it('names the law that was in force on the day', () => {
    const rule = (day: string) => {
      const found = right(concludeAct().terms, 'new', day)
      return found.kind === 'until' ? found.window.ruleId : null
    }
    expect(rule('2026-11-19')).toBe('de.bgb.356b.2010')
    expect(rule('2026-11-20')).toBe('eu.ccd2.withdrawal')
  })
})

describe('the proposal to withdraw', () => {
  const act = concludeAct()
  const window = { fromDay: '2026-11-22', lastDay: '2026-12-06', ruleId: 'r', source: '§§ 495, 355 BGB' }
  const commitment = {
    ...{ proposalId: 'prop_1', act: 0, termsHash: 'h', counterpartyId: act.counterpartyId },
    ...{ reference: 'V-77', committedAt: '2026-11-22T10:00:00.000Z' },
  }
  const of = (locale: string, endedBefore: string | null = null) =>
    withdrawalProposal({
      ...{ proposal: proposal(), act, commitment, window, endedBefore, threadId: null },
      customer: { name: 'Anna Beispiel', locale },
    })

  it('is a notice under the contract’s reference, in time to the last moment of the last day in Germany', () => {
    const request = of('de-DE')
    expect(request.expiresAt).toBe('2026-12-06T22:59:59.999Z')
    expect(endOfDay('2026-07-01')).toBe('2026-07-01T21:59:59.999Z')
    expect(proposalTermsSchema.safeParse(request.terms).success).toBe(true)
    expect(checkBrief(request.terms, request.brief)).toEqual([])
    expect(request.terms.acts).toMatchObject([
      { notice: 'withdrawal', subject: { type: 'contract', id: 'prop_1/0', reference: 'V-77' } },
    ])
  })

  it('declares it in the customer’s language and name, and promises nothing', () => {
    const letter = (locale: string) => {
      const [notice] = of(locale).terms.acts
      return notice?.type === 'notice' ? notice.terms.letter : ''
    }
    expect(letter('de-DE')).toMatch(/Vertrag V-77.*Ich widerrufe.*22\.11\.2026.*Anna Beispiel/s)
    expect(letter('en-GB')).toMatch(/Contract V-77.*I withdraw.*Anna Beispiel/s)
    expect(letter('de-DE')).not.toMatch(/zahle|überweise/)
  })

  it('shows what has to be paid back, and who still expects to be paid off', () => {
    const { brief } = of('de-DE', 'Altbank')
    expect(brief.amounts.total).toEqual({ amount: '6000.00', currency: 'EUR' })
    expect(brief.worstCase.de).toMatch(/zurückzuzahlen.*Altbank rechnet mit der vorzeitigen Rückzahlung/)
  })
})
