/**
 * Judging the fees of one debt, with what the creditor stated and what the customer told: a draft, a question, or why there
 * is nothing to contest.
 *
 * @module
 */
import type { DebtLedger } from '../debts/debt-ledger.ts'
import type { ExplanationBook } from '../explanations/explanation-book.ts'
import { handoffAnswer } from '../handoffs/handoff-facts.ts'
import type { PersonDesk } from '../handoffs/person-desk.ts'
import type { CustomerBook } from '../offers/contract.ts'
import { addDays } from '../shared/calendar.ts'
import { today } from '../shared/clock.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { askFact, halfOf, wantedFacts } from './ask-fact.ts'
import { assessFees, type FeeAssessment } from './assess-fees.ts'
import { type AboutFee, chooseDebt } from './choose-debt.ts'
import { disputeAnswer } from './dispute-answer.ts'
import type { Dispute, DisputeBook } from './dispute-book.ts'
import { draftDispute } from './draft-dispute.ts'
import type { DunningPolicy } from './dunning-policy.ts'
import { nothingToContest } from './nothing-to-contest.ts'
import { isUnknown, keyOf, newestTold, standingTold, type ToldFact, type WantedFact } from './told-fact.ts'
import { type KnownDebt, withTold } from './with-told.ts'

export interface ContestParts {
  readonly ledger: DebtLedger
  readonly disputes: DisputeBook
  readonly explanations: ExplanationBook
  readonly customers: CustomerBook
  readonly desk: PersonDesk
  readonly policy: DunningPolicy
  /** What the customer told in this conversation when they were asked, oldest first. */
  readonly told?: readonly ToldFact[]
  /** What the reply before asked for, and of which debt. */
  readonly asked?: WantedFact & { readonly debtId: string }
}

/** No reminder, agency or invoice comes much longer before the day on which a claim falls due. */
const DAYS_BEFORE_DUE = 60

export interface Contested {
  readonly answer: ToolAnswer
  readonly focus: Readonly<Record<string, unknown>>
}

export async function contest(about: AboutFee, parts: ContestParts, context: ToolContext): Promise<Contested> {
  const debts = await parts.ledger.debts(context.customerId)
  const found = chooseDebt(debts, about)
  if ('kind' in found) return { answer: found, focus: found.kind === 'question' ? { asked: found.code } : {} }
  const { debt: stated } = found
  const told = (parts.told ?? []).filter(({ debtId }) => debtId === stated.id)
  const debt = withTold(stated, told)
  const assessment = assessFees(debt, today(context.clock), parts.policy)
  if (assessment.kind === 'court-paper') {
    const called = await parts.desk.call(
      'court-paper',
      `Court paper on debt ${debt.id}; last day to object by record: ${assessment.deadline}.`,
      assessment.deadline,
    )
    return { answer: handoffAnswer(called), focus: { debtId: debt.id } }
  }
  return judged({ debt, told, assessment, feeId: about.feeId ?? null }, parts, context)
}

interface Judged {
  readonly debt: KnownDebt
  readonly told: readonly ToldFact[]
  readonly assessment: Extract<FeeAssessment, { kind: 'assessed' }>
  readonly feeId: string | null
}

async function judged(on: Judged, parts: ContestParts, context: ToolContext): Promise<Contested> {
  const { debt, told, assessment, feeId } = on
  const items = assessment.items.filter(({ id }) => feeId === null || id === feeId)
  const wanted = wantedFacts(items)
  const open = wanted.filter((fact) => !isUnknown(told, fact))
  const focus = { debtId: debt.id, ...(feeId === null ? {} : { feeId }) }
  const pending = halfAnswered(open, told, context)
  if (pending !== undefined)
    return { answer: ask(pending, on, parts, context), focus: { ...focus, ...asking(pending, open, on) } }
  const dispute = await draft(on, open.length < wanted.length, parts, context)
  if (dispute !== null) {
    const { answer, explanations } = disputeAnswer(dispute, items, {
      debt,
      missing: [...new Set(open.map(({ code }) => code))],
      escalate: assessment.escalate,
    })
    await parts.explanations.addAll(context.customerId, explanations, context.clock.now())
    await parts.disputes.add(dispute)
    return {
      answer,
      focus: {
        ...focus,
        disputeId: dispute.id,
        ...(open.length === 0 ? {} : { facts: open }),
        ...(assessment.escalate ? { personOffered: 'needs-human' } : {}),
      },
    }
  }
  const [next] = open
  if (next !== undefined)
    return { answer: ask(next, on, parts, context), focus: { ...focus, ...asking(next, open, on) } }
  return { answer: nothingToContest(debt, items, { told: standingTold(told), unknown: wanted }), focus }
}

/** A question whose answer, just given, left half of it open. */
function halfAnswered(
  open: readonly WantedFact[],
  told: readonly ToldFact[],
  { words }: ToolContext,
): WantedFact | undefined {
  const now = words.at(-1)?.messageId
  const just = newestTold(told).filter(({ messageId }) => messageId === now)
  return open.find((fact) => just.some((answer) => keyOf(answer) === keyOf(fact)))
}

function ask(wanted: WantedFact, { debt, told }: Judged, { asked }: ContestParts, { words }: ToolContext): ToolAnswer {
  const again = asked !== undefined && asked.debtId === debt.id && keyOf(asked) === keyOf(wanted)
  const answered = told.some((fact) => keyOf(fact) === keyOf(wanted))
  const now = words.at(-1)?.messageId
  const news = told.filter(({ messageId }) => messageId === now)
  return askFact(wanted, { debt, told, news, repeated: again && !answered })
}

/** What the question puts before the customer, so that the next message is read as its answer. */
function asking(wanted: WantedFact, open: readonly WantedFact[], { debt, told }: Judged) {
  const answer = newestTold(told).find((fact) => keyOf(fact) === keyOf(wanted))?.told
  return {
    asked: wanted.code,
    // The asked one first: a code may be wanted of several fees.
    facts: [{ ...wanted, ...halfOf(wanted, told) }, ...open.filter((fact) => keyOf(fact) !== keyOf(wanted))],
    since: addDays(debt.dueDate, -DAYS_BEFORE_DUE),
    ...(answer?.kind === 'unclear-day' ? { days: answer.days } : {}),
  }
}

async function draft(
  { debt, told, assessment, feeId }: Judged,
  demandsProof: boolean,
  parts: ContestParts,
  context: ToolContext,
): Promise<Dispute | null> {
  const customer = await parts.customers.customer(context.customerId)
  return draftDispute(debt, assessment, {
    id: context.ids.next('dsp'),
    customerId: context.customerId,
    customerName: customer?.name ?? '',
    customerAddress: customer?.address ?? [],
    threadId: context.threadId,
    today: today(context.clock),
    now: context.clock.now(),
    locale: debt.currency === 'EUR' && (customer?.locale ?? 'de').startsWith('de') ? 'de' : 'en',
    feeId,
    told: standingTold(told),
    unclear: demandsProof ? 'proof-demanded' : 'left-out',
  })
}
