/**
 * Withdrawing from a contract as the exact terms a reviewer decides on.
 *
 * @module
 */
import { Temporal } from 'temporal-polyfill'
import { plainDate } from '../shared/calendar.ts'
import type { Bilingual } from '../shared/explanation.ts'
import { type Commitment, idempotencyKey } from './approval-ledger.ts'
import { ACTS } from './deal-words.ts'
import type { BriefAmount, ConcludeAct, Proposal } from './proposal.ts'
import type { ProposalRequest } from './proposals.ts'
import type { UndoWindow } from './undo-right.ts'

/** What is withdrawn from, and who withdraws. */
export interface WithdrawalCase {
  readonly proposal: Proposal
  readonly act: ConcludeAct
  readonly commitment: Commitment
  readonly window: UndoWindow
  readonly customer: { readonly name: string; readonly locale: string }
  /** The counterparty whose contract was ended for this one, or was to be paid off with it; null where none was. */
  readonly endedBefore: string | null
  /** The conversation it was asked for in; that of the contract where it was asked for elsewhere. */
  readonly threadId: string | null
}

/** The last instant of a German day, as an ISO instant. */
export function endOfDay(day: string): string {
  const midnight = plainDate(day).add({ days: 1 }).toZonedDateTime('Europe/Berlin').epochMilliseconds
  return new Date(midnight - 1).toISOString()
}

/** The request for approval to send the withdrawal, and nothing else. Without approval on the last day the answer is no. */
export function withdrawalProposal(of: WithdrawalCase): ProposalRequest {
  const { proposal, act, commitment, window, endedBefore } = of
  const { currency } = act.terms
  const family = act.terms.kind.startsWith('insurance-') ? 'insurance' : (act.terms.kind as keyof typeof ACTS)
  const expiresAt = endOfDay(window.lastDay)
  const locale = of.customer.locale.startsWith('de') ? 'de' : 'en'
  const zero: BriefAmount = { amount: '0.00', currency }
  const back = toPayBack(act)
  return {
    customerId: proposal.customerId,
    threadId: of.threadId ?? proposal.threadId,
    taskId: null,
    mandateId: null, // the customer asked for this act itself
    proposer: 'agent',
    expiresAt,
    withdraws: { proposalId: proposal.id, act: commitment.act },
    terms: {
      acts: [
        {
          type: 'notice',
          notice: 'withdrawal',
          counterpartyId: act.counterpartyId,
          counterpartyName: act.counterpartyName,
          subject: {
            type: 'contract',
            id: idempotencyKey(proposal.id, commitment.act),
            reference: commitment.reference,
          },
          terms: { currency, items: [], undisputed: '0.00', answerBy: null, letter: letter(of, locale), locale },
        },
      ],
    },
    brief: {
      act: {
        de: `Vertrag widerrufen (${ACTS[family].de}) bei ${act.counterpartyName}`,
        en: `Withdraw from the contract (${ACTS[family].en.toLowerCase()}) with ${act.counterpartyName}`,
      },
      counterparty: act.counterpartyName,
      amounts: { now: zero, monthly: null, total: back === null ? zero : { amount: back, currency } },
      termMonths: null,
      worstCase: worstCase(back !== null, family === 'insurance', endedBefore),
      deadline: expiresAt,
      irreversible: {
        de: 'Ein Widerruf lässt sich nicht zurücknehmen: Mit ihm ist an den Vertrag niemand mehr gebunden (§ 355 Abs. 1 BGB).',
        en: 'A withdrawal cannot be taken back: with it nobody is bound by the contract any more (section 355 (1) BGB).',
      },
      alternatives: [
        {
          title: { de: 'Den Vertrag behalten', en: 'Keep the contract' },
          total: null,
          note: { de: 'Es bleibt, wie es vereinbart ist.', en: 'All stays as agreed.' },
        },
      ],
      sources: [window.source, `commitment ${commitment.reference} of ${window.fromDay}`],
    },
  }
}

/** What was lent is paid back; the amount is part of what the customer confirms. */
function toPayBack({ terms }: ConcludeAct): string | null {
  return terms.kind === 'instalment-loan' ? terms.principal : null
}

function worstCase(lent: boolean, cover: boolean, endedBefore: string | null): Bilingual {
  const parts: Bilingual[] = []
  if (lent) {
    parts.push({
      de: 'Ein schon ausgezahlter Betrag ist binnen 30 Tagen samt Zinsen zurückzuzahlen; was damit abgelöst wurde, lebt nicht wieder auf.',
      en: 'What was paid out is due back with interest within 30 days; what was paid off with it does not revive.',
    })
  }
  if (cover) parts.push({ de: 'Der Versicherungsschutz endet.', en: 'The cover ends.' })
  if (endedBefore !== null) {
    parts.push(
      lent
        ? {
            de: `${endedBefore} rechnet mit der vorzeitigen Rückzahlung; ist sie noch nicht geschehen, sagen Sie dort Bescheid.`,
            en: `${endedBefore} expects the early repayment; if it has not been made, tell them.`,
          }
        : {
            de: `Der bisherige Vertrag bei ${endedBefore} bleibt gekündigt.`,
            en: `The earlier contract with ${endedBefore} stays ended.`,
          },
    )
  }
  if (parts.length === 0) {
    parts.push({ de: 'Die vereinbarten Konditionen entfallen.', en: 'The agreed terms fall away.' })
  }
  return { de: parts.map(({ de }) => de).join(' '), en: parts.map(({ en }) => en).join(' ') }
}

function letter({ act, commitment, window, customer }: WithdrawalCase, locale: 'de' | 'en'): string {
  const { counterpartyName } = act
  const day = dayIn(window.fromDay, locale)
  return locale === 'de'
    ? `An ${counterpartyName}\n\nVertrag ${commitment.reference}\n\nIch widerrufe meine Vertragserklärung zu diesem Vertrag vom ${day} (${window.source}). Bitte bestätigen Sie mir den Eingang des Widerrufs in Textform und teilen Sie mir mit, was noch abzurechnen ist.\n\n${customer.name}`
    : `To ${counterpartyName}\n\nContract ${commitment.reference}\n\nI withdraw from this contract of ${day} (${window.source}). Please confirm receipt of the withdrawal in writing and tell me what is left to settle.\n\n${customer.name}`
}

function dayIn(day: string, locale: 'de' | 'en'): string {
  const { year, month, day: of } = Temporal.PlainDate.from(day)
  return locale === 'de' ? `${String(of).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}` : day
}
