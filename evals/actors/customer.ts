/**
 * The simulated customer: pursues one wish after the other and reacts to what is said and shown. What a reply put
 * before them (its focus) and what stands in the ledger decide, so that another wording of the assistant changes nothing.
 *
 * @module
 */
import { type Focus, focusOf } from '../../agents/advocate/focus.ts'
import type { Message } from '../../agents/thread-store.ts'
import type { Limits } from '../../tools/mandates/mandate.ts'
import type { CustomerPart, Wish } from '../scenario/customer.ts'
import type { Value } from '../scenario/sample.ts'
import type { Language, Words } from '../scenario/words.ts'
import type { SeenMandate, SeenRequest, World } from '../world.ts'
import type { Action } from './action.ts'
import { mismatches } from './mandate-check.ts'
import { isPhrase } from './phrases.ts'
import type { Voice } from './voice.ts'

export interface CustomerActor {
  /** What the customer does now; null while there is nothing to do or to wait for. */
  next(world: World): Action | null
  /** Whether a wish is still being pursued or awaited. */
  isWaiting(world: World): boolean
  /** The wish has other limits from now on. */
  correct(limits: Readonly<Record<string, unknown>>): void
  /** What was said stands in this thread; null before the first word. */
  threadId(): string | null
  began(threadId: string): void
  voice: Voice
  /** How often something had to be said again, and whether they gave up: customer effort. */
  readonly effort: { repeats: number; gaveUp: number; corrections: number }
}

export function createCustomer(part: CustomerPart, voice: Voice): CustomerActor {
  const wishes = part.wishes.map((wish) => ({ ...wish }))
  const effort = { repeats: 0, gaveUp: 0, corrections: 0 }
  let index = -1
  let thread: string | null = null
  let said = false
  let replies = 0
  let settled = true
  /** The last assistant message reacted to, by thread. */
  const heard = new Map<string, number>()
  const voted = new Set<string>()
  /** Mandates of earlier wishes. */
  let inForceBefore: ReadonlySet<string> = new Set()
  let pushed = 0

  const wishOf = (): Wish | undefined => wishes[index]

  const speak = (words: Words, why: string, options: Parameters<Voice['say']>[1] = {}): Action => ({
    do: 'say',
    said: voice.say(words, options),
    threadId: thread,
    why,
    asksForPerson: why === 'wish' && wishOf()?.wants === 'person',
  })

  function next(world: World): Action | null {
    const vote = votes(world)
    if (vote !== null) return vote
    // All that is new is heard before a wish counts as done: the outcome of one may come with the mandate of the next.
    for (let message = unheard(world); message !== null; message = unheard(world)) {
      heard.set(message.threadId, message.seq)
      const action = react(message, world)
      if (action !== null) return action
    }
    const wish = wishOf()
    if (wish !== undefined && !settled) {
      if (!isDone(wish, world, inForceBefore)) return push(world)
      settled = true
    }
    return begin(world)
  }

  /** The next wish, said for the first time. */
  function begin(world: World): Action | null {
    if (index + 1 >= wishes.length) return null
    index += 1
    settled = false
    replies = 0
    inForceBefore = new Set(world.mandates.filter(isConfirmed).map(({ id }) => id))
    const wish = wishOf()
    if (wish === undefined) return null
    if (wish.newThread) thread = null
    if (wish.byApi && wish.need !== undefined) {
      const type = ['instalment-plan', 'settlement', 'fee-waiver'].includes(wish.need) ? 'debt' : 'contract'
      return {
        do: 'delegate',
        need: wish.need,
        subject: wish.about === undefined ? null : { type, id: wish.about },
        limits: wish.limits as Limits,
      }
    }
    said = true
    return speak(wish.says, 'wish')
  }

  /** A message of the assistant that was not reacted to yet; the newest one counts, as for anybody who reads a chat. */
  function unheard(world: World): Message | null {
    for (const { id, messages } of world.threads) {
      const last = messages.findLast(({ role }) => role === 'assistant')
      if (last !== undefined && last.seq > (heard.get(id) ?? 0)) return last
    }
    return null
  }

  function react(message: Message, world: World): Action | null {
    const wish = wishOf()
    const focus = focusOf(message)
    const open = world.handoffs.some(({ status, threadId }) => threadId === message.threadId && isOpen(status))
    if (wish === undefined || open) return null
    const isReply = message.inReplyTo !== null
    if (isReply) replies += 1
    if (focus.mandateId !== undefined && wish.wants === 'mandate') return onMandate(focus.mandateId, wish, world)
    if (focus.question !== undefined && !isReply) {
      return speak(part.answers.reviewer ?? 'to-the-reviewer', 'a reviewer asked', PLAIN)
    }
    if (focus.personOffered !== undefined && isReply)
      return speak(part.takesPerson ? 'yes' : 'no', 'person offered', PLAIN)
    if (focus.asked !== undefined && isReply) return onQuestion(focus.asked, wish)
    if (wish.wants === 'dispute' && focus.disputeId !== undefined && isReply && !hasNotice(world)) {
      return replies > wish.patience ? giveUp() : speak('yes', 'dispute shown', PLAIN)
    }
    if (!isReply || !said || wish.byApi || isUnderWay(wish, world, inForceBefore)) return null
    return replies >= wish.patience ? giveUp() : sayAgain(wish, message)
  }

  function onMandate(mandateId: string, wish: Wish, world: World): Action | null {
    const mandate = world.mandates.find(({ id }) => id === mandateId)
    if (mandate === undefined || mandate.state !== 'unconfirmed') return null
    const wrong = mismatches(mandate, wish)
    if (wrong.length > 0) {
      effort.corrections += 1
      if (replies > wish.patience) return giveUp()
      return speak(limitWords(wrong[0] ?? '', wish) ?? 'not-what-i-said', `mandate differs: ${wrong.join(', ')}`, {
        with: limitValues(wrong[0] ?? '', wish),
      })
    }
    if (part.confirms === 'never') return null
    return part.confirms === 'by-button'
      ? { do: 'confirm-mandate', mandateId }
      : speak('yes', 'mandate as wished', PLAIN)
  }

  /** Says the fact that was asked for: the scenario's own words, or a limit of the wish, else that it is not known. */
  function onQuestion(code: string, wish: Wish): Action | null {
    if (replies > wish.patience) return giveUp()
    const own = part.answers[code]
    if (own !== undefined) return speak(own, `asked ${code}`)
    const limit = code.replace(/^LIMIT_/, '')
    const words = limitWords(limit, wish)
    if (words !== null) return speak(words, `asked ${code}`, { ...PLAIN, with: limitValues(limit, wish) })
    return speak('dont-know', `asked ${code}`, PLAIN)
  }

  function sayAgain(wish: Wish, message: Message): Action {
    effort.repeats += 1
    const own = part.answers['?']
    return speak(own !== undefined && message.text.includes('?') ? own : wish.says, 'said again')
  }

  function giveUp(): null {
    effort.gaveUp += 1
    settled = true
    return null
  }

  /** A pushy customer asks for a signature while others decide, twice at most. */
  function push(world: World): Action | null {
    const pending = world.requests.some(({ status }) => status === 'pending')
    if (!part.manner.includes('pushy') || !pending || pushed >= 2) return null
    pushed += 1
    return speak('just-sign', 'pushes')
  }

  function votes(world: World): Action | null {
    const request = world.requests.find((r) => r.status === 'pending' && waitsForCustomer(r) && !voted.has(r.id))
    if (request === undefined || part.votes === 'never') return null
    voted.add(request.id)
    const { customerId, termsHash } = request.proposal
    const decision = { requestId: request.id, termsHash, decision: part.votes }
    return { do: 'vote', person: customerId, role: 'customer', ...decision }
  }

  return {
    next,
    isWaiting: (world) => {
      const wish = wishOf()
      return wish !== undefined && !settled && !isDone(wish, world, inForceBefore)
    },
    correct(limits) {
      const wish = wishOf()
      if (wish === undefined) return
      wishes[index] = { ...wish, wants: 'mandate', limits: { ...wish.limits, ...limits } }
      settled = false
      replies = 0
    },
    threadId: () => thread,
    began: (threadId) => {
      thread = threadId
    },
    voice,
    effort,
  }
}

const PLAIN = { plain: true } as const

function isConfirmed({ confirmedAt }: SeenMandate): boolean {
  return confirmedAt !== null
}

function isOpen(status: string): boolean {
  return status === 'waiting' || status === 'accepted'
}

function waitsForCustomer(request: SeenRequest): boolean {
  return request.waitsFor.includes('customer')
}

function hasNotice({ requests }: World): boolean {
  return requests.some(({ proposal }) =>
    proposal.terms.acts.some((act) => act.type === 'notice' && act.notice === 'dispute'),
  )
}

/** Whether what the customer asked for has begun, so that they need not say it again. */
function isUnderWay(wish: Wish, world: World, earlier: ReadonlySet<string>): boolean {
  switch (wish.wants) {
    case 'answer':
      return true
    case 'mandate':
      return world.mandates.some(
        (mandate) => isConfirmed(mandate) && !earlier.has(mandate.id) && (wish.need ?? mandate.need) === mandate.need,
      )
    case 'dispute':
      return hasNotice(world)
    case 'person':
      return world.handoffs.length > 0
  }
}

/** Whether nothing more is to come of it that the customer would wait for. */
function isDone(wish: Wish, world: World, earlier: ReadonlySet<string>): boolean {
  if (wish.byApi && world.tasks.length === 0) return false
  if (!wish.byApi && !isUnderWay(wish, world, earlier)) return false
  if (!wish.waits || wish.wants === 'answer') return true
  if (wish.wants === 'person') return world.handoffs.every(({ status }) => !isOpen(status))
  const settled = world.tasks.every(
    ({ task }) => !['negotiating', 'awaiting-approval', 'executing'].includes(task.status),
  )
  return settled && world.requests.every(({ status }) => status === 'closed')
}

function limitWords(limit: string, wish: Wish): Words | null {
  return wish.limits[limit] !== undefined && isPhrase(limit) ? limit : null
}

const RATES = ['maxNominalRatePercent', 'maxEffectiveRatePercent', 'minRatePercent']

function limitValues(limit: string, wish: Wish): Readonly<Record<string, Value>> {
  const value = wish.limits[limit]
  if (typeof value !== 'string' && typeof value !== 'number') return {}
  return { n: { as: RATES.includes(limit) ? 'rate' : limit.endsWith('Months') ? 'whole' : 'money', value } }
}

export type { Focus, Language }
