/**
 * Instalment loans, priced in nominal percent a year.
 *
 * The bands are synthetic: limits of 5.2 to 9.8 %, first asks one to three points above; no real market is meant.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { loanApr } from '../../../tools/credit/loan-apr.ts'
import type { LoanTerms } from '../../../tools/offers/terms.ts'
import { type Currency, parseMoney, toDecimalString } from '../../../tools/shared/money.ts'
import type { Desk } from './desk.ts'

export const loanDesk: Desk<LoanTerms> = {
  line(wanted, draw, quote) {
    const principal = Number(wanted.principal)
    if (principal < 500 || principal > 75_000 || wanted.termMonths < 6 || wanted.termMonths > 120) return null
    if (quote !== null) {
      const open = worth(quote)
      return { open, limit: open * (0.97 - 0.15 * draw('limit')) }
    }
    const limit = 5.2 + 4.6 * draw('limit')
    return { open: limit + 1.2 + 1.6 * draw('open'), limit }
  },
  ask(wanted, price, draw, quote) {
    // One lender in five lives on a fee as well; none adds one to its own quote.
    const charges = quote === null ? draw('fee') < 0.2 : Number(quote.originationFee) > 0
    const originationFee = charges ? new Decimal(wanted.principal).times('0.005').toFixed(2) : '0.00'
    const rate = Math.max(0.1, price - feeAsRate({ ...wanted, originationFee }))
    return stated({
      ...wanted,
      nominalRatePercent: (Math.ceil(rate * 100 - 1e-9) / 100).toFixed(2),
      originationFee,
      earlyRepaymentFeePercent: wanted.termMonths <= 12 ? '0.5' : '1.0',
    })
  },
  worth,
  at: (nominalRatePercent, wanted) => ({ ...wanted, nominalRatePercent, originationFee: '0.00' }),
}

function worth(terms: LoanTerms): number {
  return Number(terms.nominalRatePercent) + feeAsRate(terms)
}

/** A fee spread over the average time the money is out: half the term. */
function feeAsRate({ originationFee, principal, termMonths }: LoanTerms): number {
  return (Number(originationFee) / Number(principal)) * 100 * (24 / termMonths)
}

function stated(terms: LoanTerms): LoanTerms {
  const currency = terms.currency as Currency
  const { apr, schedule } = loanApr({
    principal: parseMoney(terms.principal, currency),
    nominalRatePercent: terms.nominalRatePercent,
    months: terms.termMonths,
    originationFee: parseMoney(terms.originationFee, currency),
  })
  return {
    ...terms,
    instalment: toDecimalString(schedule.instalment),
    ...(apr.status === 'ok' ? { effectiveRatePercent: apr.rounded.toFixed(2) } : {}),
  }
}
