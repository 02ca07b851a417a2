import { describe, expect, it } from 'vitest'
import { without } from '../../../src/http/negotiation-view.ts'

const because = {
  rule: 'concede',
  text: { de: 'Wir rücken auf 5,40 % vor.', en: 'We move to 5.40 %.' },
  figures: { ours: '5.40', reservation: '6.9', total: '1200.00' },
}

describe('the reason for a move, to whoever is not the customer', () => {
  it('leaves out the figures that equal a limit, however they are written', () => {
    expect(without(because, ['6.90', '1200'])?.figures).toEqual({ ours: '5.40' })
  })

  it('keeps words that carry no limit', () => {
    expect(without(because, ['6.90'])?.text).toEqual(because.text)
  })

  it.each([
    'bis 6,90 %',
    'bis 6.9 Prozent',
    'höchstens 1.200,00 EUR',
    'at most 1,200.00 EUR',
    "1'200.00 CHF",
    'bis 6,90.',
  ])('drops words that carry one: %s', (words) => {
    expect(without({ ...because, text: { de: words, en: '' } }, ['6.90', '1200.00'])?.text).toBeNull()
  })

  it('is nothing where there was none', () => {
    expect(without(null, ['6.90'])).toBeNull()
  })
})
