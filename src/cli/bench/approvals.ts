/**
 * From a reviewer's vote to the committed row, a second, beside bare inserts: the vote by HTTP, the approval, the job, the
 * counterparty over HTTP, the commitment.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { CLIENTS } from './bench-customers.ts'
import { type Measure, median, shown } from './measure.ts'
import type { MeasuredServer } from './measured-server.ts'
import { ratePerSecond } from './talk.ts'

const SLICES = 5
const PER_SLICE = 24
const SLICE_SECONDS = 1.5
const LOOK_MS = 10
const GIVE_UP_MS = 120_000

export async function measureApprovals(measured: MeasuredServer): Promise<readonly Measure[]> {
  const inserts = measured.clients.map(() => measured.insert)
  await approveAll(measured, CLIENTS) // warm
  const bare: number[] = []
  const approved: number[] = []
  for (let slice = 0; slice < SLICES; slice += 1) {
    bare.push(await ratePerSecond(inserts, SLICE_SECONDS))
    approved.push(await approveAll(measured, PER_SLICE))
  }
  const cost = median(approved.map((rate, i) => (bare[i] ?? 0) / rate))
  return [
    shown(
      `approve→committed a second, ${CLIENTS} reviewers by HTTP`,
      `${median(approved).toFixed(1)}, 1/${cost.toFixed(1)} of bare inserts by HTTP`,
    ),
  ]
}

/** Approves so many proposals, from the first vote until the last one's commitment stands; how many that is a second. */
async function approveAll({ ask, reviewers }: MeasuredServer, count: number): Promise<number> {
  const proposals = await ask.propose({ count })
  const before = await ask.committed()
  const begun = performance.now()
  let next = 0
  const reviewing = reviewers.map(async (reviewer) => {
    for (let proposal = proposals[next++]; proposal !== undefined; proposal = proposals[next++]) {
      const { id, termsHash } = proposal
      await reviewer.post(`/v1/approvals/${id}/decision`, { decision: 'approve', termsHash })
    }
  })
  await Promise.all(reviewing)
  while ((await ask.committed()) < before + count) {
    if (performance.now() - begun > GIVE_UP_MS) throw new Error('What was approved was not committed.')
    await sleep(LOOK_MS)
  }
  return (count / (performance.now() - begun)) * 1000
}
