/**
 * What a model outside this process is not told: who the customer is, where they live, and numbers that lead to people.
 *
 * Names, addresses, IBANs, e-mail addresses and telephone numbers go as placeholders that stay the same in a thread; in
 * what the model says and calls they are put back before anything looks at it.
 *
 * @module
 */
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Customer } from '../tools/offers/contract.ts'

/** What is on record about a person that would name them. */
export interface PersonalWords {
  /** Full names: of the customer, of people known to be theirs. */
  readonly names: readonly string[]
  /** Lines of addresses. */
  readonly addressLines: readonly string[]
}

/** What the customer's own record would give away. */
export function personalWords(customer: Customer | null): PersonalWords {
  return customer === null
    ? { names: [], addressLines: [] }
    : { names: [customer.name], addressLines: customer.address ?? [] }
}

export interface Veil {
  hide(messages: readonly BaseMessage[]): readonly BaseMessage[]
  /** The answer as it would be if the model had been told everything. */
  lift(answer: AIMessage): AIMessage
}

/** What is found by its form, wherever it stands. */
const FORMS = {
  iban: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/giu,
  email: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  phone:
    /(?<![\p{L}\p{N}.,_-])(?:\+\d{1,3}|00\d{1,3}|0)[ /()-]{0,3}\d(?:[ /()-]{0,3}\d){6,12}(?![\p{L}\p{N}_]|[.,]\d)/gu,
  address:
    /(?<![\p{L}\p{N}])\p{Lu}[\p{L}.-]*(?:stra(?:ß|ss)e|str\.|weg|allee|platz|gasse|ufer|damm|[ -](?:Stra(?:ß|ss)e|Weg|Allee|Platz|Street|Road|Lane))[ ]\d{1,4}[ ]?[a-z]?(?![\p{L}\p{N}])/gu,
} as const

/** Parts of names that stand for nobody alone. */
const SHORTEST_PART = 3
const TITLES = new Set(['Dr', 'Prof', 'Frau', 'Herr', 'Mrs', 'Miss', 'von', 'van', 'der', 'den', 'zur'])

/** Facts are referred to in double brackets; what stands in them is an id of ours. */
const REFERENCE = /(\[\[[^\]]*\]\])/

export function veilFor(threadId: string, { names, addressLines }: PersonalWords): Veil {
  const hidden = new Map<string, string>()
  const placeholder = (kind: string, value: string): string => {
    const digest = bytesToHex(sha256(utf8ToBytes(`${threadId}\n${kind}\n${value}`)))
    const name = `[[${kind}.${digest.slice(0, 8)}]]`
    hidden.set(name, value)
    return name
  }
  const parts = names.flatMap((name) => name.split(/[\s,.]+/).filter(standsAlone))
  // Longer words first: a full name is one person, not two words.
  const words = [
    ...addressLines.map((value) => ({ kind: 'address', value })),
    ...[...names, ...parts].map((value) => ({ kind: 'person', value })),
  ]
    .filter(({ value }) => value.trim() !== '')
    .sort((a, b) => b.value.length - a.value.length)
    .map(({ kind, value }) => ({ kind, exact: wordPattern(value, 'gu'), loose: wordPattern(value, 'giu') }))

  function veil(text: string, spelling: 'exact' | 'loose'): string {
    return text
      .split(REFERENCE)
      .map((piece) => {
        if (REFERENCE.test(piece)) return piece
        let veiled = piece
        for (const kind of ['iban', 'email', 'phone'] as const) {
          veiled = outside(veiled, FORMS[kind], (value) => placeholder(kind, value))
        }
        for (const word of words) {
          veiled = outside(veiled, word[spelling], (value) => placeholder(word.kind, value))
        }
        return outside(veiled, FORMS.address, (value) => placeholder('address', value))
      })
      .join('')
  }

  function hideIn(message: BaseMessage): BaseMessage {
    const { content } = message
    if (typeof content !== 'string') return message
    // In their own words people spell their names as they like; elsewhere a small "klein" is no Mr Klein.
    if (HumanMessage.isInstance(message)) return new HumanMessage({ content: veil(content, 'loose') })
    if (SystemMessage.isInstance(message)) return new SystemMessage({ content: veil(content, 'exact') })
    if (ToolMessage.isInstance(message)) {
      return new ToolMessage({ content: veil(content, 'exact'), tool_call_id: message.tool_call_id })
    }
    if (AIMessage.isInstance(message)) {
      const calls = message.tool_calls ?? []
      return new AIMessage({
        content: veil(content, 'exact'),
        tool_calls: calls.map((call) => ({ ...call, args: inTexts(call.args, (text) => veil(text, 'loose')) })),
      })
    }
    return message
  }

  const lifted = (text: string): string =>
    text.replace(/\[\[(?:person|address|iban|email|phone)\.[0-9a-f]{8}\]\]/g, (name) => hidden.get(name) ?? name)

  return {
    hide: (messages) => messages.map(hideIn),
    lift: (answer) =>
      new AIMessage({
        content: lifted(answer.text),
        tool_calls: (answer.tool_calls ?? []).map((call) => ({ ...call, args: inTexts(call.args, lifted) })),
      }),
  }
}

/** A text with what is found by its form cut out for good, where nothing has to come back. */
export function withoutPersonalForms(text: string): string {
  return Object.values(FORMS).reduce((left, form) => left.replaceAll(form, '…'), text)
}

function standsAlone(part: string): boolean {
  return part.length >= SHORTEST_PART && !TITLES.has(part) && /^\p{Lu}/u.test(part)
}

function wordPattern(value: string, flags: string): RegExp {
  const spelled = value
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  return new RegExp(`(?<![\\p{L}\\p{N}-])${spelled}(?![\\p{L}\\p{N}-])`, flags)
}

/** Replaces outside of placeholders that stand in the text already. */
function outside(text: string, pattern: RegExp, replace: (value: string) => string): string {
  if (!text.includes('[[')) return text.replace(pattern, replace)
  return text
    .split(REFERENCE)
    .map((piece) => (REFERENCE.test(piece) ? piece : piece.replace(pattern, replace)))
    .join('')
}

/** A JSON value with every text in it changed. */
function inTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((item: unknown) => inTexts(item, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inTexts(inner, change)])) as T
}
