/**
 * Reads whether the customer wants to withdraw from a contract, or asks whether they still can.
 *
 * @module
 */
import { plainWords } from '../../tools/shared/words/plain-words.ts'

const CONTRACT = '(?:contract|loan|credit|policy|insurance|agreement|deal)'
const WISHES: readonly RegExp[] = [
  /(?<!\p{L})widerrufe(?!\p{L})/iu,
  /(?<!\p{L})(?:will|wollen|m(?:ö|oe)chten?|w(?:ü|ue)rde|werde|muss|bitte)(?!\p{L}).{0,80}(?<!\p{L})(?:widerrufen|zur(?:ü|ue)cktreten|r(?:ü|ue)ckg(?:ä|ae)ngig)(?!\p{L})/iu,
  /(?<!\p{L})trete(?!\p{L}).{0,60}(?<!\p{L})zur(?:ü|ue)ck(?!\p{L})/iu,
  /^\W*(?:bitte |diesen |den |meinen )*(?:vertrag |kredit )?(?:bitte )?(?:widerrufen|widerruf)(?: bitte)?\W*$/iu,
  /(?<!\p{L})(?:starte|starten|beginne|beginnen|leite|schick\p{L}*|erkl(?:ä|ae)re)(?!\p{L}).{0,40}(?<!\p{L})widerruf(?!\p{L})/iu,
  new RegExp(
    `(?<!\\p{L})withdraw from (?:it|this|that|(?:(?:the|my|this|that) )?(?:new )?${CONTRACT})(?!\\p{L})`,
    'iu',
  ),
  /(?<!\p{L})(?:want|like|wish|have) to withdraw(?: please| now)?[.! ]*$/iu,
  new RegExp(`(?<!\\p{L})undo (?:it|this|that|(?:the|my|this|that) (?:new )?${CONTRACT})(?!\\p{L})`, 'iu'),
]
const ASKS =
  /(?<!\p{L})(?:ich|i)(?!\p{L}).{0,60}(?<!\p{L})(?:widerrufen|zur(?:ü|ue)cktreten|r(?:ü|ue)ckg(?:ä|ae)ngig|withdraw|undo)(?!\p{L}).*\?\s*$/iu
/** What else is withdrawn, revoked or undone has its own words; so has not wanting to. */
const SOMETHING_ELSE =
  /(?<!\p{L})(?:vollmacht\p{L}*|auftr(?:a|ä)g\p{L}*|mandat\p{L}*|mandates?|vorschlag\p{L}*|proposal\p{L}*|einwilligung\p{L}*|consent|lastschrift\p{L}*|mahn\p{L}*|(?:ü|ue)berweis\p{L}*|zahlung\p{L}*|buchung\p{L}*|abbuchung\p{L}*|bestellung\p{L}*|kauf\p{L}*|money|cash|euros?|payments?|transfers?|orders?|nicht|keinen?|not|never|don'?t)(?!\p{L})/iu

/** `wish`: in so many words; `asks`: whether it is possible; null: something else. */
export function withdrawalWish(text: string): 'wish' | 'asks' | null {
  const words = plainWords(text)
  if (words.length > 300 || SOMETHING_ELSE.test(words)) return null
  if (words.endsWith('?')) return ASKS.test(words) ? 'asks' : null
  return WISHES.some((wish) => wish.test(words)) ? 'wish' : null
}
