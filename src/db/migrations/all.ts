/**
 * Every migration, in order: a written list, because a Worker cannot read a directory.
 *
 * @module
 */
import { records } from './0001-records.ts'
import { threads } from './0002-threads.ts'
import { negotiations } from './0003-negotiations.ts'
import { gate } from './0004-gate.ts'
import { knowledge } from './0005-knowledge.ts'
import { checkpoints } from './0006-checkpoints.ts'
import { letters } from './0008-letters.ts'
import { auditChain } from './0009-audit-chain.ts'
import { review } from './0010-review.ts'
import { sweep } from './0011-sweep.ts'
import { answered } from './0012-answered.ts'
import { reviewQueue } from './0013-review-queue.ts'
import { webhooks } from './0014-webhooks.ts'
import { withdrawal } from './0015-withdrawal.ts'
import { rowSecurity } from './0016-row-security.ts'
import { limits } from './0017-limits.ts'
import { retention } from './0018-retention.ts'
import { editedDeals } from './0019-edited-deals.ts'
import { endedDeliveries } from './0020-ended-deliveries.ts'
import type { Migration } from './migration.ts'

export const MIGRATIONS: readonly Migration[] = [
  records,
  threads,
  negotiations,
  gate,
  knowledge,
  checkpoints,
  letters,
  auditChain,
  review,
  sweep,
  answered,
  reviewQueue,
  webhooks,
  withdrawal,
  rowSecurity,
  limits,
  retention,
  editedDeals,
  endedDeliveries,
]
