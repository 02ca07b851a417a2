/**
 * What the model may call about contracts and offers: reading and comparing.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import { refPart } from '../shared/make-facts.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import { compareInsuranceFor, compareLoansFor, type OfferParts } from './compare-for-customer.ts'
import { contractFacts } from './term-facts.ts'
import { INSURANCE_KINDS } from './terms.ts'

const figure = z.union([z.string(), z.number()])
const KINDS = ['instalment-loan', 'overdraft', 'savings', ...INSURANCE_KINDS] as const

const LIST_CONTRACTS = {
  name: 'list_contracts',
  description: "The customer's loans, overdraft, savings and insurance policies as on record.",
  schema: z.object({ kind: z.enum(KINDS).optional() }),
  responseFormat: 'content_and_artifact',
} as const

const COMPARE_LOANS = {
  name: 'compare_loans',
  description:
    'Compares the loan offers the customer holds with each other and with keeping the present loan. Pass only limits the customer named.',
  schema: z.object({
    contractId: z.string().optional().describe('the loan to replace, from list_contracts'),
    amount: figure.optional(),
    maxTermMonths: z.int().optional(),
    maxRatePercent: figure.optional().describe('effective rate'),
    maxMonthly: figure.optional(),
    rankBy: z.enum(['total', 'monthly', 'effective-rate']).optional(),
  }),
  responseFormat: 'content_and_artifact',
} as const

const COMPARE_INSURANCE = {
  name: 'compare_insurance',
  description:
    'Compares insurance offers with each other and with the present policy: cover first, then price. Pass only limits the customer named.',
  schema: z.object({
    insuranceKind: z.enum(INSURANCE_KINDS).optional(),
    maxMonthly: figure.optional(),
    maxYearly: figure.optional(),
    maxDeductible: figure.optional(),
    mustHave: z
      .array(z.string().max(60))
      .max(20)
      .optional()
      .describe('names of covers, as in the records: bicycleTheft, glass, …'),
  }),
  responseFormat: 'content_and_artifact',
} as const

/** Tools over the customer's contracts and offers. */
export function offerTools(parts: OfferParts, context: ToolContext) {
  const listContracts = tool(async ({ kind }) => {
    const all = await parts.contracts.contracts(context.customerId)
    const described = all
      .filter((contract) => kind === undefined || contract.kind === kind)
      .map((contract) => ({ contract, facts: contractFacts(`contract.${refPart(contract.id)}`, contract) }))
    return toolResult(
      {
        kind: 'contracts',
        lines: described.map(({ contract, facts }) => ({
          contractId: contract.id,
          contractKind: contract.kind,
          provider: contract.provider.name,
          figures: facts.map(({ ref }) => ref),
        })),
        facts: described.flatMap(({ facts }) => facts),
      },
      context.locale,
    )
  }, LIST_CONTRACTS)
  const compareLoans = tool(async (wish) => {
    const { answer, focus } = await compareLoansFor(wish, parts, context)
    return toolResult(answer, context.locale, focus)
  }, COMPARE_LOANS)
  const compareInsurance = tool(async (wish) => {
    const { answer, focus } = await compareInsuranceFor(wish, parts, context)
    return toolResult(answer, context.locale, focus)
  }, COMPARE_INSURANCE)
  return [listContracts, compareLoans, compareInsurance]
}
