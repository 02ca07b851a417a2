/**
 * Reads the hard signals of distress: a person is called at once, whatever else the message says.
 *
 * These words decide only what happens now; nothing about them is stored as a trait of the customer.
 *
 * @module
 */

export type Distress = 'self-harm' | 'eviction' | 'cut-off' | 'court-paper' | 'attachment' | 'no-food'

const SIGNALS: readonly (readonly [Distress, RegExp])[] = [
  [
    'self-harm',
    /\b(?:umbringen|das leben nehmen|suizid\w*|selbstmord\w*|selbst ?verletz\w*|ritze mich|nicht mehr leben|nicht mehr weiterleben|lebensmüde|sterben will|will sterben|möchte sterben|allem ein ende|dem ganzen ein ende|kill(?:ing)? myself|suicid\w*|end my life|ending my life|take my (?:own )?life|self[- ]harm\w*|hurt(?:ing)? myself|want to die|wanna die|don'?t want to live|no reason to live|better off dead)\b/iu,
  ],
  [
    'self-harm',
    // Words of giving up: rather once too often a person and a number to call than once too seldom.
    /(?:bringe? mich (?:noch |jetzt )?um\b|mich umzubringen|\bspringe? (?:ich )?(?:gleich |jetzt )?(?:von|vor) |\b(?:alles|leben|es hat)\b[^.!?]{0,25}\bkein(?:en)? sinn mehr|halte? (?:das|es)(?: alles)? (?:einfach )?nicht mehr aus|\b(?:kann|will|mag) (?:einfach )?nicht mehr[\s.!,…]*$|wozu (?:noch leben|lebe? ich)|w(?:ä|ae)r(?:e)? (?:ich )?(?:besser|lieber) tot|kein(?:en)? ausweg|no way out(?! of)|\b(?:can'?t|cannot|can not) (?:go on|take (?:it|this) any ?more)(?! hold)|\bend it all\b|it all to end|better if i (?:was|were|wasn'?t|weren'?t)(?: not)? (?:here|around|gone|dead)|no point in living|jump(?:ing)? off (?:a|the) )/iu,
  ],
  [
    'eviction',
    /(?:\b(?:throw(?:ing|n|s)?|kick(?:ing|ed|s)?|put(?:ting|s)?) (?:us|me|my family) out\b|\bflieg(?:e|en|t)\b[^.!?]{0,20}aus der wohnung|\b(?:setzt|setzen|werfen|wirft)\b[^.!?]{0,20}\bvor die t(?:ü|ue)r|muss(?:en)? (?:wir |ich )?aus der wohnung)/iu,
  ],
  [
    'court-paper',
    /\b(?:letter|papers?|claim|mail|something) from (?:the |a )?court\b|\bserved with\b[^.!?]{0,20}\b(?:claim|papers?|summons|court)|\bcourt (?:claim|date|hearing)\b/iu,
  ],
  [
    'attachment',
    /\b(?:mein(?:e|em)?|das|unser) konto\b[^.!?]{0,25}\b(?:gesperrt|blockiert|dicht)\b|\b(?:my|our) (?:bank )?account\b[^.!?]{0,20}\b(?:blocked|locked)\b/iu,
  ],
  [
    'no-food',
    /\b(?:nix|nichts) (?:mehr )?(?:zu|zum) essen\b|\bseit (?:\w+ )?tagen (?:nix|nichts) (?:mehr )?gegessen|\bhaven'?t eaten\b|\bhungern\b/iu,
  ],
  [
    'eviction',
    /\b(?:zwangsräum\w*|räumungs\w*|wohnung (?:verlieren|verliere|los)|verliere (?:ich )?(?:meine|die) wohnung|obdachlos\w*|auf der straße|aus der wohnung (?:geworfen|fliegen|werfen)|evict\w*|lose my (?:home|flat|apartment|house)|losing my (?:home|flat|apartment|house)|homeless\w*|thrown out of my)\b/iu,
  ],
  [
    'cut-off',
    /\b(?:stromsperr\w*|gassperr\w*|wassersperr\w*|(?:strom|gas|wasser|heizung)\b[^.!?]{0,40}\b(?:abgestellt|abstellen|abgeklemmt|abklemmen|gesperrt|sperren|abgedreht|abdrehen)|(?:abgestellt|gesperrt|abgedreht)[^.!?]{0,20}\b(?:strom|gas|wasser)|(?:power|electricity|gas|water|heating)\b[^.!?]{0,40}\b(?:cut off|shut off|turned off|switched off|disconnect\w*)|(?:cut off|cutting off|shut off|turn off|disconnect\w*)\b[^.!?]{0,30}\b(?:power|electricity|gas|water|heating))\b/iu,
  ],
  [
    'court-paper',
    /\b(?:mahnbescheid\w*|vollstreckungsbescheid\w*|gerichtsvollzieher\w*|(?:brief|post|schreiben|bescheid|ladung|klage)\b[^.!?]{0,30}\b(?:amtsgericht|landgericht|mahngericht|gericht)|vom gericht|gelbe[rn]? (?:brief|umschlag)|vermögensauskunft|haftbefehl|court (?:order|paper|papers|letter|summons)|payment order|enforcement order|letter from (?:the|a) court|bailiffs?|yellow envelope|summons)\b/iu,
  ],
  [
    'attachment',
    /\b(?:pfänd\w*|gepfändet\w*|kontopfändung\w*|lohnpfändung\w*|zwangsvollstreckung\w*|garnish\w*|wage attachment|account (?:is |was |has been |got )?(?:frozen|seized|attached|levied)|(?:frozen|seized) (?:my )?account|seiz(?:e|ed|ing) my)\b/iu,
  ],
  [
    'no-food',
    /\b(?:kein geld (?:mehr )?(?:für|fürs|zum) (?:das )?(?:essen|lebensmittel)|nichts (?:mehr )?zu essen|kann (?:mir )?(?:kein|das|mein) essen (?:mehr |nicht mehr )?(?:leisten|kaufen|bezahlen)|(?:essen|lebensmittel)[^.!?]{0,20}nicht (?:mehr )?(?:leisten|bezahlen|kaufen)|(?:can'?t|cannot|can not) (?:afford|buy|pay for) (?:any )?(?:food|groceries|to eat)|no money (?:left )?for (?:food|groceries)|nothing (?:left )?to eat|going hungry|hunger(?:n|e) wir)\b/iu,
  ],
]

/** A general question about a word is answered from knowledge; it says nothing about the customer. */
const GENERAL =
  /^(?:was (?:ist|sind|bedeutet|heißt|passiert bei|versteht man unter)|wie funktioniert|what (?:is|are|does|happens in)|how does)\b(?![^?]*\b(?:ich|mein\w*|mir|mich|i|my|me)\b)/iu

/** The gravest hard signal in a message, or null. Self-harm outranks everything and has no exception. */
export function distressIn(text: string): Distress | null {
  const words = text.normalize('NFC').replaceAll('’', "'").trim()
  const found = SIGNALS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
  if (found !== null && found !== 'self-harm' && GENERAL.test(words)) return null
  return found
}
