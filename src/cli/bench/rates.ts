/**
 * Durable turns a second, beside what the same clients get when each request is one bare insert.
 *
 * Both are measured in short slices, one after the other: what else the machine does then meets both alike.
 *
 * @module
 */
import { CLIENTS } from './bench-customers.ts'
import { type Measure, median, shown } from './measure.ts'
import type { MeasuredServer } from './measured-server.ts'
import { openTalk, ratePerSecond } from './talk.ts'

const SLICES = 7
const SLICE_SECONDS = 1.5
const LARGEST_COST = 15
const COUNTED = 200

/** @param barred whether the bar holds: it is one for PostgreSQL */
export async function measureRates(
  { clients, insert, ask }: MeasuredServer,
  { barred }: { readonly barred: boolean },
): Promise<readonly Measure[]> {
  const talks = await Promise.all(clients.map(openTalk))
  const turns = (kind: 'question' | 'thanks') => talks.map((talk) => () => talk.turn(kind))
  const inserts = clients.map(() => insert)
  await ratePerSecond(turns('thanks'), SLICE_SECONDS) // warm
  const bare: number[] = []
  const direct: number[] = []
  const plain: number[] = []
  const asking: number[] = []
  for (let slice = 0; slice < SLICES; slice += 1) {
    bare.push(await ratePerSecond(inserts, SLICE_SECONDS))
    plain.push(await ratePerSecond(turns('thanks'), SLICE_SECONDS))
    direct.push(await ask.inserts({ clients: CLIENTS, seconds: SLICE_SECONDS }))
    asking.push(await ratePerSecond(turns('question'), SLICE_SECONDS))
  }
  const cost = (of: readonly number[], rates: readonly number[]) => median(of.map((rate, i) => rate / (rates[i] ?? 1)))
  const share = cost(bare, plain)
  const ofTurn = await processorPer(() => talks[0]?.turn('thanks'), ask)
  const ofInsert = await processorPer(insert, ask)
  return [
    shown(`bare inserts a second, ${CLIENTS} clients by HTTP`, median(bare).toFixed(0)),
    {
      what: `durable turns a second, ${CLIENTS} clients by HTTP`,
      value: `${median(plain).toFixed(0)}, 1/${share.toFixed(1)} of these`,
      bar: barred ? `at least 1/${LARGEST_COST}` : null,
      met: !barred || share <= LARGEST_COST,
    },
    shown(
      'the same with a question that looks debts up',
      `${median(asking).toFixed(0)}, 1/${cost(bare, asking).toFixed(1)} of these`,
    ),
    shown(
      `bare inserts a second, ${CLIENTS} connections without HTTP`,
      `${median(direct).toFixed(0)}; turns are 1/${cost(direct, plain).toFixed(1)} of these`,
    ),
    shown(
      "the server's processor time for such a turn, and for a bare insert by HTTP",
      `${ofTurn.toFixed(1)} ms and ${ofInsert.toFixed(2)} ms`,
    ),
  ]
}

/** Milliseconds of the server's processor time for one act, over a few hundred. */
async function processorPer(act: () => Promise<unknown> | undefined, ask: MeasuredServer['ask']): Promise<number> {
  const before = await ask.processor()
  for (let n = 0; n < COUNTED; n += 1) await act()
  return ((await ask.processor()) - before) / COUNTED
}
