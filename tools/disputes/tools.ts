/**
 * What the model may call about fees: have them judged by the rules and a letter drafted. Sending needs an approval.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import type { Debt } from '../debts/debt.ts'
import type { DebtLedger } from '../debts/debt-ledger.ts'
import { debtsOf } from '../debts/list-debts.ts'
import type { ExplanationBook } from '../explanations/explanation-book.ts'
import { handoffAnswer } from '../handoffs/handoff-facts.ts'
import type { PersonDesk } from '../handoffs/person-desk.ts'
import type { CustomerBook } from '../offers/contract.ts'
import { question, refused } from '../shared/ask.ts'
import { citeFigures } from '../shared/cite-figures.ts'
import { today } from '../shared/clock.ts'
import type { Fact } from '../shared/fact.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import { assessFees } from './assess-fees.ts'
import type { AssessedFee } from './assessed-fee.ts'
import { disputeAnswer } from './dispute-answer.ts'
import type { DisputeBook } from './dispute-book.ts'
import { draftDispute } from './draft-dispute.ts'
import type { DunningPolicy } from './dunning-policy.ts'
import { FEE_CODES } from './fee-codes.ts'
import { MISSING_FACT_QUESTIONS, type MissingFactCode } from './missing-fact.ts'

export interface DisputeParts {
  readonly ledger: DebtLedger
  readonly disputes: DisputeBook
  readonly explanations: ExplanationBook
  readonly customers: CustomerBook
  readonly desk: PersonDesk
  readonly policy: DunningPolicy
}

const CONTEST_FEE = {
  name: 'contest_fee',
  description:
    "Judges the fees a creditor added, by rules of law, and drafts an objection in the customer's own name. Nothing is sent; propose_commitment asks for the approval to send it.",
  schema: z.object({
    creditor: z.string().max(200).optional().describe('name or part of it'),
    debtId: z.string().optional().describe('from list_debts'),
    feeId: z.string().optional().describe('only this fee, from list_debts'),
  }),
  responseFormat: 'content_and_artifact',
} as const

export function disputeTools(parts: DisputeParts, context: ToolContext) {
  return [
    tool(async (about) => {
      const { answer, focus } = await contest(about, parts, context)
      return toolResult(answer, context.locale, focus)
    }, CONTEST_FEE),
  ]
}

interface Contested {
  readonly answer: ToolAnswer
  readonly focus: Readonly<Record<string, unknown>>
}

async function contest(
  about: {
    readonly creditor?: string | undefined
    readonly debtId?: string | undefined
    readonly feeId?: string | undefined
  },
  parts: DisputeParts,
  context: ToolContext,
): Promise<Contested> {
  const debts = await parts.ledger.debts(context.customerId)
  const found = chooseDebt(debts, about)
  if ('kind' in found) return { answer: found, focus: found.kind === 'question' ? { asked: found.code } : {} }
  const { debt } = found
  const day = today(context.clock)
  const assessment = assessFees(debt, day, parts.policy)
  if (assessment.kind === 'court-paper') {
    const called = await parts.desk.call(
      'court-paper',
      `Court paper on debt ${debt.id}; last day to object by record: ${assessment.deadline}.`,
      assessment.deadline,
    )
    return { answer: handoffAnswer(called), focus: { debtId: debt.id } }
  }
  const customer = await parts.customers.customer(context.customerId)
  const dispute = draftDispute(debt, assessment, {
    id: context.ids.next('dsp'),
    customerId: context.customerId,
    customerName: customer?.name ?? '',
    customerAddress: customer?.address ?? [],
    threadId: context.threadId,
    today: day,
    now: context.clock.now(),
    locale: debt.currency === 'EUR' && (customer?.locale ?? 'de').startsWith('de') ? 'de' : 'en',
    feeId: about.feeId ?? null,
  })
  if (dispute === null)
    return { answer: nothingToContest(debt, assessment.items, assessment.missing), focus: { debtId: debt.id } }
  const { answer, explanations } = disputeAnswer(dispute, assessment.items, assessment)
  await parts.explanations.addAll(context.customerId, explanations, context.clock.now())
  await parts.disputes.add(dispute)
  return {
    answer,
    focus: { disputeId: dispute.id, debtId: debt.id, ...(assessment.escalate ? { personOffered: 'needs-human' } : {}) },
  }
}

/** The debt that is meant; asks when several could be. */
function chooseDebt(
  debts: readonly Debt[],
  {
    creditor,
    debtId,
    feeId,
  }: {
    readonly creditor?: string | undefined
    readonly debtId?: string | undefined
    readonly feeId?: string | undefined
  },
): { readonly debt: Debt } | Extract<ToolAnswer, { kind: 'question' | 'refused' }> {
  const meant = (creditor === undefined ? debts : debtsOf(debts, creditor)).filter(
    (debt) =>
      (debtId === undefined || debt.id === debtId) && (feeId === undefined || debt.fees.some(({ id }) => id === feeId)),
  )
  const contestable = meant.filter(
    (debt) => debt.fees.length > 0 || debt.interestClaim !== undefined || debt.title !== undefined,
  )
  const [only] = contestable
  if (only !== undefined && contestable.length === 1) return { debt: only }
  if (contestable.length > 1) {
    return question(
      'DEBT',
      { de: 'Um die Gebühren welches Gläubigers geht es?', en: "Which creditor's fees is it about?" },
      contestable.map(({ id, creditor: { name } }) => `${name} (${id})`),
    ) as Extract<ToolAnswer, { kind: 'question' }>
  }
  return refused(
    meant.length === 0 ? 'UNKNOWN_DEBT' : 'NO_FEES',
    meant.length === 0
      ? { de: 'Eine solche Forderung ist nicht bekannt.', en: 'No such debt is on record.' }
      : { de: 'Zu dieser Forderung sind keine Gebühren bekannt.', en: 'No fees are on record for this debt.' },
  ) as Extract<ToolAnswer, { kind: 'refused' }>
}

/** What is owed is said to be owed; what depends on unknown facts is asked. */
function nothingToContest(debt: Debt, items: readonly AssessedFee[], missing: readonly MissingFactCode[]): ToolAnswer {
  const source = { type: 'debt', id: debt.id, origin: debt.source, asOf: debt.asOf } as const
  const facts: Fact[] = []
  const cited = (text: string, locale: 'de' | 'en', part: string) => {
    const result = citeFigures(text, { locale, prefix: `judged.${encodeURIComponent(debt.id)}.${part}`, source })
    facts.push(...result.facts)
    return result.text
  }
  const [first] = missing
  if (first !== undefined) {
    const words = MISSING_FACT_QUESTIONS[first]
    return {
      kind: 'question',
      code: first,
      ask: { de: cited(words.de, 'de', first), en: cited(words.en, 'en', first) },
      options: [],
      facts,
    }
  }
  const codes = [...new Set(items.flatMap((item) => item.codes))]
  const reason = (locale: 'de' | 'en') =>
    cited(codes.map((code) => FEE_CODES[code].text[locale]).join(' '), locale, 'reason')
  return {
    kind: 'refused',
    code: 'NOTHING_TO_CONTEST',
    reason: {
      de: `Nach den Regeln ist hier nichts zu bestreiten. ${reason('de')}`.trim(),
      en: `By the rules there is nothing to contest here. ${reason('en')}`.trim(),
    },
    figures: [],
    facts,
  }
}
