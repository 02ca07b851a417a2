/**
 * What the words before a figure make of it: a limit ("höchstens 36 Monate", "at least 5 %") or one end of a range.
 *
 * @module
 */
import { NUMBER_TOKEN } from './number-token.ts'
import { NUMBER_WORDS } from './number-words.ts'

export type Bound = 'at-most' | 'at-least' | 'exact'

const AT_MOST =
  /(?:höchstens|hoechstens|maximal|max\.?|bis zu|nicht mehr als|nicht über|nicht länger als|unter|weniger als|at most|no more than|not more than|up to|maximum(?: of)?|under|below|less than|no longer than)\s*$/iu
const AT_LEAST =
  /(?:mindestens|wenigstens|nicht weniger als|über|mehr als|länger als|at least|no less than|not less than|minimum(?: of)?|over|above|more than)\s*$/iu

/** The limit that the words right before a figure make of it. */
export function boundBefore(text: string, start: number): Bound {
  const before = justBefore(text, start)
  return AT_MOST.test(before) ? 'at-most' : AT_LEAST.test(before) ? 'at-least' : 'exact'
}

const OTHER_END = new RegExp(
  `(?<![0-9A-Za-zÀ-ɏ.,])(?<value>${NUMBER_TOKEN}|${NUMBER_WORDS}) ?(?:bis|oder|und|or|to|and|[-–—])\\s?$`,
  'iu',
)

/** The number that shares a figure's unit across "bis", "oder", "or", "to" or a dash: "5 bis 7 %", "12 oder 24 Monate". */
export function otherEndBefore(text: string, start: number): { readonly value: string; readonly start: number } | null {
  const before = justBefore(text, start)
  const match = OTHER_END.exec(before)
  return match === null ? null : { value: match.groups?.value ?? '', start: start - before.length + match.index }
}

/** Only so far back: a long text is not read again for each figure in it. */
function justBefore(text: string, start: number): string {
  return text.slice(Math.max(0, start - 60), start)
}
