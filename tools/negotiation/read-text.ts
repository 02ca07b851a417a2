/**
 * What a counterparty's words say about its terms, each reading with its place in the text, and where the two differ.
 *
 * The typed terms alone decide. Words have one effect: where they add to the terms or contradict them, we ask, and an
 * agreement that comes with them is not held until it is clear. What else they say (deadlines, orders, claims) is data.
 *
 * @module
 */
import type { DealTerms } from '../offers/terms.ts'
import { findAmounts } from '../shared/words/parse-amount.ts'
import { findRates } from '../shared/words/parse-rate.ts'
import { findTerms } from '../shared/words/parse-term.ts'
import { checkAmount, checkRate, checkTerm, type Doubt } from './check-text.ts'
import { type Topic, topicOf } from './text-topic.ts'

/** A piece of the text and what it was read as. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly topic: Topic
}

export interface ReadText {
  readonly found: readonly Span[]
  /** Pieces that do not go with the terms, with the reason. */
  readonly doubts: readonly (Span & { readonly doubt: Doubt })[]
}

const NOTHING: ReadText = { found: [], doubts: [] }
/** Beyond this nobody puts the terms of an offer. */
const MOST_LETTERS = 8_000

/** Reads the text beside an answer; without terms there is nothing to compare with. */
export function readText(text: string | null | undefined, terms: DealTerms | null | undefined): ReadText {
  if (text == null || terms == null) return NOTHING
  const said = text.slice(0, MOST_LETTERS)
  const locale = ENGLISH.test(said) && !GERMAN.test(said) ? 'en' : 'de'
  const found: Span[] = []
  const doubts: (Span & { doubt: Doubt })[] = []
  const read = (start: number, end: number, topic: Topic, doubt: Doubt | null): void => {
    const span = { start, end, text: said.slice(start, end), topic }
    found.push(span)
    if (doubt !== null) doubts.push({ ...span, doubt })
  }
  for (const { start, end, readings } of findRates(said, locale)) {
    const topic = topicOf(said, start, end, 'rate')
    read(start, end, topic, checkRate(topic, readings, terms))
  }
  for (const { start, end, readings } of findAmounts(said, locale)) {
    const topic = topicOf(said, start, end, 'amount')
    read(start, end, topic, checkAmount(topic, readings, terms, said.slice(end, end + 20)))
  }
  for (const { start, end, readings } of findTerms(said, locale)) {
    const topic = topicOf(said, start, end, 'term')
    read(start, end, topic, checkTerm(topic, readings, terms))
  }
  for (const match of said.matchAll(CONDITION))
    read(match.index, match.index + match[0].length, 'condition', 'condition')
  for (const match of said.matchAll(EXTRA)) read(match.index, match.index + match[0].length, 'extra', 'extra-cost')
  const inOrder = (a: Span, b: Span): number => a.start - b.start || a.end - b.end
  return { found: found.sort(inOrder), doubts: doubts.sort(inOrder) }
}

const ENGLISH = /(?<![a-zäöü])(?:the|and|with|your|our|you|only|per|plus|offer|fee|rate)(?![a-zäöü])/iu
const GERMAN = /(?<![a-zäöü])(?:der|die|das|und|mit|Ihr\w*|wir|unser\w*|nur|zzgl|Gebühr|Zins\w*)(?![a-zäöü])|[äöüß]/iu

/** "only if …", and products that are tied to an offer. */
const CONDITION =
  /(?:nur (?:wenn|falls|sofern|bei|in Verbindung mit|zusammen mit|gemeinsam mit)|sofern Sie|vorausgesetzt|unter der (?:Bedingung|Voraussetzung)|Voraussetzung ist|only if|only with|only together with|provided (?:that )?you|on (?:the )?condition|conditional (?:up)?on|subject to|as long as you|requires you)[^.;!?\n]{0,80}|(?:Restschuldversicherung|Ratenschutz\w*|Zahlungsschutz\w*|payment protection(?: insurance)?|credit life insurance|Zusatzversicherung|PPI\b)(?![^.;!?\n]{0,25}(?:nicht (?:nötig|erforderlich)|not required|optional|freiwillig))/giu
/** Costs that are said to come on top. */
const EXTRA =
  /(?:zzgl\.?|zuzüglich|exkl(?:usive|\.)?|ohne (?:Steuer\w*|Gebühr\w*|Versicherungsteuer)|netto|plus (?:a |an |the )?(?:\w+ ){0,3}(?:fee|tax|charge|vat|commission)s?|plus (?:\w+ ){0,2}(?:Gebühr\w*|Steuer\w*|Versicherungsteuer|Provision)|excluding (?:\w+ ){0,2}(?:tax|fees?|charges?|vat)|before (?:tax|fees)|fees? (?:extra|not included)|not including)[^.;!?\n]{0,40}/giu
