/**
 * A creditor's claim together with what the customer told about it.
 *
 * @module
 */
import type { Debt, DebtFee } from '../debts/debt.ts'
import type { DunningFee } from './dunning-case.ts'
import type { ToldFact, ToldValue } from './told-fact.ts'

type Reminder = Debt['reminders'][number]

/** How the id of a reminder begins that no record of the creditor's names. */
export const TOLD_REMINDER = 'told:'

/** A fee with what the customer told; what there certainly is not is told as well. */
export type KnownFee = Omit<DebtFee, 'basis'> & {
  readonly basis?: DebtFee['basis'] | DunningFee['basis']
  readonly without?: readonly ('reminder' | 'first-demand')[]
}
export type KnownDebt = Omit<Debt, 'fees'> & { readonly fees: readonly KnownFee[] }

/**
 * Fills the gaps that the customer filled. What the creditor stated stands: a statement of the customer's never replaces
 * a record.
 */
export function withTold(debt: Debt, told: readonly ToldFact[]): KnownDebt {
  const about = (feeId: string | null): ToldValue =>
    Object.assign(
      {},
      ...told.flatMap((fact) =>
        fact.debtId === debt.id && fact.feeId === feeId && fact.told.kind === 'value' ? [fact.told.value] : [],
      ),
    )
  const claim = about(null)
  const invoice30 = debt.invoice30 ?? invoiceOf(claim, debt)
  const reminders = [...debt.reminders]
  const fees = debt.fees.map((fee) => withToldFee(fee, about(fee.id), reminders))
  return {
    ...debt,
    dueBasis: debt.dueBasis === 'unknown' ? (claim.dueBasis ?? 'unknown') : debt.dueBasis,
    ...(invoice30 === undefined ? {} : { invoice30 }),
    reminders,
    fees,
  }
}

/** Without the notice the thirty days never begin, whenever the invoice came (§ 286 (3) BGB). */
function invoiceOf({ consumerNotice, invoiceReceived }: ToldValue, debt: Debt): Debt['invoice30'] {
  if (consumerNotice === false) return { received: invoiceReceived ?? debt.dueDate, consumerNotice }
  if (consumerNotice === undefined || invoiceReceived === undefined) return undefined
  return { received: invoiceReceived, consumerNotice }
}

/** @param reminders those on record; one that only the customer knows of is added */
function withToldFee(fee: DebtFee, told: ToldValue, reminders: Reminder[]): KnownFee {
  const { basis, clauseAllowsLowerDamageProof: clause, channel } = told
  return {
    ...(told.mandateDate === undefined ? {} : { mandateDate: told.mandateDate }),
    ...(told.registered === undefined ? {} : { registered: told.registered }),
    ...(told.contestedBeforeMandate === undefined ? {} : { contestedBeforeMandate: told.contestedBeforeMandate }),
    ...(told.creditorCanDeductVat === undefined ? {} : { creditorCanDeductVat: told.creditorCanDeductVat }),
    ...(clause === undefined ? {} : { clauseAllowsLowerDamageProof: clause }),
    ...(channel === undefined ? {} : { channel }),
    ...demandOf(told),
    ...reminderOf(told, fee, reminders),
    ...fee,
    ...(basis !== undefined && fee.basis !== 'agb_flat' ? { basis } : {}),
  }
}

function demandOf({ firstDemand }: ToldValue): Pick<KnownFee, 'firstDemand' | 'without'> {
  if (firstDemand === undefined) return {}
  return firstDemand === 'none' ? { without: ['first-demand'] } : { firstDemand }
}

function reminderOf(
  { reminder }: ToldValue,
  fee: DebtFee,
  reminders: Reminder[],
): Pick<KnownFee, 'reminderId' | 'without'> {
  if (reminder === undefined || fee.reminderId !== undefined) return {}
  if (reminder === 'none') return { without: ['reminder'] }
  if ('place' in reminder) {
    const inOrder = reminders.toSorted((a, b) => (a.received < b.received ? -1 : 1))
    const meant = inOrder.at(reminder.place < 0 ? reminder.place : reminder.place - 1)
    return meant === undefined ? {} : { reminderId: meant.id }
  }
  const onRecord = reminders.find(({ received }) => received === reminder.received)
  if (onRecord !== undefined) return { reminderId: onRecord.id }
  // A letter that the creditor's statement does not name: the customer says when it came.
  const id = `${TOLD_REMINDER}${reminder.received}`
  reminders.push({ id, received: reminder.received })
  return { reminderId: id }
}
