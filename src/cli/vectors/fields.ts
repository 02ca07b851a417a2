/**
 * Fields that vector inputs share: decimal strings, days and amounts in euros.
 *
 * @module
 */
import { z } from 'zod'
import { isDay } from '../../../tools/shared/calendar.ts'
import { parseMoney } from '../../../tools/shared/money.ts'

/** A calendar day. */
export const day = z.string().refine(isDay, 'must be an existing day')

/** A decimal string as written. */
export const decimalString = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a decimal string')

/** A decimal string as an amount in euros. */
export const euros = decimalString.transform((text) => parseMoney(text, 'EUR'))

/** A rate written as a number or as a decimal string, as a decimal string. */
export const rate = z.union([z.number().transform(String), decimalString])
