import fc from 'fast-check'
import { sequences } from './actions.ts'
import { playSequence } from './sequence.ts'
import { openWorld } from './world.ts'

const N = Number(process.argv[2] ?? 20)
const world = await openWorld('')
const t0 = performance.now(),
  c0 = process.cpuUsage()
let p = 0,
  w = 0,
  bad = 0
for (const [i, s] of fc.sample(sequences, { numRuns: N, seed: Number(process.argv[3] ?? 1) }).entries()) {
  const v = await playSequence(world, `s${i}`, s)
  p += +v.pending
  w += +v.window
  if (v.violations.length) {
    bad++
    console.log(i, JSON.stringify(s).slice(0, 1500), v.violations)
  }
}
const c = process.cpuUsage(c0)
console.log({ N, p, w, bad, ms: (performance.now() - t0) / N, cpu: (c.user + c.system) / 1000 / N })
await world.close()
process.exit(0)
