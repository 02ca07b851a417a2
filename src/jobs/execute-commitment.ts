/**
 * The one door to the executor: turns an approved proposal into commitments, act by act, each once.
 *
 * @module
 */
import type { HandoffDesk } from '../../agents/handoff-desk.ts'
import { ApprovedProposal } from '../../tools/commitments/approved-proposal.ts'
import type { Attempt, ExecutionLedger } from '../../tools/commitments/execution-ledger.ts'
import type { CommitmentExecutor } from '../../tools/commitments/executor.ts'
import type { MandateLedger } from '../../tools/mandates/mandate-ledger.ts'
import type { DeploymentProfile } from '../../tools/profile/profile.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import { type FaultPoint, settleAct } from './execution/settle-act.ts'
import { summarise } from './execution/summarise.ts'
import type { JobQueue, Jobs } from './job-queue.ts'

export interface ExecutionParts {
  readonly executions: ExecutionLedger
  readonly mandates: Pick<MandateLedger, 'get'>
  readonly executor: CommitmentExecutor
  readonly handoffs: Pick<HandoffDesk, 'request'>
  readonly jobs: Pick<JobQueue, 'enqueue'>
  readonly profile: DeploymentProfile
  readonly clock: Clock
  readonly ids: Ids
  /** Seconds until the lease of a dead executor is free; a living one renews it three times in between. */
  readonly leaseSeconds?: number
  /** Where a test may stop the process. */
  readonly faults?: (point: FaultPoint) => Promise<void>
}

/** Seconds until an act that certainly never arrived is sent again. */
const RESEND_AFTER = [2, 10]
/** Seconds until a counterparty that could not say is asked again; then only a person decides. */
const ASK_AGAIN_AFTER = [60, 600, 3600]

/** The job. Safe to run at any time, any number of times, by any number of processes. */
export function executeCommitment(parts: ExecutionParts) {
  const { executions, jobs } = parts
  const leaseSeconds = parts.leaseSeconds ?? 15
  const faults = parts.faults ?? (async () => {})

  return async ({ proposalId }: Jobs['execute-commitment']): Promise<void> => {
    const holder = parts.ids.next('exec')
    const stillMine = () => executions.lease(proposalId, holder, leaseSeconds)
    if ((await executions.proposal(proposalId)) === null) return
    if (!(await stillMine())) return again('lease', leaseSeconds) // should that executor die, this finds what it left
    const renewal = setInterval(() => {
      stillMine().catch(() => false) // a renewal that fails lets the lease run out: `settleAct` looks before it sends
    }, leaseSeconds * 333)
    try {
      await faults('leased')
      const approved = await approve(parts, proposalId)
      if (approved === null) return
      for (let act = 0; act < approved.proposal.terms.acts.length; act += 1) {
        if (await isCommitted(act)) continue
        const settled = await settleAct({ ...parts, faults, stillMine }, approved, act)
        if (settled === 'lost') return await again('lease', leaseSeconds)
        if (settled === 'later') return await again('resend', RESEND_AFTER[(await count('not-received')) - 1] ?? 10)
        if (settled === 'unknown') await again('ask', ASK_AGAIN_AFTER[(await count('unknown')) - 1])
        if (settled !== 'committed') break
      }
      await callPerson(parts, approved)
    } finally {
      clearInterval(renewal)
      await executions.release(proposalId, holder)
    }

    async function isCommitted(act: number): Promise<boolean> {
      return (await executions.commitments(proposalId)).some((commitment) => commitment.act === act)
    }

    async function count(kind: Attempt['kind']): Promise<number> {
      return (await executions.attempts(proposalId)).filter((attempt) => attempt.kind === kind).length
    }

    async function again(why: 'lease' | 'resend' | 'ask', startAfterSeconds: number | undefined): Promise<void> {
      if (startAfterSeconds === undefined) return
      await jobs.enqueue('execute-commitment', { proposalId }, { startAfterSeconds, key: `${proposalId}/${why}` })
    }
  }
}

/** The approved proposal, or null when there is nothing to execute: not approved, closed otherwise, or changed since. */
async function approve({ executions, clock }: ExecutionParts, proposalId: string): Promise<ApprovedProposal | null> {
  try {
    return await ApprovedProposal.approve(executions, proposalId)
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error
    const approval = await executions.outcomeOf(proposalId)
    if (error.code === 'APPROVAL_MISMATCH' && approval !== null) {
      await executions.recordAttempt({
        proposalId,
        act: 0,
        kind: 'withheld',
        detail: 'terms-changed',
        termsHash: approval.termsHash,
        at: clock.now().toISOString(),
      })
    }
    return null
  }
}

/** A person decides where nobody can say what happened, or where only a part of what was approved was done. */
async function callPerson({ executions, handoffs }: ExecutionParts, { proposal }: ApprovedProposal): Promise<void> {
  const execution = await executions.executionOf(proposal.id)
  if (execution.kind === 'waiting' || execution.kind === 'committed') return
  if (execution.kind !== 'unknown' && execution.commitments.length === 0) return
  if (proposal.threadId === null) return // no conversation to pass on: the task says needs-human
  await handoffs.request({
    threadId: proposal.threadId,
    customerId: proposal.customerId,
    reason: 'execution-unclear',
    summary: summarise(proposal, execution),
  })
}
