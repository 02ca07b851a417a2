/**
 * A figure with what it means beside it, each said once.
 *
 * @module
 */
import type { Ref } from '../../../tools/shared/tool-answer.ts'
import type { Round } from '../plan/rounds.ts'

/** A reference to a figure. */
export function figure(ref: Ref): string {
  return `[[${ref}]]`
}

/** "Monatsrate: [[ref]]"; only the reference when its meaning is unknown or holds a figure. `about` is said already. */
export function labelled(ref: Ref, { figures }: { readonly figures: Round['figures'] }, about = ''): string {
  const shown = figures.get(ref)
  const whole = shown?.meaning ?? ''
  const meaning = about === '' ? whole : whole.replace(`, ${about}`, '')
  if (meaning === '' || /\d/.test(meaning)) return figure(ref)
  return IS_RATE.test(shown?.text ?? '') ? labelledRate(ref, meaning) : `${meaning}: ${figure(ref)}`
}

const IS_RATE = /%.*\p{L}/u
const RATE_NAMES =
  /^(?:effektiver Jahreszins|Sollzins|Verzugszins|APR|nominal rate|default interest|Zins|interest)(?!\p{L})[\s,]*/iu
const BOUNDS = /^(?:höchstens|mindestens|at most|at least)$/iu

/** A rate says itself which rate it is; what is left of its meaning goes around it. */
function labelledRate(ref: Ref, meaning: string): string {
  const rest = meaning.replace(RATE_NAMES, '')
  if (rest === '') return figure(ref)
  if (BOUNDS.test(rest)) return `${rest} ${figure(ref)}`
  return /^(?:nach|bei|as|at|for|für) /iu.test(rest) ? `${figure(ref)} ${rest}` : `${figure(ref)} (${rest})`
}
