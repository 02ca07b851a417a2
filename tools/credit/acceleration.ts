/**
 * Whether a lender may call in a consumer loan because of late instalments (§ 498 BGB).
 *
 * @module
 */
import { addDays, type Day } from '../shared/calendar.ts'
import type { Bilingual, Explanation, Rule } from '../shared/explanation.ts'
import { type Money, money } from '../shared/money.ts'
import { existing, likewise, MAX_MONTHS, notNegative, positive, refuse, shown, whole } from './ranges.ts'

export const ACCELERATION: Rule = {
  id: 'de.bgb.498',
  title: { de: 'Gesamtfälligstellung eines Ratenkredits', en: 'Calling in an instalment loan' },
  source: '§ 498 Abs. 1 BGB',
  validFrom: '2010-06-11',
  validTo: null,
}

const DEADLINE_DAYS = 14
const LONG_TERM_FROM_MONTHS = 37 // "more than three years"

export interface LateLoan {
  readonly nominalAmount: Money
  readonly termMonths: number
  /** How many instalments in a row are wholly or partly overdue. */
  readonly consecutiveOverdue: number
  readonly overdueAmount: Money
  /** When the customer received a deadline of two weeks with the warning that all would fall due; null without. */
  readonly warningReceived: Day | null
  readonly today: Day
}

export type AccelerationCondition = 'TWO_CONSECUTIVE' | 'SHARE_OF_NOMINAL' | 'FRUITLESS_DEADLINE'

export interface Acceleration {
  /** Whether all conditions are met; only then does the whole loan fall due on the lender's notice. */
  readonly allowed: boolean
  readonly missing: readonly AccelerationCondition[]
  /** The overdue amount from which the share is met. */
  readonly threshold: Money
  /** Paying the overdue amount by this day averts it; null while no deadline runs. */
  readonly payBy: Day | null
  readonly explanation: Explanation
}

/** The three conditions of § 498 (1) BGB, each by itself. @throws InvalidInput for figures out of range */
export function acceleration(loan: LateLoan): Acceleration {
  requireLoan(loan)
  const { nominalAmount, termMonths, consecutiveOverdue, overdueAmount, warningReceived, today } = loan
  const percentage = termMonths >= LONG_TERM_FROM_MONTHS ? 5 : 10
  // "at least": a threshold of a fraction of a cent is met by the next whole cent
  const threshold = money(Math.ceil((nominalAmount.minor * percentage) / 100), nominalAmount.currency)
  const payBy = warningReceived === null ? null : addDays(warningReceived, DEADLINE_DAYS)
  const conditions: readonly (readonly [AccelerationCondition, boolean, Bilingual, string])[] = [
    ['TWO_CONSECUTIVE', consecutiveOverdue >= 2, TEXT.consecutive, String(consecutiveOverdue)],
    ['SHARE_OF_NOMINAL', overdueAmount.minor >= threshold.minor, shareText(percentage), shown(threshold)],
    ['FRUITLESS_DEADLINE', payBy !== null && today > payBy && overdueAmount.minor > 0, TEXT.deadline, payBy ?? '-'],
  ]
  const missing = conditions.filter(([, met]) => !met).map(([condition]) => condition)
  return {
    allowed: missing.length === 0,
    missing,
    threshold,
    payBy,
    explanation: {
      title: ACCELERATION.title,
      ruleIds: [ACCELERATION.id],
      inputs: {
        nominalAmount: shown(nominalAmount),
        termMonths: String(termMonths),
        overdueAmount: shown(overdueAmount),
        today,
      },
      steps: conditions.map(([, met, text, value]) => ({
        text: {
          de: `${text.de}: ${met ? 'erfüllt' : 'nicht erfüllt'}`,
          en: `${text.en}: ${met ? 'met' : 'not met'}`,
        },
        value,
      })),
      sources: [ACCELERATION.source],
    },
  }
}

const TEXT = {
  consecutive: { de: 'Zwei Raten in Folge ganz oder teilweise offen', en: 'Two instalments in a row overdue' },
  deadline: { de: 'Zweiwöchige Frist mit Androhung verstrichen', en: 'Two-week deadline with a warning has passed' },
} as const satisfies Record<string, Bilingual>

function shareText(percentage: number): Bilingual {
  return {
    de: `Mindestens ${percentage} % des Nennbetrags offen`,
    en: `At least ${percentage} % of the nominal amount`,
  }
}

function requireLoan(loan: LateLoan): void {
  const { nominalAmount, overdueAmount, warningReceived, today } = loan
  refuse(
    positive('nominalAmount', nominalAmount),
    whole('termMonths', loan.termMonths, 1, MAX_MONTHS),
    whole('consecutiveOverdue', loan.consecutiveOverdue, 0, MAX_MONTHS),
    notNegative('overdueAmount', overdueAmount),
    likewise('overdueAmount', overdueAmount, nominalAmount),
    warningReceived === null ? null : existing('warningReceived', warningReceived),
    existing('today', today),
  )
}
