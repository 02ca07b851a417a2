/**
 * The message that tells a customer what came of a proposal: from the ledger, with every figure as a reference.
 *
 * @module
 */
import type { Approval, Commitment, Decision, Execution } from '../../tools/commitments/approval-ledger.ts'
import { paysOff } from '../../tools/commitments/pays-off.ts'
import type { Act, Proposal } from '../../tools/commitments/proposal.ts'
import { termFacts } from '../../tools/offers/term-facts.ts'
import { citeFigures } from '../../tools/shared/cite-figures.ts'
import { fixedClock, today } from '../../tools/shared/clock.ts'
import type { Bilingual } from '../../tools/shared/explanation.ts'
import type { Fact, FactSource } from '../../tools/shared/fact.ts'
import { factMaker, refPart } from '../../tools/shared/make-facts.ts'
import type { Locale } from '../thread-store.ts'
import {
  CAN_WITHDRAW,
  CLOSED,
  CONFIRMED,
  PERSON_LOOKS,
  PREPARED,
  REASON,
  REFUSED,
  REPAID_EARLY,
  REST_OPEN,
  TRY_AGAIN,
  UNCLEAR,
  WITHHELD,
} from './outcome-words.ts'

/** Words with `[[refs]]`, and the facts they refer to. */
export interface OutcomeMessage {
  readonly text: string
  readonly facts: readonly Fact[]
}

/** What the ledger says about a proposal. */
export interface Ended {
  readonly proposal: Proposal
  readonly approval: Approval
  readonly decisions: readonly Decision[]
  readonly execution: Execution
}

/** The message, or null while there is nothing to tell: approved, and not yet carried out. */
export function outcomeMessage(ended: Ended, locale: Locale): OutcomeMessage | null {
  const { approval, execution } = ended
  const writer = writerFor(ended.proposal, locale)
  if (approval.outcome !== 'approved') {
    const declined = ended.decisions.some((d) => d.role === 'customer' && d.decision === 'reject')
    const key = approval.outcome === 'rejected' && declined ? 'declined' : approval.outcome
    const [what, ...next] = CLOSED[key]
    writer.say(what)
    if (approval.reason !== null && key !== 'declined') writer.quote(approval.reason, 'reason')
    for (const line of next) writer.say(line)
    return writer.message()
  }
  if (execution.kind === 'waiting') return null
  for (const commitment of execution.commitments) writer.confirm(commitment)
  if (execution.kind === 'committed') return writer.message()
  const before = execution.commitments.length > 0
  if (execution.kind === 'refused') {
    writer.say(REFUSED, execution.act)
    if (execution.reason !== '') writer.quote(execution.reason, 'refusal')
  } else {
    writer.say(execution.kind === 'unknown' ? UNCLEAR : WITHHELD[execution.reason], execution.act)
  }
  if (before) writer.say(REST_OPEN)
  writer.say(execution.kind === 'unknown' || before ? PERSON_LOOKS : TRY_AGAIN)
  return writer.message()
}

function writerFor(proposal: Proposal, locale: Locale) {
  const prefix = `proposal.${refPart(proposal.id)}`
  const source: FactSource = { type: 'proposal', id: proposal.id }
  const make = factMaker(prefix, source)
  const lines: string[] = []
  const facts = new Map<string, Fact>()

  const use = (fact: Fact): string => {
    facts.set(fact.ref, fact)
    return `[[${fact.ref}]]`
  }

  /** Words of people and of the brief, with the figures in them cited. */
  const cite = (text: string, name: string): string => {
    const cited = citeFigures(text, { locale, prefix: `${prefix}.${name}`, source })
    for (const fact of cited.facts) use(fact)
    return cited.text
  }

  const fill = (words: Bilingual, values: Readonly<Record<string, () => string>>): string =>
    words[locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name]?.() ?? whole)

  const about = (index: number) => ({
    act: () => cite(proposal.brief.act[locale], 'act'),
    name: () => use(nameFact(proposal.terms.acts[index], index)),
    deadline: () => use(make.date('deadline', dayOf(proposal.expiresAt), { de: 'Frist', en: 'deadline' })),
  })

  const nameFact = (act: Act | undefined, index: number): Fact =>
    make.name(`${index}.name`, act?.counterpartyName ?? proposal.brief.counterparty, {
      de: 'Gegenüber',
      en: 'counterparty',
    })

  return {
    say(words: Bilingual | undefined, index = 0) {
      if (words !== undefined) lines.push(fill(words, about(index)))
    },
    quote(words: string, name: string) {
      lines.push(fill(REASON, { reason: () => cite(words, name) }))
    },
    confirm({ act: index, reference, committedAt, channel, undo }: Commitment) {
      const act = proposal.terms.acts[index]
      if (act === undefined) return
      const at = { type: 'commitment', id: `${proposal.id}/${index}` } as const
      const said = channel === 'letter' ? LETTER_MEANINGS : CONFIRMED_MEANINGS
      const confirmed = factMaker(`commitment.${refPart(proposal.id)}.${index}`, at)
      const values = {
        ...about(index),
        date: () => use(confirmed.date('date', dayOf(committedAt), said.date)),
        reference: () => use(confirmed.name('reference', reference, said.reference)),
      }
      lines.push(fill(confirmation(proposal.terms.acts, index, act, channel), values))
      for (const fact of figures(act, `${prefix}.${index}`, source)) {
        // A rate says itself which rate it is.
        lines.push(fact.value.kind === 'rate' ? `- ${use(fact)}` : `- ${label(fact, act, locale)}: ${use(fact)}`)
      }
      if (undo !== undefined) {
        lines.push(
          fill(CAN_WITHDRAW, {
            lastDay: () =>
              use(
                confirmed.date('undo', undo.lastDay, { de: 'Widerruf möglich bis', en: 'withdrawal possible until' }),
              ),
            law: () =>
              use(confirmed.legal('undo-law', undo.source, { de: 'Widerrufsrecht', en: 'right of withdrawal' })),
          }),
        )
      }
    },
    message: (): OutcomeMessage => ({ text: lines.join('\n'), facts: [...facts.values()] }),
  }
}

function confirmation(acts: readonly Act[], index: number, act: Act, channel: Commitment['channel']): Bilingual {
  if (act.type === 'conclude') return CONFIRMED.conclude
  if (paysOff(acts, index)) return REPAID_EARLY[channel === 'letter' ? 'prepared' : 'confirmed']
  return (channel === 'letter' ? PREPARED : CONFIRMED)[act.notice]
}

const CONFIRMED_MEANINGS = {
  date: { de: 'bestätigt am', en: 'confirmed on' },
  reference: { de: 'Vorgangsnummer', en: 'reference of the counterparty' },
} as const
const LETTER_MEANINGS = {
  date: { de: 'vorbereitet am', en: 'prepared on' },
  reference: { de: 'Nummer des Briefs', en: 'number of the letter' },
} as const

/** The figures of what was confirmed: the deal's terms, or what a notice contests. */
function figures(act: Act, prefix: string, source: FactSource): readonly Fact[] {
  if (act.type === 'conclude') return termFacts(prefix, act.terms, source, act.counterpartyName)
  const make = factMaker(prefix, source)
  const { currency } = act.terms
  return act.terms.items.map((item, n) =>
    make.money(
      `disputed.${n + 1}`,
      { amount: item.disputed, currency },
      { de: `bestritten, ${act.counterpartyName}`, en: `contested, ${act.counterpartyName}` },
    ),
  )
}

/** What a figure means, without the name that stands in the line above already. */
function label(fact: Fact, act: Act, locale: Locale): string {
  const words = fact.meaning[locale]
  const suffix = `, ${act.counterpartyName}`
  return words.endsWith(suffix) ? words.slice(0, -suffix.length) : words
}

function dayOf(instant: string): string {
  return today(fixedClock(instant))
}
