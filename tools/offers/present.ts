/**
 * What stands today, in the shape of offered terms: the contract as it runs on, the claim as it is.
 *
 * @module
 */
import type { Debt } from '../debts/debt.ts'
import { presentTerms } from './compare-insurance.ts'
import type { Contract } from './contract.ts'
import type { DealKind, DealTerms } from './terms.ts'

/** Doing nothing about a contract. */
export function presentContract(contract: Contract): DealTerms {
  const { currency } = contract
  switch (contract.kind) {
    case 'instalment-loan':
      return {
        kind: contract.kind,
        currency,
        principal: contract.loan.balance,
        nominalRatePercent: contract.loan.nominalRatePercent,
        termMonths: contract.loan.remainingMonths,
        originationFee: '0.00',
        earlyRepaymentFeePercent: '0.0',
      }
    case 'overdraft': {
      const { limit, nominalRatePercent, settlementsPerYear } = contract.overdraft
      return { kind: contract.kind, currency, limit, nominalRatePercent, settlementsPerYear }
    }
    case 'savings': {
      const { balance, nominalRatePercent, creditsPerYear } = contract.savings
      return { kind: contract.kind, currency, balance, nominalRatePercent, creditsPerYear, guaranteedMonths: 0 }
    }
    default:
      return presentTerms(contract)
  }
}

/** Doing nothing about a debt: the whole claim; null where there is nothing to compare with. */
export function presentDebt(debt: Debt, kind: DealKind, amount: string): DealTerms | null {
  const { currency } = debt
  if (kind === 'settlement') return { kind, currency, claim: amount, amount, payWithinDays: 14 }
  if (kind === 'fee-waiver') return { kind, currency, claimed: amount, waived: '0.00' }
  return null
}
