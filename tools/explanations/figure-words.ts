/**
 * What people call the figures they ask about, and how well a figure's meaning fits their words.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'

/** Each entry: how it is asked for, and how our meanings put it. */
const MEANINGS: readonly (readonly [asked: RegExp, put: RegExp])[] = [
  [
    /(?<!\p{L})(?:\p{L}*ersparnis\w*|\p{L}*spar(?:e|en|st|t)|gespart|einspar\w*|saving|savings|saves?|saved)(?!\p{L})/u,
    /ersparnis|saving/,
  ],
  [
    /(?<!\p{L})(?:\p{L}*(?:vorfälligkeit|entschädigung)\w*|compensation|early repayment|ausstieg)(?!\p{L})/u,
    /vorfälligkeit|compensation/,
  ],
  [
    /(?<!\p{L})(?:\p{L}*rate|\p{L}*raten|instal+ments?|monthly|monatlich\w*)(?!\p{L})/u,
    /monatsrate|instalment|rate bei/,
  ],
  [/(?<!\p{L})(?:gesamt\w*|insgesamt|total|altogether|summe|sum)(?!\p{L})/u, /gesamt|total|insgesamt/],
  [/(?<!\p{L})(?:\p{L}*gebühr\w*|\p{L}*gebuehr\w*|fees?|charges?)(?!\p{L})/u, /gebühr|fee|verlangt|claimed/],
  [/(?<!\p{L})(?:\p{L}*beitr[aä]g\w*|prämie\w*|premiums?)(?!\p{L})/u, /beitrag|premium/],
  [/(?<!\p{L})(?:selbstbeteiligung|selbstbehalt|deductible|excess)(?!\p{L})/u, /selbstbeteiligung|deductible/],
  [/(?<!\p{L})(?:laufzeit|term|dauer|duration)(?!\p{L})/u, /laufzeit|term/],
  [
    /(?<!\p{L})(?:offen\w*|schuld\w*|schulden|restschuld|owe|owed|open|debts?|balance)(?!\p{L})/u,
    /offen|open|restschuld|owed/,
  ],
  [
    /(?<!\p{L})(?:bestreit\w*|bestritten\w*|widerspruch\w*|contest\w*|disput\w*)(?!\p{L})/u,
    /bestritten|contested|bestreit/,
  ],
  [/(?<!\p{L})(?:zins\w*|\p{L}*zinsen|\p{L}*zins|interest|apr)(?!\p{L})/u, /zins|interest|apr|nominal rate/],
]

/** The meanings that words speak of. */
export function meaningsIn(words: string): readonly RegExp[] {
  return MEANINGS.filter(([asked]) => asked.test(words)).map(([, put]) => put)
}

/**
 * How well a meaning fits: a shared idea counts most, then how many of the other words (a provider, "nominal") it holds.
 *
 * @returns 0 to 2; from 0.5 on it fits
 */
export function scoreMeaning(meaning: Bilingual, wanted: string, meanings: readonly RegExp[]): number {
  const texts = [meaning.de.toLowerCase(), meaning.en.toLowerCase()]
  const shared = meanings.filter((put) => texts.some((text) => put.test(text))).length
  if (meanings.length > 0 && shared === 0) return 0
  const idea = meanings.length === 0 ? 0 : shared / meanings.length
  return idea + Math.max(...texts.map((text) => share(wanted, text)))
}

/** How many of the telling words are in a meaning, as whole words. */
function share(wanted: string, meaning: string): number {
  const has = new Set(meaning.split(/[^\p{L}]+/u))
  const words = wanted.split(/[^\p{L}]+/u).filter((word) => word.length > 3)
  return words.length === 0 ? 0 : words.filter((word) => has.has(word)).length / words.length
}
