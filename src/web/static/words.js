/* The page's words in the language chosen, and how figures are written in it. */
import { CODES } from './code-words.js'
import { ENGLISH } from './words-english.js'
import { GERMAN } from './words-german.js'

let current =
  localStorage.getItem('parley-locale') ?? (navigator.language?.toLowerCase().startsWith('de') ? 'de' : 'en')

export const locale = () => current

export function setLocale(next) {
  current = next
  localStorage.setItem('parley-locale', next)
}

/** The page's words for a key, with `{gaps}` filled in. */
export function t(key, gaps = {}) {
  const words = (current === 'de' ? GERMAN : ENGLISH)[key] ?? key
  return words.replaceAll(/\{(\w+)\}/g, (_, gap) => gaps[gap] ?? '')
}

/** A code of the records in words. */
export const code = (name) => CODES[current][name] ?? name

/** The current language of a bilingual text. */
export const say = (text) => (text === null || text === undefined ? '' : text[current])

const tag = () => (current === 'de' ? 'de-DE' : 'en-GB')

export function money(amount, currency) {
  return new Intl.NumberFormat(tag(), { style: 'currency', currency }).format(Number(amount))
}

export function percent(text) {
  return `${new Intl.NumberFormat(tag(), { minimumFractionDigits: 2, maximumFractionDigits: 6 }).format(Number(text))} %`
}

/** An instant in German time, in which the deadlines of German law end. */
export function moment(iso) {
  return new Intl.DateTimeFormat(tag(), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(
    new Date(iso),
  )
}

export function day(iso) {
  return new Intl.DateTimeFormat(tag(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`))
}
