import { describe, expect, it } from 'vitest'
import { wordMove } from '../../../agents/negotiator/word-move.ts'
import { leverFor } from '../../../tools/negotiation/lever-for.ts'
import { DEAL_KINDS } from '../../../tools/offers/deal-kinds.ts'

const limits = { amount: '1234.56', minSumInsured: '52000.00' }

describe('our words to a counterparty', () => {
  it.each(DEAL_KINDS)('state no number that is not in the bid (%s)', (kind) => {
    const lever = leverFor({ kind, limits, current: null })
    const terms = lever.at(lever.start)
    const known = new Set((JSON.stringify(terms).match(/\d+(\.\d+)?/g) ?? []).map(Number))
    for (const language of ['de', 'en'] as const) {
      for (const move of ['opening', 'offer', 'accept'] as const) {
        const text = wordMove({ move, terms, language })
        for (const number of text.match(/\d+([.,]\d+)?/g) ?? []) {
          expect(known).toContain(Number(number.replace(',', '.')))
        }
      }
    }
  })

  it('say that an assistant wrote them and that a person is within reach', () => {
    for (const move of ['opening', 'offer', 'accept', 'walk-away'] as const) {
      expect(wordMove({ move, terms: null, language: 'de' })).toMatch(/KI-Assistent.*Mensch/)
      expect(wordMove({ move, terms: null, language: 'en' })).toMatch(/AI assistant.*person/)
    }
  })
})
