/**
 * Settings that are numbers by name in one variable: `customer=300,reviewer=600`.
 *
 * @module
 */
import { z } from 'zod'
import { ROLES, type Role } from '../http/principal.ts'
import { RETAINED, RETENTION_DAYS, type RetentionDays } from '../retention/retention-days.ts'

/** Enough for a page that looks often and a program that works; a person comes nowhere near. */
const REQUESTS_PER_MINUTE: Readonly<Record<Role, number>> = {
  customer: 600,
  reviewer: 1200,
  'duty-agent': 1200,
  operator: 3000,
  service: 3000,
}

/** `customer=300,reviewer=600`, where roles that are not named keep theirs; or `unlimited`. */
export function rates(text: string, context: z.RefinementCtx): Readonly<Record<Role, number>> | null {
  if (text === 'unlimited') return null
  return numbered(text, REQUESTS_PER_MINUTE, ROLES, context, '"customer=300,reviewer=600", or unlimited')
}

/** `threads=365,expired-offers=90`; kinds that are not named keep theirs. */
export function retention(text: string, context: z.RefinementCtx): RetentionDays {
  return numbered(text, RETENTION_DAYS, RETAINED, context, '"threads=365,expired-offers=90"')
}

/** Names with whole numbers from 1, over what holds where none is named. */
function numbered<K extends string>(
  text: string,
  standard: Readonly<Record<K, number>>,
  names: readonly K[],
  context: z.RefinementCtx,
  example: string,
): Readonly<Record<K, number>> {
  const named: Partial<Record<K, number>> = {}
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [name = '', value = ''] = part.split('=').map((word) => word.trim())
    const known = names.find((one) => one === name)
    if (known === undefined || !/^[1-9]\d{0,8}$/.test(value)) {
      context.addIssue({
        code: 'custom',
        message: `must be names of ${names.join(', ')} with whole numbers such as ${example}`,
      })
      return z.NEVER
    }
    named[known] = Number(value)
  }
  return { ...standard, ...named }
}
