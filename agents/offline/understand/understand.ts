/**
 * What the customer wants now, given what was said before: every message is read in turn, and a short one is
 * completed from the ones before it.
 *
 * @module
 */
import { answeredLimit } from './answered-limit.ts'
import { asBefore } from './as-before.ts'
import { fold, words } from './normalise.ts'
import { type Locale, type Reading, readMessage } from './read-message.ts'
import { remembered } from './remembered.ts'
import type { Slots } from './slots.ts'
import { needOf, topicConcepts, topicOf } from './topic.ts'
import type { Turn } from './turn.ts'
import type { Said, Understanding, Wish } from './understanding.ts'
import { MANNERS, SURE, wishOf } from './wish-of.ts'

/** Replies of the conversations under way. */
const REPLIES_KEPT = 256

/** The wish behind the last customer turn, or null when the customer said nothing yet. */
export function understand(turns: readonly Turn[], fallback: Locale): Understanding | null {
  let now: Understanding | null = null
  const seen = new Set<string>()
  let last: Said = { text: '', shown: {} }
  for (const turn of turns) {
    if (turn.by === 'assistant') {
      last = { text: turn.text, shown: turn.shown ?? {} }
      for (const word of namesLike(turn.text)) seen.add(word)
      continue
    }
    const about = topicConcepts(now?.topic ?? null)
    now = follow(now, last, readMessage(turn.text, { locale: now?.locale ?? fallback, seen, about }))
  }
  return now
}

/** Capitalised words of a reply, folded: a customer may take one up as a name. */
const namesLike = remembered(
  (text) => [
    ...new Set(
      words(text)
        .filter(({ raw, folded }) => /^\p{Lu}/u.test(raw) && folded.length > 3)
        .map(({ folded }) => folded),
    ),
  ],
  REPLIES_KEPT,
)

function follow(before: Understanding | null, said: Said, plain: Reading): Understanding {
  const named = topicOf(plain.concepts)
  const goesOn = before !== null && (named === null || named === before.topic)
  const answered = answeredLimit(said.shown.asked, plain.slots, plain.quantities)
  const reading = { ...plain, slots: asBefore(before?.slots ?? {}, answered, plain, goesOn) }
  const { text, locale, best } = reading
  const { shown } = said
  const delegated = before?.delegated === true || before?.wish === 'negotiate'
  const wish = wishOf(before, said, reading, delegated)
  const own = topicOf(reading.concepts)
  const topic = own ?? (MANNERS.has(wish) ? null : (before?.topic ?? null))
  const same = before !== null && (own === null || own === before.topic)
  const keeps = same && continues(before.wish, wish)
  const slots = keeps && !asksForAll(reading, before) ? mergeSlots(before.slots, reading.slots) : reading.slots
  // Offers for money that is still to be borrowed lead to a new loan, not to a cheaper old one.
  const borrows = wish === 'compare-loans' && reading.concepts.has('borrow')
  const need =
    wish === 'negotiate' || wish === 'change'
      ? needOf(reading.concepts, before, same)
      : borrows
        ? 'new-loan'
        : same
          ? before.need
          : null
  // Manners do not end a topic: "danke! und mit 24 Monaten?" still goes on from the comparison before.
  if (before !== null && MANNERS.has(wish) && (best?.score ?? 0) < SURE) {
    return { ...before, wish, fresh: reading.slots, locale, text, shown, delegated }
  }
  const told = keeps && before !== null ? `${before.told}\n${text}` : text
  return { wish, topic, need, slots, fresh: reading.slots, locale, text, told, shown, delegated }
}

function continues(before: Wish, now: Wish): boolean {
  if (before === now) return true
  const from = before.startsWith('compare') || before === 'negotiate' || before === 'change' || before === 'which-topic'
  return (
    (from && (now.startsWith('compare') || now === 'negotiate' || now === 'change')) ||
    (before === 'contest' && (now === 'send-dispute' || now === 'negotiate')) ||
    (before === 'debts' && (now === 'contest' || now === 'negotiate'))
  )
}

const POINTS_BACK = /\b(them|there|it|that|this|him|her|its|their|denen|dort|da|davon|dafuer|dazu|ihnen|dem|der)\b/

/** "What do I owe?" after one creditor asks for everything; "what do I owe them?" does not. */
function asksForAll({ best, text, slots }: Reading, before: Understanding): boolean {
  return (
    best?.intent === 'debts' &&
    best.score > SURE &&
    before.wish === 'debts' &&
    slots.name === undefined &&
    slots.ordinal === undefined &&
    !POINTS_BACK.test(fold(text))
  )
}

/** The newer statement wins; a place in a list and a quoted figure belong to one message only. */
function mergeSlots(old: Slots, fresh: Slots): Slots {
  const { ordinal: _ordinal, figure: _figure, ...kept } = old
  return { ...kept, ...fresh }
}
