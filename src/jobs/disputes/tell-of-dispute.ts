/**
 * The messages about an objection that is under way: every figure a reference to a fact.
 *
 * @module
 */
import { renderReply } from '../../../agents/advocate/render-reply.ts'
import type { ThreadStore } from '../../../agents/thread-store.ts'
import type { Proposal } from '../../../tools/commitments/proposal.ts'
import type { WatchedDispute } from '../../../tools/disputes/dispute-watch.ts'
import type { Clock } from '../../../tools/shared/clock.ts'
import type { Fact } from '../../../tools/shared/fact.ts'
import type { Ids } from '../../../tools/shared/ids.ts'
import { factMaker, refPart } from '../../../tools/shared/make-facts.ts'

export type DisputeNews =
  | { readonly kind: 'settled'; readonly asOf: string }
  | { readonly kind: 'follow-up'; readonly proposal: Proposal; readonly deadline: string }
  | { readonly kind: 'hand-off' }

/** Posts the message once per objection and kind of news; an objection without a conversation is told nowhere. */
export async function tellOfDispute(
  {
    threads,
    clock,
    ids,
  }: { readonly threads: Pick<ThreadStore, 'get' | 'post'>; readonly clock: Clock; readonly ids: Ids },
  dispute: WatchedDispute,
  news: DisputeNews,
): Promise<void> {
  const thread = dispute.threadId === null ? null : await threads.get(dispute.threadId)
  if (thread === null) return
  const { text, facts } = words(dispute, news)[thread.locale]()
  await threads.post({
    id: ids.next('msg'),
    threadId: thread.id,
    role: 'assistant',
    text: renderReply(text, facts, thread.locale),
    locale: thread.locale,
    facts,
    focus: news.kind === 'follow-up' ? focusOf(news.proposal) : {},
    at: clock.now(),
    dedupeKey: `dispute:${dispute.proposalId}:${news.kind}`,
  })
}

/** A plain yes confirms exactly these terms, where the customer's confirmation is needed. */
function focusOf({ id, termsHash, required }: Proposal): Record<string, unknown> {
  return { proposalId: id, ...(required.customer ? { proposal: { id, termsHash } } : {}) }
}

function words(dispute: WatchedDispute, news: DisputeNews) {
  const source = { type: 'proposal', id: dispute.proposalId } as const
  const make = factMaker(`proposal.${refPart(dispute.proposalId)}.watch`, source)
  const facts: Fact[] = []
  const use = (fact: Fact) => {
    facts.push(fact)
    return `[[${fact.ref}]]`
  }
  const name = use(make.name('creditor', dispute.counterpartyName, { de: 'Gläubiger', en: 'creditor' }))
  const say = (de: string, en: string) => ({ de: () => ({ text: de, facts }), en: () => ({ text: en, facts }) })
  switch (news.kind) {
    case 'settled': {
      const asOf = use(make.date('as-of', news.asOf, { de: 'Stand', en: 'as of' }))
      return say(
        `Nach den Angaben von ${name} (Stand ${asOf}) werden die bestrittenen Beträge nicht mehr verlangt. Damit ist der Widerspruch erledigt.`,
        `By the statement of ${name} (as of ${asOf}) the contested amounts are no longer claimed. That settles the dispute.`,
      )
    }
    case 'follow-up': {
      const deadline = use(make.date('deadline', news.deadline, { de: 'Frist für die Antwort', en: 'time to answer' }))
      const needsYou = news.proposal.required.customer
      return say(
        `Auf den Widerspruch ist bis ${deadline} keine Antwort von ${name} verzeichnet. Ich habe eine Erinnerung in Ihrem Namen entworfen. Sie geht erst hinaus, wenn ein Mensch sie freigegeben hat${needsYou ? ' und Sie sie bestätigen (ein einfaches Ja genügt)' : ''}. Gab es doch eine Antwort, lehnen Sie den Vorschlag ab.`,
        `By ${deadline} no answer of ${name} to the dispute is on record. I have drafted a reminder in your name. It goes out only once a person has approved it${needsYou ? ' and you confirm it (a plain yes is enough)' : ''}. If there was an answer after all, decline the proposal.`,
      )
    }
    case 'hand-off':
      return say(
        `Der Widerspruch bei ${name} ist ohne Antwort geblieben. Weitere Briefe schreibe ich nicht; ein Mensch aus unserem Team übernimmt und sagt Ihnen, welche Beschwerde- oder Schlichtungsstelle in Frage kommt.`,
        `The dispute with ${name} has stayed without an answer. I write no further letters; a person of our team takes over and tells you which complaints office or arbitration body could help.`,
      )
  }
}
