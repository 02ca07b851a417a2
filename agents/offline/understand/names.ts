/**
 * The creditor or provider a message names, as the customer wrote it; the tools find the record behind it.
 *
 * @module
 */
import { fold, type Word, words } from './normalise.ts'

const LEADS = new Set(
  `bei beim von vom an gegen gegenueber fuer mit owe to at with from by of against for
  namens called zu wegen will hat verlangt fordert moechte soll schuldet does did has wants should wuerde would kann ob dass weil wenn the is if whether that`.split(
    /\s+/,
  ),
)
/** Leads after which even an uncapitalised unknown word is a name. */
const STRONG = new Set([
  'bei',
  'beim',
  'at',
  'owe',
  'from',
  'gegenueber',
  'namens',
  'called',
  'against',
  'von',
  'vom',
  'gegen',
])
const ARTICLES = new Set(['der', 'dem', 'den', 'die', 'das', 'the', 'firma', 'shop', 'haendler', 'company'])
const FUNCTION_WORDS = new Set(
  `zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf zwanzig dreissig vierzig fuenfzig hundert two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred ich du er sie es wir ihr mir dir ihm ihnen mich dich sich uns euch man wer was wem wo wie wann wohin warum
  der die das den dem des ein eine einen einem einer eines kein keine und oder aber doch nur noch schon mal bitte so da
  dort hier jetzt heute morgen gestern dann also auch nicht ja nein zu zum zur im in am auf aus bis nach ueber unter vor
  ohne durch um als wenn dass ob weil ist sind war bin hat habe haben wird werden kann koennen muss soll will moechte
  mein meine meinen meinem meiner dein ihr ihre ihren ihrem sein seine dieser diese dieses diesem diesen welche welcher welchen welchem welches
  alle alles allem anderen andere anderer monat monaten monate monats jahr jahren jahre euro eur cent prozent geld konto insgesamt genau
  anfang ende weniger mehr etwas viel wenig paar ruhe dank freundlichen gruessen ihnen dir firma laden shop haendler leuten leute
  i you he she it we they me him her us them my your his its our their mine yours this that these those there here
  the a an and or but so not no yes do does did is are was were be been am has have had can could will would should may
  might must what who whom where when why how which all any some much many month months year years percent money account
  now then today tomorrow please thanks total end beginning once least most more less than first second third other one
  anything something nothing everything somebody someone anyone everybody nobody people shop company bank creditor creditors lender insurer things thing
  bank banken glaeubiger glaeubigern versicherer versicherung anbieter anbietern inkasso jemandem jemanden ihrer seiner
  rate raten zahlung zahlen sache sachen frage fragen zahl betrag summe datum stand meinung recht unrecht grund fall
  wuerde wuerden koennte koennten waere haette haetten sollte sollten duerfte duerften kannst wollen will hat haben schuldet verlangt fordert
  wird gibt geht macht lass lassen stimmt zahle zahlt hallo hey danke moin guten liebe lieber liebes sehr does did would dear hello hi the has
  damen herren herr frau sehr geehrte geehrter sir madam dear monsieur eur euro
  deal way sure same different new old current existing both each every zuletzt vorhin oben unten eben vom ihres
  moment right away course real hand top fact best worst`.split(/\s+/),
)

/** Sums, IBANs and contract numbers: they stand where names stand and are none. */
const NUMBER = /^\d|^[a-z]{2}\d{2}|\d{5}/

/** The name in a message, or undefined. `isKnown` tells vocabulary from names; `seen` are words of earlier replies. */
export function nameIn(
  text: string,
  isKnown: (folded: string) => boolean,
  seen: ReadonlySet<string>,
): string | undefined {
  const quoted = /["„“»]([\p{L}][^"“”«]{2,40})["“”«]/u.exec(text)?.[1]
  if (quoted !== undefined && !isKnown(fold(quoted))) return quoted.trim()
  const all = words(text)
  for (let at = 1; at < all.length; at++) {
    const lead = leadBefore(all, at)
    if (lead === null || !startsName(all[at], STRONG.has(lead), isKnown)) continue
    return take(all, at, isKnown)
  }
  const pair = all.findIndex((word, i) => capitalised(word, isKnown) && capitalised(all[i + 1], isKnown))
  if (pair >= 0) return take(all, pair, isKnown)
  const at = all.findIndex((word) => seen.has(word.folded) && !FUNCTION_WORDS.has(word.folded) && !isKnown(word.folded))
  return at >= 0 ? take(all, at, isKnown) : undefined
}

function capitalised(word: Word | undefined, isKnown: (folded: string) => boolean): boolean {
  return startsName(word, false, isKnown)
}

/** The preposition that introduces a word, looking past an article. */
function leadBefore(all: readonly Word[], at: number): string | null {
  const before = all[at - 1]?.folded ?? ''
  if (ARTICLES.has(before)) {
    const further = all[at - 2]?.folded ?? ''
    if (LEADS.has(further)) return further
    if (further === 'ich' && /^schuld/.test(all[at - 3]?.folded ?? '')) return 'bei'
    // "schulde ich der Technikwelt": the dative alone leads to a name only beside owing and paying.
    if (all.slice(0, at).some(({ folded }) => /^(schuld|zahl|bezahl|ueberweis)/.test(folded))) return 'der'
  }
  // "Schulde ich Amazon was?"
  if (before === 'ich' && /^schuld/.test(all[at - 2]?.folded ?? '')) return 'der'
  return LEADS.has(before) ? before : null
}

function startsName(word: Word | undefined, strong: boolean, isKnown: (folded: string) => boolean): boolean {
  if (word === undefined || word.folded.length < 3 || NUMBER.test(word.folded)) return false
  if (FUNCTION_WORDS.has(word.folded) || isKnown(word.folded)) return false
  return strong || /^\p{Lu}/u.test(word.raw)
}

/** A name goes on while words are capitalised; a lower-case name is one word, or two when both are unknown. */
function take(all: readonly Word[], start: number, isKnown: (folded: string) => boolean): string {
  const name = [all[start]?.raw ?? '']
  const capital = /^\p{Lu}/u.test(name[0] ?? '')
  for (let at = start + 1; at < all.length && name.length < 4; at++) {
    const word = all[at]
    if (word === undefined || FUNCTION_WORDS.has(word.folded) || /^\d/.test(word.folded)) break
    if (isKnown(word.folded) || (capital ? !/^\p{Lu}/u.test(word.raw) : name.length > 1)) break
    name.push(word.raw)
  }
  return name.join(' ').replace(/'s$/u, '')
}
