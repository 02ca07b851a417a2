/**
 * What a creditor bargains over: time to pay, a settlement, a fee taken back. Bands are synthetic.
 *
 * @module
 */
import type { DealTerms } from '../../../tools/offers/terms.ts'
import type { Desk } from './desk.ts'

type Plan = Extract<DealTerms, { kind: 'instalment-plan' }>
type Settlement = Extract<DealTerms, { kind: 'settlement' }>
type FeeWaiver = Extract<DealTerms, { kind: 'fee-waiver' }>

/** Priced in months waited (less is better), a fee making up for some of them. */
export const planDesk: Desk<Plan> = {
  line(wanted, draw) {
    if (Number(wanted.amount) <= 0) return null
    return { open: -(3 + Math.floor(3 * draw('open'))), limit: -(8 + Math.floor(17 * draw('limit'))) }
  },
  ask(wanted, price, draw) {
    const fee = draw('fee') < 0.3 ? Number(wanted.amount) * 0.02 : 0
    const months = Math.max(1, Math.min(60, Math.floor(-price + feeInMonths(fee, wanted) + 1e-9)))
    return { ...wanted, months, monthly: cents(Number(wanted.amount) / months), fee: cents(fee) }
  },
  worth(terms) {
    // A plan that does not pay the claim is worth nothing at any length.
    if (terms.months * Number(terms.monthly) < Number(terms.amount) - 1e-9) return Number.NEGATIVE_INFINITY
    return -terms.months + feeInMonths(Number(terms.fee), terms)
  },
  at(months, wanted) {
    const monthly = cents(Number(wanted.amount) / Number(months))
    return { ...wanted, months: Number(months), monthly, fee: '0.00' }
  },
}

/** Priced as the share of the claim that is paid; money that comes sooner is worth a little more. */
export const settlementDesk: Desk<Settlement> = {
  line(wanted, draw) {
    if (Number(wanted.claim) <= 0) return null
    return { open: 0.9 + 0.08 * draw('open'), limit: 0.45 + 0.4 * draw('limit') }
  },
  ask(wanted, price) {
    const share = Math.min(1, price / soon(wanted.payWithinDays))
    return { ...wanted, amount: cents(Number(wanted.claim) * share) }
  },
  worth: (terms) => (Number(terms.amount) / Number(terms.claim)) * soon(terms.payWithinDays),
  at: (amount, wanted) => ({ ...wanted, amount }),
}

/** Priced as the share of the fee that is kept. */
export const feeWaiverDesk: Desk<FeeWaiver> = {
  line(wanted, draw) {
    if (Number(wanted.claimed) <= 0) return null
    return { open: 0.8 + 0.2 * draw('open'), limit: 0.6 * draw('limit') ** 2 }
  },
  ask(wanted, price) {
    const waived = Math.max(0, Math.floor(Number(wanted.claimed) * (1 - price) * 100 + 1e-9) / 100)
    return { ...wanted, waived: waived.toFixed(2) }
  },
  worth: (terms) => 1 - Number(terms.waived) / Number(terms.claimed),
  at: (waived, wanted) => ({ ...wanted, waived }),
}

function feeInMonths(fee: number, { amount }: Plan): number {
  return (fee / Number(amount)) * 100
}

function soon(days: number): number {
  return 1 - 0.0005 * days
}

function cents(amount: number): string {
  return (Math.ceil(amount * 100 - 1e-9) / 100).toFixed(2)
}
