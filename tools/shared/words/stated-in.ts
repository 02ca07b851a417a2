/**
 * What a customer states, without what they only ask or imagine: "what happens if I reject it?" rejects nothing.
 *
 * @module
 */

const SENTENCE_END = /(?<=[.!?;:…])\s+|\n+/u
/** From the condition to the next comma: "if I reject it, what then?" keeps "what then?". */
const CONDITION = /(?<!\p{L})(?:if|wenn|falls|sofern|in case|suppose|supposing|assuming)(?!\p{L})[^,]*(?:,|$)/giu
const LEADING_NO = /^(?:nein|nee|nö|no|nope|nah)(?=[\s,.!–-]|$)/iu
/** Somebody else is asked to do it: a request, however politely put. */
const REQUEST =
  /^(?:bitte |please |also |well |so |und |and |dann |then )*(?:k(?:ö|oe)nn(?:en|ten) sie|kannst du|k(?:ö|oe)nntest du|k(?:ö|oe)nnt ihr|w(?:ü|ue)rden sie|w(?:ü|ue)rdest du|(?:can|could|would|will) you)(?!\p{L})/iu
const ASKS =
  /^(?:und |and |aber |but |also |so |then |dann |denn |well |na )*(?:was|wer|wie(?! (?:besprochen|gesagt|schon|bereits))|wieso|weshalb|warum|wann|wo|woher|welche\p{L}*|ob|soll(?:te)? (?:ich|man|wir)|k(?:ann|(?:ö|oe)nnte) (?:ich|man)|k(?:ö|oe)nnen wir|darf (?:ich|man)|muss (?:ich|man)|what|who|how|why|when|where|which|whether|should (?:i|we)|(?:can|could|may|might|must|do|did|would|will) (?:i|we)|am i)(?!\p{L})/iu

/** The sentences that state or request something, without their conditions; a plain no before a question stays. */
export function statedIn(text: string): string {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .map((sentence) => {
      const rest = sentence.replaceAll(CONDITION, ' ').trim()
      const asks = (sentence.endsWith('?') || ASKS.test(sentence)) && !REQUEST.test(rest)
      return asks ? (LEADING_NO.exec(rest)?.[0] ?? '') : rest
    })
    .filter((sentence) => sentence !== '')
    .join('\n')
}
