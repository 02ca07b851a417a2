/**
 * Proposals from draft to closing: policy, hash, request; votes and edits by people.
 *
 * @module
 */
import type { ApprovalDesk } from '../tools/commitments/approval-desk.ts'
import type { ApprovalLedger } from '../tools/commitments/approval-ledger.ts'
import {
  type ApprovalPolicy,
  type CustomerFlag,
  DEFAULT_POLICY,
  requiredVotes,
} from '../tools/commitments/approval-policy.ts'
import { checkBrief } from '../tools/commitments/brief-check.ts'
import { checkEdit } from '../tools/commitments/edit-check.ts'
import { type Proposal, type ProposalTerms, proposalTermsSchema } from '../tools/commitments/proposal.ts'
import type { ProposalRequest, Proposals } from '../tools/commitments/proposals.ts'
import { fittingTimes } from '../tools/commitments/review-clock.ts'
import { withoutStatedFigures } from '../tools/commitments/without-stated-figures.ts'
import type { Mandate } from '../tools/mandates/mandate.ts'
import type { MandateLedger } from '../tools/mandates/mandate-ledger.ts'
import type { Clock } from '../tools/shared/clock.ts'
import { type Fault, InvalidInput, ParleyError } from '../tools/shared/errors.ts'
import type { Ids } from '../tools/shared/ids.ts'
import { termsHash } from '../tools/shared/terms-hash.ts'
import type { Edits } from './http/ports/review-desk.ts'

export interface ProposalParts {
  readonly desk: ApprovalDesk
  readonly ledger: Pick<ApprovalLedger, 'proposal'>
  readonly mandates: Pick<MandateLedger, 'get'>
  readonly clock: Clock
  readonly ids: Ids
  readonly policy?: ApprovalPolicy
  /** What the policy table asks about the customer; nothing where it is left out. */
  readonly flagsOf?: (customerId: string) => Promise<readonly CustomerFlag[]>
  /** Where terms leave the mandate; empty when they are within it. */
  readonly withinMandate: (mandate: Mandate, terms: ProposalTerms) => readonly Fault[]
  /**
   * Asks the counterparty for exactly these terms. The proposal that comes of it when they agree at once has the editor
   * as proposer; null when they have not agreed (yet). `resumed`: a process that died may have asked already.
   */
  readonly renegotiate: (
    proposal: Proposal,
    terms: ProposalTerms,
    editor: string,
    how?: { readonly resumed: boolean },
  ) => Promise<Proposal | null>
  /** Does the work while no other process concludes this task; not at all (`busy`) when one does: it asks in our place. */
  readonly alone: (taskId: string, work: () => Promise<void>) => Promise<'done' | 'busy'>
}

export function createProposals(parts: ProposalParts): Proposals & Edits {
  const { desk, ledger, clock, ids } = parts

  /** @throws InvalidInput, ParleyError MANDATE_EXCEEDED, OFFER_EXPIRED */
  async function draft(request: ProposalRequest): Promise<Proposal> {
    const terms = parseTerms(request.terms)
    const faults = checkBrief(terms, request.brief)
    if (faults.length > 0) throw new InvalidInput(faults)
    await requireMandate(request.mandateId, terms)
    const now = clock.now()
    const flags = (await parts.flagsOf?.(request.customerId)) ?? []
    const { required, withinHours, times } = requiredVotes(terms, request.brief, parts.policy ?? DEFAULT_POLICY, flags)
    const limit = withinHours === null ? [] : [new Date(now.getTime() + withinHours * 3_600_000).toISOString()]
    const expiresAt = earliest([request.expiresAt, ...limit], terms)
    if (new Date(expiresAt) <= now) {
      throw new ParleyError(
        'OFFER_EXPIRED',
        'The time to approve these terms has run out already. Ask for a new offer.',
      )
    }
    return {
      id: ids.next('prop'),
      customerId: request.customerId,
      threadId: request.threadId,
      taskId: request.taskId,
      mandateId: request.mandateId,
      proposer: request.proposer,
      terms,
      termsHash: termsHash(terms),
      brief: request.brief,
      required,
      expiresAt,
      supersedes: request.supersedes ?? null,
      createdAt: now.toISOString(),
      ...(Object.keys(times).length === 0 ? {} : { times: fittingTimes(times, now.toISOString(), expiresAt) }),
      ...(request.withdraws === undefined ? {} : { withdraws: request.withdraws }),
    }
  }

  async function requireMandate(mandateId: string | null, terms: ProposalTerms): Promise<void> {
    if (mandateId === null) return
    const mandate = await parts.mandates.get(mandateId)
    if (mandate === null) throw new ParleyError('NOT_FOUND', `There is no mandate ${mandateId}.`)
    const faults = parts.withinMandate(mandate, terms)
    if (faults.length === 0) return
    const paths = faults.map((fault) => fault.path)
    // Names of limits only: the limits themselves are the customer's and stay with them.
    throw new ParleyError('MANDATE_EXCEEDED', `These terms leave the mandate (${paths.join(', ')}).`, {
      facts: { faults: paths },
    })
  }

  return {
    async open(request) {
      return desk.open(await draft(request))
    },

    void: (proposalId, reason) => desk.void(proposalId, reason),

    async openOf(customerId) {
      const requests = await desk.requests({ status: 'pending', customerId })
      return requests
        .map((request) => request.proposal)
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id))
    },

    decide: (vote) => desk.decide(vote),

    async edit({ terms: wanted, ...vote }) {
      const proposal = await ledger.proposal(vote.proposalId)
      if (proposal === null) throw new ParleyError('NOT_FOUND', `There is no proposal ${vote.proposalId}.`)
      const terms = withoutStatedFigures(proposal.terms, parseTerms(wanted))
      const edit = checkEdit(proposal.terms, terms)
      if (edit.kind === 'refused') throw new InvalidInput(edit.faults)
      await requireMandate(proposal.mandateId, terms)
      if (edit.kind === 'deal-changed') {
        await desk.edit({ ...vote, next: null, wanted: terms })
        let next: Proposal | null = null
        await parts.alone(proposal.taskId ?? proposal.id, async () => {
          next = await parts.renegotiate(proposal, terms, vote.person)
        })
        return next
      }
      const next = await draft({ ...proposal, terms, proposer: vote.person, supersedes: proposal.id })
      await desk.edit({ ...vote, next })
      return next
    },

    async resumeEdit(proposal) {
      const edit = await desk.editedDeal(proposal.id)
      if (edit === null) return false
      try {
        await parts.renegotiate(proposal, edit.terms, edit.editor, { resumed: true })
        return true
      } catch (error) {
        if (error instanceof ParleyError) return false // the mandate ended, or these terms have left it
        throw error
      }
    },
  }
}

function parseTerms(terms: unknown): ProposalTerms {
  const parsed = proposalTermsSchema.safeParse(terms)
  if (parsed.success) return parsed.data
  throw new InvalidInput(
    parsed.error.issues.map(({ path, message }) => ({ path: ['terms', ...path].join('.'), reason: message })),
  )
}

/** Nothing may be approved after an offer in it has run out. */
function earliest(limits: readonly string[], terms: ProposalTerms): string {
  const ends = terms.acts.flatMap((act) => (act.type === 'conclude' ? [act.validUntil] : []))
  return new Date(Math.min(...[...limits, ...ends].map((end) => new Date(end).getTime()))).toISOString()
}
