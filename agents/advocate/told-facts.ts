/**
 * What the customer answered when a fee's facts were asked for: read by code from the stored messages, so that no model
 * makes up a fact, and each one can be followed to the words it stands in.
 *
 * @module
 */
import { readTold, speaksOf } from '../../tools/disputes/read-told.ts'
import type { ToldFact, WantedFact } from '../../tools/disputes/told-fact.ts'
import { dayOf } from '../../tools/shared/clock.ts'
import type { Message } from '../thread-store.ts'
import { type Conversation, shownBefore } from './conversation.ts'
import { type Focus, focusOf } from './focus.ts'

/** Everything told so far, oldest first, the message to be answered among it. */
export function toldFacts(conversation: Conversation, message: Message): readonly ToldFact[] {
  if (!conversation.messages.some(({ focus }) => focus.facts !== undefined)) return []
  return [...conversation.messages.filter(({ role }) => role === 'customer'), message].flatMap((said) =>
    toldIn(said, focusOf(shownBefore(conversation, said))),
  )
}

/** The fact that the reply before a message asked for, if it asked for one. */
export function factAsked(focus: Focus): (WantedFact & { readonly debtId: string }) | null {
  const [first] = focus.facts ?? []
  if (first === undefined || focus.asked !== first.code || focus.debtId === undefined) return null
  return { ...first, debtId: focus.debtId }
}

function toldIn(message: Message, focus: Focus): readonly ToldFact[] {
  const { debtId, facts = [], since, days } = focus
  if (debtId === undefined) return []
  const asked = factAsked(focus)
  const on = dayOf(message.at)
  const from = {
    locale: message.locale,
    today: on,
    ...(since === undefined ? {} : { since }),
  }
  const fact = (wanted: WantedFact, told: ToldFact['told']): ToldFact => ({
    ...{ code: wanted.code, feeId: wanted.feeId, debtId, told, messageId: message.id, on },
  })
  // One that was only named as unclear is told where the words speak of it by themselves.
  const others = asked === null ? facts : facts.slice(1)
  const volunteered = others.filter(({ code }) => speaksOf(code, message.text))
  const answer =
    asked === null
      ? null
      : readTold(asked.code, message.text, { ...from, half: asked.half, ...(days === undefined ? {} : { days }) })
  if (asked !== null && answer !== null && (answer.kind === 'value' || volunteered.length === 0))
    return [fact(asked, answer)]
  return volunteered.flatMap((wanted) => {
    const told = readTold(wanted.code, message.text, from)
    return told === null ? [] : [fact(wanted, told)]
  })
}
