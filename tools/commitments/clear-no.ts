/**
 * Whether the customer's words clearly take something back. Pushing ("just sign it", "skip the review") never does.
 *
 * A proposal is voided and a mandate ended only on such words, whatever a model made of them.
 *
 * @module
 */
import { plainWordsInFull } from '../shared/words/plain-words.ts'
import { statedIn } from '../shared/words/stated-in.ts'

const NO =
  /(?<!\p{L})(?:nein|nee|nö|nope|no,? thanks|no thank you|(?:say|saying) no|^no(?=[\s,.!]|$)|nah|(?:lieber|besser|doch|dann|eher)(?: \p{L}+)? (?:nicht|bleiben)|(?:rather|better|prefer) not|ablehn\p{L}*|abgelehnt|lehne?\b.{0,40}\bab|brich\b.{0,30}\bab|breche?n?\b.{0,30}\bab|abbrech\p{L}*|abbruch|zur(?:ü|ue)ck(?:zieh|nehm|gezogen|genommen)\p{L}*|(?:ziehe?n?|nehme?n?)\b.{0,40}\bzur(?:ü|ue)ck|widerruf\p{L}*|stornier\p{L}*|stopp?\p{L}*|aufh(?:ö|oe)ren|h(?:ö|oe)r\p{L}*\b.{0,20}\bauf|beend\p{L}*|nicht (?:mehr |weiter )*(?:weiter)?verhand\p{L}*|hat sich erledigt|no more (?:negotiat\p{L}*|talks)|kein interesse|nicht interessiert|anders (?:ü|ue)berlegt|vergiss\p{L}*|vergessen sie|verzichte\p{L}*|lass(?:en)?\b.{0,20}\b(?:sein|es|das|bleiben|wir)|absag\p{L}*|sag\p{L}*\b.{0,20}\bab|(?:will|m(?:ö|oe)chte|brauche?|mag|nehme?n?|machen?)\b.{0,40}\bnicht|gef(?:ä|ae)llt mir nicht|passt mir nicht|(?:ü|ue)berzeugt mich nicht|dankend|declin\p{L}*|reject\p{L}*|refuse\p{L}*|withdraw\p{L}*|abort|call\b.{0,20}\boff|drop it|forget (?:it|about)|never ?mind|leave it|turn\b.{0,30}\bdown|pull out|back out|changed my mind|not (?:interested|convinced|for me|take|want|going ahead|proceed|go ahead|like|accept|sign|approve)|no deal|cancel\p{L}*|thanks but no|pass on|schluss (?:damit|jetzt|mit)|^schluss(?=[\s.!]*$)|einstell\p{L}*|stell\p{L}*\b.{0,25}\bein|no longer|lost interest|leave (?:everything|all of it|all that)|end (?:it|this|that|everything|all|the (?:talks?|negotiations?))|give (?:it )?up|^halt(?=[\s.!]*$))(?!\p{L})/iu

/** Words that push ahead, and the negations in front of them that turn them into a no. */
const PUSH =
  /(?<!\p{L})(?:sign|approve|accept|confirm|go ahead|proceed|unterschreib\p{L}*|unterzeichn\p{L}*|genehmig\p{L}*|freigeb\p{L}*|gib\b.{0,20}\bfrei|geben\b.{0,20}\bfrei|annehm\p{L}*|angenommen|nehme?n?\b.{0,30}\ban(?=[\s,.!]|$)|zustimm\p{L}*|stimme?n?\b.{0,20}\bzu|akzeptier\p{L}*|abschlie(?:ß|ss)\p{L}*|einverstanden|(?:review|prüfung|pruefung|freigabe|approval|check)\p{L}*)(?!\p{L})/giu
const NEGATED =
  /(?<!\p{L})(?:nicht|nie|niemals|kein\p{L}*|no|not|never|don'?t|do not|won'?t|will not|can(?:'?t|not)|wouldn'?t|refuse to|rather not|lieber nicht)(?: \p{L}+){0,3}$/iu
const NEGATED_AFTER = /^[\s,]*(?:\p{L}+ ){0,3}(?:nicht|nie|niemals|not)(?!\p{L})/iu
/** "I need no review" asks for less of it; that is pushing, however it is negated. */
const GATE = /review|prüfung|pruefung|freigabe|approval|check/iu

/** "Do not stop", "hören Sie nicht auf": the opposite of what the word alone says. */
const GOES_ON =
  /(?<!\p{L})(?:(?:not|never) (?:\p{L}+ ){0,3}(?:stop|cancel|abort|end|quit|withdraw|give up)|nicht (?:\p{L}+ ){0,2}(?:aufh(?:ö|oe)ren|abbrechen|stoppen|beenden|einstellen|zur(?:ü|ue)ckziehen|aufgeben|stornieren|widerrufen)|(?:h(?:ö|oe)r|brich|brech|stell|gib|geb|zieh)\p{L}*\b.{0,20}\bnicht (?:auf|ab|ein|zur(?:ü|ue)ck))(?!\p{L})/iu

/** True for a refusal in the customer's own words; false for pushing, questions and everything unclear. */
export function isClearNo(text: string): boolean {
  const stated = plainWordsInFull(statedIn(text))
  return NO.test(stated) && !GOES_ON.test(stated) && !pushes(plainWordsInFull(text))
}

/** Whether a refusal is only asked about or imagined: "what happens if I say no?". */
export function asksAboutNo(text: string): boolean {
  return NO.test(plainWordsInFull(text)) && !NO.test(plainWordsInFull(statedIn(text)))
}

/** Whether words ask for an approval to be given, hurried or skipped. */
function pushes(words: string): boolean {
  return [...words.matchAll(PUSH)].some(({ 0: word, index }) => {
    if (GATE.test(word)) return true
    return !NEGATED.test(words.slice(0, index).trimEnd()) && !NEGATED_AFTER.test(words.slice(index + word.length))
  })
}
