/**
 * Words that stop what is under way: a no to a question of ours is not enough for that.
 *
 * @module
 */
import type { Need } from '../mandates/mandate.ts'
import { plainWordsInFull } from '../shared/words/plain-words.ts'

const STOP = new RegExp(
  `(?<!\\p{L})(?:${[
    'stopp?\\p{L}*|^halt(?=[\\s.!]*$)|abbrech\\p{L}*|abbruch|brich|breche?n?|aufh(?:ö|oe)ren|h(?:ö|oe)r\\p{L}*\\b.{0,20}\\bauf|beend\\p{L}*|widerruf\\p{L}*|zur(?:ü|ue)ck\\p{L}*',
    'anders (?:ü|ue)berlegt|vergiss|vergessen sie|lass(?:en|t)?\\b.{0,25}\\b(?:sein|bleiben)|lass(?:en|t)? (?:sie )?(?:es|das|mal gut)',
    'kein interesse mehr|nicht mehr interessiert|nicht (?:mehr |weiter )*(?:weiter)?verhand\\p{L}*|hat sich erledigt|(?:will|m(?:ö|oe)chte)\\b.{0,30}\\bnicht mehr(?=\\s*(?:[.,!;]|$))|schluss (?:damit|jetzt|mit)|^schluss(?=[\\s.!]*$)|einstellen|stell\\p{L}*\\b.{0,25}\\bein',
    'abort|cancel\\p{L}*|call\\b.{0,20}\\boff|withdraw\\p{L}*|changed my mind|forget|drop it|never ?mind|leave (?:it|everything|all of it|all that)',
    'no longer (?:interested|want|need)|not (?:interested|want|need)\\b.{0,20}\\bany ?more|lost interest|no more (?:negotiat\\p{L}*|talks)|end (?:it|this|that|everything|all|the (?:talks?|negotiations?))|give (?:it )?up',
  ].join('|')})(?!\\p{L})`,
  'iu',
)
const EVERYTHING =
  /(?<!\p{L})(?:alles|alle|beides?|s(?:ä|ae)mtliche\p{L}*|everything|(?<!at )all|both|the lot)(?!\p{L})/iu
const NAMES: Readonly<Record<Need, RegExp>> = {
  'refinance-loan': /kredit|darlehen|umschuld|loan|refinanc/iu,
  'new-loan': /kredit|darlehen|loan/iu,
  insurance: /versicherung|police|haftpflicht|hausrat|kfz|insurance|policy/iu,
  'instalment-plan': /raten|instal+ment|payment plan/iu,
  settlement: /vergleich|settlement/iu,
  'fee-waiver': /geb(?:ü|ue)hr|fee/iu,
  overdraft: /dispo|overdraft/iu,
  savings: /spar|tagesgeld|savings/iu,
}

export function stops(words: string): boolean {
  return STOP.test(plainWordsInFull(words))
}

export function meansEverything(words: string): boolean {
  return EVERYTHING.test(words)
}

/** Whether words name what this need is about. */
export function namesNeed(words: string, need: Need): boolean {
  return NAMES[need].test(words)
}
