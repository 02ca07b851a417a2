/**
 * What is accepted without question and what is contested hard: configuration with a version, not law. A lawyer signs it.
 *
 * @module
 */
import { z } from 'zod'
import { InvalidInput } from '../shared/errors.ts'
import { type Money, parseMoney } from '../shared/money.ts'

const euros = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,2})?$/, 'must be a decimal string in EUR such as "1.20"')
  .transform((text) => parseMoney(text, 'EUR'))

export const dunningPolicySchema = z.strictObject({
  id: z.string().min(1),
  safePaperReminder: euros,
  softUpperPaperReminder: euros,
  safeElectronicReminder: euros,
  softUpperElectronic: euros,
  safeReturnedDebit: euros,
  softUpperReturnedDebit: euros,
  maxReminders: z.int().min(1),
  note: z.string().optional(),
})

/** `safe…` is accepted without question; above `softUpper…` the objection is a strong one. Amounts in EUR. */
export type DunningPolicy = z.output<typeof dunningPolicySchema>

/** A policy from configuration. @throws InvalidInput naming every bad field, or a safe amount above its soft limit */
export function dunningPolicy(raw: unknown, path = 'policy'): DunningPolicy {
  const result = dunningPolicySchema.safeParse(raw)
  if (!result.success) {
    throw new InvalidInput(
      result.error.issues.map((issue) => ({ path: [path, ...issue.path].join('.'), reason: issue.message })),
    )
  }
  const bands: readonly (readonly [string, Money, Money])[] = [
    ['safePaperReminder', result.data.safePaperReminder, result.data.softUpperPaperReminder],
    ['safeElectronicReminder', result.data.safeElectronicReminder, result.data.softUpperElectronic],
    ['safeReturnedDebit', result.data.safeReturnedDebit, result.data.softUpperReturnedDebit],
  ]
  const wrong = bands.filter(([, safe, upper]) => safe.minor > upper.minor)
  if (wrong.length > 0) {
    throw new InvalidInput(
      wrong.map(([name]) => ({ path: `${path}.${name}`, reason: 'must not exceed its soft limit' })),
    )
  }
  return result.data
}

/** The policy in force since November 2026. */
export const DUNNING_POLICY: DunningPolicy = dunningPolicy({
  id: 'dunning-policy-2026-11',
  safePaperReminder: '1.20',
  softUpperPaperReminder: '2.50',
  safeElectronicReminder: '0.00',
  softUpperElectronic: '1.00',
  safeReturnedDebit: '3.00',
  softUpperReturnedDebit: '5.00',
  maxReminders: 3,
})
