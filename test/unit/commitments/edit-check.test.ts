import { describe, expect, it } from 'vitest'
import { checkEdit } from '../../../tools/commitments/edit-check.ts'
import { concludeAct, LOAN, noticeAct } from '../../support/proposals.ts'

const before = { acts: [concludeAct(), noticeAct()] }
const otherLetter = noticeAct({ terms: { ...noticeAct().terms, letter: 'Other words.' } })
const shorter = concludeAct({ terms: { ...LOAN, termMonths: 24 } })

describe('the check of an edit', () => {
  it('tells words of our own from terms the counterparty must agree to', () => {
    expect(checkEdit(before, { acts: [concludeAct(), otherLetter] })).toEqual({ kind: 'notice-changed' })
    expect(checkEdit(before, { acts: [shorter, noticeAct()] })).toEqual({ kind: 'deal-changed' })
    expect(checkEdit(before, { acts: [shorter, otherLetter] })).toEqual({ kind: 'deal-changed' })
  })

  it('refuses acts added, dropped, swapped or sent elsewhere', () => {
    expect(checkEdit(before, { acts: [concludeAct()] }).kind).toBe('refused')
    expect(checkEdit(before, { acts: [noticeAct(), concludeAct()] }).kind).toBe('refused')
    expect(checkEdit(before, { acts: [concludeAct({ offerId: 'offer-2' }), noticeAct()] }).kind).toBe('refused')
    expect(checkEdit(before, { acts: [concludeAct(), noticeAct({ notice: 'withdrawal' })] }).kind).toBe('refused')
  })

  it('refuses an edit that changes nothing', () => {
    expect(checkEdit(before, { acts: [concludeAct(), noticeAct()] }).kind).toBe('refused')
  })
})
