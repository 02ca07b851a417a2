/**
 * Papers from a court: always a matter for a person, with a deadline that does not wait.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { addDays, type Day } from '../shared/calendar.ts'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { baseRate } from './base-rate.ts'

export const COURT_PAPER_RULE: Rule = {
  id: 'de.zpo.694-700',
  title: { de: 'Mahnbescheid und Vollstreckungsbescheid', en: 'Payment order and enforcement order' },
  source: '§§ 339, 688 (2) no. 1, 692, 694, 700 ZPO',
  validFrom: '2002-01-01',
  validTo: null,
}

/** A payment order (Mahnbescheid) or an enforcement order (Vollstreckungsbescheid). */
export type CourtPaperType = 'Mahnbescheid' | 'Vollstreckungsbescheid'

export interface CourtPaper {
  readonly type: CourtPaperType
  readonly served: Day
}

/** The last day to object: two weeks from service. A weekend might extend it (§ 222 ZPO); we never count on that. */
export function objectionDeadline({ served }: CourtPaper): {
  readonly deadline: Day
  readonly explanation: Explanation
} {
  const deadline = addDays(served, 14)
  return {
    deadline,
    explanation: {
      title: { de: 'Frist gegen ein gerichtliches Schreiben', en: 'Deadline against a court paper' },
      ruleIds: [COURT_PAPER_RULE.id],
      inputs: { served },
      steps: [
        {
          text: { de: 'Zustellung + 14 Tage; ein Mensch übernimmt', en: 'Service + 14 days; a person takes over' },
          value: deadline,
        },
      ],
      sources: [COURT_PAPER_RULE.source],
    },
  }
}

const COURT_WORDS =
  /\b(?:mahnbescheid|vollstreckungsbescheid|amtsgericht|landgericht|mahngericht|gerichtsvollzieher\w*|pfändungs- und überweisungsbeschluss|payment order|enforcement order|court order|bailiff)\b/iu
const COURT_SIGNS =
  /gelbe[rnm]? (?:brief|umschlag)|förmliche zustellung|zustellungsurkunde|yellow envelope|geschäftsnummer|aktenzeichen|\bgericht|\bcourt\b|pfändung|zwangsvollstreckung|enforcement/iu
/** Collectors write of courts to frighten; naming one as a threat does not make the letter a court's. */
const THREAT = /\b(?:werden|würden|droht|drohen|könnte|müssten|will|would|may|might|could)\b[^.!?]*$/iu

/**
 * What a letter is, by its words: a court's paper, an ordinary letter, or in doubt. A person sees the first and the last.
 */
export function classifyLetter(text: string): 'court' | 'in-doubt' | 'ordinary' {
  const word = COURT_WORDS.exec(text)
  if (word === null) return COURT_SIGNS.test(text) ? 'in-doubt' : 'ordinary'
  return THREAT.test(text.slice(0, word.index)) ? 'in-doubt' : 'court'
}

/**
 * Whether the court payment procedure is open to a consumer credit at all: not when its APR at conclusion was more than
 * twelve points above the base rate (§ 688 (2) no. 1 ZPO).
 */
export function courtProcedureAvailable(
  aprPercent: string,
  concluded: Day,
): { available: boolean; limitPercent: string } {
  const limit = baseRate(concluded).plus(12)
  return { available: new Decimal(aprPercent).lessThanOrEqualTo(limit), limitPercent: limit.toString() }
}
