/**
 * Plays the engine against the field.
 *
 *     npm run tournament -- --scenarios DIR [--rounds 10] [--opponents a,b] [--seeds N]
 *     npm run tournament -- --generate 30 --seed 1
 *     npm run tournament -- --fuzz 1000000
 *
 * @module
 */
import { writeFileSync } from 'node:fs'
import { Presets, SingleBar } from 'cli-progress'
import pc from 'picocolors'
import { drawnSide } from '../../tools/negotiation/field/drawn-side.ts'
import { engineSide } from '../../tools/negotiation/field/engine-side.ts'
import type { Strategy } from '../../tools/negotiation/field/party.ts'
import { CLASSICS, fieldStrategy, MANNERS, MODELLERS } from '../../tools/negotiation/field/strategies.ts'
import { summarise } from '../../tools/negotiation/field/summary.ts'
import { negotiationsIn, runTournament } from '../../tools/negotiation/field/tournament.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { drawNegotiation } from './tournament/draw-negotiation.ts'
import { loadScenarios } from './tournament/load-scenarios.ts'
import { measureSpeed } from './tournament/measure-speed.ts'
import { processSide } from './tournament/process-side.ts'
import { readOptions, type TournamentOptions, USAGE } from './tournament/read-options.ts'
import { renderTable } from './tournament/render-table.ts'
import { runCoupled } from './tournament/run-coupled.ts'
import { runFuzz } from './tournament/run-fuzz.ts'

async function main(): Promise<void> {
  const options = readOptions()
  if (options.fuzz > 0) return runFuzz(options)
  const scenarios = loadScenarios(options)
  if (options.coupled) return runCoupled(scenarios, options)
  const remote = options.process ? processSide('parley') : null
  const engine = measureSpeed(remote?.strategy ?? engineSide())
  const field = fieldOf(options)
  if (options.plot !== null) {
    const svg = await drawNegotiation(scenarios, engine.strategy, field, options)
    writeFileSync(options.plot, svg)
    remote?.close()
    return console.log(`${options.plot}: ${scenarios[0]?.name}, parley against ${field[0]?.name}`)
  }
  const timed = [engine, ...field.map(measureSpeed)]
  const plan = {
    scenarios,
    strategies: timed.map(({ strategy }) => strategy),
    nSteps: options.rounds,
    seeds: options.seeds,
    // The process holds one negotiation at a time, so it cannot sit on both sides.
    selfPlay: remote === null,
    ...(options.only ? { centre: [engine.strategy.name] } : {}),
  }
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} negotiations, {eta_formatted} left' },
    Presets.shades_classic,
  )
  const shown = process.stderr.isTTY
  if (shown) bar.start(negotiationsIn(plan), 0)
  const lines = await runTournament(plan, () => shown && bar.increment())
  if (shown) bar.stop()
  remote?.close()
  const speeds = Object.fromEntries(timed.map(({ strategy, perSecond }) => [strategy.name, perSecond()]))
  const rows = summarise(lines)
  const self = summarise(lines, 'only')
  console.log(pc.bold(`${scenarios.length} scenarios, ${options.rounds} rounds, ${lines.length / 2} negotiations`))
  console.log(renderTable(rows, speeds))
  const own = self.find(({ strategy }) => strategy === engine.strategy.name)
  if (own !== undefined) {
    console.log(`parley against itself: Nash product share ${own.nashShare.toFixed(3)}, deals ${own.deals.toFixed(3)}`)
  }
  const report = { rounds: options.rounds, seeds: options.seeds, rows, self, speeds, lines }
  writeFileSync(options.json, `${JSON.stringify(report)}\n`)
  console.log(pc.dim(`every negotiation: ${options.json}`))
}

function fieldOf({ opponents, drawn, manners, modellers }: TournamentOptions): readonly Strategy[] {
  if (opponents !== null) return opponents.map(fieldStrategy)
  if (drawn > 0) return Array.from({ length: drawn }, (_, number) => drawnSide(number))
  return [...CLASSICS, ...(modellers ? MODELLERS : []), ...(manners ? MANNERS : [])]
}

try {
  await main()
} catch (error) {
  // What the caller can mend is one sentence; anything else is a bug and keeps its stack.
  if (!(error instanceof ParleyError)) throw error
  console.error(`${error.message}\n\n${USAGE}`)
  process.exitCode = 2
}
