/**
 * "I want to withdraw from it": opens the proposal to withdraw from what was concluded. Nothing is sent by this.
 *
 * @module
 */
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { proposalAnswer } from '../../tools/commitments/proposal-answer.ts'
import { waitsFor } from '../../tools/commitments/waits-for.ts'
import type { Withdrawable, Withdrawals } from '../../tools/commitments/withdrawals.ts'
import { citeFigures } from '../../tools/shared/cite-figures.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Bilingual } from '../../tools/shared/explanation.ts'
import type { Fact } from '../../tools/shared/fact.ts'
import { factMaker, refPart } from '../../tools/shared/make-facts.ts'
import { shownBefore } from './conversation.ts'
import { focusOf } from './focus.ts'
import type { ReplyDraft } from './reply-draft.ts'
import type { Turn } from './turn.ts'
import { withdrawalWish } from './withdrawal-wish.ts'
import { fill } from './words.ts'

/** Code reads the wish, so that it works with any model; null when it is none, or there is nothing it could mean. */
export async function answerWithdrawal(turn: Turn, withdrawals: Withdrawals): Promise<ReplyDraft | null> {
  const { text } = turn.message
  const wish = withdrawalWish(text)
  if (wish === null) return null
  const focus = focusOf(shownBefore(turn.conversation, turn.message))
  // What waits for a yes is what the words mean.
  if (focus.mandateId !== undefined || focus.proposal !== undefined) return null
  const { customerId, threadId } = turn.conversation
  const all = await withdrawals.offered(customerId)
  if (all.length === 0) return null
  const named = all.filter(({ counterpartyName }) => text.toLowerCase().includes(counterpartyName.toLowerCase()))
  const told = all.filter(({ proposalId }) => proposalId === focus.outcomeOf)
  const meant = [named, told, all.filter(({ state }) => state === 'open'), all].find((list) => list.length > 0) ?? []
  const [only, ...others] = meant
  if (only === undefined) return null
  if (wish === 'asks') return others.length === 0 && only.state === 'open' ? say(turn, POSSIBLE, period(only)) : null
  if (others.length > 0) return say(turn, WHICH, { names: list(meant, turn) })
  if (only.state === 'over') return say(turn, OVER, period(only))
  try {
    const proposal = await withdrawals.start({ customerId, threadId, proposalId: only.proposalId, act: only.act })
    return shown(turn, proposal, only)
  } catch (error) {
    // Approved or past its last day between looking and asking.
    if (error instanceof ParleyError && error.code === 'CONFLICT') return say(turn, UNDER_WAY, period(only))
    throw error
  }
}

const OPENED: Bilingual = {
  de: 'Ich habe den Widerruf Ihres Vertrags bei {name} vorbereitet; er muss spätestens am {lastDay} hinaus ({law}). {worst} Verschickt ist noch nichts: Ein Mensch prüft ihn zuerst{yours}. Ich melde mich hier, sobald {name} ihn bestätigt hat.',
  en: 'I have prepared the withdrawal from your contract with {name}; it has to go out on {lastDay} at the latest ({law}). {worst} Nothing has been sent yet: a person checks it first{yours}. I will tell you here as soon as {name} has confirmed it.',
}
const YOURS: Bilingual = {
  de: ', und Sie müssen ihn bestätigen (ein einfaches Ja genügt)',
  en: ', and you have to confirm it (a plain yes is enough)',
}
const POSSIBLE: Bilingual = {
  de: 'Ja: Den Vertrag bei {name} können Sie bis {lastDay} widerrufen ({law}); kamen die Unterlagen später, auch länger. Wenn Sie das möchten, schreiben Sie: „Ich will das widerrufen.“',
  en: 'Yes: you can withdraw from the contract with {name} until {lastDay} ({law}), or longer if the documents came later. If you want to, write: “I want to withdraw from it.”',
}
const OVER: Bilingual = {
  de: 'Für den Vertrag bei {name} ist die Frist zum Widerruf am {lastDay} abgelaufen ({law}). Haben Sie die Unterlagen erst später vollständig bekommen, kann die Frist länger sein; das sieht sich ein Mensch an, wenn Sie möchten.',
  en: 'The period to withdraw from the contract with {name} ended on {lastDay} ({law}). If you got the complete documents only later, it may be longer; a person can look at that if you want.',
}
const UNDER_WAY: Bilingual = {
  de: 'Der Widerruf Ihres Vertrags bei {name} ist schon freigegeben oder die Frist ist eben abgelaufen. Was daraus wird, sage ich Ihnen hier.',
  en: 'The withdrawal from your contract with {name} is approved already, or the period has just ended. I will tell you here what comes of it.',
}
const WHICH: Bilingual = {
  de: 'Welchen Vertrag möchten Sie widerrufen? Nennen Sie mir bitte den Anbieter: {names}.',
  en: 'Which contract do you want to withdraw from? Please name the provider: {names}.',
}

function shown(turn: Turn, proposal: Proposal, of: Withdrawable): ReplyDraft {
  const { answer, focus } = proposalAnswer(proposal, waitsFor(proposal, []))
  const { locale } = turn
  const source = { type: 'proposal', id: proposal.id } as const
  const { text, facts } = words(turn, OPENED, {
    ...period(of),
    worst: () =>
      citeFigures(proposal.brief.worstCase[locale], {
        locale,
        prefix: `proposal.${refPart(proposal.id)}.worst`,
        source,
      }),
    yours: () => ({ text: proposal.required.customer ? YOURS[locale] : '', facts: [] }),
  })
  const yes = proposal.required.customer ? focus : {}
  return { text, facts: [...facts, ...answer.facts], focus: yes, handoff: null }
}

interface Filling {
  readonly text: string
  readonly facts: readonly Fact[]
}
type Fillings = Readonly<Record<string, (locale: 'de' | 'en') => Filling>>

function period({ proposalId, act, counterpartyName, window }: Withdrawable): Fillings {
  const make = factMaker(`commitment.${refPart(proposalId)}.${act}`, { type: 'commitment', id: `${proposalId}/${act}` })
  const ref = (fact: Fact): Filling => ({ text: `[[${fact.ref}]]`, facts: [fact] })
  return {
    name: () => ref(make.name('name', counterpartyName, { de: 'Gegenüber', en: 'counterparty' })),
    lastDay: () =>
      ref(make.date('undo', window.lastDay, { de: 'Widerruf möglich bis', en: 'withdrawal possible until' })),
    law: () => ref(make.legal('undo-law', window.source, { de: 'Widerrufsrecht', en: 'right of withdrawal' })),
  }
}

function list(all: readonly Withdrawable[], { locale }: Turn): (locale: 'de' | 'en') => Filling {
  const names = all.map((one) => period(one).name?.(locale) ?? { text: one.counterpartyName, facts: [] })
  return () => ({ text: names.map(({ text }) => text).join(', '), facts: names.flatMap(({ facts }) => facts) })
}

function say(turn: Turn, said: Bilingual, fillings: Fillings): ReplyDraft {
  return { ...words(turn, said, fillings), focus: {}, handoff: null }
}

function words({ locale }: Turn, said: Bilingual, fillings: Fillings): { text: string; facts: readonly Fact[] } {
  const filled = Object.entries(fillings).map(([name, filling]) => [name, filling(locale)] as const)
  return {
    text: fill(said[locale], Object.fromEntries(filled.map(([name, { text }]) => [name, text]))),
    facts: filled.flatMap(([, { facts }]) => facts),
  }
}
