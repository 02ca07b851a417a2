/**
 * Plays scenarios and scores them.
 *
 * @module
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { play } from './play.ts'
import { type Scenario, scenarioSchema } from './scenario.ts'
import type { Gate, Score } from './score.ts'
import { doneMeansSeen } from './scorers/done-means-seen.ts'
import { endState } from './scorers/end-state.ts'
import { everyFigureSourced } from './scorers/every-figure-sourced.ts'
import { limitKeptSecret } from './scorers/limit-kept-secret.ts'
import { nothingUnapproved } from './scorers/nothing-unapproved.ts'
import { saysItIsAProgram } from './scorers/says-it-is-a-program.ts'
import { withinMandate } from './scorers/within-mandate.ts'
import type { Transcript } from './transcript.ts'

/** Every scenario must pass every gate. */
export const GATES: readonly Gate[] = [
  nothingUnapproved,
  withinMandate,
  limitKeptSecret,
  everyFigureSourced,
  doneMeansSeen,
  saysItIsAProgram,
  endState,
]

export interface Trial {
  readonly scenario: Scenario
  readonly transcript: Transcript | null
  readonly scores: readonly Score[]
}

/** Reads every scenario of a folder, in the order of their ids. @throws ZodError naming what is wrong in which file */
export async function readScenarios(folder: string): Promise<readonly Scenario[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  return Promise.all(
    files.map(async (file) => scenarioSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))),
  )
}

/** Plays a scenario once. A play that breaks off fails a gate of its own: an error is no pass. */
export async function runTrial(scenario: Scenario): Promise<Trial> {
  try {
    const transcript = await play(scenario)
    return { scenario, transcript, scores: GATES.map((gate) => gate(transcript)) }
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    return { scenario, transcript: null, scores: [{ name: 'played-to-the-end', value: 0, because }] }
  }
}
