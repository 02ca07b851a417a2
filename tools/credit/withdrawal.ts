/**
 * Until when a consumer may withdraw from a credit agreement (Widerruf).
 *
 * @module
 */
import { addDays, addMonths, type Day } from '../shared/calendar.ts'
import type { Bilingual, Explanation, Rule } from '../shared/explanation.ts'
import { existing, refuse } from './ranges.ts'

const TITLE: Bilingual = { de: 'Widerrufsfrist beim Verbraucherkredit', en: 'Withdrawal from a consumer credit' }

/** Which law the contract is under: concluded before 20 November 2026 (`ccd1`) or since (`ccd2`). */
export type CreditRegime = 'ccd1' | 'ccd2'

export const WITHDRAWAL_RULES: Readonly<Record<CreditRegime, Rule>> = {
  ccd1: {
    id: 'de.bgb.356b.2010',
    title: TITLE,
    source: '§§ 355, 356b, 495, 187 Abs. 1 BGB (contracts before 20 November 2026)',
    validFrom: '2010-06-11',
    validTo: '2026-11-19',
  },
  ccd2: {
    id: 'eu.ccd2.withdrawal',
    title: TITLE,
    source: 'Art. 26 Dir. (EU) 2023/2225; §§ 355, 356b, 495, 187 Abs. 1 BGB',
    validFrom: '2026-11-20',
    validTo: null,
  },
}

const DAYS = 14
const LONG_STOP_MONTHS = 12

/** The day a contract was concluded, and what the consumer received when. */
export interface CreditWithdrawal {
  readonly concluded: Day
  /** When the terms and the prescribed information were complete; null when they never were. */
  readonly termsAndInfoReceived: Day | null
  readonly toldAboutRight: boolean
  readonly regime: CreditRegime
}

/**
 * `lastDayToDispatch`: sending on that day is in time; null while no period runs out. `openEnded` cases belong before
 * a person: courts limit very late withdrawals.
 */
export interface WithdrawalPeriod {
  readonly lastDayToDispatch: Day | null
  readonly openEnded: boolean
  readonly explanation: Explanation
}

/**
 * Fourteen days from the later of conclusion and complete information, that day not counted; since 2026 at the latest
 * twelve months and fourteen days after conclusion, unless the consumer was not told of the right.
 *
 * The shift of a weekend or holiday to the next working day (§ 193 BGB) is not applied: the day given is always in time.
 */
export function creditWithdrawal(contract: CreditWithdrawal): WithdrawalPeriod {
  const { concluded, termsAndInfoReceived, toldAboutRight, regime } = contract
  refuse(
    existing('concluded', concluded),
    termsAndInfoReceived === null ? null : existing('termsAndInfoReceived', termsAndInfoReceived),
  )
  const longStop = addDays(addMonths(concluded, LONG_STOP_MONTHS), DAYS)
  const informed = toldAboutRight && termsAndInfoReceived !== null
  if (!informed) {
    if (regime === 'ccd1' || !toldAboutRight) return period(contract, null, TEXT.open)
    return period(contract, longStop, TEXT.longStop)
  }
  const [, later = concluded] = [concluded, termsAndInfoReceived].sort()
  const last = addDays(later, DAYS)
  if (regime === 'ccd2' && last > longStop) return period(contract, longStop, TEXT.longStop)
  return period(contract, last, TEXT.fourteen)
}

function period(contract: CreditWithdrawal, lastDayToDispatch: Day | null, because: Bilingual): WithdrawalPeriod {
  const { concluded, termsAndInfoReceived, toldAboutRight, regime } = contract
  const rule = WITHDRAWAL_RULES[regime]
  return {
    lastDayToDispatch,
    openEnded: lastDayToDispatch === null,
    explanation: {
      title: rule.title,
      ruleIds: [rule.id],
      inputs: {
        concluded,
        termsAndInfoReceived: termsAndInfoReceived ?? '-',
        toldAboutRight: String(toldAboutRight),
        regime,
      },
      steps: [
        { text: because, ...(lastDayToDispatch === null ? {} : { value: lastDayToDispatch }) },
        { text: { de: 'Rechtzeitiges Absenden genügt', en: 'Dispatch in time suffices' } },
      ],
      sources: [rule.source],
    },
  }
}

const TEXT = {
  open: {
    de: 'Die Frist hat nicht begonnen; von einem Menschen prüfen lassen',
    en: 'No period has begun; ask a person',
  },
  longStop: { de: '12 Monate und 14 Tage ab Vertragsschluss', en: '12 months and 14 days from conclusion' },
  fourteen: {
    de: '14 Tage ab Vertragsschluss und vollständigen Angaben',
    en: '14 days from conclusion and complete information',
  },
} as const satisfies Record<string, Bilingual>
