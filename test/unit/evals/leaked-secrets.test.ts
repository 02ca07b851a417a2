/** The look through the logs of a run: it finds what was left in them, and names none of it in full. */
import { describe, expect, it } from 'vitest'
import { leakedSecrets } from '../../../evals/leaked-secrets.ts'
import type { Trial } from '../../../evals/trial.ts'

const trial = (limits: object) => ({ transcript: { mandates: [{ limits }] } }) as unknown as Trial
const TRIALS = [trial({ maxTotal: '9527.15', maxTermMonths: 36 }), trial({ maxEffectiveRatePercent: '8.793' })]
const line = (words: string) => `{"level":30,"time":1795406418000,"msg":"${words}"}\n`

describe('the logs of a run', () => {
  it.each([
    ['a limit', '… at most 9527.15 …', 'the limit 9527...'],
    ['a limit as a German writes it', 'höchstens 9.527,15 €', 'the limit 9527...'],
    ['a rate', 'apr 8.793', 'the limit 8.7..'],
    ['an IBAN', 'to DE89370400440532013000', 'an IBAN'],
    ['an IBAN with spaces', 'to DE89 3704 0044 0532 0130 00', 'an IBAN'],
    ['a token', 'with eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoi.c2lnbmVk', 'a token'],
    ['a webhook secret', 'whsec_c2VjcmV0IHNlY3JldCBzZWNyZXQ=', 'a webhook secret'],
  ])('show %s', (_, words, found) => {
    expect(leakedSecrets(line('all is well') + line(words), TRIALS)).toEqual([found])
  })

  it('show nothing where figures are others, or a limit is only a part of one', () => {
    const words = ['36 months', '19527.15', '9527.150', '18.793', 'DE89370400440532013001', 'task_8793952715']
    expect(leakedSecrets(words.map(line).join(''), TRIALS)).toEqual([])
  })
})
