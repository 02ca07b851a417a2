import { describe, expect, it } from 'vitest'
import { checkBrief } from '../../../tools/commitments/brief-check.ts'
import { brief, concludeAct } from '../../support/proposals.ts'

const terms = { acts: [concludeAct()] }
const paths = (change: Parameters<typeof brief>[0]) => checkBrief(terms, brief(change)).map((fault) => fault.path)

describe('the check of a brief', () => {
  it('finds nothing missing in a full brief', () => {
    expect(checkBrief(terms, brief())).toEqual([])
  })

  it('asks for an alternative and for sources', () => {
    expect(paths({ alternatives: [], sources: [] })).toEqual(['brief.alternatives', 'brief.sources'])
  })

  it('asks for both languages', () => {
    expect(paths({ worstCase: { de: 'Raten', en: ' ' } })).toEqual(['brief.worstCase'])
  })

  it('refuses the name of somebody the terms do not name', () => {
    expect(paths({ counterparty: 'Somebody Else' })).toEqual(['brief.counterparty'])
  })

  it('refuses amounts that are no decimal strings', () => {
    const total = { amount: '6.521,40', currency: 'EUR' }
    expect(paths({ amounts: { ...brief().amounts, total } })).toEqual(['brief.amounts.total'])
  })
})
