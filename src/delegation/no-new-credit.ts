/**
 * In financial distress no new credit is arranged; a refinancing may be, when it runs no longer than the present loan.
 *
 * @module
 */
import { DEBT_ADVICE, NO_NEW_CREDIT } from '../../tools/debts/debt-advice.ts'
import { knownDistress } from '../../tools/debts/known-distress.ts'
import type { DelegationRequest } from '../../tools/mandates/delegations.ts'
import type { Limits } from '../../tools/mandates/mandate.ts'
import { today } from '../../tools/shared/clock.ts'
import { InvalidInput, ParleyError } from '../../tools/shared/errors.ts'
import type { DelegationParts } from './delegation-parts.ts'

/**
 * @throws ParleyError MANDATE_INVALID for a new loan
 * @throws InvalidInput for a refinancing that may run longer than the present loan
 */
export async function requireNoNewCreditInDistress(
  { records, clock }: Pick<DelegationParts, 'records' | 'clock'>,
  { customerId, need, subject }: Pick<DelegationRequest, 'customerId' | 'need' | 'subject'>,
  limits: Limits,
): Promise<void> {
  if (need !== 'new-loan' && need !== 'refinance-loan') return
  const [customer, debts, contracts] = [
    await records.customer(customerId),
    await records.debts(customerId),
    await records.contracts(customerId),
  ]
  if (knownDistress({ customer, debts, contracts }, today(clock)).length === 0) return
  if (need === 'new-loan') throw new ParleyError('MANDATE_INVALID', `${NO_NEW_CREDIT.en} ${DEBT_ADVICE.en}`)
  const present = contracts.find(({ id }) => id === subject?.id)
  const remaining = present?.kind === 'instalment-loan' ? present.loan.remainingMonths : 0
  if ((limits.maxTermMonths ?? Number.POSITIVE_INFINITY) <= remaining) return
  throw new InvalidInput([
    { path: 'limits.maxTermMonths', reason: `must be at most ${remaining}, the months the present loan still runs` },
  ])
}
