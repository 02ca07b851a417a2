/**
 * Which wording of a rule holds for a day: a contract stays under the law of the day it was concluded.
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Rule } from '../shared/explanation.ts'

/** The rule in force on a day. @throws InvalidInput when none of them was */
export function ruleAt(rules: readonly Rule[], day: Day, path: string): Rule {
  const rule = rules.find(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo),
  )
  if (rule === undefined) throw new InvalidInput([{ path, reason: `no wording of this rule is known for ${day}` }])
  return rule
}
