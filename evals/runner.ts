/**
 * Plays scenarios and scores them.
 *
 * @module
 */
import { play } from './play.ts'
import { sample } from './scenario/sample.ts'
import type { Scenario } from './scenario.ts'
import type { Gate, Score } from './score.ts'
import { doneMeansSeen } from './scorers/done-means-seen.ts'
import { endState } from './scorers/end-state.ts'
import { everyFigureSourced } from './scorers/every-figure-sourced.ts'
import { limitKeptSecret } from './scorers/limit-kept-secret.ts'
import { nothingUnapproved } from './scorers/nothing-unapproved.ts'
import { saysItIsAProgram } from './scorers/says-it-is-a-program.ts'
import { withinMandate } from './scorers/within-mandate.ts'
import { openStage, type Stage, settingsOf } from './stage/stage.ts'
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
  readonly seed: number
  readonly transcript: Transcript | null
  readonly scores: readonly Score[]
  readonly seconds: number
}

/** Plays trials one after the other; those whose house would be the same share one. */
export function createRunner() {
  let open: { readonly key: string; readonly stage: Stage } | null = null

  async function stageFor(scenario: Scenario): Promise<Stage> {
    const settings = settingsOf(scenario)
    const own = scenario.events.some(({ clock }) => clock !== undefined)
    const key = own ? `${scenario.id} ${crypto.randomUUID()}` : JSON.stringify(settings)
    if (open?.key !== key) {
      await open?.stage.close()
      open = { key, stage: await openStage(settings) }
    }
    return open.stage
  }

  return {
    /** A play that breaks off fails a gate of its own: an error is no pass. */
    async run(scenario: Scenario, seed: number): Promise<Trial> {
      const begun = performance.now()
      const seconds = () => (performance.now() - begun) / 1000
      try {
        const transcript = await play(sample(scenario, seed), await stageFor(scenario))
        return { scenario, seed, transcript, scores: GATES.map((gate) => gate(transcript)), seconds: seconds() }
      } catch (error) {
        const because = error instanceof Error ? error.message : String(error)
        const scores = [{ name: 'played-to-the-end', value: 0 as const, because }]
        return { scenario, seed, transcript: null, scores, seconds: seconds() }
      }
    },
    async close() {
      await open?.stage.close()
      open = null
    },
  }
}
