/**
 * What the model may call about mandates: draft one, follow it, change its limits. Confirming is the customer's own act.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import { DEBT_ADVICE, NO_NEW_CREDIT } from '../debts/debt-advice.ts'
import type { DebtLedger } from '../debts/debt-ledger.ts'
import { knownDistress } from '../debts/known-distress.ts'
import type { ContractBook, CustomerBook } from '../offers/contract.ts'
import { INSURANCE_KINDS } from '../offers/terms.ts'
import { refused } from '../shared/ask.ts'
import { today } from '../shared/clock.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import { statedIn } from '../shared/words/stated-in.ts'
import { aboutMandate } from './about-mandate.ts'
import type { Delegations } from './delegations.ts'
import { type FollowParts, follow } from './follow.ts'
import { type Limits, type Mandate, NEEDS } from './mandate.ts'
import { mandateDraftAnswer } from './mandate-facts.ts'
import type { MandateLedger } from './mandate-ledger.ts'
import { checkedLimits, planMandate, type Wish } from './plan-mandate.ts'
import { alreadyUnderWay, sameUnderWay, saysNothingNew } from './under-way.ts'
import { askForLimits, decimalText, unsaidLimits } from './unsaid-limits.ts'

export interface MandateParts extends FollowParts {
  readonly delegations: Delegations
  readonly mandates: Pick<MandateLedger, 'pendingOf' | 'get'>
  readonly contracts: ContractBook
  readonly debts: DebtLedger
  readonly customers: CustomerBook
}

const figure = z.union([z.string(), z.number()])
const limitsArgument = z
  .object({
    amount: figure.optional(),
    maxNominalRatePercent: figure.optional(),
    maxEffectiveRatePercent: figure.optional(),
    minRatePercent: figure.optional(),
    minTermMonths: z.int().optional(),
    maxTermMonths: z.int().optional(),
    maxMonthly: figure.optional(),
    maxTotal: figure.optional(),
    maxFee: figure.optional(),
    maxAnnualPremium: figure.optional(),
    maxDeductible: figure.optional(),
    minSumInsured: figure.optional(),
    requiredCoverage: z.array(z.string().max(60)).max(20).optional(),
    insuranceKind: z.enum(INSURANCE_KINDS).optional(),
  })
  .describe('only what the customer said or the records hold; leave out what nobody said')

const START_NEGOTIATION = {
  name: 'start_negotiation',
  description:
    'Writes down what the customer wants negotiated, as a mandate that the customer then confirms. Nobody is contacted before that. Pass limits only as the customer said them.',
  schema: z.object({
    need: z.enum(NEEDS),
    contractId: z.string().optional().describe('from list_contracts'),
    debtId: z.string().optional().describe('from list_debts'),
    limits: limitsArgument.default({}),
  }),
  responseFormat: 'content_and_artifact',
} as const

const FOLLOW_NEGOTIATION = {
  name: 'follow_negotiation',
  description: 'How negotiations stand: who was contacted, their last words, what waits for whose approval.',
  schema: z.object({}),
  responseFormat: 'content_and_artifact',
} as const

const CHANGE_LIMITS = {
  name: 'change_limits',
  description:
    'Changes the limits of the mandate that waits for confirmation or is being negotiated. It becomes a new mandate to confirm; the old one ends at once.',
  schema: z.object({ limits: limitsArgument }),
  responseFormat: 'content_and_artifact',
} as const

/** Tools that draft and follow; nothing here contacts anybody. */
export function mandateTools(parts: MandateParts, context: ToolContext) {
  const startNegotiation = tool(async ({ need, contractId, debtId, limits }) => {
    const { answer, focus } = await draft({ need, contractId, debtId, limits: decimals(limits) }, parts, context)
    return toolResult(answer, context.locale, focus)
  }, START_NEGOTIATION)
  const followNegotiation = tool(async () => {
    const { answer, focus } = await follow(parts, context, (mandate) => aboutMandate(mandate, parts))
    return toolResult(answer, context.locale, focus)
  }, FOLLOW_NEGOTIATION)
  const changeLimits = tool(async ({ limits }) => {
    const { answer, focus } = await change(decimals(limits), parts, context)
    return toolResult(answer, context.locale, focus)
  }, CHANGE_LIMITS)
  return [startNegotiation, followNegotiation, changeLimits]
}

interface Drafted {
  readonly answer: ToolAnswer
  readonly focus: Readonly<Record<string, unknown>>
}

async function draft(
  wish: Omit<Wish, 'limits'> & { limits: Readonly<Record<string, unknown>> },
  parts: MandateParts,
  context: ToolContext,
): Promise<Drafted> {
  const [contracts, debts] = await recordsOf(parts, context)
  const unsaid = unsaidLimits(wish.limits, {
    words: context.words.map(({ text }) => text),
    records: [contracts, debts],
  })
  if (unsaid.length > 0) return asking(askForLimits(unsaid))
  const customer = await parts.customers.customer(context.customerId)
  const plan = planMandate(
    { ...wish, limits: checkedLimits(wish.limits) },
    { contracts, debts, currency: customer?.currency ?? 'EUR' },
  )
  if (plan.kind === 'ask') return asking(plan.answer)
  if (wish.need === 'new-loan' && knownDistress({ customer, debts, contracts }, today(context.clock)).length > 0) {
    return asking(
      refused('NO_NEW_CREDIT_IN_DISTRESS', {
        de: `${NO_NEW_CREDIT.de} ${DEBT_ADVICE.de}`,
        en: `${NO_NEW_CREDIT.en} ${DEBT_ADVICE.en}`,
      }),
    )
  }
  const waiting = await parts.mandates.pendingOf(context.threadId, context.clock.now())
  const wanted = { need: wish.need, subject: plan.subject, limits: plan.limits }
  const underWay = await sameUnderWay(wanted, parts, context)
  if (underWay !== null) {
    if (statedIn(context.words.at(-1)?.text ?? '') === '') return asking(onlyAsked())
    if (saysNothingNew(underWay, wanted)) return asking(alreadyUnderWay())
  }
  const drafted = await draftWithin(parts, {
    customerId: context.customerId,
    threadId: context.threadId,
    need: wish.need,
    subject: plan.subject,
    goal: (context.words.at(-1)?.text ?? wish.need).slice(0, 300),
    limits: plan.limits,
  })
  if (drafted === null) return asking(noRoom())
  // Said again in other words, the newer limits are what the customer means; the older draft must not be confirmed.
  if (waiting?.need === wish.need && waiting.subject?.id === plan.subject?.id) {
    await parts.delegations.revoke(waiting.id, context.customerId)
  }
  // The whole wish said anew corrects what is under way, as a changed limit does: its proposal is void at once.
  if (underWay !== null) await parts.delegations.revoke(underWay.id, context.customerId)
  return shown(drafted, plan)
}

type Draft = Awaited<ReturnType<Delegations['draft']>>

/** Null when the limits contradict each other or leave nothing to offer: that is the customer's to mend. */
async function draftWithin(
  { delegations }: MandateParts,
  request: Parameters<Delegations['draft']>[0],
): Promise<Draft | null> {
  try {
    return await delegations.draft(request)
  } catch (error) {
    if (error instanceof InvalidInput && error.faults.every(({ path }) => path.startsWith('limits'))) return null
    throw error
  }
}

function noRoom(): ToolAnswer {
  return refused('LIMITS_LEAVE_NOTHING', {
    de: 'Diese Grenzen widersprechen sich oder lassen nichts übrig, was angeboten werden könnte. Bitte lockern Sie eine davon.',
    en: 'These limits contradict each other or leave nothing that could be offered. Please loosen one of them.',
  })
}

function shown(
  { mandate, counterpartyNames }: Draft,
  { currency, about }: { readonly currency: string; readonly about: string | null },
): Drafted {
  const answer = mandateDraftAnswer(mandate, counterpartyNames, {
    currency: mandate.limits.currency ?? currency,
    about,
  })
  return { answer, focus: { mandateId: mandate.id } }
}

/** A correction ends what it corrects at once: less is allowed until the customer confirms the new limits. */
async function change(
  limits: Readonly<Record<string, unknown>>,
  parts: MandateParts,
  context: ToolContext,
): Promise<Drafted> {
  const old = await mandateToChange(parts, context)
  if (old === null) {
    return asking(
      refused('NO_MANDATE', {
        de: 'Es gibt hier keinen Auftrag, der geändert werden kann.',
        en: 'There is no mandate here that can be changed.',
      }),
    )
  }
  const said = context.words.at(-1)?.text ?? ''
  if (old.confirmedAt !== null && statedIn(said) === '') return asking(onlyAsked())
  const [contracts, debts] = await recordsOf(parts, context)
  const unsaid = unsaidLimits(limits, { words: context.words.map(({ text }) => text), records: [contracts, debts] })
  if (unsaid.length > 0) return asking(askForLimits(unsaid))
  const merged: Limits = { ...old.limits, ...checkedLimits(limits) }
  const drafted = await draftWithin(parts, {
    customerId: context.customerId,
    threadId: context.threadId,
    need: old.need,
    subject: old.subject,
    goal: old.goal,
    limits: merged,
  })
  if (drafted === null) return asking(noRoom())
  await parts.delegations.revoke(old.id, context.customerId)
  return shown(drafted, await aboutMandate(old, parts))
}

/** "What if I said 48 months?" ends no talks and takes back no proposal. */
function onlyAsked(): ToolAnswer {
  return refused('NOTHING_CHANGED', {
    de: 'Geändert ist nichts. Andere Grenzen würden beenden, was gerade läuft, auch einen Vorschlag, der auf die Freigabe wartet; dann verhandle ich neu. Wenn Sie das wollen, sagen Sie bitte: „Ändere die Grenze auf …“',
    en: 'Nothing has been changed. Other limits would end what is under way, also a proposal that waits for approval; then I negotiate anew. If you want that, please say: “Change the limit to …”',
  })
}

/** The mandate just shown, else one that waits, else the one that is being carried out in this thread. */
async function mandateToChange(parts: MandateParts, context: ToolContext): Promise<Mandate | null> {
  const { shownMandateId } = context
  const shownBefore = shownMandateId === undefined ? null : await parts.mandates.get(shownMandateId)
  if (shownBefore !== null && shownBefore.customerId === context.customerId && shownBefore.revokedAt === null)
    return shownBefore
  const pending = await parts.mandates.pendingOf(context.threadId, context.clock.now())
  if (pending !== null) return pending
  const views = await parts.delegations.follow(context.customerId, context.threadId)
  const live = views.find(({ task }) => task.status === 'negotiating' || task.status === 'awaiting-approval')
  return live === undefined ? null : parts.mandates.get(live.task.mandateId)
}

async function recordsOf(parts: MandateParts, context: ToolContext) {
  return [await parts.contracts.contracts(context.customerId), await parts.debts.debts(context.customerId)] as const
}

function asking(answer: ToolAnswer): Drafted {
  return { answer, focus: answer.kind === 'question' ? { asked: answer.code } : {} }
}

/** Models write numbers; mandates hold decimal strings. */
function decimals(limits: z.output<typeof limitsArgument>): Readonly<Record<string, unknown>> {
  const months = new Set(['minTermMonths', 'maxTermMonths'])
  return Object.fromEntries(
    Object.entries(limits)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        !months.has(name) && (typeof value === 'number' || (typeof value === 'string' && name !== 'insuranceKind'))
          ? decimalText(value)
          : value,
      ]),
  )
}
