/**
 * The message that tells a customer what the negotiations brought: every figure a reference to a fact.
 *
 * @module
 */

import { renderReply } from '../../agents/advocate/render-reply.ts'
import type { ThreadStore } from '../../agents/thread-store.ts'
import { SIMULATED } from '../../tools/commitments/deal-words.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { PLAN_WARNING, SETTLEMENT_WARNING } from '../../tools/disputes/limitation-warning.ts'
import { explanationId } from '../../tools/explanations/explanation-book.ts'
import type { Choice } from '../../tools/negotiation/choose-deal.ts'
import type { Task } from '../../tools/negotiation/negotiation-ledger.ts'
import { termFacts } from '../../tools/offers/term-facts.ts'
import { citeFigures } from '../../tools/shared/cite-figures.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { today } from '../../tools/shared/clock.ts'
import type { Fact } from '../../tools/shared/fact.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import { factMaker, refPart } from '../../tools/shared/make-facts.ts'
import { toDecimalString } from '../../tools/shared/money.ts'

export interface TellParts {
  readonly threads: Pick<ThreadStore, 'get' | 'post'>
  readonly clock: Clock
  readonly ids: Ids
}

/** What there is to tell: what was proposed, or that nothing was worth proposing. */
export interface Conclusion {
  readonly task: Task
  readonly choice: Choice
  readonly proposal: Proposal | null
  /** How many counterparties were asked. */
  readonly asked: number
}

/** Posts the message once per task; a task without a conversation is told by its events alone. */
export async function tellCustomer({ threads, clock, ids }: TellParts, conclusion: Conclusion): Promise<void> {
  const { task } = conclusion
  const thread = task.threadId === null ? null : await threads.get(task.threadId)
  if (thread === null) return
  const { text, facts } = wordConclusion(conclusion, thread.locale)
  await threads.post({
    id: ids.next('msg'),
    threadId: thread.id,
    role: 'assistant',
    text: renderReply(text, facts, thread.locale),
    locale: thread.locale,
    facts,
    focus: focusOf(conclusion),
    at: clock.now(),
    dedupeKey: `task:${task.id}:${conclusion.proposal?.id ?? 'no-deal'}`,
  })
}

/** A plain yes to this message confirms exactly these terms, where the customer's confirmation is needed. */
function focusOf({ task, proposal }: Conclusion): Record<string, unknown> {
  if (proposal === null) return { taskId: task.id }
  const { id, termsHash, required } = proposal
  return { taskId: task.id, proposalId: id, ...(required.customer ? { proposal: { id, termsHash } } : {}) }
}

/** Premiums and interest are compared over a year, the rest in all. */
function spanOf(kind: string): { readonly per?: 'year' } {
  return kind.startsWith('insurance-') || kind === 'overdraft' || kind === 'savings' ? { per: 'year' } : {}
}

/** The words with references, and the facts behind them. */
export function wordConclusion(
  { task, choice, proposal, asked }: Conclusion,
  locale: 'de' | 'en',
): { readonly text: string; readonly facts: readonly Fact[] } {
  const facts: Fact[] = []
  const use = (fact: Fact): string => {
    facts.push(fact)
    return `[[${fact.ref}]]`
  }
  const make = factMaker(`task.${refPart(task.id)}`, { type: 'negotiation', id: task.id })
  const count = use(
    make.count(
      'asked',
      asked,
      { de: 'Anbieter', en: asked === 1 ? 'provider' : 'providers' },
      { de: 'angefragt', en: 'asked' },
    ),
  )
  const { best, saving, why } = choice
  if (best === null || proposal === null) {
    return {
      text: {
        de: `Ich habe nachgefragt und verhandelt (${count}). Kein Ergebnis liegt innerhalb Ihrer Grenzen und ist besser, als nichts zu tun. Deshalb schlage ich nichts vor, und es bleibt alles, wie es ist.`,
        en: `I asked and negotiated (${count}). No result lies within your limits and is better than doing nothing. So I propose nothing, and all stays as it is.`,
      }[locale],
      facts,
    }
  }
  const { name, synthetic } = best.counterparty
  const provider = use(make.name('provider', name, { de: 'Anbieter', en: 'provider' }))
  const source = { type: 'negotiation', id: best.negotiationId, origin: `offer ${best.held.offerId}` } as const
  const terms = termFacts(`negotiation.${refPart(best.negotiationId)}`, best.held.terms, source, name)
  // A rate says itself which rate it is.
  const label = (fact: Fact) => (fact.value.kind === 'rate' ? '' : `${fact.meaning[locale].split(',')[0]} `)
  const figures = terms.map((fact) => `${label(fact)}${use(fact)}`).join(', ')
  const saved =
    saving === null || saving.minor <= 0
      ? ''
      : use(
          factMaker(`task.${refPart(task.id)}`, {
            ...{ type: 'negotiation', id: task.id },
            ...(why === undefined ? {} : { explanationId: explanationId(task.customerId, why) }),
          }).money(
            'saving',
            { amount: toDecimalString(saving), currency: saving.currency, ...spanOf(best.held.terms.kind) },
            { de: 'Ersparnis gegenüber Nichtstun', en: 'saving against doing nothing' },
          ),
        )
  const earns = best.held.terms.kind === 'savings'
  const lent = best.held.terms.kind === 'instalment-loan'
  const deadline = use(
    make.date('deadline', today({ now: () => new Date(proposal.expiresAt) }), {
      de: 'zu entscheiden bis',
      en: 'to be decided by',
    }),
  )
  const ending = proposal.terms.acts.find((act) => act.type === 'notice' && act.notice === 'cancellation')
  const old =
    ending === undefined
      ? ''
      : use(
          make.name('present-provider', ending.counterpartyName, { de: 'bisheriger Anbieter', en: 'present provider' }),
        )
  const simulated = synthetic ? ` ${SIMULATED[locale]}` : ''
  const yours = proposal.required.customer
  const warned = citeFigures(
    { 'instalment-plan': PLAN_WARNING, settlement: SETTLEMENT_WARNING }[best.held.terms.kind as string]?.[locale] ?? '',
    { locale, prefix: `task.${refPart(task.id)}.warning`, source: { type: 'rule', id: 'de.bgb.212' } },
  )
  facts.push(...warned.facts)
  return {
    text: {
      de: [
        `Ich habe verhandelt (${count}). Das beste gehaltene Angebot kommt von ${provider}${simulated}: ${figures}.`,
        saved === ''
          ? ''
          : earns
            ? `Gegenüber Nichtstun sind das ${saved} mehr.`
            : `Gegenüber Nichtstun sparen Sie ${saved}.`,
        old === ''
          ? ''
          : lent
            ? `Zum Vorschlag gehört, ${old} die vorzeitige Rückzahlung anzukündigen; das geht erst hinaus, wenn der neue Kredit bestätigt ist.`
            : `Zum Vorschlag gehört die Kündigung bei ${old}; sie geht erst hinaus, wenn der neue Schutz bestätigt ist.`,
        warned.text,
        `Verbindlich ist noch nichts: Ein Mensch prüft den Vorschlag${yours ? ', und Sie müssen ihn bestätigen (ein einfaches Ja genügt)' : ''}, spätestens bis ${deadline}. Ohne Zustimmung geschieht nichts.`,
      ],
      en: [
        `I have negotiated (${count}). The best offer that is held comes from ${provider}${simulated}: ${figures}.`,
        saved === ''
          ? ''
          : earns
            ? `Against doing nothing that is ${saved} more.`
            : `Against doing nothing you save ${saved}.`,
        old === ''
          ? ''
          : lent
            ? `Telling ${old} that the old loan is repaid early is part of the proposal; that goes out only once the new loan is confirmed.`
            : `Ending the policy with ${old} is part of the proposal; that goes out only once the new cover is confirmed.`,
        warned.text,
        `Nothing is binding yet: a person checks the proposal${yours ? ', and you have to confirm it (a plain yes is enough)' : ''}, by ${deadline} at the latest. Without approval nothing happens.`,
      ],
    }[locale]
      .filter((line) => line !== '')
      .join(' '),
    facts,
  }
}
