/** What a reviewer is answered from the proposal itself. */
import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../../tools/commitments/answer-question.ts'
import type { Explanation } from '../../../tools/shared/explanation.ts'
import { noticeAct, noticeBrief, proposal } from '../../support/proposals.ts'

const reason: Explanation = {
  title: { de: 'Ersparnis', en: 'Saving' },
  ruleIds: ['r'],
  inputs: {},
  steps: [{ text: { de: 'Nichts ändern', en: 'Changing nothing' }, value: '9607.58 EUR' }],
  sources: ['§ 500 BGB'],
}

describe('an answer to a reviewer', () => {
  it('speaks of what was asked and of nothing else', () => {
    const { de, en } = answerQuestion(proposal(), 'Was kostet das im Monat?', [reason])
    expect(de).toBe('Sofort: 0,00 €.\nIm Monat: 181,15 €.\nInsgesamt: 6.521,40 €.\nLaufzeit in Monaten: 36.')
    expect(en).toMatch(/^Now: €0\.00\.\nA month: €181\.15\./)
  })

  it('gives the steps behind a figure with their law', () => {
    expect(answerQuestion(proposal(), 'Where does the saving come from?', [reason]).en).toMatch(
      /Saving: Changing nothing = 9607\.58 EUR\.\nLegal basis: § 500 BGB\.\nThe proposal rests on: offer-1\./,
    )
  })

  it('names the ground of each contested item', () => {
    const contested = proposal({ terms: { acts: [noticeAct()] }, brief: noticeBrief() })
    expect(answerQuestion(contested, 'Mit welcher Begründung?', []).de).toContain('fee-1: de.dunning.too-high.')
  })

  it('gives all there is, and says so, where the question names none of it', () => {
    const { de } = answerQuestion(proposal(), 'Hm', [])
    for (const part of ['Alternative: Nichts tun', 'Insgesamt', 'Schlimmstenfalls', 'Mehr ist dazu nicht belegt']) {
      expect(de).toContain(part)
    }
  })
})
