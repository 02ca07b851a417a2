/**
 * Limits nobody set, from the records: at worst as good as doing nothing.
 *
 * @module
 */
import type { Debt } from '../../tools/debts/debt.ts'
import type { Limits, Need } from '../../tools/mandates/mandate.ts'
import { leverFor } from '../../tools/negotiation/lever-for.ts'
import { reserveOf } from '../../tools/negotiation/reserve.ts'
import { payOff } from '../../tools/offers/loan-switch.ts'
import { meansWhatIsLeft } from '../../tools/offers/means-what-is-left.ts'
import { presentContract, presentDebt } from '../../tools/offers/present.ts'
import { presentLoanFigures } from '../../tools/offers/present-loan-figures.ts'
import { type DealKind, type DealTerms, INSURANCE_KINDS, type LoanTerms } from '../../tools/offers/terms.ts'
import { type Fault, InvalidInput } from '../../tools/shared/errors.ts'
import { add, type Currency, parseMoney, subtract, toDecimalString } from '../../tools/shared/money.ts'
import type { SubjectRecords } from './subject-records.ts'

/** The limits the customer is asked to confirm. @throws InvalidInput when they contradict each other or leave nothing to offer */
export function limitsFor(need: Need, wished: Limits, records: SubjectRecords, now: Date): Limits {
  const currency = records.contract?.currency ?? records.debt?.currency ?? records.customer.currency
  if (wished.currency !== undefined && wished.currency !== currency) {
    throw new InvalidInput([{ path: 'limits.currency', reason: `must be ${currency}, as on record` }])
  }
  const limits: Limits = { ...fromRecords(need, records), ...wished, ...replacedAmount(need, records), currency }
  const faults = [...contradictions(limits), ...otherMoney(need, wished, records)]
  if (faults.length > 0) throw new InvalidInput(faults)
  requireRoom(need, limits, records, now)
  return limits
}

function fromRecords(need: Need, { kind, contract, debt }: SubjectRecords): Limits {
  if (debt !== null) return { amount: need === 'fee-waiver' ? feesOf(debt) : debt.open }
  if (contract === null) return insuranceOnly(kind)
  const today = presentContract(contract)
  switch (today.kind) {
    case 'instalment-loan':
      return { amount: today.principal, maxTermMonths: today.termMonths, ...maxTotal(contract, today) }
    case 'overdraft':
      return { amount: today.limit, maxNominalRatePercent: today.nominalRatePercent }
    case 'savings':
      return { amount: today.balance, minRatePercent: today.nominalRatePercent }
    case 'instalment-plan':
    case 'settlement':
    case 'fee-waiver':
      return {}
    default: {
      const covers = Object.entries(today.coverage).filter(([, state]) => state === 'covered' || state === 'partly')
      return {
        insuranceKind: today.kind,
        maxAnnualPremium: today.annualPremium,
        maxDeductible: today.deductible,
        minSumInsured: today.sumInsured,
        coverage: Object.fromEntries(covers),
      }
    }
  }
}

/** A refinancing has to pay for leaving the old loan as well: all that is still to be paid, less what leaving may cost. */
function maxTotal(contract: Parameters<typeof presentContract>[0], today: LoanTerms): Limits {
  if (contract.kind !== 'instalment-loan') return {}
  const balance = parseMoney(today.principal, today.currency as Currency, 'balance')
  const { total } = presentLoanFigures(contract)
  return { maxTotal: toDecimalString(subtract(total, payOff(contract, balance).compensation)) }
}

function contradictions({ minTermMonths, maxTermMonths, maxMonthly, maxTotal: total }: Limits): readonly Fault[] {
  const faults: Fault[] = []
  if (minTermMonths !== undefined && maxTermMonths !== undefined && minTermMonths > maxTermMonths) {
    faults.push({ path: 'limits.minTermMonths', reason: 'must not be more than limits.maxTermMonths' })
  }
  if (total !== undefined && maxMonthly !== undefined && Number(maxMonthly) > Number(total)) {
    faults.push({ path: 'limits.maxMonthly', reason: 'must not be more than limits.maxTotal' })
  }
  return faults
}

/** A refinancing is about what is left, to the cent, however it was rounded or has changed since it was first said. */
function replacedAmount(need: Need, { contract }: SubjectRecords): Limits {
  return need === 'refinance-loan' && contract?.kind === 'instalment-loan' ? { amount: contract.loan.balance } : {}
}

/** Set against the present loan, a loan of another amount would seem to save or to cost what it does not. */
function otherMoney(need: Need, { amount }: Limits, { contract }: SubjectRecords): readonly Fault[] {
  if (need !== 'refinance-loan' || amount === undefined || contract?.kind !== 'instalment-loan') return []
  if (meansWhatIsLeft(amount, contract)) return []
  const reason = `must be what is left of the loan (${contract.loan.balance}), or left out; another amount is a new loan`
  return [{ path: 'limits.amount', reason }]
}

/** Nobody is asked to confirm limits under which not even the best conceivable offer could be made. */
function requireRoom(need: Need, limits: Limits, { kind, contract, debt }: SubjectRecords, now: Date): void {
  const current: DealTerms | null =
    contract !== null
      ? presentContract(contract)
      : debt !== null
        ? presentDebt(debt, kind, limits.amount ?? debt.open)
        : null
  const reserve = reserveOf({ need, limits, current, bestStanding: null, now: now.toISOString() })
  if (reserve.lastAllowed(leverFor({ kind, limits, current })) === null) {
    throw new InvalidInput([{ path: 'limits', reason: 'leave nothing that could be offered; loosen one of them' }])
  }
}

function insuranceOnly(kind: DealKind): Limits {
  const insuranceKind = INSURANCE_KINDS.find((insurance) => insurance === kind)
  return insuranceKind === undefined ? {} : { insuranceKind }
}

/** All fees a creditor has charged: what may be asked back. */
function feesOf({ fees, currency }: Debt): string {
  const none = parseMoney('0', currency as Currency)
  return toDecimalString(add(none, ...fees.map(({ amount }) => parseMoney(amount, currency as Currency, 'amount'))))
}
