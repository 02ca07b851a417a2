/**
 * The first lock: only what the ledger says was approved can be handed to an executor.
 *
 * @module
 */
import { ParleyError } from '../shared/errors.ts'
import { termsHash } from '../shared/terms-hash.ts'
import type { Approval, ApprovalLedger } from './approval-ledger.ts'
import type { Proposal } from './proposal.ts'

/** A proposal whose approval was read from the ledger and whose terms still have the approved hash. */
export class ApprovedProposal {
  readonly #proposal: Proposal
  readonly #approval: Approval

  private constructor(proposal: Proposal, approval: Approval) {
    this.#proposal = proposal
    this.#approval = approval
  }

  get proposal(): Proposal {
    return this.#proposal
  }

  get approval(): Approval {
    return this.#approval
  }

  /**
   * Reads the approval from the ledger and compares hashes; there is no other way to an `ApprovedProposal`.
   *
   * @throws ParleyError NOT_FOUND, APPROVAL_MISMATCH (terms are not the approved ones), APPROVAL_CLOSED (closed otherwise)
   */
  static async approve(ledger: ApprovalLedger, proposalId: string): Promise<ApprovedProposal> {
    const proposal = await ledger.proposal(proposalId)
    if (proposal === null) throw new ParleyError('NOT_FOUND', `There is no proposal ${proposalId}.`)
    const approval = await ledger.outcomeOf(proposalId)
    if (approval === null) {
      throw new ParleyError('APPROVAL_MISMATCH', `Proposal ${proposalId} has not been approved.`)
    }
    if (approval.outcome !== 'approved') {
      throw new ParleyError('APPROVAL_CLOSED', `Proposal ${proposalId} was ${approval.outcome}.`)
    }
    if (approval.termsHash !== proposal.termsHash || termsHash(proposal.terms) !== approval.termsHash) {
      throw new ParleyError('APPROVAL_MISMATCH', `The terms of proposal ${proposalId} are not the approved ones.`)
    }
    return new ApprovedProposal(proposal, approval)
  }
}
