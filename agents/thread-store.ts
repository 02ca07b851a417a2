/**
 * Conversations: messages live in a table of their own, stored before a run starts, so that graph state stays slim.
 *
 * @module
 */
import type { Fact } from '../tools/shared/fact.ts'

export type Locale = 'de' | 'en'

export interface Thread {
  readonly id: string
  readonly customerId: string
  readonly locale: Locale
  readonly createdAt: string
}

export interface Message {
  readonly id: string
  readonly threadId: string
  /** Rises within a thread. */
  readonly seq: number
  readonly role: 'customer' | 'assistant' | 'duty-agent'
  /** What people read: references already rendered. */
  readonly text: string
  readonly locale: Locale
  /** The facts the text rests on, as they were when it was sent. */
  readonly facts: readonly Fact[]
  /** Ids and codes that follow-ups need: the last comparison's offers, the mandate shown, the proposal shown. */
  readonly focus: Readonly<Record<string, unknown>>
  /** The customer's message this answers, if any. */
  readonly inReplyTo: string | null
  readonly at: string
}

export type Received =
  /**
   * Stored now. `leased` says whether this caller may run at once; `withPerson`, that a person has the thread: the
   * message went to them, and no run follows. `history` is what was said before, and the thread's own language: given to
   * whoever may run when nobody else was at the thread, null otherwise.
   */
  | {
      readonly kind: 'stored'
      readonly message: Message
      readonly leased: boolean
      readonly withPerson: boolean
      readonly history: { readonly locale: Locale; readonly messages: readonly Message[] } | null
    }
  /** The same id was stored before: no second run. */
  | { readonly kind: 'repeated'; readonly message: Message; readonly reply: Message | null }

/** A graph's checkpoint as it is stored: what stands in it is LangGraph's own. */
export interface GraphCheckpoint {
  readonly threadId: string
  readonly ns: string
  readonly id: string
  readonly parentId: string | null
  /** JSON. */
  readonly checkpoint: string
  readonly metadata: string
}

/**
 * What came of a reply: `sent`, `silenced` because a person has the thread, or `answered` because a reply existed already.
 */
export interface Delivery {
  readonly outcome: 'sent' | 'silenced' | 'answered'
  /** The reply as stored, where it was sent. */
  readonly message: Message | null
  /** Whether the lease was let go; then no other message waits. */
  readonly released: boolean
}

/** A lease's `holder` names one run, never a whole process: the same holder may always renew. */
export interface ThreadStore {
  create(thread: { id: string; customerId: string; locale: Locale; at: Date }): Promise<Thread>
  get(threadId: string): Promise<Thread | null>
  listFor(customerId: string): Promise<readonly Thread[]>
  /** Newest last. */
  messages(threadId: string, page?: { afterSeq?: number; last?: number }): Promise<readonly Message[]>
  /**
   * Stores a customer's message and tries to take the thread's lease for `holder`, in one statement.
   * @throws ParleyError IDEMPOTENCY_MISMATCH when the id was used for another text or thread; NOT_FOUND when this customer
   * has no such thread
   */
  receive(message: {
    id: string
    threadId: string
    customerId: string
    text: string
    /** Null when the words do not tell: then the thread's own. */
    locale: Locale | null
    /** What code must know of it later, whichever process answers; left out, nothing. */
    focus?: Readonly<Record<string, unknown>>
    at: Date
    holder: string
    leaseSeconds: number
  }): Promise<Received>
  /** Tries to take the lease, or to keep it longer; a lease that ran out counts as free. */
  lease(threadId: string, holder: string, seconds: number): Promise<boolean>
  /** Lets the lease go; with messages still unanswered the thread counts as stranded. */
  release(threadId: string, holder: string): Promise<void>
  /** The oldest customer message without an answer, if any; messages that went to a person count as answered. */
  nextUnanswered(threadId: string): Promise<Message | null>
  /** Threads with an unanswered message and no live lease: what a crash left behind. */
  stranded(limit: number): Promise<readonly string[]>
  /**
   * Answers a message once; whether a person has the thread is checked in the same statement. Releases the lease when
   * `release` names its holder and no other message waits.
   */
  reply(reply: {
    id: string
    threadId: string
    inReplyTo: string
    text: string
    locale: Locale
    facts: readonly Fact[]
    focus: Record<string, unknown>
    at: Date
    release?: string
    /** True for words that code says about the hand-off itself; they pass while a person is being called. */
    evenIfHandedOff?: boolean
    /** Where the run that made the reply stands; stored with it. */
    checkpoint?: GraphCheckpoint
  }): Promise<Delivery>
  /** Adds a message nobody asked for (an outcome, a person's words), once per `dedupeKey`. */
  post(message: {
    id: string
    threadId: string
    role: 'assistant' | 'duty-agent'
    text: string
    locale: Locale
    facts: readonly Fact[]
    focus: Record<string, unknown>
    at: Date
    dedupeKey: string
  }): Promise<'sent' | 'repeated'>
}
