/**
 * Reads "no, that is not right" as what it says about a thing just shown: not like this. With anything more in it the
 * message is a correction, and the model's to read.
 *
 * @module
 */
import { plainWords } from '../../tools/shared/words/plain-words.ts'

const FILLER =
  '(?:aber|doch|leider|so|ja|ganz|gar|wirklich|überhaupt|das|es|eben|mal|halt|genau|quite|really|at all|actually|though)'
const NO = '(?:nein+|nö+|nee+|moment|halt|stopp?|no|nope|nah|wait|hold on|sorry|entschuldigung|äh+|hm+|oh)'
const THIS = '(?:das|es|dies|so|der auftrag|der vorschlag|this|that|it|the mandate|the proposal)'
const WANTED = '(?:gesagt|gemeint|gewollt|gewünscht|verlangt|besprochen|vereinbart)'
const SAID = '(?:said|meant|wanted|asked for|had in mind|agreed to)'
const SAY = '(?:say|mean|want|ask for|agree to)'
const WRONG = [
  `(?:${THIS} )?(?:stimmt|passt)(?: ${FILLER}| mir| für mich)* nicht(?: ${FILLER})*`,
  `(?:${THIS} )?(?:ist|war|wäre)(?: ${FILLER}| mir)* (?:nicht (?:${FILLER} )*(?:richtig|korrekt|ok(?:ay)?|in ordnung|recht|${WANTED}|was ich (?:wollte|meinte|will|gesagt habe|gesagt hatte|möchte))|falsch|verkehrt|unrichtig|nicht das was ich (?:wollte|meinte|will|gesagt habe|möchte))`,
  `(?:so|das) (?:habe?|hatte) ich (?:${THIS} )?(?:${FILLER} )*nicht (?:${FILLER} )*${WANTED}`,
  `(?:das |so )?(?:meinte|wollte|will|möchte) ich (?:${THIS} )?(?:${FILLER} )*nicht(?: ${FILLER})*`,
  `(?:nicht (?:${FILLER} )*(?:richtig|korrekt|so)|so nicht|falsch|verkehrt)`,
  `(?:that|this|it)(?:'s| is| was)(?: ${FILLER})* (?:not(?: ${FILLER})*(?: (?:right|correct|it|ok(?:ay)?|true|what i ${SAID}|how i ${SAID} it))|wrong|incorrect|a mistake)`,
  `(?:that|this|it) (?:is|was)n't(?: ${FILLER})* (?:right|correct|it|true|what i ${SAID}|how i ${SAID} it)`,
  `not (?:${FILLER} )*(?:right|correct|like that|like this|what i ${SAID})`,
  `i (?:did not|didn't|do not|don't)(?: ${FILLER})* ${SAY} (?:that|this|it)`,
  '(?:wrong|incorrect)',
].join('|')
const POLITE = '(?:bitte|danke|thanks|thank you|please)'
const WHOLE = new RegExp(`^(?:(?:${NO}|${POLITE}) )*(?:${WRONG})(?: (?:${NO}|${POLITE}|${WRONG}))*$`, 'iu')

export function refusesAsShown(text: string): boolean {
  if (text.includes('?') || text.length > 160) return false
  return WHOLE.test(plainWords(text.replaceAll(/[,.!;:…–-]+/gu, ' ')))
}
