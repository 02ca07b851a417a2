/**
 * The executing job on a gate and a test counterparty, with a hand-off desk that notes.
 *
 * @module
 */
import type { HandoffDesk } from '../../agents/handoff-desk.ts'
import { httpExecutor } from '../../src/channels/http-executor.ts'
import { postgresMandates } from '../../src/db/postgres-mandates.ts'
import { type ExecutionParts, executeCommitment } from '../../src/jobs/execute-commitment.ts'
import { SELF_USE } from '../../tools/profile/profile.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { registryOf, type TestCounterparty } from './counterparty.ts'
import type { Gate } from './gate.ts'

export function executionOn(
  gate: Gate,
  party: Pick<TestCounterparty, 'baseUrl' | 'token'>,
  change: Partial<ExecutionParts> = {},
) {
  const called: Parameters<HandoffDesk['request']>[0][] = []
  const handoffs: ExecutionParts['handoffs'] = {
    async request(request) {
      called.push(request)
      const handoff = {
        ...request,
        id: 'h_1',
        status: 'waiting',
        dutyAgent: null,
        promisedBy: '2026-11-22T12:00:00Z',
        requestedAt: '2026-11-22T10:00:00Z',
        acceptedAt: null,
        endedAt: null,
      } as const
      return { handoff, onDuty: true, created: called.length === 1 }
    },
  }
  const run = executeCommitment({
    executions: gate.executions,
    mandates: postgresMandates(gate.pool, gate.jobs),
    executor: httpExecutor(
      registryOf(party, () => new ParleyError('NOT_FOUND', 'nobody')),
      { timeoutMs: 500, retryAfterMs: [] },
    ),
    handoffs,
    profile: SELF_USE,
    jobs: gate.jobs,
    clock: gate.clock,
    ids: randomIds,
    ...change,
  })
  return { run: (proposalId: string) => run({ proposalId }), called }
}
