/**
 * Promises 1, 5 and 6, judged from the rows and the counterparty's book alone. Nothing of the service's own reading of
 * its ledger is used: hashes are computed here, votes are counted here.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Evidence, ProposalRow } from './look.ts'
import { type Violation, violations } from './violation.ts'

export function judge(evidence: Evidence): readonly Violation[] {
  return [
    ...violations('lost', [...lost(evidence)]),
    ...violations('duplicated', [...duplicated(evidence)]),
    ...violations('unapproved', [...unapproved(evidence)]),
    ...violations('stuck', [...stuck(evidence)]),
    ...violations('untrue', [...untrue(evidence)]),
  ]
}

function* lost(evidence: Evidence): Generator<string> {
  const { ids, messages, mandateEvents, decisions, book, commitments } = evidence
  const known = new Set(messages.map(({ id }) => id))
  for (const { customerId, acknowledged } of evidence.journeys) {
    for (const one of acknowledged) {
      const isThere = {
        customer: () => ids.customers.has(one.id),
        thread: () => ids.threads.has(one.id),
        mandate: () => ids.mandates.has(one.id),
        message: () => known.has(one.id),
        reply: () => known.has(one.id),
        confirmation: () => mandateEvents.has(`${one.id}/confirmed`),
        revocation: () => mandateEvents.has(`${one.id}/revoked`),
        vote: () =>
          one.what === 'vote' &&
          decisions.some((d) => d.proposal_id === one.id && d.person === one.person && d.decision === one.decision),
      }[one.what]()
      if (!isThere) yield `${customerId}: the ${one.what} ${one.id} was acknowledged and is gone`
    }
  }
  const answered = new Set(messages.map(({ in_reply_to: id }) => id))
  for (const { id, role, passed_to_person: passed } of messages) {
    if (role === 'customer' && !passed && !answered.has(id)) yield `message ${id} was never answered`
  }
  for (const { key } of book) {
    if (!commitments.some((c) => `${c.proposal_id}/${c.act}` === key))
      yield `the book holds ${key}, the ledger does not`
  }
  for (const { proposal_id: id, act, reference } of commitments) {
    const entry = book.find(({ key }) => key === `${id}/${act}`)
    if (entry === undefined) yield `the ledger holds ${id}/${act}, the book does not`
    else if (entry.reference !== reference) yield `${id}/${act} has another reference in the book`
  }
}

function* duplicated({ book, messages, proposals, approvals }: Evidence): Generator<string> {
  yield* twice(book.map(({ key }) => key)).map((key) => `the book holds ${key} more than once`)
  yield* twice(book.flatMap(({ offerId }) => (offerId === undefined ? [] : [offerId]))).map(
    (id) => `the offer ${id} was taken more than once`,
  )
  const told = messages.flatMap(({ dedupe_key: key, focus }) =>
    focus.outcomeOf !== undefined && !(key ?? '').startsWith('unclear:') ? [focus.outcomeOf] : [],
  )
  yield* twice(told).map((id) => `the outcome of ${id} was told more than once`)
  const approved = new Set(approvals.filter((a) => a.outcome === 'approved').map((a) => a.proposal_id))
  const tasks = proposals.flatMap(({ id, task_id: task }) => (task !== null && approved.has(id) ? [task] : []))
  yield* twice(tasks).map((id) => `two proposals of task ${id} were approved`)
  // An edited proposal has a successor in the same task; nothing has two.
  const firsts = proposals.flatMap((p) => (p.task_id !== null && p.supersedes === null ? [p.task_id] : []))
  yield* twice(firsts).map((id) => `task ${id} was proposed twice`)
  const successors = proposals.flatMap(({ supersedes }) => (supersedes === null ? [] : [supersedes]))
  yield* twice(successors).map((id) => `two proposals took the place of ${id}`)
  yield* twice(messages.flatMap(({ in_reply_to: id }) => (id === null ? [] : [id]))).map(
    (id) => `${id} has two answers`,
  )
}

function* unapproved({ book, commitments, proposals, approvals, decisions }: Evidence): Generator<string> {
  const keys = new Set([...book.map(({ key }) => key), ...commitments.map((c) => `${c.proposal_id}/${c.act}`)])
  for (const key of keys) {
    const [id = '', act = ''] = key.split('/')
    const proposal = proposals.find((p) => p.id === id)
    const approval = approvals.find((a) => a.proposal_id === id && a.outcome === 'approved')
    const entry = book.find((line) => line.key === key)
    if (proposal === undefined) yield `${key} is no proposal`
    else if (approval === undefined) yield `${key} was never approved`
    else if (approval.terms_hash !== proposal.terms_hash || hashOf(proposal.terms) !== proposal.terms_hash) {
      yield `${key} was approved on other terms`
    } else if (!votesSuffice(proposal, decisions)) yield `${key} lacks votes`
    else if (entry !== undefined && entry.termsHash !== hashOf(proposal.terms.acts[Number(act)]?.terms)) {
      yield `${key} was taken on other terms than the approved`
    } else if (entry !== undefined && new Date(entry.at).getTime() < approval.decided_at.getTime()) {
      yield `${key} was taken before it was approved`
    }
  }
}

function votesSuffice(proposal: ProposalRow, all: Evidence['decisions']): boolean {
  const votes = all.filter((d) => d.proposal_id === proposal.id)
  if (votes.some((d) => d.decision !== 'approve' || d.terms_hash !== proposal.terms_hash)) return false
  const reviewers = new Set(
    votes
      .filter((d) => d.role === 'reviewer' && d.person !== proposal.proposer && d.person !== proposal.customer_id)
      .map((d) => d.person),
  )
  const confirmed = votes.some((d) => d.role === 'customer' && d.person === proposal.customer_id)
  return reviewers.size >= proposal.required_reviewers && (confirmed || !proposal.required_customer)
}

function* stuck({ journeys, proposals, approvals, commitments, lastAttempts }: Evidence): Generator<string> {
  for (const { customerId, end } of journeys) {
    if (end === null) yield `${customerId} is still under way`
    else if (typeof end === 'object') yield `${customerId}: ${end.stuck}`
  }
  for (const { id, terms } of proposals) {
    if (!approvals.some((a) => a.proposal_id === id && a.outcome === 'approved')) continue
    const done = commitments.filter((c) => c.proposal_id === id).length
    const last = lastAttempts.find((attempt) => attempt.proposal_id === id)?.kind
    if (done < terms.acts.length && last !== 'refused' && last !== 'withheld')
      yield `${id} was approved and not carried out`
  }
}

function* untrue({ proposals, approvals, commitments, messages }: Evidence): Generator<string> {
  for (const { id, thread_id: threadId, terms } of proposals) {
    const approval = approvals.find((a) => a.proposal_id === id)
    if (approval === undefined || threadId === null) continue
    const told = messages.findLast(({ focus }) => focus.outcomeOf === id)
    const done = commitments.filter((c) => c.proposal_id === id)
    const finished = approval.outcome !== 'approved' || done.length === terms.acts.length
    if (told === undefined) {
      if (finished) yield `the customer was never told what came of ${id}`
      continue
    }
    if (told.thread_id !== threadId) yield `the outcome of ${id} was told elsewhere`
    const named = new Set(told.facts.flatMap(({ value }) => (value.text === undefined ? [] : [value.text])))
    for (const { act, reference, recorded_at: at } of done) {
      if (!named.has(reference) || !told.text.includes(reference)) yield `the customer was not told of ${id}/${act}`
      if (at.getTime() > told.at.getTime()) yield `the customer was told of ${id}/${act} before the ledger had it`
    }
    const others = commitments.filter((c) => c.proposal_id !== id).map((c) => c.reference)
    if (others.some((reference) => named.has(reference))) yield `the outcome of ${id} names another commitment`
  }
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')
}

function twice(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}
