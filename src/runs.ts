/**
 * Messages in, answers out: each message is stored first, answered once, and in order, over any number of processes.
 *
 * @module
 */
import { type Conversation, needsDisclosure, type TurnReader } from '../agents/advocate/conversation.ts'
import { detectLocale } from '../agents/advocate/detect-locale.ts'
import { distressIn } from '../agents/advocate/distress.ts'
import type { Advocate } from '../agents/advocate/graph.ts'
import { HELP_LINES } from '../agents/advocate/help-lines.ts'
import { renderReply } from '../agents/advocate/render-reply.ts'
import type { Turn } from '../agents/advocate/turn.ts'
import { DISCLOSURE, WORDS } from '../agents/advocate/words.ts'
import type { HandoffDesk } from '../agents/handoff-desk.ts'
import type { Delivery, Locale, Message, ThreadStore } from '../agents/thread-store.ts'
import type { Clock } from '../tools/shared/clock.ts'
import type { Ids } from '../tools/shared/ids.ts'
import { asCustomer } from './db/identity.ts'
import type { RunEvent, RunOutcome, Runs } from './http/ports/runs.ts'
import { keepLease } from './runs/keep-lease.ts'
import { createListeners, type Listeners } from './runs/listeners.ts'

export interface RunParts {
  readonly threads: ThreadStore
  readonly reader: TurnReader
  readonly advocate: Advocate
  readonly desk: HandoffDesk
  /** The tools of one turn. */
  readonly tools: (turn: Omit<Turn, 'tools' | 'holder' | 'emit'>) => Turn['tools']
  readonly clock: Clock
  readonly ids: Ids
  /** Hears of failures that were answered with an apology. */
  readonly onError: (error: unknown, about: { readonly threadId: string; readonly messageId: string }) => void
  /** Seconds until the thread of a dead process is free; a living one renews its lease three times in between. */
  readonly leaseSeconds?: number
  /** How long a message waits behind others before its sender is told that it is queued. */
  readonly waitMs?: number
  readonly pollMs?: number
}

/** What `send` promises the door, and what jobs need. */
export interface MessageRuns extends Runs {
  /** Answers what waits on a thread, if nobody else is at it; returns how many messages were settled. */
  drain(threadId: string): Promise<number>
  /** Resolves when no run of this process is under way. */
  idle(): Promise<void>
}

export function createRuns(parts: RunParts): MessageRuns {
  const { threads, reader, clock, ids } = parts
  const leaseSeconds = parts.leaseSeconds ?? 15
  const listeners = createListeners()
  const running = new Set<Promise<unknown>>()

  async function send(
    { threadId, customerId, messageId, text, locale, recentlySignedIn }: Parameters<Runs['send']>[0],
    onEvent?: (event: RunEvent) => void | Promise<void>,
  ): Promise<RunOutcome> {
    const holder = newHolder()
    // Listening begins before the message is stored: whoever holds the lease may answer it at once.
    const ear = listeners.listen(messageId, onEvent)
    try {
      const received = await threads.receive({
        id: messageId,
        threadId,
        customerId,
        text,
        locale: locale ?? (await detectLocale(text)),
        focus: recentlySignedIn === true ? { recentlySignedIn } : {},
        at: clock.now(),
        holder,
        leaseSeconds,
      })
      const { message } = received
      if (received.kind === 'repeated') {
        return received.reply === null ? await wait(message, ear) : { kind: 'replied', message, reply: received.reply }
      }
      if (received.withPerson) return await withPerson(message)
      if (received.leased) {
        const { history } = received
        track(work(threadId, holder, message, history === null ? null : begunWith(threadId, customerId, history)))
      }
      return await wait(message, ear)
    } finally {
      ear.close()
    }
  }

  /** Until the message is settled here, or by another process, or it has waited long enough. */
  async function wait(message: Message, ear: ReturnType<Listeners['listen']>): Promise<RunOutcome> {
    const { threadId } = message
    const deadline = Date.now() + (parts.waitMs ?? 25_000)
    for (;;) {
      const settled = await ear.settledWithin(Math.max(0, Math.min(parts.pollMs ?? 250, deadline - Date.now())))
      if (settled !== null) return settled
      if (Date.now() >= deadline) return { kind: 'queued', message }
      if (listeners.isAtWork(threadId)) continue
      const { reply } = await reader.after(message)
      if (reply !== null) return { kind: 'replied', message, reply }
      // Its runner may be gone: then we are the runner.
      const holder = newHolder()
      if (await threads.lease(threadId, holder, leaseSeconds)) {
        const next = await threads.nextUnanswered(threadId)
        if (next === null) {
          await threads.release(threadId, holder)
          return withPerson(message)
        }
        track(work(threadId, holder, next))
      }
    }
  }

  /**
   * Answers `first` and everything that waits behind it. The reply of the last one lets the lease go.
   *
   * @param before what was said before `first`, where that is known
   */
  async function work(
    threadId: string,
    holder: string,
    first: Message,
    before: Conversation | null = null,
  ): Promise<number> {
    const done = listeners.begin(threadId)
    const lease = keepLease(threads, { threadId, holder, seconds: leaseSeconds })
    let settled = 0
    try {
      let next = await settle(first, holder, before)
      settled++
      while (next !== null) {
        next = await settle(next, holder, null)
        settled++
      }
      return settled
    } catch (error) {
      // Not even an apology could be stored: the message stays unanswered and the sweep finds it.
      await threads
        .release(threadId, holder)
        .catch((failure: unknown) => parts.onError(failure, { threadId, messageId: first.id }))
      throw error
    } finally {
      lease.stop()
      done()
    }
  }

  /** Answers a message, or one before it that a crash left behind; returns the next that waits. */
  async function settle(asked: Message, holder: string, known: Conversation | null): Promise<Message | null> {
    let conversation = known ?? (await reader.before(asked))
    const message = conversation.earlier ?? asked
    if (conversation.earlier !== null) conversation = await reader.before(message)
    // Also where a job found the message: what answers a customer sees this customer's rows alone.
    const { person, delivery } = await asCustomer(conversation.customerId, () =>
      answer(message, conversation, holder),
    ).catch(async (error: unknown) => {
      parts.onError(error, { threadId: message.threadId, messageId: message.id })
      const apology = WORDS.ownFault[message.locale]
      return {
        person: null,
        delivery: await say(message, conversation, holder, apology, { personOffered: 'needs-human' }),
      }
    })
    // With its lease let go nothing waits behind a reply that was sent; else it takes another look.
    const { reply, next } =
      delivery.message !== null && delivery.released
        ? { reply: delivery.message, next: null }
        : await reader.after(message)
    if (reply !== null) listeners.tell(message.id, { type: 'reply', message: reply })
    if (reply !== null && person === null) listeners.settle(message.id, { kind: 'replied', message, reply })
    else {
      const handoffId = person ?? (await parts.desk.openOf(message.threadId))?.id ?? ''
      listeners.settle(message.id, { kind: 'handed-off', message, handoffId, reply })
    }
    return next
  }

  /** Runs the graph for one message; with what became of its reply comes the hand-off it led to, if any. */
  async function answer(
    message: Message,
    conversation: Conversation,
    holder: string,
  ): Promise<{ readonly person: string | null; readonly delivery: Delivery }> {
    if (conversation.withPerson) {
      // Marks the message as the person's; if they gave the thread back just now, the words say so.
      return { person: null, delivery: await say(message, conversation, holder, WORDS.wasWithPerson[message.locale]) }
    }
    let person: string | null = null
    const base = { conversation, message, locale: message.locale, person: { called: null } }
    const delivery = await parts.advocate.answer({
      ...base,
      tools: parts.tools(base),
      holder,
      emit(event) {
        if (event.type !== 'handed-off') return listeners.tell(message.id, event)
        person = event.handoff.id
        listeners.tell(message.id, { type: 'handed-off', handoffId: person })
      },
    })
    return { person, delivery }
  }

  /** Code's own words, outside the graph. */
  async function say(
    message: Message,
    conversation: Conversation,
    holder: string,
    text: string,
    focus: Record<string, unknown> = {},
  ): Promise<Delivery> {
    const { threadId, locale } = message
    const first = needsDisclosure(conversation)
    return threads.reply({
      id: ids.next('msg'),
      threadId,
      inReplyTo: message.id,
      text: first ? `${DISCLOSURE[locale]}\n\n${text}` : text,
      locale,
      facts: [],
      focus,
      at: clock.now(),
      release: holder,
    })
  }

  /** A person has the thread: the assistant is silent, except that an emergency gets its numbers at once. */
  async function withPerson(message: Message): Promise<RunOutcome> {
    const { threadId, locale } = message
    if (distressIn(message.text) === 'self-harm') {
      const text = renderReply(WORDS.emergency[locale], HELP_LINES, locale)
      await threads.reply({
        id: ids.next('msg'),
        threadId,
        inReplyTo: message.id,
        text,
        locale,
        facts: HELP_LINES,
        focus: {},
        at: clock.now(),
        evenIfHandedOff: true,
      })
    }
    const { reply } = await reader.after(message)
    if (reply !== null) listeners.tell(message.id, { type: 'reply', message: reply })
    const handoff = await parts.desk.openOf(threadId)
    return { kind: 'handed-off', message, handoffId: handoff?.id ?? '', reply }
  }

  function track(run: Promise<number>): Promise<number> {
    running.add(run)
    void run.catch(() => {}).finally(() => running.delete(run))
    return run
  }

  return {
    send,

    async drain(threadId) {
      const holder = newHolder()
      if (!(await threads.lease(threadId, holder, leaseSeconds))) return 0
      const next = await threads.nextUnanswered(threadId)
      if (next !== null) return track(work(threadId, holder, next))
      await threads.release(threadId, holder)
      return 0
    },

    async idle() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}

/** The conversation as it stood when a message came and nobody was at the thread: nothing waits, and no person has it. */
function begunWith(
  threadId: string,
  customerId: string,
  { locale, messages }: { readonly locale: Locale; readonly messages: readonly Message[] },
): Conversation {
  return { threadId, customerId, locale, messages, withPerson: false, earlier: null }
}

/** Never the same in two processes, whatever ids are used for records. */
function newHolder(): string {
  return `run_${crypto.randomUUID()}`
}
