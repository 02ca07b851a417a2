/**
 * Why a schedule's figures are what they are.
 *
 * @module
 */
import type { Explanation, Rule } from '../shared/explanation.ts'
import { ANNUITY } from './annuity.ts'
import type { LoanTerms, Schedule } from './loan.ts'
import { shown } from './ranges.ts'

export const SCHEDULE: Rule = {
  id: 'math.schedule-to-the-cent',
  title: { de: 'Tilgungsplan auf den Cent', en: 'Repayment schedule to the cent' },
  source:
    'instalment and monthly interest half up to the cent; the last instalment clears the balance (Art. 247 § 14 EGBGB for the plan)',
  validFrom: null,
  validTo: null,
}

/** The reasoning behind a schedule, in figures to the cent. */
export function explainSchedule(terms: LoanTerms, schedule: Omit<Schedule, 'explanation'>): Explanation {
  const { principal, months, repayment = { kind: 'annuity' } } = terms
  const { instalment, lastInstalment, totalInterest, totalPaid } = schedule
  const rate =
    'nominalRatePercent' in terms
      ? { nominalRatePercent: String(terms.nominalRatePercent) }
      : { effectiveRatePercent: String(terms.effectiveRatePercent) }
  return {
    title: SCHEDULE.title,
    ruleIds: [ANNUITY.id, SCHEDULE.id],
    inputs: { principal: shown(principal), months: String(months), repayment: repayment.kind, ...rate },
    steps: [
      {
        text: { de: 'Monatsrate, auf den Cent gerundet', en: 'Instalment, rounded to the cent' },
        value: shown(instalment),
      },
      {
        text: { de: 'Letzte Rate: sie gleicht die Rundungen aus', en: 'Last instalment: it clears the balance' },
        value: shown(lastInstalment),
      },
      { text: { de: 'Zinsen insgesamt', en: 'Interest in total' }, value: shown(totalInterest) },
      { text: { de: 'Zu zahlen insgesamt', en: 'To pay in total' }, value: shown(totalPaid) },
    ],
    sources: [ANNUITY.source, SCHEDULE.source],
  }
}
