/**
 * The memory of the server over a thousand turns, after collections.
 *
 * @module
 */
import { type Measure, shown, slope } from './measure.ts'
import type { MeasuredServer } from './measured-server.ts'
import { openTalk } from './talk.ts'

const TURNS = 1_000
const BLOCKS = 5
/** What a thousand turns may leave behind: far less than the messages themselves, and more than the noise. */
const LARGEST_GROWTH = 2 * 1024 * 1024

export async function measureMemory({ clients, ask }: MeasuredServer): Promise<readonly Measure[]> {
  const perClient = TURNS / BLOCKS / clients.length
  const heap: number[] = []
  let rss = 0
  for (let block = 0; block <= BLOCKS; block += 1) {
    await Promise.all(
      clients.map(async (client) => {
        const talk = await openTalk(client)
        for (let turn = 0; turn < perClient; turn += 1) await talk.turn('question')
      }),
    )
    const memory = await ask.memory()
    heap.push(memory.heapUsed) // the first block warms up: compiled code and caches come to stay
    rss = memory.rss
  }
  const growth = slope(heap) * BLOCKS
  return [
    {
      what: `heap over ${TURNS.toLocaleString('en')} turns, by least squares`,
      value: `${growth < 0 ? '' : '+'}${mebibytes(growth)} on ${mebibytes(heap[0] ?? 0)}`,
      bar: `no growth (noise up to ${mebibytes(LARGEST_GROWTH)})`,
      met: growth <= LARGEST_GROWTH,
    },
    shown('resident memory afterwards', mebibytes(rss)),
  ]
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
