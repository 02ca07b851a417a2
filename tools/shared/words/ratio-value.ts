/**
 * Comparisons in words as values: "ein Drittel", "half", "doppelt so viel", "dreimal", "3-fach".
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { numberValue } from './number-words.ts'

/** Parts of a whole; a plural is multiplied by the number before it. */
const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/^(?:hälfte|haelfte|halb|halbe[rsnm]?|half|halves)$/u, 2],
  [/^(?:drittel[ns]?|third|thirds)$/u, 3],
  [/^(?:viertel[ns]?|quarter|quarters)$/u, 4],
  [/^(?:fünftel[ns]?|fuenftel[ns]?|fifth|fifths)$/u, 5],
  [/^(?:sechstel[ns]?|sixth|sixths)$/u, 6],
  [/^(?:achtel[ns]?|eighth|eighths)$/u, 8],
  [/^(?:zehntel[ns]?|tenth|tenths)$/u, 10],
]

const DOUBLE = /^(?:das )?(?:doppelte?[mnrs]?|verdoppelt|twice|double[ds]?)(?: so viel| as much)?$/u
const HALVED = /^(?:halbiert|halved)$/u
const TRIPLE = /^(?:verdreifacht|thrice|tripled?)$/u
const TIMES = /^(.+?)[- ]?(?:mal|fache?[mnrs]?|times|fold|x)(?: so viel| as much)?$/u

/** What a comparison multiplies by; null when the words are none. "einfach" and "einmal" compare nothing. */
export function ratioValue(text: string): Decimal | null {
  const words = text.trim().toLowerCase()
  if (DOUBLE.test(words)) return new Decimal(2)
  if (HALVED.test(words)) return new Decimal('0.5')
  if (TRIPLE.test(words)) return new Decimal(3)
  const times = TIMES.exec(words)?.[1]
  if (times !== undefined) return /^(?:ein|one)$/u.test(times) ? null : numberValue(times)
  return fractionValue(words)
}

/** "zwei Drittel", "one-third", "die Hälfte von", "halb so viel". */
function fractionValue(words: string): Decimal | null {
  const parts = words.replace(/ (?:so viel|as much|von|of|der|des).*$/u, '').split(/[- ]/u)
  const divisor = fractionDivisor(parts.at(-1) ?? '')
  if (divisor === null) return null
  const before = parts.slice(0, -1).filter((word) => !/^(?:die|the|das)$/u.test(word))
  const count = before.length === 0 ? new Decimal(1) : numberValue(before.join(' '))
  return count === null ? null : count.dividedBy(divisor)
}

/** What a fraction's noun divides by: "Drittel" → 3, "half" → 2; null when it is none. */
function fractionDivisor(word: string): number | null {
  const lower = word.toLowerCase()
  return FRACTIONS.find(([pattern]) => pattern.test(lower))?.[1] ?? null
}
