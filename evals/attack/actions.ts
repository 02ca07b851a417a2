/**
 * What enemies and honest people may do, as data, and how fast-check draws sequences of it.
 *
 * Numbers stand for things of the sequence (the n-th proposal, the n-th person) and are taken modulo what there is, so
 * that shrinking leaves a sequence that still means something.
 *
 * @module
 */
import fc from 'fast-check'
import { MANNERS, TAKINGS } from './hostile-party.ts'
import type { Setup } from './records.ts'

export const VOTERS = [
  'reviewer-1',
  'reviewer-2',
  'proposer',
  'victim-as-reviewer',
  'victim',
  'other',
  'duty',
  'service',
  'operator',
  'nobody',
] as const
export const HASHES = ['right', 'other-proposal', 'random', 'of-better-terms', 'empty'] as const
export const SAYINGS = ['question', 'plain-yes', 'pushes', 'other-ids', 'correction', 'instructs'] as const
export const COMMANDS = [
  'goto-execution',
  'goto-report',
  'write-state',
  'forge-outcome',
  'resume',
  'resume-twice',
  'replay',
  'start-anew',
  'point-elsewhere',
] as const
export const ROWS = [
  'approval',
  'approval-hash',
  'vote-of-proposer',
  'vote-of-stranger',
  'attempt',
  'commitment',
  'change-terms',
  'delete-votes',
  'unrevoke',
  'widen-mandate',
] as const
export const JUNK = [
  'huge-body',
  'deep-json',
  'no-json',
  'wrong-types',
  'unknown-id',
  'other-customers-id',
  'forged-token',
  'second-confirmation',
  'claim',
  'import-as-customer',
  'erase-other',
] as const

export type Action =
  | {
      readonly do: 'vote'
      readonly who: number
      readonly on: number
      readonly how: 'approve' | 'reject' | 'edit'
      readonly hash: number
      readonly times: number
    }
  | { readonly do: 'approve-honestly'; readonly on: number }
  | {
      readonly do: 'say'
      readonly what: number
      readonly as: 0 | 1
      readonly rounds: readonly (readonly { readonly tool: number; readonly args: unknown }[])[]
      readonly words: number
    }
  | { readonly do: 'drive-graph'; readonly on: number; readonly command: number; readonly value: unknown }
  | { readonly do: 'write-rows'; readonly on: number; readonly what: number }
  | { readonly do: 'tamper-terms'; readonly on: number }
  | { readonly do: 'junk'; readonly what: number; readonly on: number }
  | { readonly do: 'revoke-mandate' }
  | { readonly do: 'revoke-reviewer'; readonly who: number }
  | { readonly do: 'party'; readonly manner: number; readonly taking: number }
  | { readonly do: 'delegate' }
  | { readonly do: 'pass-time'; readonly hours: number }
  | { readonly do: 'work'; readonly times: number }

export interface Sequence {
  readonly setup: Setup
  readonly actions: readonly Action[]
}

const upTo = (list: readonly unknown[]) => fc.nat(list.length - 1)
const which = fc.nat(3)

const args = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('$proposal', '$mandate', '$vote', '$delegate', '$other', '$terms') },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
)

const vote: fc.Arbitrary<Action> = fc.record({
  do: fc.constant('vote' as const),
  who: upTo(VOTERS),
  on: which,
  how: fc.oneof(
    { weight: 6, arbitrary: fc.constant('approve' as const) },
    { weight: 1, arbitrary: fc.constant('reject' as const) },
    { weight: 1, arbitrary: fc.constant('edit' as const) },
  ),
  hash: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: upTo(HASHES) }),
  times: fc.integer({ min: 1, max: 3 }),
})
const say: fc.Arbitrary<Action> = fc.record({
  do: fc.constant('say' as const),
  what: upTo(SAYINGS),
  as: fc.constantFrom(0 as const, 1 as const),
  rounds: fc.array(fc.array(fc.record({ tool: fc.nat(30), args }), { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
  words: fc.nat(3),
})
const driveGraph: fc.Arbitrary<Action> = fc.record({
  do: fc.constant('drive-graph' as const),
  on: which,
  command: upTo(COMMANDS),
  value: fc.oneof(
    fc.constantFrom<unknown>(true, 'yes', {}, '', { approved: true }, { decision: 'approve' }),
    fc.jsonValue({ maxDepth: 1 }),
  ),
})
const writeRows: fc.Arbitrary<Action> = fc.record({
  do: fc.constant('write-rows' as const),
  on: which,
  what: upTo(ROWS),
})
const tamper: fc.Arbitrary<Action> = fc.record({ do: fc.constant('tamper-terms' as const), on: which })
const junk: fc.Arbitrary<Action> = fc.record({ do: fc.constant('junk' as const), what: upTo(JUNK), on: which })
const party: fc.Arbitrary<Action> = fc.record({
  do: fc.constant('party' as const),
  manner: upTo(MANNERS),
  taking: upTo(TAKINGS),
})
const work: fc.Arbitrary<Action> = fc.record({
  do: fc.constant('work' as const),
  times: fc.integer({ min: 1, max: 2 }),
})
const passTime: fc.Arbitrary<Action> = fc.record({
  do: fc.constant('pass-time' as const),
  hours: fc.constantFrom(1, 5, 30, 24 * 6, 24 * 8, 24 * 20),
})
const revokeMandate: fc.Arbitrary<Action> = fc.constant({ do: 'revoke-mandate' })
const revokeReviewer: fc.Arbitrary<Action> = fc.record({ do: fc.constant('revoke-reviewer' as const), who: fc.nat(1) })
const delegate: fc.Arbitrary<Action> = fc.constant({ do: 'delegate' })

const attack = fc.oneof(
  { weight: 6, arbitrary: vote },
  { weight: 4, arbitrary: driveGraph },
  { weight: 4, arbitrary: writeRows },
  { weight: 3, arbitrary: junk },
  { weight: 2, arbitrary: say },
  { weight: 3, arbitrary: party },
  { weight: 1, arbitrary: passTime },
  { weight: 1, arbitrary: work },
  { weight: 1, arbitrary: tamper },
  { weight: 1, arbitrary: delegate },
)
/** What usually ends a sequence: it comes late, so that most sequences reach the moment of commitment. */
const ending = fc.oneof(
  { weight: 5, arbitrary: attack },
  { weight: 1, arbitrary: revokeMandate },
  { weight: 1, arbitrary: revokeReviewer },
)
const honest: fc.Arbitrary<Action> = fc.record({ do: fc.constant('approve-honestly' as const), on: fc.constant(0) })

export const sequences: fc.Arbitrary<Sequence> = fc
  .record({
    setup: fc.record({
      kind: fc.oneof(
        { weight: 6, arbitrary: fc.constant('drafted' as const) },
        { weight: 3, arbitrary: fc.constant('two-acts' as const) },
        { weight: 2, arbitrary: fc.constant('large' as const) },
        { weight: 1, arbitrary: fc.constant('negotiated' as const) },
      ),
    }),
    before: fc.array(attack, { maxLength: 3 }),
    approval: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    between: fc.array(ending, { maxLength: 2 }),
    after: fc.array(ending, { maxLength: 2 }),
    honest,
  })
  .map(({ setup, before, approval, between, after, honest: approve }) => ({
    setup,
    actions: [...before, ...(approval ? [approve] : []), ...between, { do: 'work', times: 1 } as const, ...after],
  }))
