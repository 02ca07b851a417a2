/**
 * What no log may show, whoever writes it.
 *
 * @module
 */

/** Keys whose values are cut out of what is logged. */
export const SECRET_KEYS = [
  'token',
  'authorization',
  'apiKey',
  'password',
  'secret',
  'limits',
  'reservation',
  'iban',
  'text',
  'name',
] as const
