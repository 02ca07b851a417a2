/**
 * Reads a customer's answer to a question about a fee. What is not an answer to it says so: nothing is guessed.
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'
import type { Locale } from '../shared/words/locale.ts'
import { pastDay } from '../shared/words/past-day.ts'
import { plainWords } from '../shared/words/plain-words.ts'
import { BUT, CLAUSE, CUES, DECLARED, FLAT, NO, NOT, NOT_FLAT, NOTICE, PLACES, UNKNOWN, YES } from './told-cues.ts'
import type { AskableCode, QuestionHalf, Told, ToldValue } from './told-fact.ts'

export interface Asked {
  readonly locale: Locale
  /** The day of the answer. */
  readonly today: Day
  /** No day before it is possible. */
  readonly since?: Day
  /** The half of the question that was asked alone. */
  readonly half?: QuestionHalf | undefined
  /** The days that the question gave to choose from. */
  readonly days?: readonly Day[]
}

/** The answer to a question, or null when the words are none. */
export function readTold(code: AskableCode, text: string, asked: Asked): Told | null {
  const words = plainWords(text)
  if (words === '' || words.length > 400 || words.endsWith('?')) return null
  const told = READERS[code](words, asked)
  // "I am not sure, but it was the 3rd" still says it.
  if (UNKNOWN.test(words) && (told?.kind !== 'value' || !BUT.test(words))) return { kind: 'unknown' }
  return told
}

/** Whether words speak of this fact by themselves, so that they answer it although something else was asked. */
export function speaksOf(code: AskableCode, text: string): boolean {
  return CUES[code].test(text)
}

type Reader = (words: string, asked: Asked) => Told | null

const READERS: Readonly<Record<AskableCode, Reader>> = {
  DUE_BASIS: (words) => {
    const contract =
      /(?<!\p{L})(?:\p{L}*vertrag\p{L}*|vereinbart\p{L}*|ausgemacht|contract\p{L}*|agreed|agreement)(?!\p{L})/iu.test(
        words,
      )
    const invoice = /(?<!\p{L})(?:\p{L}*rechnung\p{L}*|invoice|bill)(?!\p{L})/iu.test(words)
    if (contract === invoice) return null
    if (NOT.test(words)) return contract ? value({ dueBasis: 'unilateral_invoice' }) : null
    return value({ dueBasis: contract ? 'contract_calendar' : 'unilateral_invoice' })
  },
  INVOICE_30_DAYS: (words, asked) => {
    const notice = asked.half === 'arrival' ? null : noticeIn(words)
    const day = dayIn(words, asked)
    if (day?.kind === 'unclear-day') return notice === false ? value({ consumerNotice: false }) : day
    const received = day?.kind === 'value' ? { invoiceReceived: day.day } : {}
    const consumerNotice = notice === null ? {} : { consumerNotice: notice }
    return day === null && notice === null ? null : value({ ...received, ...consumerNotice })
  },
  FEE_BASIS: (words, { half }) => {
    if (half === 'clause')
      return yesOrNo(words, CLAUSE, (allows) => ({ basis: 'agb_flat', clauseAllowsLowerDamageProof: allows }))
    const clause = CLAUSE.test(words) ? !NOT.test(clauseOf(words)) : null
    const flat = FLAT.test(words) && !NOT_FLAT.test(words)
    if (NOT_FLAT.test(words) || (NO.test(words) && clause === null)) return value({ basis: 'cost' })
    if (/^(?:ja|yes)\W+(?:und )?(?:ja|yes)\W*$|beides|both/iu.test(words))
      return value({ basis: 'agb_flat', clauseAllowsLowerDamageProof: true })
    if (clause !== null) return value({ basis: 'agb_flat', clauseAllowsLowerDamageProof: clause })
    return flat || YES.test(words) ? value({ basis: 'agb_flat' }) : null
  },
  FEE_CHANNEL: (words) => {
    const app = /(?<!\p{L})(?:in der app|per app|app)(?!\p{L})/iu.test(words)
    const mail =
      /(?<!\p{L})(?:e-?mails?|mails?|elektronisch|digital|online|kundenkonto|electronic\p{L}*|sms|text message|whatsapp)(?!\p{L})/iu.test(
        words,
      )
    const paper =
      /(?<!\p{L})(?:papier|post|brief\p{L}*|postalisch|briefkasten|paper|letters?|by post|mailbox)(?!\p{L})/iu.test(
        words,
      )
    const named = [app, mail, paper].filter(Boolean).length
    if (named !== 1 || NOT.test(words)) return null
    return value({ channel: app ? 'app' : mail ? 'email' : 'paper' })
  },
  FEE_REMINDER: (words, asked) => {
    if (
      /(?<!\p{L})(?:zu keiner|keine[rn]? (?:mahnung|davon)|gab keine|nie gemahnt|none|to no reminder|no reminder|without a reminder|never (?:had|got) a reminder)(?!\p{L})/iu.test(
        words,
      )
    )
      return value({ reminder: 'none' })
    const day = dayIn(words, asked)
    if (day?.kind === 'unclear-day') return day
    if (day?.kind === 'value') return value({ reminder: { received: day.day } })
    const place = PLACES.find(([pattern]) => pattern.test(words))?.[1]
    return place === undefined ? null : value({ reminder: { place } })
  },
  MANDATE_DATE: (words, asked) => dayOnly(words, asked, (mandateDate) => ({ mandateDate })),
  FIRST_DEMAND: (words, asked) => {
    if (
      /(?<!\p{L})(?:gab keins|kein(?:e[ns]?)? (?:schreiben|brief|post)|nie (?:eins|etwas|was|ein schreiben)|none|no letter|never (?:got|had|received) (?:one|any|a letter))(?!\p{L})/iu.test(
        words,
      )
    )
      return value({ firstDemand: 'none' })
    return dayOnly(words, asked, (firstDemand) => ({ firstDemand }))
  },
  AGENCY_REGISTERED: (words) => yesOrNo(words, CUES.AGENCY_REGISTERED, (registered) => ({ registered })),
  CONTESTED_BEFORE_MANDATE: (words) =>
    yesOrNo(words, CUES.CONTESTED_BEFORE_MANDATE, (contestedBeforeMandate) => ({ contestedBeforeMandate })),
  // Only a declaration that it cannot be deducted lets the tax be passed on.
  CREDITOR_VAT: (words) => yesOrNo(words, DECLARED, (declared) => ({ creditorCanDeductVat: !declared })),
}

function value(of: ToldValue): Told {
  return { kind: 'value', value: of }
}

type DayRead = { readonly kind: 'value'; readonly day: Day } | Extract<Told, { kind: 'unclear-day' }>

/** The day in the words; one of those offered where it was a choice. */
function dayIn(words: string, { locale, today, since, days = [] }: Asked): DayRead | null {
  const [only, ...others] = days
  if (only !== undefined && others.length === 0 && YES.test(words)) return { kind: 'value', day: only }
  const read = pastDay(words, { locale, today, ...(since === undefined ? {} : { since }) })
  if (read.kind === 'day') return { kind: 'value', day: read.day }
  if (read.kind === 'none') return null
  const [chosen, ...more] = read.days.filter((day) => days.includes(day))
  return chosen !== undefined && more.length === 0
    ? { kind: 'value', day: chosen }
    : { kind: 'unclear-day', days: read.days }
}

function dayOnly(words: string, asked: Asked, make: (day: Day) => ToldValue): Told | null {
  const day = dayIn(words, asked)
  return day?.kind === 'value' ? value(make(day.day)) : day
}

/** A plain answer, or the matter named with or without a negation. */
function yesOrNo(words: string, cue: RegExp, make: (yes: boolean) => ToldValue): Told | null {
  if (NO.test(words)) return value(make(false))
  if (YES.test(words)) return value(make(true))
  return cue.test(words) ? value(make(!NOT.test(words))) : null
}

function noticeIn(words: string): boolean | null {
  if (NO.test(words)) return false
  if (NOTICE.test(words)) return !NOT.test(words)
  return YES.test(words) ? true : null
}

/** The part of an answer that speaks of the clause. */
function clauseOf(words: string): string {
  return words.split(/[,.;]| aber | but /iu).find((part) => CLAUSE.test(part)) ?? words
}
