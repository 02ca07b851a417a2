/**
 * Bank account numbers in text.
 *
 * @module
 */
import { electronicFormatIBAN, friendlyFormatIBAN, isValidIBAN } from 'ibantools'

export type ParsedIban =
  | { readonly kind: 'iban'; readonly iban: string; readonly printed: string }
  | { readonly kind: 'invalid' }

/** Reads an IBAN with or without spaces, in either case; valid when country, length and check digits are right (ISO 13616). */
export function parseIban(text: string): ParsedIban {
  if (!/^[\p{L}\d\s.-]*$/u.test(text)) return { kind: 'invalid' }
  const iban = electronicFormatIBAN(text)
  if (iban === null || !isValidIBAN(iban)) return { kind: 'invalid' }
  return { kind: 'iban', iban, printed: friendlyFormatIBAN(iban) ?? iban }
}
