/**
 * German or English? The newest message decides; when it does not say, the conversation does.
 *
 * @module
 */
import { words } from './normalise.ts'

const GERMAN = new Set(
  `ich du er sie es wir ihr mir dir ihnen mich uns der die das den dem des ein eine einen einem einer kein keine und oder
  aber doch noch schon mal bitte nicht ja nein danke hallo moin servus zu zum zur im auf aus bei von mit fuer ueber unter ist sind
  bin habe haben hat wird kann kannst koennen muss soll will moechte wie wieviel viel was wer wo woher warum wieso wann
  welche welcher welches mein meine meinen meinem meiner dein ihre ihrem diese dieser dieses dann jetzt auch nur gern
  gerne schulde schulden kredit versicherung gebuehr mahngebuehr raten zinsen hoechstens maximal monate monaten euro
  prozent guenstiger tschuess mensch guten tag morgen abend hausrat haftpflicht darlehen vergleichen verhandeln
  zahlen offen angebot rechnung woran dazu davon damit darf dispo weniger mehr als monat jahr nee passt lieber klar genau einverstanden`.split(
    /\s+/,
  ),
)
const ENGLISH = new Set(
  `i you he she it we they me him her us them my your its our their the a an and or but not no yes please thanks hello hey
  to of in on at by for with from about is are was were be been am have has had do does did can could will would should
  must may what who whom where when why how which much many this that these those there here then now also only just
  owe debt loan insurance fee charge interest savings overdraft months month years euros percent cheaper human person
  compare negotiate accept bye goodbye mine okay sure great thank give get got make let's want need dispute offer yep nope instead rather`.split(
    /\s+/,
  ),
)

/** The language of a text, or null when its words do not tell. */
export function detectLanguage(text: string): 'de' | 'en' | null {
  let german = /[äöüß]/i.test(text) ? 2 : 0
  let english = 0
  for (const { folded } of words(text)) {
    for (const part of [folded, ...folded.split(/[-']/).slice(0, folded.includes("'") ? 1 : 0)]) {
      if (GERMAN.has(part)) german += 1
      if (ENGLISH.has(part)) english += 1
    }
    if (folded.length > 9 && /(ung|keit|heit|gebuehr|versicher|verhandl|schaft|vertrag|kredit|zins)/.test(folded))
      german += 1
    if (folded.length > 6 && /(tion|ment|ing|ness|ance)s?$/.test(folded) && !/ung/.test(folded)) english += 0.5
  }
  if (german === english) return null
  return german > english ? 'de' : 'en'
}
