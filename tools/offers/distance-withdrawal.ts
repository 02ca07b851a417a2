/**
 * Until when a consumer may withdraw from a contract on a financial service that was made at a distance.
 *
 * @module
 */
import { addDays, type Day, plainDate } from '../shared/calendar.ts'
import type { Rule } from '../shared/explanation.ts'

export const DISTANCE_WITHDRAWAL: Rule = {
  id: 'de.bgb.312g',
  title: { de: 'Widerruf eines Fernabsatzvertrags', en: 'Withdrawal from a distance contract' },
  source: '§§ 312g Abs. 1, 355, 356, 187 Abs. 1 BGB',
  validFrom: '2014-06-13',
  validTo: null,
}

const DAYS = 14

/**
 * Fourteen days from conclusion, that day not counted, where the information was given by then; given later, the period
 * ends later. A change of terms of an account that exists is no new contract (§ 312 (5) BGB).
 *
 * @throws InvalidInput when the day does not exist
 */
export function distanceWithdrawal({ concluded }: { readonly concluded: Day }): { readonly lastDayToDispatch: Day } {
  return { lastDayToDispatch: addDays(plainDate(concluded, 'concluded').toString(), DAYS) }
}
