/**
 * The words that say which figure a question is about, without the words of asking.
 *
 * @module
 */
import { fold, words } from '../understand/normalise.ts'

const ASKING = new Set(
  `woher wo wie warum wieso weshalb wofuer kommt kommen komme kommst setzt sich zusammen berechnet errechnet ausgerechnet rechnen
  haben hast habt hat das die der den dem diese dieser dieses zahl zahlen betrag summe wert denn eigentlich genau bitte mir
  sie du ihr ihre auf zu zustande erklaeren erklaer erklaere koennen kannst ist sind ein eine und quelle her von aus ich
  where does do did the this that these those from come comes came get got how is are was were calculated computed worked
  work out why explain please me you your figure number amount sum value source of to a an for it and what made up behind
  show break down can could would so high low hoch niedrig teuer viel much actually exactly nochmal again`.split(/\s+/),
)

/** "Woher kommen die Verzugszinsen?" → "Verzugszinsen"; the whole text when nothing else is left. */
export function wordsForFigure(text: string): string {
  const kept = words(text).filter(({ folded }) => !ASKING.has(folded) && !ASKING.has(fold(folded)))
  return kept.length === 0 ? text : kept.map(({ raw }) => raw).join(' ')
}
