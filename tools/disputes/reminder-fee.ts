/**
 * The fee for a reminder letter: at most the material cost of that letter, and only during default.
 *
 * @module
 */
import type { Rule } from '../shared/explanation.ts'
import { toDecimalString } from '../shared/money.ts'
import type { DefaultBegin } from './default-date.ts'
import type { DunningFee } from './dunning-case.ts'
import type { DunningPolicy } from './dunning-policy.ts'
import type { FeeCode } from './fee-codes.ts'
import { type FeeItem, feeItem } from './fee-item.ts'

export const REMINDER_FEE_RULE: Rule = {
  id: 'de.bgb.280-286.reminder-fee',
  title: { de: 'Mahngebühr', en: 'Reminder fee' },
  source: '§§ 254, 280, 286, 309 no. 5 BGB; BGH 26.06.2019 VIII ZR 95/18',
  validFrom: '2002-01-01',
  validTo: null,
}

/**
 * What of a reminder fee is owed.
 *
 * @param ordinal which reminder this fee is for, counted from one over all reminder fees by date
 */
export function reminderFee(fee: DunningFee, begin: DefaultBegin, ordinal: number, policy: DunningPolicy): FeeItem {
  const paper = fee.channel === 'paper'
  const safe = paper ? policy.safePaperReminder : policy.safeElectronicReminder
  const softUpper = paper ? policy.softUpperPaperReminder : policy.softUpperElectronic
  const common = {
    id: fee.id,
    claimed: fee.amount,
    ruleId: REMINDER_FEE_RULE.id,
    inputs: { date: fee.date, channel: fee.channel, basis: fee.basis, ordinal: String(ordinal), policy: policy.id },
  }
  const nothing = (code: FeeCode, strength: 'soft' | 'strong') =>
    feeItem({ ...common, owed: 'nothing', code, strength })

  if (begin.kind === 'none' || fee.date < begin.from) return nothing('NOT_IN_DEFAULT', 'strong')
  if (causedDefault(fee, begin)) return nothing('FIRST_REMINDER_CAUSES_DEFAULT', 'strong')
  if (fee.basis === 'agb_flat' && !fee.clauseAllowsLowerDamageProof) return nothing('CLAUSE_INVALID_309_5B', 'strong')
  if (ordinal > policy.maxReminders) return nothing('EXCESSIVE_NUMBER_254', 'soft')
  if (fee.amount.minor <= safe.minor)
    return feeItem({ ...common, owed: 'all', code: 'MATERIAL_COST_OK', strength: 'none' })
  const steps = [
    {
      text: { de: 'Ohne Nachweis anerkannt (Vorgabe)', en: 'Accepted without proof (policy)' },
      value: `${toDecimalString(safe)} EUR`,
    },
  ]
  return fee.amount.minor <= softUpper.minor
    ? feeItem({ ...common, owed: safe, code: 'ASK_BREAKDOWN', strength: 'soft', steps })
    : feeItem({ ...common, owed: safe, code: 'EXCEEDS_MATERIAL_COST', strength: 'strong', steps })
}

/** A fee of the very day, for no other reminder, is the fee of the reminder that arrived on that day. */
function causedDefault(fee: DunningFee, begin: Extract<DefaultBegin, { kind: 'default' }>): boolean {
  if (begin.reminderId === null) return false
  return fee.reminderId === null ? fee.date === begin.from : fee.reminderId === begin.reminderId
}

/** Which reminder each reminder fee is for, by fee id: distinct reminders in the order of their dates. */
export function reminderOrdinals(fees: readonly DunningFee[]): ReadonlyMap<string, number> {
  const ordinals = new Map<string, number>()
  const seen = new Map<string, number>()
  const letters = fees
    .filter(({ type }) => type === 'reminder')
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  for (const { id, reminderId } of letters) {
    const letter = reminderId === null ? `fee:${id}` : `reminder:${reminderId}`
    const ordinal = seen.get(letter) ?? seen.size + 1
    seen.set(letter, ordinal)
    ordinals.set(id, ordinal)
  }
  return ordinals
}
