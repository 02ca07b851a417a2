/**
 * Reads whether a message asks for a person: code, so that it works on the first ask and with the model down.
 *
 * @module
 */

// Nouns for a person who helps, in the two languages served.
const PERSON_DE =
  '(?:mensch(?:en)?|mitarbeiter(?:in|innen|n)?|sachbearbeiter(?:in)?|berater(?:in|innen|n)?|kundenberater(?:in)?|kundendienst|kundenservice|ansprechpartner(?:in)?|person|vorgesetzten?|chef(?:in)?|menschliche[nrms]? \\w+|(?:echten?|richtigen?|reale[nr]?) (?:menschen|person|mitarbeiter(?:in)?|berater(?:in)?)|jemande[nm](?: (?:echte[nms]|richtige[nms]|menschliche[nms]))?)'
const PERSON_EN =
  '(?:human(?: being| agent)?|person|people|(?:real|live|actual) (?:person|human|agent|someone)|agent|representative|rep|operator|advisor|adviser|manager|supervisor|staff|employee|case ?worker|someone(?: real| human)?|somebody(?: real| human)?|customer (?:service|support))'

const WANTS_DE =
  '(?:will|möchte|moechte|mag|wollen|möchten|brauche|brauchen|verlange|bitte|kann ich|darf ich|könnte ich|können wir|geben sie|gib mir|holen? sie|hol|rufen? sie|verbinden? sie|verbinde|stellen? sie|leiten? sie|lass(?:en)?|sprechen|reden|telefonieren)'
const REACH_DE =
  '(?:sprechen|reden|telefonieren|verbinden|verbinde|durchstellen|weiterleiten|weitergeben|übergeben|schreiben|chatten|holen|rufen|einschalten|brauche|geben)'

const NEGATED =
  /\b(?:kein(?:e[nrms]?)?|nicht|ohne|no|not|don'?t|never|without)\b(?:\s+\S+){0,3}\s*\b(?:mensch(?:en)?|mitarbeiter(?:in)?|person|human|agent|representative|someone|somebody)\b/iu

const PATTERNS: readonly RegExp[] = [
  new RegExp(`\\b${WANTS_DE}\\b[^.!?]{0,60}\\b${PERSON_DE}\\b[^.!?]{0,40}\\b${REACH_DE}\\b`, 'iu'),
  /\b(?:brauche|will|möchte|verlange|geben sie mir|gib mir|holen? sie|verbinden? sie mich mit|verbinde mich mit)\b[^.!?]{0,25}\b(?:mensch(?:en)?|mitarbeiter(?:in)?|berater(?:in)?|ansprechpartner(?:in)?|echten? (?:menschen|person)|richtigen? (?:menschen|person))\b/iu,
  new RegExp(
    `\\b(?:mit|an) (?:eine[mnr] |dem |der |einen )?(?:\\w+e[nmr] )?${PERSON_DE}\\b[^.!?]{0,30}\\b(?:sprechen|reden|telefonieren|verbinden|verbinde|weiterleiten|chatten|schreiben)\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:speak|talk|chat|connect|transfer|put|pass|hand|escalate|write)\\b[^.!?]{0,30}\\b(?:to|with|over to|through to)\\b[^.!?]{0,20}\\b${PERSON_EN}\\b`,
    'iu',
  ),
  /\b(?:i (?:want|need|demand|would like|'?d like)|give me|get me|can i (?:have|get)|let me have|may i have|call)\b[^.!?]{0,15}\b(?:human(?: being| agent)?|(?:real|live|actual|human) (?:person|human|agent|being)|a person|an agent|a representative|an operator|an? advis[eo]r|someone (?:real|human)|a supervisor|a manager)\b/iu,
  /\bis (?:there|anyone|anybody) (?:a |an )?(?:human|person|real person|someone|there)\b/iu,
  /\bist (?:da|dort|hier) (?:(?:jemand|ein mensch|ein echter mensch)\b|wer\b)/iu,
]

/** Not wanting a machine is asking for a person, though no person is named. */
const NO_MACHINE =
  /\b(?:kein(?:e[nrm]?)?|nicht|no|don'?t|do not|not)\b[^.!?]{0,30}\b(?:bot|chatbot|roboter|maschine|computer|automat|ki|robots?|bots?|machines?|ai)\b(?![^.!?]*\?)/iu
const WISH =
  /\b(?:will|möchte|mag|bock|lust|reden|schreiben|sprechen|want|wish|talk|speak|chat|write|deal|please|bitte)\b/iu

/** Being called, or a person added at the end as a last word. */
const REACHED: readonly RegExp[] = [
  /\b(?:kann|könnte|darf|dürfte|können|könnten) (?:ich|wir)\b[^.!?]{0,20}\b(?:eine[nm]?|wen|jemanden) (?:\p{L}+e[nm] )?(?:menschen|mitarbeiter(?:in)?|berater(?:in)?|ansprechpartner(?:in)?|person|sachbearbeiter(?:in)?)\b[^.!?]{0,20}\b(?:haben|bekommen|kriegen|erreichen)/iu,
  /\b(?:jemand|wer|kolleg(?:e|in)|mitarbeiter(?:in)?|sie)\b[^.!?]{0,30}\b(?:mich|mir)?[^.!?]{0,15}(?:anruf|zurückruf|rückruf|anzurufen|zurückzurufen)/iu,
  /\b(?:anruf|rückruf|zurückruf)\w*\b[^.!?]{0,30}\b(?:jemand|kolleg\w+|mitarbeiter\w*|bitte)\b/iu,
  /\b(?:can|could|would|will|have|please|want|let|get)\b[^.!?]{0,25}\b(?:someone|somebody|anyone|a colleague|you)?[^.!?]{0,10}\b(?:call|ring|phone) me\b/iu,
  /\b(?:someone|somebody|anyone|a colleague)\b[^.!?]{0,15}\b(?:call|ring|phone)\b[^.!?]{0,10}\b(?:back|me)\b/iu,
  /\b(?:jemande[nm]|eine person|einen ansprechpartner|wen richtige[ns])\b[^.!?]{0,20}\b(?:sprechen|reden|bitte)\b/iu,
  /\b(?:hätte gerne?|will|möchte|brauche?|hol\w*)\b[^.!?]{0,20}\b(?:eine person|ansprechpartner(?:in)?|mitarbeiter(?:in)?|jemande?n?,? der)\b/iu,
  /\bgibt'?s?\b[^.!?]{0,20}\b(?:wen richtiges|jemand(?:en)? (?:richtige[ns]|echte[ns]))/iu,
  /[,.!:;]\s*(?:einen? |a )?(?:human|mensch|mitarbeiter(?:in)?|real person)(?: bitte| please| now| jetzt)?[\s!.]*$/iu,
]

/** A whole message that is little more than the word. */
const BARE =
  /^(?:bitte |please |einen? |a |an |den |the |echte[nr]? |real |live |nur |just |ich )*(?:mensch(?:en)?|mitarbeiter(?:in)?|berater(?:in)?|person|human|agent|representative|operator|real person|human being|support|hotline|kundenservice|kundendienst|customer service)(?: bitte| please| now| jetzt| sofort| sprechen| here)*$/iu

/** The plain word in other languages; none of these is a word of German or English. */
const ELSEWHERE =
  /(?<![\p{L}])(?:humain[es]?|conseill(?:er|ère)|(?:une|une vraie|vraie) personne|humano|humana|persona (?:real|vera|humana)|(?:una|con una) persona|agente|umano|operatore|insan(?:la)?|temsilci(?:yle)?|człowiek(?:iem|a)?|konsultant(?:em)?|человек(?:ом|а)?|оператор(?:ом|а)?|людин(?:а|ою|у)|оператора|atendente|mens|medewerker|menneske|människa|ihminen|člověk(?:em|a)?|άνθρωπο|إنسان|شخص|موظف)(?![\p{L}])/iu

/** Whether the customer asks for a person. */
export function callsForPerson(text: string): boolean {
  const words = text.normalize('NFC').replaceAll('’', "'").trim()
  if (NO_MACHINE.test(words) && WISH.test(words)) return true
  if (NEGATED.test(words)) return false
  const bare = words
    .replaceAll(/[.!?,…]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  if (BARE.test(bare)) return true
  if ([...PATTERNS, ...REACHED].some((pattern) => pattern.test(words))) return true
  return bare.split(' ').length <= 12 && ELSEWHERE.test(bare)
}
