/**
 * What an act may cost the customer at most, and for how long it binds: what the approval policy looks at.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { DealTerms } from '../offers/terms.ts'
import type { Act } from './proposal.ts'

/** An upper bound, in major units of `currency`; `months` is null where the act binds without a fixed end. */
export interface Exposure {
  readonly currency: string
  readonly total: Decimal
  readonly months: number | null
}

/**
 * The exposure of one act. Where terms leave room (a loan without a stated instalment) the bound is the higher one,
 * so that a doubt asks for more votes, never for fewer.
 */
export function exposureOf(act: Act): Exposure {
  if (act.type === 'conclude') return dealExposure(act.terms)
  const claimed = act.terms.items.reduce((sum, item) => sum.plus(item.claimed), new Decimal(0))
  return { currency: act.terms.currency, total: claimed, months: 0 }
}

function dealExposure(terms: DealTerms): Exposure {
  const { currency } = terms
  switch (terms.kind) {
    case 'instalment-loan': {
      const principal = new Decimal(terms.principal)
      // Interest on the whole principal to the end is more than any amortising schedule costs.
      const rate = Decimal.max(terms.nominalRatePercent, 0).dividedBy(100)
      const bound = principal.plus(principal.times(rate).times(terms.termMonths).dividedBy(12))
      const stated = new Decimal(terms.instalment ?? '0').times(terms.termMonths)
      return { currency, total: Decimal.max(bound, stated).plus(terms.originationFee), months: terms.termMonths }
    }
    case 'instalment-plan': {
      const total = Decimal.max(terms.amount, new Decimal(terms.monthly).times(terms.months)).plus(terms.fee)
      return { currency, total, months: terms.months }
    }
    case 'settlement':
      return { currency, total: new Decimal(terms.amount), months: Math.ceil(terms.payWithinDays / 30) }
    case 'fee-waiver':
      return { currency, total: new Decimal(terms.claimed), months: 0 }
    case 'overdraft':
      return { currency, total: new Decimal(terms.limit), months: null }
    case 'savings':
      return { currency, total: new Decimal(terms.balance), months: terms.guaranteedMonths }
    default:
      return { currency, total: new Decimal(terms.annualPremium), months: 12 }
  }
}
