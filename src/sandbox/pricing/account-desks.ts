/**
 * Overdrafts and savings, priced in nominal percent a year. Bands are synthetic.
 *
 * @module
 */
import type { DealTerms } from '../../../tools/offers/terms.ts'
import type { Desk } from './desk.ts'

type Overdraft = Extract<DealTerms, { kind: 'overdraft' }>
type Savings = Extract<DealTerms, { kind: 'savings' }>

export const overdraftDesk: Desk<Overdraft> = {
  line(wanted, draw, quote) {
    if (Number(wanted.limit) > 10_000) return null
    if (quote !== null) {
      const open = Number(quote.nominalRatePercent)
      return { open, limit: open * (0.97 - 0.2 * draw('limit')) }
    }
    const limit = 7.5 + 4 * draw('limit')
    return { open: limit + 1 + draw('open'), limit }
  },
  ask: (wanted, price) => ({ ...wanted, nominalRatePercent: (Math.ceil(price * 100 - 1e-9) / 100).toFixed(2) }),
  worth: (terms) => Number(terms.nominalRatePercent),
  at: (nominalRatePercent, wanted) => ({ ...wanted, nominalRatePercent }),
}

/** The bank pays: a lower rate is better for it, so the price is the rate with its sign turned. */
export const savingsDesk: Desk<Savings> = {
  line(_, draw, quote) {
    if (quote !== null) {
      const open = -Number(quote.nominalRatePercent)
      return { open, limit: open - (0.3 + 1.2 * draw('limit')) }
    }
    const limit = -(1.6 + 1.5 * draw('limit'))
    return { open: limit + 0.4 + 0.5 * draw('open'), limit }
  },
  ask(wanted, price, draw) {
    const nominalRatePercent = (Math.floor(Math.max(0.01, -price) * 100 + 1e-9) / 100).toFixed(2)
    return {
      ...wanted,
      nominalRatePercent,
      guaranteedMonths: Math.min(wanted.guaranteedMonths, draw('held') < 0.5 ? 3 : 6),
    }
  },
  worth: (terms) => -Number(terms.nominalRatePercent),
  at: (nominalRatePercent, wanted) => ({ ...wanted, nominalRatePercent }),
}
