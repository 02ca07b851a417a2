/**
 * Until when a policyholder may withdraw from an insurance contract (§ 8 VVG).
 *
 * @module
 */
import { addDays, type Day, plainDate } from '../shared/calendar.ts'
import type { Explanation, Rule } from '../shared/explanation.ts'

export const INSURANCE_WITHDRAWAL: Rule = {
  id: 'de.vvg.8',
  title: { de: 'Widerruf eines Versicherungsvertrags', en: 'Withdrawal from an insurance contract' },
  source: '§§ 8, 152 VVG; § 187 Abs. 1 BGB',
  validFrom: '2008-01-01',
  validTo: null,
}

const DAYS = 14
const DAYS_LIFE = 30

/**
 * Fourteen days (life insurance: thirty) from the day all documents are received, that day not counted.
 *
 * @param allDocumentsReceived null while the policy, the terms or the instruction on withdrawal are missing: no period runs
 * @throws InvalidInput when the day does not exist
 */
export function insuranceWithdrawal({
  allDocumentsReceived,
  line = 'other',
}: {
  readonly allDocumentsReceived: Day | null
  readonly line?: 'life' | 'other'
}): { readonly lastDayToDispatch: Day | null; readonly openEnded: boolean; readonly explanation: Explanation } {
  const days = line === 'life' ? DAYS_LIFE : DAYS
  if (allDocumentsReceived !== null) plainDate(allDocumentsReceived, 'allDocumentsReceived')
  const last = allDocumentsReceived === null ? null : addDays(allDocumentsReceived, days)
  return {
    lastDayToDispatch: last,
    openEnded: last === null,
    explanation: {
      title: INSURANCE_WITHDRAWAL.title,
      ruleIds: [INSURANCE_WITHDRAWAL.id],
      inputs: { allDocumentsReceived: allDocumentsReceived ?? '-', line },
      steps: [
        {
          text: { de: `${days} Tage ab Erhalt aller Unterlagen`, en: `${days} days from receipt of all documents` },
          ...(last === null ? {} : { value: last }),
        },
        { text: { de: 'Rechtzeitiges Absenden genügt', en: 'Dispatch in time suffices' } },
      ],
      sources: [INSURANCE_WITHDRAWAL.source],
    },
  }
}
