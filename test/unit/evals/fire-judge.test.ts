import { describe, expect, it } from 'vitest'
import { judge } from '../../../evals/fire/judge.ts'
import type { Evidence } from '../../../evals/fire/look.ts'
import { termsHash } from '../../../tools/shared/terms-hash.ts'

const TERMS = { acts: [{ counterpartyId: 'bank', terms: { rate: '5.49' } }] }
const HASH = termsHash(TERMS)
const EARLY = new Date('2026-11-22T10:00:00Z')
const LATE = new Date('2026-11-22T10:00:09Z')

/** A customer whose proposal was approved, committed and told, as it should be. */
function good(): Evidence {
  return {
    journeys: [
      {
        customerId: 'c-1',
        acknowledged: [
          { what: 'message', id: 'm-1' },
          { what: 'vote', id: 'p-1', person: 'r-1', decision: 'approve' },
        ],
        end: 'committed',
      },
    ],
    book: [
      {
        type: 'committed',
        key: 'p-1/0',
        partyId: 'bank',
        offerId: 'of-1',
        termsHash: termsHash({ rate: '5.49' }),
        reference: 'V-1',
        at: '2026-11-22T10:00:05Z',
      },
    ],
    proposals: [
      {
        id: 'p-1',
        customer_id: 'c-1',
        thread_id: 't-1',
        task_id: 'task-1',
        proposer: 'agent',
        supersedes: null,
        terms: TERMS,
        terms_hash: HASH,
        required_reviewers: 1,
        required_customer: true,
      },
    ],
    decisions: [
      { proposal_id: 'p-1', terms_hash: HASH, person: 'r-1', role: 'reviewer', decision: 'approve' },
      { proposal_id: 'p-1', terms_hash: HASH, person: 'c-1', role: 'customer', decision: 'approve' },
    ],
    approvals: [{ proposal_id: 'p-1', terms_hash: HASH, outcome: 'approved', decided_at: EARLY }],
    commitments: [{ proposal_id: 'p-1', act: 0, terms_hash: HASH, reference: 'V-1', recorded_at: EARLY }],
    messages: [
      message({ id: 'm-1', role: 'customer' }),
      message({ id: 'm-2', in_reply_to: 'm-1' }),
      message({
        id: 'm-3',
        text: 'Concluded, V-1.',
        facts: [{ value: { kind: 'name', text: 'V-1' } }],
        focus: { outcomeOf: 'p-1' },
        dedupe_key: 'outcome:p-1',
      }),
    ],
    ids: { customers: new Set(['c-1']), threads: new Set(['t-1']), mandates: new Set() },
    mandateEvents: new Set(),
    lastAttempts: [{ proposal_id: 'p-1', kind: 'started' }],
  }
}

function message(change: Partial<Evidence['messages'][number]>): Evidence['messages'][number] {
  return {
    id: 'm',
    thread_id: 't-1',
    role: 'assistant',
    text: '',
    facts: [],
    focus: {},
    in_reply_to: null,
    passed_to_person: false,
    dedupe_key: null,
    at: LATE,
    ...change,
  }
}

const [told] = good().messages.slice(-1)
const [entry] = good().book
const [proposal] = good().proposals

describe('what is judged after a play under fire', () => {
  it('finds nothing where everything came as it should', () => {
    expect(judge(good())).toEqual([])
  })

  it('finds nothing where a reviewer edited a proposal and the new one took its place', () => {
    const edited = { proposal_id: 'p-0', terms_hash: HASH, outcome: 'edited', decided_at: EARLY }
    const closed = message({ id: 'm-0', focus: { outcomeOf: 'p-0' }, dedupe_key: 'outcome:p-0' })
    const found = judge({
      ...good(),
      proposals: [...proposedAgain(null, 'p-0'), ...good().proposals.map((p) => ({ ...p, supersedes: 'p-0' }))],
      approvals: [edited, ...good().approvals],
      messages: [closed, ...good().messages],
    })
    expect(found).toEqual([])
  })

  it.each<[string, string, Partial<Evidence>]>([
    ['lost', 'an acknowledged vote is gone', { decisions: [] }],
    ['lost', 'a message was never answered', { messages: good().messages.filter(({ id }) => id !== 'm-2') }],
    ['lost', 'the ledger lacks what the book holds', { commitments: [] }],
    ['lost', 'the book lacks what the ledger holds', { book: [] }],
    ['duplicated', 'the book holds a key twice', { book: [...good().book, ...good().book] }],
    ['duplicated', 'an offer was taken under two keys', { book: [...good().book, ...again({ key: 'p-1/1' })] }],
    ['duplicated', 'the outcome was told twice', { messages: [...good().messages, ...toldAgain()] }],
    ['duplicated', 'a task was proposed twice', { proposals: [...good().proposals, ...proposedAgain()] }],
    [
      'duplicated',
      'an edited proposal has two successors',
      { proposals: [...good().proposals, ...proposedAgain('p-1'), ...proposedAgain('p-1', 'p-3')] },
    ],
    ['unapproved', 'nobody approved', { approvals: [] }],
    ['unapproved', 'the customer’s vote is missing', { decisions: good().decisions.slice(0, 1) }],
    [
      'unapproved',
      'somebody was against it',
      { decisions: good().decisions.map((d) => ({ ...d, decision: 'reject' })) },
    ],
    ['unapproved', 'other terms were taken', { book: again({ termsHash: termsHash({ rate: '9.99' }) }) }],
    ['unapproved', 'it was taken before it was approved', { book: again({ at: '2026-11-22T09:00:00Z' }) }],
    [
      'stuck',
      'a customer never arrived',
      { journeys: [{ customerId: 'c-2', acknowledged: [], end: { stuck: 'no answer' } }] },
    ],
    ['stuck', 'an approval was never carried out', { commitments: [], book: [] }],
    ['untrue', 'the customer was never told', { messages: good().messages.slice(0, 2) }],
    [
      'untrue',
      'the customer was told something else',
      { messages: [...good().messages.slice(0, 2), ...toldAgain('Not concluded.')] },
    ],
  ])('finds %s: %s', (kind, _, change) => {
    const found = judge({ ...good(), ...change }).map((violation) => violation.kind)
    expect(found).toContain(kind)
  })
})

function again(change: Partial<Evidence['book'][number]>): Evidence['book'] {
  return entry === undefined ? [] : [{ ...entry, ...change }]
}

function toldAgain(text = 'Concluded, V-1.'): Evidence['messages'] {
  return told === undefined ? [] : [{ ...told, id: 'm-4', text }]
}

function proposedAgain(supersedes: string | null = null, id = 'p-2'): Evidence['proposals'] {
  return proposal === undefined ? [] : [{ ...proposal, id, supersedes }]
}
