/**
 * Taking back what waits: an open proposal, a mandate before its yes, or a negotiation that is told to stop.
 *
 * @module
 */
import type { Delegations } from '../mandates/delegations.ts'
import { NEED_WORDS } from '../mandates/mandate-facts.ts'
import type { MandateLedger } from '../mandates/mandate-ledger.ts'
import type { Task } from '../negotiation/negotiation-ledger.ts'
import { question, refused } from '../shared/ask.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { isClearNo } from './clear-no.ts'
import type { Proposal } from './proposal.ts'
import type { Proposals } from './proposals.ts'
import { meansEverything, namesNeed, stops } from './stop-words.ts'

export interface DeclineParts {
  readonly proposals: Proposals
  readonly delegations: Pick<Delegations, 'follow' | 'revoke'>
  readonly mandates: Pick<MandateLedger, 'pendingOf'>
}

export interface Declined {
  readonly answer: ToolAnswer
  readonly focus: Readonly<Record<string, unknown>>
}

/** Takes back the one thing that the customer's words can mean; asks when there are several. */
export async function decline(reason: string, parts: DeclineParts, context: ToolContext): Promise<Declined> {
  const words = context.words.at(-1)?.text ?? ''
  if (!isClearNo(words)) return { answer: unclear(), focus: {} }
  const pending = await parts.mandates.pendingOf(context.threadId, context.clock.now())
  const all = await parts.proposals.openOf(context.customerId)
  const here = all.filter(({ threadId }) => threadId === context.threadId)
  const stopped = stops(words) ? await underWay(parts, context) : []
  const mandates = [...stopped.map(({ mandateId }) => mandateId), ...(pending === null ? [] : [pending.id])]
  if (stops(words) && meansEverything(words) && mandates.length + here.length > 1)
    return endAll({ mandates, here }, parts, context)
  const candidates = here.length > 0 || pending !== null ? here : all
  if (candidates.length + (pending === null ? 0 : 1) > 1) return which(candidates, pending !== null, context.locale)
  if (pending !== null) return endMandate(pending.id, parts, context)
  const [only] = candidates
  if (only !== undefined) return voidOne(only, reason, parts)
  const named = stopped.filter(({ need }) => namesNeed(words, need))
  const meant = named.length > 0 ? named : stopped
  const [live, ...others] = meant
  if (live !== undefined && others.length === 0) return endMandate(live.mandateId, parts, context)
  if (live !== undefined) return whichTalks(meant)
  return {
    answer: refused('NO_PROPOSAL', {
      de: 'Hier wartet nichts auf Ihre Antwort; es gibt nichts zurückzunehmen.',
      en: 'Nothing waits for your answer here; there is nothing to take back.',
    }),
    focus: {},
  }
}

/** Tasks of the conversation whose talks go on; one that waits for approval is its proposal. */
async function underWay(
  { delegations }: DeclineParts,
  { customerId, threadId }: ToolContext,
): Promise<readonly Task[]> {
  const views = await delegations.follow(customerId, threadId)
  return views.flatMap(({ task }) => (task.status === 'negotiating' ? [task] : []))
}

/** "Forget it all": the talks, what waits for a yes, and what waits for approval here. */
async function endAll(
  { mandates, here }: { readonly mandates: readonly string[]; readonly here: readonly Proposal[] },
  { delegations, proposals }: DeclineParts,
  { customerId }: ToolContext,
): Promise<Declined> {
  for (const id of mandates) await delegations.revoke(id, customerId)
  for (const { id } of here) await proposals.void(id, 'declined by the customer')
  return { answer: { kind: 'declined', everything: true, facts: [] }, focus: {} }
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

function whichTalks(tasks: readonly Task[]): Declined {
  const names = (locale: 'de' | 'en') => tasks.map(({ need }) => NEED_WORDS[need][locale]).join(', ')
  const ask = {
    de: `Es laufen mehrere Verhandlungen: ${names('de')}. Welche soll ich stoppen? Sagen Sie zum Beispiel „Stopp, alles“.`,
    en: `Several negotiations are under way: ${names('en')}. Which shall I stop? Say for example “Stop everything”.`,
  }
  return { answer: question('NEGOTIATION', ask), focus: { asked: 'NEGOTIATION' } }
}

function unclear(): ToolAnswer {
  return refused('NO_CLEAR_NO', {
    de: 'Zurückgenommen ist nichts: Dafür brauche ich ein klares Nein von Ihnen.',
    en: 'Nothing was taken back: for that I need a clear no from you.',
  })
}
