/**
 * The first lock: only what the ledger says was approved can be handed to an executor.
 *
 * @module
 */
import { ParleyError } from '../shared/errors.ts'
import { termsHash } from '../shared/terms-hash.ts'
import type { Approval, ApprovalLedger } from './approval-ledger.ts'
import type { Proposal } from './proposal.ts'

/** Known to this file alone: the compiler's `private` is gone when the program runs. */
const MAKER = Symbol('maker of approved proposals')

/** A proposal whose approval was read from the ledger and whose terms still have the approved hash. */
export class ApprovedProposal {
  readonly #proposal: Proposal
  readonly #approval: Approval

  private constructor(maker: symbol, proposal: Proposal, approval: Approval) {
    if (maker !== MAKER) throw new TypeError('Only ApprovedProposal.approve makes an approved proposal.')
    this.#proposal = proposal
    this.#approval = approval
  }

  get proposal(): Proposal {
    return this.#proposal
  }

  get approval(): Approval {
    return this.#approval
  }

  /** Whether a value was made by `approve`, and is not just shaped like it. */
  static made(value: unknown): value is ApprovedProposal {
    return typeof value === 'object' && value !== null && #approval in value
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
    return new ApprovedProposal(MAKER, proposal, approval)
  }
}
