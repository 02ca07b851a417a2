/**
 * What no log may show, whoever writes it: by key where it is named, by form where it stands in a text.
 *
 * @module
 */
import { isValidIBAN } from 'ibantools'

/** Keys whose values are cut out of what is logged. */
const SECRET_KEYS: ReadonlySet<string> = new Set([
  'token',
  'authorization',
  'apiKey',
  'password',
  'secret',
  'limits',
  'reservation',
  'reserve',
  'because',
  'iban',
  'text',
  'content',
  'messages',
  'name',
])

const CUT = '[cut]'
/** What lies deeper is cut whole. */
const DEPTH = 6

/**
 * What is logged, without what is secret by its key. Of an error only its kind, words, code and stack are left: a database
 * adds the row it refused, a client the request it sent.
 */
export function withoutSecretKeys(value: unknown, depth = DEPTH): unknown {
  if (value instanceof Error) {
    const { name: type, message, stack, cause } = value
    const code = 'code' in value ? { code: value.code } : {}
    return {
      type,
      message,
      ...code,
      stack,
      ...(cause === undefined ? {} : { cause: withoutSecretKeys(cause, depth - 1) }),
    }
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth <= 0) return CUT
  if (Array.isArray(value)) return value.map((item) => withoutSecretKeys(item, depth - 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      SECRET_KEYS.has(key) ? CUT : withoutSecretKeys(inner, depth - 1),
    ]),
  )
}

const TOKEN = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g
const BEARER = /\b(Bearer|Basic) +[\w.~+/=-]{8,}/gi
const WEBHOOK_SECRET = /\bwhsec_[\w+/=-]+/g
const API_KEY = /\bsk-[\w-]{8,}/g
const URL_PASSWORD = /(:\/\/[^\s/:@"]*:)[^\s/@"]+(@)/g
const IBAN = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,4})?(?![A-Za-z0-9])/g

/** A line without what is secret by its form. A signed document is no token: both are cut. */
export function withoutSecretForms(line: string): string {
  return line
    .replaceAll(TOKEN, CUT)
    .replaceAll(BEARER, `$1 ${CUT}`)
    .replaceAll(WEBHOOK_SECRET, CUT)
    .replaceAll(API_KEY, CUT)
    .replaceAll(URL_PASSWORD, `$1${CUT}$2`)
    .replaceAll(IBAN, (found) => (isValidIBAN(found.replaceAll(/[ -]/g, '').toUpperCase()) ? CUT : found))
}
