/**
 * What a turn costs in a long conversation, in time and in bytes.
 *
 * @module
 */
import { type Measure, median, shown } from './measure.ts'
import type { MeasuredServer } from './measured-server.ts'
import { openTalk } from './talk.ts'

const PAIRS = 40
const LARGEST_RATIO = 1.3
/** Ids and the days in words differ a little in length. */
const LARGEST_BYTES_RATIO = 1.05

/** One conversation of a hundred messages; then its next turns in turn with the first turns of new ones. */
export async function measureTurnCost({ clients: [client], ask }: MeasuredServer): Promise<readonly Measure[]> {
  if (client === undefined) throw new Error('There is no customer to speak as.')
  const long = await openTalk(client)
  const stored = [await ask.stored()]
  for (let tens = 0; tens < 10; tens += 1) {
    for (let turn = 0; turn < 10; turn += 1) await long.turn('question')
    stored.push(await ask.stored())
  }
  const firsts: Cost[] = []
  const laters: Cost[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const fresh = await openTalk(client)
    firsts.push(await costOf(() => fresh.turn('question'), ask))
    laters.push(await costOf(() => long.turn('question'), ask))
  }
  const middle = (costs: readonly Cost[], of: keyof Cost) => median(costs.map((cost) => cost[of]))
  const [first, later] = [middle(firsts, 'elapsed'), middle(laters, 'elapsed')]
  const ratio = later / first
  const processor = middle(laters, 'processor') / middle(firsts, 'processor')
  const perTurn = stored.slice(1).map((bytes, tens) => (bytes - (stored[tens] ?? 0)) / 10)
  const [early, late] = [perTurn[0] ?? 0, perTurn.at(-1) ?? 0]
  return [
    shown('first turn of a conversation', `${first.toFixed(1)} ms`),
    {
      what: 'turn after message 100, against the first',
      value: `${later.toFixed(1)} ms, ${ratio.toFixed(2)} times; the server's processor time ${processor.toFixed(2)} times`,
      bar: `at most ${LARGEST_RATIO} times`,
      met: ratio <= LARGEST_RATIO,
    },
    {
      what: 'bytes stored per turn, turns 1–10 and 91–100',
      value: `${Math.round(early)} and ${Math.round(late)}`,
      bar: 'constant',
      met: late <= early * LARGEST_BYTES_RATIO,
    },
  ]
}

/** Milliseconds, as the customer waits and as the server's processor works. */
interface Cost {
  readonly elapsed: number
  readonly processor: number
}

async function costOf(work: () => Promise<void>, ask: MeasuredServer['ask']): Promise<Cost> {
  const before = await ask.processor()
  const begun = performance.now()
  await work()
  const elapsed = performance.now() - begun
  return { elapsed, processor: (await ask.processor()) - before }
}
