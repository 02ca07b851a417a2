/**
 * Finds sentences that claim something binding was done. Only a commitment in the ledger may be told so.
 *
 * @module
 */
import type { Fact } from '../../tools/shared/fact.ts'
import { REFERENCE } from './render-reply.ts'

const ACTS_DE =
  '(?:ab|ver|zu|über|ein)?(?:ge(?:sendet|sandt|schickt|kündigt|schlossen|reicht)|sendet|schickt|gesendet|gesandt)|gekündigt|widerrufen|widersprochen|abgeschlossen|vereinbart|unterschrieben|unterzeichnet|beauftragt|beantragt|eingereicht|angenommen|akzeptiert|storniert|mitgeteilt|bestritten'
const ACTS_EN =
  'sent|submitted|cancel(?:l)?ed|terminated|signed|accepted|agreed|concluded|filed|contested|disputed|withdrawn|applied|notified|informed|switched|posted|mailed|emailed'

// That a record says "paid" is no claim of ours; that we paid is.
const PAID_DE = '(?:be)?gezahlt|bezahlt|überwiesen'
const PAID_EN = 'paid|transferred'

const DONE: readonly RegExp[] = [
  // "ich habe … gesendet", "wir haben … gekündigt"
  new RegExp(`\\b(?:ich|wir)\\b[^.!?]{0,12}\\b(?:habe|haben|hab)\\b[^.!?]{0,120}\\b(?:${ACTS_DE}|${PAID_DE})\\b`, 'iu'),
  new RegExp(`\\b(?:habe|haben|hab) (?:ich|wir)\\b[^.!?]{0,120}\\b(?:${ACTS_DE}|${PAID_DE})\\b`, 'iu'),
  // "wurde gesendet", "ist gekündigt"
  new RegExp(`\\b(?:wurden?|ist|sind)\\b[^.!?]{0,80}\\b(?:${ACTS_DE})\\b(?! werden| worden sein)`, 'iu'),
  new RegExp(`\\b(?:i|we)(?:'ve| have| just| already)*\\b[^.!?]{0,20}\\b(?:${ACTS_EN}|${PAID_EN})\\b`, 'iu'),
  new RegExp(
    `\\b(?:has|have|was|were|is|are|been|got)\\b(?: (?:now|already|just|been|successfully))*\\s+(?:${ACTS_EN})\\b`,
    'iu',
  ),
  /^\s*(?:erledigt|done|all done|alles erledigt|geschafft|abgemacht|it'?s a deal)\b/iu,
]
/** Sentences that deny, condition or look ahead claim nothing. */
const NOT_CLAIMED =
  /\b(?:nicht|nichts|niemand|nie|kein\w*|noch nicht|erst|bevor|wenn|falls|sobald|sofern|ohne|würde|könnte|soll|sollen|kann|können|wird|werden|möchten?|not|nothing|nobody|never|no|until|before|unless|once|if|when|will|would|could|can|should|may|only after|without|whether|ob|in principle|grundsätzlich|unverbindlich\w*|vorläufig\w*|non-binding)\b|n't\b|\?\s*$/iu

/** The sentences of a draft that claim an act was done and refer to no commitment. */
export function claimsOfDone(draft: string, byRef: ReadonlyMap<string, Fact>): readonly string[] {
  return sentences(draft.replaceAll('’', "'")).filter((sentence) => {
    const words = sentence.replaceAll(REFERENCE, '◆')
    if (!DONE.some((pattern) => pattern.test(words)) || NOT_CLAIMED.test(words)) return false
    const refs = [...sentence.matchAll(REFERENCE)].map(([, ref]) => ref ?? '')
    return !refs.some((ref) => byRef.get(ref)?.source.type === 'commitment')
  })
}

/** Sentences by their ends; references hold dots of their own. */
function sentences(text: string): readonly string[] {
  const kept: string[] = []
  const masked = text.replaceAll(REFERENCE, (reference) => {
    kept.push(reference)
    return `\u0001${kept.length - 1}\u0001`
  })
  const parts = masked.split(/(?<=[.!?])\s+|\n+/u)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sign was put there above
  return parts.map((part) => part.replaceAll(/\u0001(\d+)\u0001/g, (_, index: string) => kept[Number(index)] ?? ''))
}
