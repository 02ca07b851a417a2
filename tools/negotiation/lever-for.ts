/**
 * The lever for each kind of deal.
 *
 * @module
 */
import type { Limits } from '../mandates/mandate.ts'
import type { DealKind, DealTerms } from '../offers/terms.ts'
import type { Lever } from './lever.ts'
import { accountLever } from './lever-account.ts'
import { claimLever } from './lever-claim.ts'
import { insuranceLever } from './lever-insurance.ts'
import { loanLever } from './lever-loan.ts'

export interface LeverRequest {
  readonly kind: DealKind
  readonly limits: Limits
  readonly current: DealTerms | null
}

/** @throws InvalidInput when neither the limits nor the present terms say what is wanted */
export function leverFor({ kind, limits, current }: LeverRequest): Lever {
  switch (kind) {
    case 'instalment-loan':
      return loanLever(limits, current?.kind === kind ? current : null)
    case 'instalment-plan':
    case 'settlement':
    case 'fee-waiver':
      return claimLever(kind, limits, current)
    case 'overdraft':
    case 'savings':
      return accountLever(kind, limits, current)
    default:
      return insuranceLever(kind, limits, current?.kind === kind ? current : null)
  }
}
