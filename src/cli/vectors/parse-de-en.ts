/**
 * `parse-de-en.json`: amounts, days and account numbers in German and English text.
 *
 * @module
 */
import { z } from 'zod'
import { parseAmount } from '../../../tools/shared/words/parse-amount.ts'
import { parseDate } from '../../../tools/shared/words/parse-date.ts'
import { parseIban } from '../../../tools/shared/words/parse-iban.ts'
import { type CaseAdapter, caseAdapter, type Outputs } from './adapter.ts'
import { day } from './fields.ts'

const locale = z.enum(['de', 'en'])
const understood = { ambiguous: false, ask: false }

export const parseDeEn: CaseAdapter = caseAdapter({
  inputs: z.union([
    z.strictObject({ iban: z.string() }),
    z.strictObject({ locale, text: z.string(), reference: day }),
    z.strictObject({ locale, text: z.string() }),
  ]),
  run: (inputs) => {
    if ('iban' in inputs) return { valid: parseIban(inputs.iban).kind === 'iban' }
    if ('reference' in inputs) {
      const parsed = parseDate(inputs.text, inputs.locale, inputs.reference)
      return parsed.kind === 'date' ? { ...understood, date: parsed.date } : asked(parsed.kind)
    }
    const parsed = parseAmount(inputs.text, inputs.locale)
    if (parsed.kind !== 'amount') return asked(parsed.kind)
    return { ...understood, amount: parsed.amount, currency: parsed.currency }
  },
})

function asked(kind: 'ambiguous' | 'none'): Outputs {
  return { ambiguous: kind === 'ambiguous', ask: true }
}
