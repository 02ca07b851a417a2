/**
 * Steps to a mandate draft: find the contract or debt it is about, ask when several fit, then draft.
 *
 * @module
 */
import type { Need } from '../../../tools/mandates/mandate.ts'
import { fold } from '../understand/normalise.ts'
import type { Understanding } from '../understand/understanding.ts'
import { limitsFor } from './call-arguments.ts'
import { answerOf, type Round } from './rounds.ts'
import { ask, call, manners, type Step } from './step.ts'

/** The next step of a wish to negotiate; `bound` says which tools may be called. */
export function planNegotiation(wish: Understanding, rounds: readonly Round[], bound: ReadonlySet<string>): Step {
  const { need } = wish
  if (rounds.some(({ tool }) => tool === 'start_negotiation')) return { do: 'report' }
  if (need === null) return whoIsMeant(wish, rounds, bound)
  if (need === 'new-loan') return start(wish, need, {})
  if (need === 'instalment-plan' || need === 'settlement' || need === 'fee-waiver')
    return aboutDebt(wish, need, rounds, bound)
  return aboutContract(wish, need, rounds, bound)
}

/** No topic, but perhaps a name: a provider's contract says what there is to negotiate. */
function whoIsMeant(wish: Understanding, rounds: readonly Round[], bound: ReadonlySet<string>): Step {
  const unclear = ask(wish.topic === 'debt' ? 'plan-or-settlement' : 'which-need')
  if (wish.topic === 'debt' || wish.slots.name === undefined) return unclear
  const known = answerOf(rounds, 'contracts')
  if (known === null) return rounds.length === 0 && bound.has('list_contracts') ? call('list_contracts') : unclear
  const theirs = pick(
    known.data.lines.filter(({ provider }) => isNamed(provider, wish)),
    undefined,
  )
  if (theirs === undefined) return ask('plan-or-settlement')
  const kind = theirs.contractKind
  const need: Need =
    kind === 'instalment-loan' ? 'refinance-loan' : kind === 'overdraft' || kind === 'savings' ? kind : 'insurance'
  return start(withKind({ ...wish, need }, kind), need, { contractId: theirs.contractId })
}

function start(wish: Understanding, need: Need, subject: { contractId?: string; debtId?: string }): Step {
  return call('start_negotiation', { need, ...subject, limits: limitsFor(need, wish.slots) })
}

function aboutContract(wish: Understanding, need: Need, rounds: readonly Round[], bound: ReadonlySet<string>): Step {
  const kind = contractKind(wish, need)
  const known = answerOf(rounds, 'contracts')
  if (known === null) {
    if (rounds.length > 0) return { do: 'report' }
    return bound.has('list_contracts') ? call('list_contracts', kind === null ? {} : { kind }) : start(wish, need, {})
  }
  const fitting = known.data.lines.filter(({ contractKind: its }) =>
    kind === null ? its.startsWith('insurance-') : its === kind,
  )
  const named = fitting.filter(({ provider }) => isNamed(provider, wish))
  const chosen = pick(named.length > 0 ? named : fitting, wish.slots.ordinal)
  if (chosen !== undefined) return start(withKind(wish, chosen.contractKind), need, { contractId: chosen.contractId })
  if (fitting.length > 1) {
    return need === 'insurance' && kind === null
      ? ask('which-insurance', [...new Set(fitting.map(({ contractKind: its }) => its))])
      : ask(
          'which-contract',
          fitting.map(({ provider }) => provider),
        )
  }
  // New cover can be negotiated without an old contract; a better rate on nothing cannot.
  if (need === 'insurance') return kind === null ? ask('which-insurance') : start(wish, need, {})
  return manners('no-contract')
}

function aboutDebt(wish: Understanding, need: Need, rounds: readonly Round[], bound: ReadonlySet<string>): Step {
  const known = answerOf(rounds, 'debts')
  if (known === null) {
    if (rounds.length > 0) return { do: 'report' }
    const { name } = wish.slots
    return bound.has('list_debts')
      ? call('list_debts', name === undefined ? {} : { creditor: name })
      : start(wish, need, {})
  }
  const fitting = need === 'fee-waiver' ? known.data.lines.filter(({ fees }) => fees.length > 0) : known.data.lines
  const named = fitting.filter(({ creditor }) => isNamed(creditor, wish))
  const chosen = pick(named.length > 0 ? named : fitting, wish.slots.ordinal)
  if (chosen !== undefined) return start(wish, need, { debtId: chosen.debtId })
  if (fitting.length > 1)
    return ask(
      'which-debt',
      fitting.map(({ creditor }) => creditor),
    )
  return manners(need === 'fee-waiver' && known.data.lines.length > 0 ? 'no-fee' : 'nothing-open')
}

function contractKind(wish: Understanding, need: Need): string | null {
  if (need === 'insurance') return wish.slots.insuranceKind ?? null
  return need === 'refinance-loan' ? 'instalment-loan' : need
}

function withKind(wish: Understanding, kind: string): Understanding {
  if (wish.need !== 'insurance' || wish.slots.insuranceKind !== undefined) return wish
  const insuranceKind = KINDS.find((known) => known === kind)
  return insuranceKind === undefined ? wish : { ...wish, slots: { ...wish.slots, insuranceKind } }
}

const KINDS = [
  'insurance-household',
  'insurance-liability',
  'insurance-car',
  'insurance-legal',
  'insurance-phone',
] as const

/** Whether a party's name is in the customer's words: any long word of it will do. */
export function isNamed(party: string, wish: Pick<Understanding, 'told' | 'slots'>): boolean {
  const said = fold(`${wish.told} ${wish.slots.name ?? ''}`)
  return fold(party)
    .split(/[^\p{L}\d]+/u)
    .some((part) => part.length > 3 && said.includes(part))
}

/** The only entry, or the one meant by its place in the list. */
export function pick<T>(entries: readonly T[], ordinal: number | undefined): T | undefined {
  if (ordinal !== undefined) return entries.at(ordinal < 0 ? ordinal : ordinal - 1)
  return entries.length === 1 ? entries[0] : undefined
}
