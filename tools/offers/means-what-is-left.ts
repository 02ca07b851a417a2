/**
 * Whether an amount a customer names is what is left of a loan they have, said roughly, or other money.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { LoanContract } from './contract.ts'

/** People round: "my loan of about 8,000" is the one with 8,036.12 left. Beyond a twentieth it is other money. */
const ROUGHLY = '0.05'

/**
 * Only what is left can be replaced and set against doing nothing: any other amount is a loan of its own.
 *
 * @param amount a decimal string in the loan's currency
 */
export function meansWhatIsLeft(amount: string, { loan }: LoanContract): boolean {
  return new Decimal(amount).minus(loan.balance).abs().lessThanOrEqualTo(new Decimal(loan.balance).times(ROUGHLY))
}
