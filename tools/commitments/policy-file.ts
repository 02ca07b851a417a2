/**
 * An operator's own approval policy, as JSON: the same table as the default one, checked as a whole before it is used.
 *
 * @module
 */
import { z } from 'zod'
import { DEAL_KINDS } from '../offers/deal-kinds.ts'
import { currencySchema } from '../offers/terms.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { ApprovalPolicy } from './approval-policy.ts'
import { noticeActSchema } from './proposal.ts'

/** Kinds that a row may name; another word would be a row that never applies. */
const actSchema = z.enum(['conclude', 'notice', ...DEAL_KINDS, ...noticeActSchema.shape.notice.options])
const actsSchema = z.array(actSchema).min(1)
const minutesSchema = z.int().min(1).max(525_600)

const tierSchema = z.strictObject({
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('always') }),
    z.strictObject({ kind: z.literal('total-above'), amount: z.string().regex(/^\d{1,12}(\.\d{1,2})?$/) }),
    z.strictObject({ kind: z.literal('months-above'), months: z.int().min(0).max(1200) }),
    z.strictObject({ kind: z.literal('foreign-currency') }),
    z.strictObject({ kind: z.literal('act'), acts: actsSchema }),
    z.strictObject({
      kind: z.literal('customer-flag'),
      flag: z.literal('financial-distress'),
      acts: actsSchema.optional(),
    }),
  ]),
  reviewers: z.int().min(0).max(9),
  customer: z.boolean(),
  withinHours: z.int().min(1).max(8760).optional(),
  coolDownMinutes: minutesSchema.optional(),
  firstLookMinutes: minutesSchema.optional(),
  decisionMinutes: minutesSchema.optional(),
  reason: z.strictObject({ de: z.string().min(1).max(500), en: z.string().min(1).max(500) }),
})

const policySchema = z.strictObject({
  version: z
    .string()
    .min(1)
    .max(60)
    // Proposals, approvals and the audit trail name the table by its version.
    .refine((version) => !/^(?:default|self)-/.test(version), 'must be a name of your own, not default-… or self-…'),
  currency: currencySchema,
  tiers: z.array(tierSchema).min(1).max(100),
})

/** The table in the JSON an operator gives. @throws InvalidInput naming every fault under `PARLEY_POLICY` */
export function parsePolicy(json: string): ApprovalPolicy {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new InvalidInput([{ path: 'PARLEY_POLICY', reason: 'must be a JSON object, or a file with one' }])
  }
  const parsed = policySchema.safeParse(value)
  if (!parsed.success) {
    throw new InvalidInput(
      parsed.error.issues.map((i) => ({ path: ['PARLEY_POLICY', ...i.path].join('.'), reason: i.message })),
    )
  }
  // Absent keys stay absent: the table is shown as it was written.
  return JSON.parse(JSON.stringify(parsed.data)) as ApprovalPolicy
}
