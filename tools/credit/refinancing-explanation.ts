/**
 * Why a refinancing pays off or does not.
 *
 * @module
 */
import type { Explanation, Rule } from '../shared/explanation.ts'
import { shown } from './ranges.ts'
import type { Course, Refinancing, RefinancingCase } from './refinancing-case.ts'

export const REFINANCING: Rule = {
  id: 'math.refinancing.break-even',
  title: { de: 'Umschuldung: ab wann sie sich lohnt', en: 'Refinancing: when it pays off' },
  source: 'annuities over the same remaining term; costs include the compensation of § 502 BGB',
  validFrom: null,
  validTo: null,
}

/** The courses as steps, each with its total: never a lower instalment without it. */
export function explainRefinancing(input: RefinancingCase, figures: Omit<Refinancing, 'explanation'>): Explanation {
  const { keep, cash, financed, otherTerm, costs, monthlySaving } = figures
  const total = (de: string, en: string, course: Course) => ({
    text: { de: `${de}, ${course.months} Monate, insgesamt`, en: `${en}, ${course.months} months, in total` },
    value: shown(course.totalPaid),
  })
  return {
    title: REFINANCING.title,
    ruleIds: [REFINANCING.id],
    inputs: {
      balance: shown(input.balance),
      oldNominalRatePercent: String(input.oldNominalRatePercent),
      newNominalRatePercent: String(input.newNominalRatePercent),
      remainingMonths: String(input.remainingMonths),
    },
    steps: [
      { text: { de: 'Kosten des Wechsels', en: 'Costs of the change' }, value: shown(costs) },
      { text: { de: 'Ersparnis je Monat', en: 'Saving per month' }, value: shown(monthlySaving) },
      total('Alter Kredit', 'Old loan', keep),
      total('Neuer Kredit, Kosten sofort bezahlt', 'New loan, costs paid at once', cash),
      total('Neuer Kredit, Kosten mitfinanziert', 'New loan, costs financed', financed),
      ...(otherTerm === null
        ? []
        : [total('Neuer Kredit mit anderer Laufzeit', 'New loan of another term', otherTerm)]),
    ],
    sources: [REFINANCING.source],
  }
}
