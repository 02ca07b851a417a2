/**
 * Reads a plain yes or no. Anything less plain is no answer: it goes to the model.
 *
 * A message counts when every part of it says the same, or only "please" and "thanks" beside it: "nein danke, lieber
 * doch nicht" is a no, "ja, aber …" is no yes.
 *
 * @module
 */
import { plainWords } from '../../tools/shared/words/plain-words.ts'

const YES =
  /^(?:j+a+|jo|jep|jup|jawohl|ja(?: ja)?,? (?:bitte|gern|gerne|genau|klar|doch|unbedingt|bestätigt|einverstanden)|klar|na klar|gerne?|sehr gerne?|yes|yeah|yep|yup|ok(?:ay|ey)?|einverstanden|bestätigt|(?:ja )?(?:ich )?best[aä]tige(?: ich)?(?: das| es)?|(?:ja )?(?:das |so )?passt(?: so| für mich| mir)?|(?:ja )?(?:ganz )?genau(?: so)?|(?:ja )?stimmt so|(?:ja )?(?:bitte )?(?:so )?mach(?:en)?(?: sie| wir)?(?: das| es)?(?: so)?(?: bitte)?|(?:ja )?(?:bitte )?(?:leg(?:en)? (?:sie )?los|los geht'?s|fangen sie an|fang an)|(?:ich )?stimme(?: ich)?(?: dem)? zu|(?:das )?nehme ich an|ich nehme (?:das|es) an|angenommen|in ordnung|yes (?:please|go ahead|do it|i do|confirmed|i agree|sure|absolutely|of course)|that'?s right|that is right|(?:please )?go ahead|(?:please )?do it|i confirm(?: it| that| this)?|confirmed?|i (?:agree|accept|approve)(?: it| that| this| these terms)?|agreed|accept(?:ed)?|approved?|sure|of course|absolutely|please do|(?:that |this )?works for me)$/iu
const NO =
  /^(?:nein+|nö+|nee+|no|nope|nah|(?:nein )?(?:dann )?(?:lieber|besser)(?: doch)? nicht(?: mehr)?|(?:nein )?(?:dann )?doch(?: lieber| besser)? nicht(?: mehr)?|auf keinen fall|(?:nein )?(?:das )?(?:will|möchte) ich (?:das |es )?(?:lieber |doch |doch lieber )?nicht(?: mehr)?|ich (?:will|möchte) (?:das |es )?(?:lieber |doch |doch lieber )?nicht(?: mehr)?|bitte nicht|ablehnen|(?:das )?lehne ich ab|ich lehne (?:das |es )?ab|abgelehnt|kein interesse(?: mehr)?|(?:no )?(?:please )?(?:don'?t|do not)|i (?:decline|reject)(?: it| that| this)?|declined?|rejected?|(?:i'?d |i would )?(?:really )?rather not|(?:no )?better not|not any ?more|no way|i don'?t want (?:it|this|that)(?: any ?more)?|not interested)$/iu
const POLITE =
  /^(?:bitte(?: sehr)?|danke(?: schön| sehr| dir| ihnen)?|vielen dank|besten dank|(?:es )?tut mir leid|sorry|please|thanks(?: a lot| anyway| very much)?|thank you(?: very much| so much)?|cheers|super|prima|perfekt|toll|gut|sehr gut|great|perfect|good|fine|lovely)$/iu
const THANKS = /(?:^|[\s,])(?:danke|dank|thanks|thank you|cheers)\b/iu
/** "ok, thanks" closes a talk as often as it agrees. */
const WEAK = /^(?:ok(?:ay|ey)?|in ordnung|super|gut|klar)$/iu

/** `yes` or `no` when the whole message says just that, else null. */
export function plainAnswer(text: string): 'yes' | 'no' | null {
  const words = plainWords(text)
  if (words === '' || words.includes('?')) return null
  const parts = words
    .split(/\s*[,.!;:…–]+\s*|\s+-\s+/u)
    .map(withoutPoliteness)
    .filter((part) => part !== '' && !POLITE.test(part))
  if (parts.length === 0) return null
  if (parts.every((part) => YES.test(part)))
    return parts.every((part) => WEAK.test(part)) && THANKS.test(words) ? null : 'yes'
  return parts.every((part) => NO.test(part)) ? 'no' : null
}

/** "nein danke" and "ja bitte" without what is only polite. */
function withoutPoliteness(part: string): string {
  const bare = part
    .replace(/^(?:bitte|please|na|also|well|oh|ach|äh|hm+|und|and) (?=\S)/iu, '')
    .replace(/ (?:bitte(?: sehr)?|danke(?: schön| sehr)?|vielen dank|please|thanks|thank you)$/iu, '')
  return bare === '' ? part : bare
}
