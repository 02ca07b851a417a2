/**
 * The words by which an answer about a fee is known, in German and English.
 *
 * @module
 */
import type { AskableCode } from './told-fact.ts'

export const UNKNOWN =
  /(?<!\p{L})(?:keine ahnung|k\.? ?a\.?$|wei(?:ß|ss) (?:ich )?(?:(?:das|es|leider|gerade|ehrlich gesagt|auch|wirklich|so|genau) )*(?:nicht|nich|net)|nicht bekannt|unbekannt|nicht sicher|unsicher|kann ich (?:\p{L}+ ){0,3}nicht sagen|nicht (?:mehr )?erinnern|erinnere mich nicht|(?:nicht mehr|nirgends) (?:gefunden|da)|habe? ich nicht mehr|no idea|no clue|(?:don'?t|do not|dunno|not) (?:really |actually )?(?:know|remember|recall)|can(?:'?t|not) (?:say|tell|remember|recall)|not sure|unsure|unknown|dunno|nobody told me|wurde mir nicht gesagt|da bin ich überfragt|(?:ü|ue)berfragt)(?!\p{L})/iu
export const BUT = /(?<!\p{L})(?:aber|but)(?!\p{L})/iu
export const YES =
  /^(?:ja+|jo|jep|jawohl|genau|stimmt|richtig|doch|klar|yes|yeah|yep|yup|correct|right|exactly|it (?:is|did|does|was))(?!\p{L})/iu
export const NO =
  /^(?:nein+|nee+|nö+|ne|no|nope|nah|eben nicht|not at all|it (?:isn't|is not|didn't|did not|doesn't|was not|wasn't))(?!\p{L})/iu
export const NOT = /(?<!\p{L})(?:nichts?|kein\p{L}*|nie|niemals|ohne|no|not|nothing|never|without|\p{L}+n't)(?!\p{L})/iu

export const CUES: Readonly<Record<AskableCode, RegExp>> = {
  DUE_BASIS: /zahlungstermin|f(?:ä|ae)lligkeit|zahlungsziel|payment date|due date/iu,
  INVOICE_30_DAYS: /(?:30|drei(?:ß|ss)ig) tage|thirty days|30 days|rechnung kam|invoice (?:came|arrived)/iu,
  FEE_BASIS: /pauschale|(?<!\p{L})agb(?!\p{L})|klausel|flat|standard terms|clause/iu,
  FEE_CHANNEL:
    /(?:mahnung|erinnerung|reminder|kam|came|arrived).{0,40}(?:papier|brief|post|e-?mail|app|paper|letter)/iu,
  FEE_REMINDER: /zu(?:r|m)? (?:\p{L}+ )?mahnung|for the (?:\p{L}+ )?reminder/iu,
  MANDATE_DATE: /beauftragt|auftrag (?:an|bekommen|erhalten)|instructed|hired|mandated/iu,
  FIRST_DEMAND: /erste[rsn]? (?:schreiben|brief|post)|first letter|first demand/iu,
  AGENCY_REGISTERED: /regist(?:er|riert|ered|riertes)/iu,
  CONTESTED_BEFORE_MANDATE:
    /widersprochen|widerspruch (?:schon )?eingelegt|(?:schon|bereits|vorher|nie) (?:bestritten|reklamiert)|had (?:already )?(?:contested|objected|disputed)|(?:already|never) (?:contested|objected|disputed)/iu,
  CREDITOR_VAT: /vorsteuer|umsatzsteuer|mehrwertsteuer|mwst|(?<!\p{L})vat(?!\p{L})/iu,
}
export const DECLARED = /erkl(?:ä|ae)rt|steht (?:da|drin|drauf)|declared|it says|stated/iu
export const FLAT = /pauschal\p{L}*|(?<!\p{L})agb(?!\p{L})|flat|standard terms|terms and conditions/iu
export const NOT_FLAT =
  /(?<!\p{L})(?:keine? (?:\p{L}+ )?pauschale|nicht (?:\p{L}+ )?pauschal\p{L}*|nicht (?:in|aus) den agb|not (?:a )?flat|no flat|tats(?:ä|ae)chliche kosten|einzeln berechnet|actual costs?)(?!\p{L})/iu
export const CLAUSE = /klausel|nachweis|gegenbeweis|geringer|clause|lower damage|proof/iu
export const NOTICE =
  /hinweis|(?:30|drei(?:ß|ss)ig) tage|stand (?:drauf|darauf|dabei|drin)|verzug|notice|thirty|30 days|it said|mentioned/iu
export const PLACES: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:letzte|j(?:ü|ue)ngste|neueste|last|latest|most recent)\p{L}*/iu, -1],
  [/(?<!\p{L})(?:erste|1\.|first|1st)\p{L}*/iu, 1],
  [/(?<!\p{L})(?:zweite|2\.|second|2nd)\p{L}*/iu, 2],
  [/(?<!\p{L})(?:dritte|3\.|third|3rd)\p{L}*/iu, 3],
]
