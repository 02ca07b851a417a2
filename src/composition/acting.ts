/**
 * What is done for customers: mandates carried out, proposals drafted and edited, commitments withdrawn from.
 *
 * @module
 */
import { DEFAULT_POLICY, selfApprovalPolicy } from '../../tools/commitments/approval-policy.ts'
import { parsePolicy } from '../../tools/commitments/policy-file.ts'
import { proposalWithinMandate } from '../../tools/negotiation/within-mandate.ts'
import { httpCounterparties } from '../channels/http-counterparty.ts'
import { createRegistry, parseCounterparties } from '../channels/registry.ts'
import { customerFlags } from '../customer-flags.ts'
import { asIdentity, PARLEY } from '../db/identity.ts'
import { createDelegations } from '../delegation.ts'
import { alone, taskRun } from '../jobs/alone.ts'
import { createProposals } from '../proposals.ts'
import { createRenegotiation } from '../renegotiation.ts'
import { createWithdrawals } from '../withdrawals.ts'
import type { Ledgers } from './ledgers.ts'
import { type Parts, waitingOf } from './parts.ts'

export type Acting = ReturnType<typeof joinActing>

/** @throws InvalidInput when the JSON of the counterparties or of the policy is bad */
export function joinActing(parts: Parts, ledgers: Ledgers) {
  const { config, clock, ids, counterparties, marketUrl } = parts
  const { pool } = parts.database
  const { desk, approvals, mandates, negotiations, records, jobs, leases, commitments } = ledgers
  const { profile, selfApprovalMinutes } = config
  const table = config.policy === null ? DEFAULT_POLICY : parsePolicy(config.policy)
  const policy = selfApprovalMinutes === null ? table : selfApprovalPolicy(selfApprovalMinutes, table)
  const http = waitingOf(parts)
  const registry = createRegistry({
    entries: counterparties === null ? [] : parseCounterparties(counterparties),
    ...{ marketUrl, http },
  })
  const channel = httpCounterparties(registry, http)
  const delegations = createDelegations({
    ...{ pool, mandates, negotiations, approvals, records, registry, channel, jobs, profile, clock, ids },
    openWork: config.limits.open,
  })
  const proposals = createProposals({
    ...{ desk, ledger: approvals, mandates, policy, clock, ids },
    withinMandate: proposalWithinMandate,
    flagsOf: customerFlags({ records, clock }),
    renegotiate: (...edit) => renegotiate(...edit),
    alone: (taskId, work) => asIdentity(PARLEY, () => alone({ leases, ids }, taskRun(taskId), work)),
  })
  const renegotiate = createRenegotiation({
    ...{ negotiations, records, registry, clock, mandates, channel, proposals },
  })
  const withdrawals = createWithdrawals({
    ...{ db: pool, approvals, proposals, customers: records, clock, commitments },
  })
  return { registry, channel, policy, delegations, proposals, withdrawals }
}
