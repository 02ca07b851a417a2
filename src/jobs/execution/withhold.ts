/**
 * The last look before an act is sent: an approval is only as good as the mandate and the offer under it.
 *
 * @module
 */
import type { WithheldReason } from '../../../tools/commitments/approval-ledger.ts'
import type { ApprovedProposal } from '../../../tools/commitments/approved-proposal.ts'
import type { ExecutionLedger } from '../../../tools/commitments/execution-ledger.ts'
import type { CommitmentExecutor } from '../../../tools/commitments/executor.ts'
import type { Act } from '../../../tools/commitments/proposal.ts'
import { notInForce } from '../../../tools/mandates/mandate.ts'
import type { MandateLedger } from '../../../tools/mandates/mandate-ledger.ts'
import { proposalWithinMandate } from '../../../tools/negotiation/within-mandate.ts'
import { doing, permits } from '../../../tools/profile/permits.ts'
import type { DeploymentProfile } from '../../../tools/profile/profile.ts'
import type { Clock } from '../../../tools/shared/clock.ts'

/** Why this act must not be sent now, or null when it may be. */
export async function reasonToWithhold(
  parts: {
    mandates: Pick<MandateLedger, 'get'>
    executor: CommitmentExecutor
    executions: Pick<ExecutionLedger, 'reviewersStand'>
    clock: Clock
    profile: DeploymentProfile
  },
  approved: ApprovedProposal,
  index: number,
): Promise<WithheldReason | null> {
  const { proposal } = approved
  const now = parts.clock.now()
  if (proposal.mandateId !== null) {
    const mandate = await parts.mandates.get(proposal.mandateId)
    const because = mandate === null ? 'revoked' : notInForce(mandate, now)
    if (because !== null) return because === 'expired' ? 'mandate-expired' : 'mandate-revoked'
    if (mandate !== null && proposalWithinMandate(mandate, proposal.terms).length > 0) return 'mandate-exceeded'
  }
  if (!(await parts.executions.reviewersStand(proposal.id))) return 'reviewer-revoked'
  const act = proposal.terms.acts[index]
  if (act !== undefined && !mayDo(parts.profile, act)) return 'not-permitted'
  if (act?.type === 'conclude' && new Date(act.validUntil).getTime() <= now.getTime()) return 'offer-expired'
  return (await parts.executor.reaches(approved, index)) ? null : 'counterparty-unknown'
}

/** A notice that may only be drafted is carried out as a letter, which the customer posts. */
function mayDo(profile: DeploymentProfile, act: Act): boolean {
  const { verdict } = permits(profile, doing(act))
  return verdict === 'allowed' || (verdict === 'draft-only' && act.type === 'notice')
}
