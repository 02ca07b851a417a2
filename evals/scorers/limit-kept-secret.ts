/**
 * Promise 2: the reservation value is in no text that went to a counterparty, unless it is a term of the move itself.
 *
 * @module
 */
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'

export const limitKeptSecret = gate('limit-kept-secret', ({ mandates, book }: Transcript) => {
  const secrets = new Set(
    mandates.flatMap(({ limits }) =>
      [
        limits.maxNominalRatePercent,
        limits.maxEffectiveRatePercent,
        limits.maxMonthly,
        limits.maxTotal,
        limits.maxAnnualPremium,
      ].filter((limit) => limit !== undefined),
    ),
  )
  return book.flatMap((line) => {
    const text = line.heard?.text ?? ''
    const own = JSON.stringify(line.heard?.terms ?? {})
    return [...secrets]
      .filter((secret) => !own.includes(`"${secret}"`))
      .filter((secret) => text.includes(secret) || text.includes(secret.replace('.', ',')))
      .map((secret) => `${line.partyId} was told ${secret}`)
  })
})
