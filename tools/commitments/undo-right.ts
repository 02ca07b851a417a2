/**
 * Whether and until when the law lets a customer withdraw from what was concluded for them.
 *
 * @module
 */
import { creditWithdrawal, WITHDRAWAL_RULES } from '../credit/withdrawal.ts'
import { INSURANCE_WITHDRAWAL, insuranceWithdrawal } from '../insurance/insurance-withdrawal.ts'
import { DISTANCE_WITHDRAWAL, distanceWithdrawal } from '../offers/distance-withdrawal.ts'
import type { Day } from '../shared/calendar.ts'
import type { Bilingual, Rule } from '../shared/explanation.ts'
import type { Act } from './proposal.ts'

/** As it is recorded with the commitment. */
export interface UndoWindow {
  /** The day the contract was made; the period begins with the day after it. */
  readonly fromDay: Day
  /** Sending the withdrawal on this day is in time. */
  readonly lastDay: Day
  readonly ruleId: string
  readonly source: string
}

export type UndoRight =
  | { readonly kind: 'until'; readonly window: UndoWindow }
  | { readonly kind: 'none'; readonly because: Bilingual; readonly source: string }

/** Since then contracts are under the second consumer credit directive (Art. 48 Dir. (EU) 2023/2225). */
const CCD2_FROM: Day = '2026-11-20'

/**
 * The right that goes with an act, reckoned as if the documents came with the confirmation: when they came later the
 * period ends later, so that the day given is always in time.
 *
 * @param concluded the day of the counterparty's confirmation, in Germany
 * @param relation `existing` when the customer had an account or contract with this counterparty before
 */
export function undoRight(
  act: Act,
  { concluded, relation }: { readonly concluded: Day; readonly relation: 'new' | 'existing' },
): UndoRight {
  if (act.type === 'notice') return none(NOTICE, '§ 130 BGB')
  switch (act.terms.kind) {
    case 'instalment-loan':
      return credit(concluded)
    case 'overdraft':
      return relation === 'existing' ? none(CHANGE, '§ 495 BGB') : credit(concluded)
    case 'savings':
      return relation === 'existing' ? none(CHANGE, '§ 312 Abs. 5 BGB') : distance(concluded)
    case 'instalment-plan':
      // Time to pay for money is credit (§ 506 BGB); given for nothing it is none (Art. 2 (2) (i) Dir. (EU) 2023/2225).
      return Number(act.terms.fee) > 0 ? credit(concluded) : none(GOODWILL, 'Art. 2 (2) (i) Dir. (EU) 2023/2225')
    case 'settlement':
      return none(SETTLED, '§ 779 BGB')
    case 'fee-waiver':
      return none(SETTLED, '§ 397 BGB')
    default: {
      const { lastDayToDispatch } = insuranceWithdrawal({ allDocumentsReceived: concluded })
      return until(concluded, lastDayToDispatch, INSURANCE_WITHDRAWAL)
    }
  }
}

function credit(concluded: Day): UndoRight {
  const regime = concluded >= CCD2_FROM ? 'ccd2' : 'ccd1'
  const known = { concluded, termsAndInfoReceived: concluded, toldAboutRight: true, regime } as const
  return until(concluded, creditWithdrawal(known).lastDayToDispatch, WITHDRAWAL_RULES[regime])
}

function distance(concluded: Day): UndoRight {
  return until(concluded, distanceWithdrawal({ concluded }).lastDayToDispatch, DISTANCE_WITHDRAWAL)
}

function until(fromDay: Day, lastDay: Day | null, { id: ruleId, source }: Rule): UndoRight {
  if (lastDay === null) throw new RangeError(`The rule ${ruleId} gives no last day for ${fromDay}.`)
  return { kind: 'until', window: { fromDay, lastDay, ruleId, source } }
}

function none(because: Bilingual, source: string): UndoRight {
  return { kind: 'none', because, source }
}

const NOTICE: Bilingual = {
  de: 'Eine Erklärung, die zugegangen ist, lässt sich nicht widerrufen',
  en: 'A declaration that has arrived cannot be withdrawn from',
}
const CHANGE: Bilingual = {
  de: 'Geänderte Konditionen eines bestehenden Vertrags sind kein neuer Vertrag',
  en: 'Changed terms of a contract that exists are no new contract',
}
const GOODWILL: Bilingual = {
  de: 'Ein unentgeltlicher Zahlungsaufschub für eine bestehende Schuld ist kein Kredit',
  en: 'Time to pay an existing debt, given for nothing, is no credit',
}
const SETTLED: Bilingual = {
  de: 'Für diese Einigung über eine bestehende Forderung gibt das Gesetz kein Widerrufsrecht',
  en: 'The law gives no right of withdrawal for this agreement on an existing claim',
}
