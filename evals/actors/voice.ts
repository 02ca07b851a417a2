/**
 * A simulated customer's way of putting things: one of several wordings, in their language, in their manner. The same
 * seed says the same words.
 *
 * @module
 */
import { draw as chance, pick } from '../../src/sandbox/chance.ts'
import type { CustomerPart } from '../scenario/customer.ts'
import type { Value } from '../scenario/sample.ts'
import type { Language, Words } from '../scenario/words.ts'
import { isPhrase, PHRASES } from './phrases.ts'

export interface Said {
  readonly text: string
  readonly locale: Language
}

export interface Voice {
  /** Words drawn, filled and coloured; `plain` keeps answers that code must understand as they are. */
  say(
    words: Words,
    options?: { in?: Language | undefined; with?: Readonly<Record<string, Value>>; plain?: boolean },
  ): Said
}

export function createVoice(parts: {
  readonly customer: Pick<CustomerPart, 'speaks' | 'manner'>
  readonly values: Readonly<Record<string, Value>>
  /** What chance hangs on. */
  readonly seed: readonly string[]
}): Voice {
  const { speaks, manner } = parts.customer
  let count = 0
  return {
    say(words, options = {}) {
      count += 1
      const seed = [...parts.seed, String(count)]
      const other: Language = speaks === 'de' ? 'en' : 'de'
      const switched = manner.includes('switches-language') && count % 2 === 0 && hasLanguage(words, other)
      const locale = options.in ?? (switched ? other : speaks)
      const options_ = alternatives(words, locale)
      const chosen = manner.includes('terse') ? shortest(options_) : pick(options_, ...seed)
      const text = filled(chosen, { ...parts.values, ...options.with }, locale)
      return { text: options.plain === true ? text : coloured(text, locale, manner, seed), locale }
    },
  }
}

function hasLanguage(words: Words, language: Language): boolean {
  if (typeof words === 'string') return isPhrase(words)
  return !Array.isArray(words) && words[language].length > 0
}

function alternatives(words: Words, locale: Language): readonly [string, ...string[]] {
  const list = typeof words === 'string' ? phrase(words)[locale] : Array.isArray(words) ? words : words[locale]
  const [first, ...others] = list
  if (first === undefined) throw new Error(`there are no words in ${locale}`)
  return [first, ...others]
}

function phrase(name: string) {
  if (!isPhrase(name)) throw new Error(`there is no phrase "${name}"`)
  return PHRASES[name]
}

function shortest([first, ...others]: readonly [string, ...string[]]): string {
  return others.reduce((best, other) => (other.length < best.length ? other : best), first)
}

/** Placeholders as people of that language write them: "8.300", "7,9", "3.11.2026". */
function filled(text: string, values: Readonly<Record<string, Value>>, locale: Language): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const known = values[name]
    if (known === undefined) throw new Error(`nothing is drawn for {${name}}`)
    return spoken(known, locale)
  })
}

export function spoken({ as, value }: Value, locale: Language): string {
  const tag = locale === 'de' ? 'de-DE' : 'en-GB'
  switch (as) {
    case 'money':
      return new Intl.NumberFormat(tag, Number(value) % 1 === 0 ? {} : { minimumFractionDigits: 2 }).format(
        Number(value),
      )
    case 'rate':
      return new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }).format(Number(value))
    case 'day':
      return new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
        new Date(`${value}T00:00:00Z`),
      )
    default:
      return String(value)
  }
}

const CHAT = {
  de: [
    'Hallo zusammen!',
    'Guten Tag, ich bin gerade in der Bahn und habe kurz Zeit.',
    'Hi, ich hoffe, es geht Ihnen gut.',
  ],
  en: ['Hello there!', 'Hi, I am on the train and have a minute.', 'Good day, hope you are well.'],
} as const
const POLITE = {
  de: ['Könnten Sie mir bitte helfen?', 'Vielen Dank im Voraus.'],
  en: ['Could you please help me?', 'Many thanks in advance.'],
} as const

function coloured(text: string, locale: Language, manner: CustomerPart['manner'], seed: readonly string[]): string {
  let said = text
  if (manner.includes('chatty')) said = `${pick(CHAT[locale], ...seed, 'chat')} ${said}`
  if (manner.includes('polite')) said = `${said} ${pick(POLITE[locale], ...seed, 'polite')}`
  if (manner.includes('typos')) said = withTypo(said, seed)
  if (manner.includes('lower-case')) said = said.toLowerCase().replaceAll(/[.!]/g, '')
  return said
}

/** One slip of the fingers in a long word without digits; short words and figures stay readable. */
function withTypo(text: string, seed: readonly string[]): string {
  const words = text.split(' ')
  const long = words.flatMap((word, index) => (/^[\p{L}]{7,}[.,?!]?$/u.test(word) ? [index] : []))
  if (long.length === 0) return text
  const index = long[Math.floor(chance(...seed, 'typo') * long.length)] ?? 0
  const word = words[index] ?? ''
  const at = 2 + Math.floor(chance(...seed, 'letter') * (word.length - 4))
  const slips = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.slice(at, at + 1) + word.slice(at),
    word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  ] as const
  words[index] = pick(slips, ...seed, 'slip')
  return words.join(' ')
}
