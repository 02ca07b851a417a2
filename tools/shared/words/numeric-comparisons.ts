/**
 * Figures that compare: "doppelt so viel", "ein Drittel", "dreimal", "half", "3-fach", "one in four".
 *
 * "einfach" (simple), "mehrfach", "once", "einmal", "quarterly", "half-yearly" and "third party" compare nothing and are
 * left alone; "einmal im Monat" and "once a year" say how often, and are found.
 *
 * @module
 */
import { WORD_END, WORD_START } from './locale.ts'
import { NUMBER_TOKEN } from './number-token.ts'
import { NUMBER_WORDS } from './number-words.ts'

const COUNT = `(?:${NUMBER_TOKEN}|${NUMBER_WORDS})`
const ONE = '(?:eine[mnrs]?|ein|one|an?)'
const PARTS = 'Drittel[ns]?|Viertel[ns]?|Fünftel[ns]?|Sechstel[ns]?|Achtel[ns]?|Zehntel[ns]?|Hundertstel[ns]?'
const ENGLISH_PART = 'third|quarter|fifth|sixth|eighth|tenth'
const OF = '(?=\\s(?:of|less|more|cheaper|off|lower|higher|as)\\b)'

const SOURCES: readonly string[] = [
  // times: dreimal, 3 mal, 3x, three times, zweifach, 3-fach, tenfold
  `(?:${COUNT})[- ]?(?:mal|fach(?:e[mnrs]?)?|times|fold)${WORD_END}(?!\\s(?:sehen|schauen)\\b)`,
  `(?:\\d+(?:[.,]\\d+)?)\\s?[x×](?![A-Za-zÀ-ɏ])`,
  '(?:doppelt(?:e[mnrs]?)?|das Doppelte|(?:ver|auf)doppel[A-Za-zÀ-ɏ]*|halbier[A-Za-zÀ-ɏ]*|ver(?:drei|vier|fünf|sechs|zehn)fach[A-Za-zÀ-ɏ]*|gedrittelt|geviertelt)',
  '(?:twice|thrice|doubl(?:e|es|ed|ing)(?!-(?:check|click))|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|halv(?:e|es|ed|ing))',
  `(?:${COUNT}|${ONE})[- ](?:${PARTS}|(?:${ENGLISH_PART})s)${WORD_END}`,
  `(?:one|three)[- ](?:${ENGLISH_PART}|quarters)${WORD_END}`,
  `an?[ ](?:${ENGLISH_PART})${WORD_END}${OF}`,
  `(?:${PARTS})(?=\\s(?:de[rsmn]|von|aller|Ihre[rs]|dieser|weniger|mehr|günstiger|billiger)\\b)`,
  'Drittel[ns]?',
  '(?:die )?Hälften?|halb(?:e[mnrs]?)?(?!-)|(?:a |one )?half(?!-(?:year|time|way|hour))|halves',
  // shares: one in four, eine von drei, every third
  `(?:one|${COUNT}) (?:in|out of|von) (?:every )?${COUNT}${WORD_END}`,
  `${ONE} von ${COUNT}${WORD_END}`,
  `(?:jede[mnrs]?|every) (?:zweite|dritte|vierte|fünfte|zehnte|second|third|fourth|fifth|tenth)[mnrs]?${WORD_END}`,
  // ratios and fractions in digits
  '\\d+\\s?[/:]\\s?\\d+(?![\\d/])',
  // how often: once a month, einmal im Jahr
  '(?:once|einmal) (?:a|an|per|every|each|pro|im|in der|am|jede[nrs]?) (?:days?|weeks?|months?|years?|quarters?|Tag|Woche|Monat|Jahr|Quartal)',
  // exactly one: an article would not say so
  '(?:exactly|at most|at least|no more than|genau|höchstens|mindestens|maximal) (?:one|eine[mnrs]?|ein)',
]

const PATTERN_LIST = SOURCES.map((source) => new RegExp(`${WORD_START}(?:${source})${WORD_END}`, 'giu'))
const SIGNS = /[\u00bc-\u00be\u2150-\u215e]/gu

/** Every numeric comparison in the text, as spans; they may overlap. */
export function numericComparisons(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...PATTERN_LIST, SIGNS].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
}
