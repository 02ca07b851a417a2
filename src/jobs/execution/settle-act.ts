/**
 * Brings one act of an approved proposal to an end, from whatever state a crash may have left it in.
 *
 * Each step reads how far the act has come, and writes what it learned before it does the next: asked before sent
 * again, recorded as started before sent, recorded as done only when the counterparty says so.
 *
 * @module
 */
import type { ApprovedProposal } from '../../../tools/commitments/approved-proposal.ts'
import type { Attempt, ExecutionLedger } from '../../../tools/commitments/execution-ledger.ts'
import type { ActResult, ActStatus, CommitmentExecutor } from '../../../tools/commitments/executor.ts'
import type { MandateLedger } from '../../../tools/mandates/mandate-ledger.ts'
import type { DeploymentProfile } from '../../../tools/profile/profile.ts'
import type { Clock } from '../../../tools/shared/clock.ts'
import { reasonToWithhold } from './withhold.ts'

/** Where a test may stop the process; in production nothing happens here. */
export type FaultPoint = 'leased' | 'before-sending' | 'after-sending' | 'recorded'

export interface ActParts {
  readonly executions: ExecutionLedger
  readonly mandates: Pick<MandateLedger, 'get'>
  readonly executor: CommitmentExecutor
  readonly profile: DeploymentProfile
  readonly clock: Clock
  readonly faults: (point: FaultPoint) => Promise<void>
  /** Renews the lease; false when somebody else executes now. */
  readonly stillMine: () => Promise<boolean>
}

/** `later`: certain that nothing happened, to be tried again; `lost`: another executor has taken over. */
export type Settled = 'committed' | 'ended' | 'unknown' | 'later' | 'lost'

/** How often an act that certainly never arrived is sent before it is given up. */
const SENDINGS = 3

export async function settleAct(parts: ActParts, approved: ApprovedProposal, act: number): Promise<Settled> {
  const { executions, executor, faults } = parts
  const lines = (await executions.attempts(approved.proposal.id)).filter((attempt) => attempt.act === act)
  const last = lines.at(-1)?.kind
  if (last === 'refused' || last === 'withheld') return 'ended'
  let unreceived = lines.filter((line) => line.kind === 'not-received').length
  if (last === 'started' || last === 'unknown') {
    const settled = await learn(parts, approved, act, await executor.statusOf(approved, act))
    if (settled !== 'later') return settled
    unreceived += 1
  }
  const reason = unreceived >= SENDINGS ? 'never-received' : await reasonToWithhold(parts, approved, act)
  if (reason !== null) {
    await note(parts, approved, act, 'withheld', reason)
    return 'ended'
  }
  if (!(await parts.stillMine())) return 'lost'
  await note(parts, approved, act, 'started', null)
  await faults('before-sending')
  const result = await executor.execute(approved, act)
  await faults('after-sending')
  if (result.kind !== 'unknown') return learn(parts, approved, act, result)
  return learn(parts, approved, act, await executor.statusOf(approved, act))
}

async function learn(
  parts: ActParts,
  approved: ApprovedProposal,
  act: number,
  heard: Exclude<ActResult, { kind: 'unknown' }> | ActStatus,
): Promise<Settled> {
  switch (heard.kind) {
    case 'committed': {
      const { proposal, approval } = approved
      const { reference, committedAt, channel } = heard
      const counterpartyId = proposal.terms.acts[act]?.counterpartyId ?? ''
      await parts.executions.recordCommitment(
        {
          ...{ proposalId: proposal.id, act, termsHash: approval.termsHash, counterpartyId, reference, committedAt },
          ...(channel === undefined ? {} : { channel }),
        },
        parts.clock.now(),
      )
      await parts.faults('recorded')
      return 'committed'
    }
    case 'refused':
      await note(parts, approved, act, 'refused', heard.reason)
      return 'ended'
    case 'not-received':
      await note(parts, approved, act, 'not-received', null)
      return 'later'
    case 'cannot-say':
      await note(parts, approved, act, 'unknown', null)
      return 'unknown'
  }
}

async function note(
  { executions, clock }: ActParts,
  { proposal, approval }: ApprovedProposal,
  act: number,
  kind: Attempt['kind'],
  detail: string | null,
): Promise<void> {
  const at = clock.now().toISOString()
  await executions.recordAttempt({ proposalId: proposal.id, act, kind, termsHash: approval.termsHash, detail, at })
}
