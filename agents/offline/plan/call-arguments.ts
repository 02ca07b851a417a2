/**
 * Slots to the arguments of tools: decimal strings for money and rates, whole months for terms.
 *
 * @module
 */
import type { Limits, Need } from '../../../tools/mandates/mandate.ts'
import type { Slots } from '../understand/slots.ts'

export function loanArguments(slots: Slots): Record<string, unknown> {
  return present({
    amount: slots.amount,
    maxTermMonths: slots.maxTermMonths,
    maxRatePercent: slots.maxRatePercent,
    maxMonthly: slots.maxMonthly,
  })
}

/** A bare amount beside an insurance is a yearly premium: that is how premiums are quoted. */
export function insuranceArguments(slots: Slots): Record<string, unknown> {
  return present({
    insuranceKind: slots.insuranceKind,
    maxMonthly: slots.maxMonthly,
    maxYearly: slots.maxYearly ?? (slots.maxMonthly === undefined ? slots.amount : undefined),
    maxDeductible: slots.maxDeductible,
    mustHave: slots.mustHave,
  })
}

/** The customer's own words as limits of a mandate for this need; what they did not say is left out. */
export function limitsFor(need: Need | null, slots: Slots): Limits {
  switch (need) {
    case 'insurance':
      return present({
        insuranceKind: slots.insuranceKind,
        maxMonthly: slots.maxMonthly,
        maxAnnualPremium: slots.maxYearly ?? (slots.maxMonthly === undefined ? slots.amount : undefined),
        maxDeductible: slots.maxDeductible,
        minSumInsured: slots.minSumInsured,
        requiredCoverage: slots.mustHave === undefined ? undefined : [...slots.mustHave],
      })
    case 'instalment-plan':
      // "A plan of 50 euros" speaks of the instalment: the sum owed is on record.
      return present({ ...terms(slots), maxMonthly: slots.maxMonthly ?? slots.amount, maxFee: slots.feeAmount })
    case 'settlement':
      return present({ maxTotal: slots.maxTotal ?? slots.amount })
    case 'fee-waiver':
      return {}
    case 'overdraft':
      return present({ maxNominalRatePercent: slots.maxRatePercent })
    case 'savings':
      return present({ minRatePercent: slots.minRatePercent ?? slots.maxRatePercent })
    default:
      return present({
        amount: slots.amount,
        ...(slots.rateIs === 'nominal'
          ? { maxNominalRatePercent: slots.maxRatePercent }
          : { maxEffectiveRatePercent: slots.maxRatePercent }),
        ...terms(slots),
        maxMonthly: slots.maxMonthly,
        maxTotal: slots.maxTotal,
      })
  }
}

function terms(slots: Slots) {
  return { minTermMonths: slots.minTermMonths, maxTermMonths: slots.maxTermMonths }
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>
}
