/**
 * Whether a figure is the most or the least a customer would take.
 *
 * @module
 */
import { firstWords, lastWords } from './near-words.ts'

export type Bound = 'max' | 'min' | 'none'

const UPPER =
  `hoechstens|hoechst|maximal|max.?|maximum|unter|unterhalb|weniger als|bis|bis zu|nicht ueber|nicht laenger als|nicht mehr als|
  nicht teurer als|kuerzer als|up to|at most|atmost|under|below|less than|no more than|not more than|within|cheaper than|shorter than|
  no longer than|not over|guenstiger als|billiger als|obergrenze|deckel|deckelung|schluss|cap|capped|limit|grenze|highest|longest|never more than|not exceed|not exceeding|ceiling`.replaceAll(
    /\s*\n\s*/g,
    '',
  )
const FILLER =
  'von |bei |auf |zu |of |at |is |ist |liegt |the |die |a |einer |eine |einem |einen |about |about |etwa |rund '
const UPPER_BEFORE = new RegExp(`(?:^|\\s)(?:${UPPER}) (?:${FILLER})*$`)
const LOWER_BEFORE =
  /(?:^|\s)(?:mindestens|wenigstens|minimum|minimal|at least|no less than|not less than|nicht weniger als|nicht unter|not under|not below|mehr als|above|more than) (?:von |bei |of |a |einen? )*$/
const NEVER_UPPER = /(?:nicht|not|never|no) (?:unter|under|below|less than|weniger als) $/
const NEVER_ABOVE =
  /(?:nicht|nie|kein\w*|not|never|no|don't|dont|mustn't|shouldn't) (?:\S+ ){0,2}(?:ueber|mehr als|laenger als|above|over|exceed|more than|longer than|beyond) $/
const UPPER_AFTER =
  /^(?:\S+ ){0,4}?(?:maximal|hoechstens|max|oder weniger|or less|or lower|at most|tops|maximum|und nicht mehr|oder kuerzer|or shorter|or under|or fewer)\b/
const LOWER_AFTER = /^(?:\S+ ){0,3}?(?:mindestens|oder mehr|or more|at least|oder hoeher|or higher)\b/

/** Whether a figure is the most or the least the customer would take, by the words around it. */
export function boundOf(before: string, after: string): Bound {
  const cue = `${lastWords(before, 5)} `
  if (NEVER_UPPER.test(cue)) return 'min'
  if (NEVER_ABOVE.test(cue)) return 'max'
  if (UPPER_BEFORE.test(cue)) return 'max'
  if (LOWER_BEFORE.test(cue)) return 'min'
  const tail = firstWords(after, 6)
  if (UPPER_AFTER.test(tail)) return 'max'
  return LOWER_AFTER.test(tail) ? 'min' : 'none'
}
