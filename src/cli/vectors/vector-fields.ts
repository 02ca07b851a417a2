/**
 * The kinds of fields vectors are written in.
 *
 * @module
 */
import { z } from 'zod'
import { isDay } from '../../../tools/shared/calendar.ts'
import { type Money, parseMoney } from '../../../tools/shared/money.ts'

/** A decimal string in euros, as `Money`; no vector names another currency. */
export const euros = z.string().transform((text): Money => parseMoney(text, 'EUR'))

/** A calendar day. */
export const day = z.string().refine(isDay, 'must be an existing day written YYYY-MM-DD')

/** A rate written as a number or a decimal string, as a decimal string. */
export const rate = z.union([z.number().transform(String), z.string()])
