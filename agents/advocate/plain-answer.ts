/**
 * Reads a plain yes or no. Anything less plain is no answer: it goes to the model.
 *
 * @module
 */

const YES =
  /^(?:ja|jawohl|yes|yep|ok(?:ay)?|einverstanden|bestätigt|best[aä]tige(?: ich)?|ich best[aä]tige(?: das| es)?|ja,? (?:bitte|gerne?|genau|mach(?: das|en sie das)?|einverstanden|das passt|ich best[aä]tige(?: das| es)?|best[aä]tigt)|das passt|passt(?: so)?|genau so|yes,? (?:please|go ahead|do it|i confirm(?: it| that)?|confirmed|i agree|that'?s right|that is right)|go ahead|i confirm(?: it| that)?|confirmed?|i agree|agreed|sure|please do)$/iu
const NO =
  /^(?:nein|nö|nee|no|nope|lieber nicht|auf keinen fall|nein,? (?:danke|bitte nicht|lieber nicht|doch nicht)|doch nicht|ablehnen|ich lehne (?:das |es )?ab|abgelehnt|no,? (?:thanks|thank you|please don'?t|don'?t)|don'?t|please don'?t|i decline(?: it| that)?|declined?|rather not)$/iu

/** `yes` or `no` when the whole message says just that, else null: "ja, aber …" is no yes. */
export function plainAnswer(text: string): 'yes' | 'no' | null {
  const words = text
    .trim()
    .replaceAll('’', "'")
    .replace(/[\s.!]+$/u, '')
    .replaceAll(/\s+/gu, ' ')
  if (YES.test(words)) return 'yes'
  if (NO.test(words)) return 'no'
  return null
}
