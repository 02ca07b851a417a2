/**
 * Fuzzes the engine and says what was found.
 *
 * @module
 */
import { Presets, SingleBar } from 'cli-progress'
import { fuzz } from '../../../tools/negotiation/field/fuzz.ts'
import type { TournamentOptions } from './read-options.ts'

const CHUNK = 1_000

/** Exit code 1 when anything happened that must never happen. */
export function runFuzz({ fuzz: sessions, seed }: Pick<TournamentOptions, 'fuzz' | 'seed'>): void {
  const bar = new SingleBar({ format: '{bar} {value}/{total} sessions, {eta_formatted} left' }, Presets.shades_classic)
  const shown = process.stderr.isTTY
  if (shown) bar.start(sessions, 0)
  const total = { turns: 0, deals: 0, withoutZone: 0, faults: 0 }
  for (let from = seed; from < seed + sessions; from += CHUNK) {
    const report = fuzz(from, Math.min(from + CHUNK, seed + sessions))
    total.turns += report.turns
    total.deals += report.deals
    total.withoutZone += report.withoutZone
    total.faults += report.faults.length
    for (const { seed: at, fault } of report.faults) console.error(`seed ${at}: ${fault}`)
    if (shown) bar.increment(report.sessions)
  }
  if (shown) bar.stop()
  console.log(
    `${sessions} sessions, ${total.turns} moves of the engine, ${total.deals} deals, ` +
      `${total.withoutZone} without a zone: ${total.faults} faults`,
  )
  if (total.faults > 0) process.exitCode = 1
}
