/**
 * What the HTTP door opens on.
 *
 * @module
 */
import { permissions } from '../../tools/profile/permits.ts'
import { storedAnchors } from '../audit/check-anchors.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { asIdentity, PARLEY } from '../db/identity.ts'
import { postgresAuditTrail } from '../db/postgres-audit-trail.ts'
import { postgresFigures } from '../db/postgres-figures.ts'
import { postgresIdempotency } from '../db/postgres-idempotency.ts'
import { postgresPersonal } from '../db/postgres-personal.ts'
import { postgresRateLimits } from '../db/postgres-rate-limits.ts'
import { postgresReviewers } from '../db/postgres-reviewers.ts'
import { DEFAULT_SETTINGS, type Door } from '../http/door.ts'
import { importFile } from '../imports.ts'
import type { Signer } from '../signing/signer.ts'
import type { TargetRules } from '../webhooks/target.ts'
import type { Acting } from './acting.ts'
import type { Ledgers } from './ledgers.ts'
import type { Parts } from './parts.ts'

interface Joined {
  readonly ledgers: Ledgers
  readonly acting: Acting
  readonly runs: Door['runs']
  readonly signer: Signer | null
  readonly webhookRules: TargetRules
}

export function joinDoor(parts: Parts, { ledgers, acting, runs, signer, webhookRules }: Joined): Door {
  const { config, clock, ids, log, authenticator, assets } = parts
  const { pool } = parts.database
  const { records, explanations, threads, mandates, negotiations, handoffs, letters, disputeWatch, desk } = ledgers
  const { delegations, proposals, withdrawals, registry, policy } = acting
  const { requestsPerMinute } = config.limits
  const figures = postgresFigures(pool)
  return {
    ...{ records, explanations, threads, runs, mandates, delegations, negotiations, proposals, handoffs, letters },
    ...{ disputeWatch, withdrawals, signer, authenticator, assets, clock, ids, log },
    counterparties: registry,
    // A question is put into a conversation, and answered from reasons, that are not the reviewer's to see.
    reviews: { ...desk, ask: (asking) => asIdentity(PARLEY, () => desk.ask(asking)) },
    webhooks: { book: ledgers.webhooks, rules: webhookRules },
    reviewers: postgresReviewers(pool, clock),
    approvals: { ...ledgers.approvals, ...ledgers.commitments },
    audit: postgresAuditTrail(pool, clock),
    chain: {
      verify: async () => verifyChain(pool, signer === null ? {} : { keys: await signer.keys() }),
      anchors: () => storedAnchors(pool),
    },
    // Counts show nobody's rows, so that everybody may be given them.
    figures: { counts: () => asIdentity(PARLEY, () => figures.counts()) },
    personal: postgresPersonal(pool, clock),
    importer: { importFile: async (file) => ({ ...(await importFile({ pool, clock }, file)) }) },
    idempotency: postgresIdempotency(pool),
    ...(requestsPerMinute === null
      ? {}
      : { rates: postgresRateLimits(pool, requestsPerMinute, { each: parts.isShortLived ?? false }) }),
    health: { checks: { database: async () => void (await pool.query('select 1')) } },
    settings: {
      ...DEFAULT_SETTINGS,
      corsOrigins: config.http.corsOrigins,
      policy: { approval: policy, profile: { ...config.profile, capabilities: permissions(config.profile) } },
    },
  }
}
