/**
 * The fee for a direct debit that came back: what the creditor's bank charged, no more.
 *
 * @module
 */
import type { Rule } from '../shared/explanation.ts'
import type { DunningFee } from './dunning-case.ts'
import type { DunningPolicy } from './dunning-policy.ts'
import { type FeeItem, feeItem } from './fee-item.ts'

export const RETURNED_DEBIT_RULE: Rule = {
  id: 'de.bgb.280.returned-debit',
  title: { de: 'Rücklastschrift', en: 'Returned direct debit' },
  source: '§ 280 BGB; BGH 17.09.2009 Xa ZR 40/08',
  validFrom: '2009-09-17',
  validTo: null,
}

/** The proven bank fee is owed; without proof the policy's amount is accepted and proof asked for. */
export function returnedDebitFee(fee: DunningFee, policy: DunningPolicy): FeeItem {
  const common = {
    id: fee.id,
    claimed: fee.amount,
    ruleId: RETURNED_DEBIT_RULE.id,
    inputs: { date: fee.date, policy: policy.id },
  }
  if (fee.provenBankFee !== null) {
    return feeItem({ ...common, owed: fee.provenBankFee, code: 'THIRD_PARTY_COST_PROVEN', strength: 'strong' })
  }
  const strength = fee.amount.minor <= policy.softUpperReturnedDebit.minor ? 'soft' : 'strong'
  return feeItem({ ...common, owed: policy.safeReturnedDebit, code: 'ASK_BANK_FEE_PROOF', strength })
}
