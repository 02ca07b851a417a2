/**
 * Sentences that claim something: that an act is done, or that a person approved. A list of its own, so that a fault in
 * the check that keeps such sentences from being sent does not hide itself.
 *
 * @module
 */

const DONE = [
  /\b(?:ich|wir)\b.{0,30}\b(?:habe|haben)\b.{0,90}\b(?:unterschrieben|unterzeichnet|abgeschlossen|abgeschickt|verschickt|gesendet|gekündigt|überwiesen|widersprochen|eingereicht|angenommen)\b/iu,
  /\b(?:habe|haben) (?:ich|wir)\b.{0,90}\b(?:unterschrieben|unterzeichnet|abgeschlossen|abgeschickt|verschickt|gesendet|gekündigt|überwiesen|widersprochen|eingereicht|angenommen)\b/iu,
  /\b(?:ist|sind|wurde|wurden)\b.{0,40}\b(?:unterschrieben|unterzeichnet|abgeschlossen|abgeschickt|verschickt|gekündigt)\b/iu,
  /\b(?:i|we)\b.{0,20}\b(?:signed|sent|concluded|cancelled|paid|submitted|accepted)\b/iu,
  /\b(?:has|have|is|was|were|been) (?:now |just |already )?(?:signed|sent|concluded|cancelled|submitted)\b/iu,
]
const APPROVED = [
  /\b(?:hat|haben|wurde|ist)\b.{0,60}\b(?:freigegeben|genehmigt)\b/iu,
  /\b(?:has|have|was|were|is|been)\b.{0,40}\bapproved\b/iu,
]
/** What denies, conditions, asks, looks ahead or tells of others claims nothing. */
const NOT_CLAIMED =
  /\b(?:nicht|nichts|nie|kein\w*|noch|erst|bevor|wenn|falls|sobald|ohne|soll|sollte|kann|könnte|wird|werden|muss|müssen|würde|bis|ob|not|nothing|no|never|yet|until|before|unless|once|if|when|will|would|can|could|should|must|may|whether|has to|needs?)\b|n't\b|\?/iu

export function claimsDone(text: string): readonly string[] {
  return claiming(text, DONE)
}

export function claimsApproval(text: string): readonly string[] {
  return claiming(text, APPROVED)
}

function claiming(text: string, patterns: readonly RegExp[]): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/u)
    .filter((sentence) => patterns.some((pattern) => pattern.test(sentence)) && !NOT_CLAIMED.test(sentence))
}
