/**
 * Whether a message answers what was asked about a fee. What it says is read where the fee is judged.
 *
 * @module
 */
import { readTold, speaksOf } from '../../../tools/disputes/read-told.ts'
import type { Locale } from './read-message.ts'
import type { Shown } from './turn.ts'

/** Any day will do here: only whether one is named counts. */
const LATE = '2099-12-31'

export function answersFact({ asked, facts = [], days, debtId }: Shown, text: string, locale: Locale): boolean {
  if (debtId === undefined) return false
  const [first] = facts
  const on = { locale, today: LATE, ...(days === undefined ? {} : { days }) }
  if (first !== undefined && first.code === asked && readTold(first.code, text, { ...on, half: first.half }) !== null)
    return true
  return facts.some(({ code }) => speaksOf(code, text) && readTold(code, text, on) !== null)
}
