/**
 * Insurance along its annual premium, in cents; the cover is what is wanted and does not move.
 *
 * @module
 */
import type { Limits } from '../mandates/mandate.ts'
import type { InsuranceKind, InsuranceTerms } from '../offers/terms.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Lever } from './lever.ts'

/** What a year usually costs, in cents, where nothing stands today: orders of magnitude, for a first ask only. */
const USUAL: Record<InsuranceKind, (sumInsured: number) => number> = {
  'insurance-household': (sum) => sum * 0.3,
  'insurance-liability': () => 8_000,
  'insurance-car': () => 60_000,
  'insurance-legal': () => 28_000,
  'insurance-phone': (sum) => sum * 12,
}
const START_SHARE = 0.6

export function insuranceLever(kind: InsuranceKind, limits: Limits, current: InsuranceTerms | null): Lever {
  const sumInsured = higher(limits.minSumInsured, current?.sumInsured)
  if (sumInsured === undefined) {
    throw new InvalidInput([{ path: 'limits.minSumInsured', reason: 'must say for how much to insure' }])
  }
  const reference = current === null ? USUAL[kind](Number(sumInsured)) : Number(current.annualPremium) * 100
  const required = Object.fromEntries((limits.requiredCoverage ?? []).map((cover) => [cover, 'covered' as const]))
  const wanted: Omit<InsuranceTerms, 'annualPremium'> = {
    kind,
    currency: current?.currency ?? limits.currency ?? 'EUR',
    paymentFrequency: current?.paymentFrequency ?? 'yearly',
    deductible: lower(limits.maxDeductible, current?.deductible) ?? '0.00',
    sumInsured,
    noticeMonths: current?.noticeMonths ?? 1,
    coverage: { ...current?.coverage, ...limits.coverage, ...required },
    ...(current?.livingAreaSquareMetres === undefined
      ? {}
      : { livingAreaSquareMetres: current.livingAreaSquareMetres }),
    ...(current?.underinsuranceWaiver === undefined ? {} : { underinsuranceWaiver: current.underinsuranceWaiver }),
    ...(current?.noClaimsClass === undefined ? {} : { noClaimsClass: current.noClaimsClass }),
  }
  return {
    floor: 1,
    start: Math.max(1, Math.round(reference * START_SHARE)),
    reference: Math.max(1, Math.round(reference)),
    end: Math.max(1_000, Math.round(reference * 10)),
    at: (position) => ({ ...wanted, annualPremium: (position / 100).toFixed(2) }),
  }
}

function higher(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return Number(a) >= Number(b) ? a : b
}

function lower(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return Number(a) <= Number(b) ? a : b
}
