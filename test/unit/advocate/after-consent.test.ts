/** What the reply to a yes says is still missing: never a person where nobody reviews. */
import { expect, it } from 'vitest'
import { afterConsent } from '../../../agents/advocate/after-consent.ts'
import { WORDS } from '../../../agents/advocate/words.ts'

const required = { reviewers: 1, customer: true, policyVersion: 'v' }
const cooling = { ...required, coolDownSeconds: 180 }
const alone = { ...cooling, reviewers: 0, selfApproval: true as const }

it.each([
  ['open', required, /prüft sie noch ein Mensch/, /person still has to review/],
  ['open', cooling, /Bedenkzeit vorbei ist/, /time to think is over/],
  ['open', alone, /bestätigen Sie dieselben Bedingungen noch einmal/, /confirm the same terms once more/],
  ['approved', alone, /damit ist der Vorschlag freigegeben/, /the proposal is approved/],
] as const)('after a yes with the outcome %s', (outcome, votes, de, en) => {
  const words = WORDS[afterConsent(outcome, votes)]
  expect(words.de).toMatch(de)
  expect(words.en).toMatch(en)
})

it('names no reviewer to whoever decides alone', () => {
  expect(WORDS[afterConsent('open', alone)].de).not.toMatch(/prüft/)
})

it('says of a request that is closed that it is', () => {
  expect(afterConsent('rejected', required)).toBe('proposalGone')
})
