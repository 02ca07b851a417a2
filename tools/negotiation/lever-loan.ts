/**
 * Loans along their nominal rate, in hundredths of a percent.
 *
 * @module
 */
import type { Limits } from '../mandates/mandate.ts'
import type { LoanTerms } from '../offers/terms.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Lever } from './lever.ts'

/** New instalment loans to households cost about this much: what is usual where nothing stands today. */
const USUAL_RATE = 900
const USUAL_MONTHS = 36
/** The first ask: an ambitious share of the reference, which a lender can still take seriously. */
const START_SHARE = 0.5

export function loanLever(limits: Limits, current: LoanTerms | null): Lever {
  const principal = limits.amount ?? current?.principal
  if (principal === undefined) {
    throw new InvalidInput([{ path: 'limits.amount', reason: 'must say how much is to be borrowed' }])
  }
  const reference = current === null ? USUAL_RATE : Math.round(Number(current.nominalRatePercent) * 100)
  return {
    floor: 1,
    start: Math.max(1, Math.round(reference * START_SHARE)),
    reference,
    end: Math.max(3000, reference),
    at: (position) => ({
      kind: 'instalment-loan',
      currency: current?.currency ?? limits.currency ?? 'EUR',
      principal,
      nominalRatePercent: (position / 100).toFixed(2),
      termMonths: wantedTerm(limits, current),
      originationFee: '0.00',
      earlyRepaymentFeePercent: '0.0',
    }),
  }
}

/** A refinancing keeps what is left of the term; a shorter or longer one only where the limits want it. */
function wantedTerm({ minTermMonths, maxTermMonths }: Limits, current: LoanTerms | null): number {
  const usual = current?.termMonths ?? maxTermMonths ?? USUAL_MONTHS
  return Math.max(minTermMonths ?? 1, Math.min(maxTermMonths ?? 600, usual))
}
