/**
 * Taking back what waits: an open proposal, a mandate before its yes, or a negotiation that is told to stop.
 *
 * @module
 */
import type { Delegations } from '../mandates/delegations.ts'
import type { MandateLedger } from '../mandates/mandate-ledger.ts'
import { question, refused } from '../shared/ask.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { isClearNo } from './clear-no.ts'
import type { Proposal } from './proposal.ts'
import type { Proposals } from './proposals.ts'

export interface DeclineParts {
  readonly proposals: Proposals
  readonly delegations: Pick<Delegations, 'follow' | 'revoke'>
  readonly mandates: Pick<MandateLedger, 'pendingOf'>
}

export interface Declined {
  readonly answer: ToolAnswer
  readonly focus: Readonly<Record<string, unknown>>
}

/** To stop talks that are under way a no to a question of ours is not enough. */
const STOP =
  /(?<!\p{L})(?:stopp?\p{L}*|abbrech\p{L}*|abbruch|brich|breche?n?|aufh(?:ö|oe)ren|h(?:ö|oe)r\p{L}* auf|beend\p{L}*|widerruf\p{L}*|zur(?:ü|ue)ck\p{L}*|abort|cancel\p{L}*|call(?: it)? off|withdraw\p{L}*|changed my mind|anders (?:ü|ue)berlegt|forget|vergiss|vergessen sie|drop it)(?!\p{L})/iu

/** Takes back the one thing that the customer's words can mean; asks when there are several. */
export async function decline(reason: string, parts: DeclineParts, context: ToolContext): Promise<Declined> {
  const words = context.words.at(-1)?.text ?? ''
  if (!isClearNo(words)) return { answer: unclear(), focus: {} }
  const pending = await parts.mandates.pendingOf(context.threadId, context.clock.now())
  const all = await parts.proposals.openOf(context.customerId)
  const here = all.filter(({ threadId }) => threadId === context.threadId)
  const candidates = here.length > 0 || pending !== null ? here : all
  if (candidates.length + (pending === null ? 0 : 1) > 1) return which(candidates, pending !== null, context.locale)
  if (pending !== null) return endMandate(pending.id, parts, context)
  const [only] = candidates
  if (only !== undefined) return voidOne(only, reason, parts)
  const live = STOP.test(words) ? await negotiating(parts, context) : null
  if (live !== null) return endMandate(live, parts, context)
  return {
    answer: refused('NO_PROPOSAL', {
      de: 'Hier wartet nichts auf Ihre Antwort; es gibt nichts zurückzunehmen.',
      en: 'Nothing waits for your answer here; there is nothing to take back.',
    }),
    focus: {},
  }
}

async function negotiating(
  { delegations }: DeclineParts,
  { customerId, threadId }: ToolContext,
): Promise<string | null> {
  const live = (await delegations.follow(customerId, threadId)).filter(({ task }) => task.status === 'negotiating')
  return live.length === 1 ? (live[0]?.task.mandateId ?? null) : null
}

async function endMandate(mandateId: string, { delegations }: DeclineParts, { customerId }: ToolContext) {
  await delegations.revoke(mandateId, customerId)
  return { answer: { kind: 'declined', mandateId, facts: [] } as const, focus: {} }
}

async function voidOne({ id }: Proposal, reason: string, { proposals }: DeclineParts): Promise<Declined> {
  if (await proposals.void(id, reason)) return { answer: { kind: 'declined', proposalId: id, facts: [] }, focus: {} }
  return {
    answer: refused('ALREADY_DECIDED', {
      de: 'Über den Vorschlag ist schon entschieden.',
      en: 'The proposal was decided already.',
    }),
    focus: {},
  }
}

function which(candidates: readonly Proposal[], withMandate: boolean, locale: ToolContext['locale']): Declined {
  const options = [
    ...candidates.map(({ id, brief }) => `${brief.counterparty} (${id})`),
    ...(withMandate ? [locale === 'de' ? 'Auftrag' : 'mandate'] : []),
  ]
  const ask = withMandate
    ? {
        de: 'Was nehmen Sie zurück: den Auftrag oder den Vorschlag?',
        en: 'What do you take back: the mandate or the proposal?',
      }
    : { de: 'Welcher Vorschlag ist gemeint?', en: 'Which proposal is meant?' }
  return { answer: question('PROPOSAL', ask, options), focus: { asked: 'PROPOSAL' } }
}

function unclear(): ToolAnswer {
  return refused('NO_CLEAR_NO', {
    de: 'Zurückgenommen ist nichts: Dafür brauche ich ein klares Nein von Ihnen.',
    en: 'Nothing was taken back: for that I need a clear no from you.',
  })
}
