import { describe, expect, it } from 'vitest'
import { faultOf } from '../../../agents/negotiator/draft-move.ts'
import { wordMove } from '../../../agents/negotiator/word-move.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'

const terms: DealTerms = {
  ...{ kind: 'instalment-loan', currency: 'EUR', principal: '8036.12', nominalRatePercent: '6.40', termMonths: 36 },
  ...{ originationFee: '0.00', earlyRepaymentFeePercent: '0.0' },
}
const offer = { move: 'offer', terms, language: 'en' } as const
const fault = (draft: string, language: 'de' | 'en' = 'en') => faultOf(draft, { ...offer, language })

describe('the check of a drafted message', () => {
  it('passes warm words around the terms, in both languages', async () => {
    expect(
      await fault('Thank you for coming back to us so kindly. [[terms]] We look forward to your thoughts.'),
    ).toBeNull()
    expect(
      await fault(
        'Vielen Dank für Ihre freundliche Antwort. Unser Vorschlag lautet: [[terms]] Wir freuen uns auf Sie.',
        'de',
      ),
    ).toBeNull()
  })

  it.each([
    ['figure', 'Thank you. [[terms]] We could pay 300 EUR a month.'],
    ['figure', 'Thank you. [[terms]] We could go up to eight percent.'],
    ['terms', 'Thank you for your answer, we would like a better rate.'],
    ['terms', 'Thank you. [[terms]] Again: [[terms]]'],
    ['claim', 'Thank you. [[terms]] Another bank and other lenders gave us a better quote.'],
    ['claim', 'Thank you. [[terms]] This is the maximum my client can bear.'],
    ['claim', 'Thank you. [[terms]] Please answer today only, our deadline is near.'],
    ['claim', 'Thank you. [[terms]] I am a human advisor, by the way.'],
    ['markup', 'Thank you. [[terms]] See https://example.org for more.'],
    ['markup', 'Thank you. [[terms]] <b>Kind regards</b>'],
    ['language', 'Vielen Dank für Ihre freundliche Antwort. [[terms]] Wir freuen uns auf Ihre Rückmeldung.'],
    ['length', `Thank you. [[terms]] ${'We are so very glad to hear from you. '.repeat(20)}`],
  ] as const)('refuses a %s: %s', async (expected, draft) => {
    expect(await fault(draft)).toBe(expected)
  })

  it('puts the terms where they belong and says who wrote', () => {
    const text = wordMove(offer, 'How kind of you. [[terms]] Kind regards.')
    expect(text).toMatch(
      /^How kind of you\. EUR 8036\.12 over 36 months .* Kind regards\. This message was drafted by an AI/,
    )
  })

  it('asks about what does not go with their terms, in quotation', () => {
    const text = wordMove({ ...offer, unclear: ['plus processing fee 2 %'] })
    expect(text).toContain('„plus processing fee 2 %“')
    expect(text).toContain('Until then nothing counts as agreed.')
  })

  it('mentions another offer only when it is handed one', () => {
    expect(wordMove(offer)).not.toContain('Another provider')
    expect(wordMove({ ...offer, competing: { ...terms, nominalRatePercent: '6.10' } })).toContain(
      'Another provider holds this offer for us: EUR 8036.12 over 36 months at a nominal rate of 6.10 %',
    )
  })
})
