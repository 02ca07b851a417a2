/**
 * A process that plays sequences in a world of its own, and tells its parent how each one went.
 *
 * @module
 */
import fc from 'fast-check'
import { type Sequence, sequences } from './actions.ts'
import { LOCK_ROWS, lockOf } from './mutants/mutants.ts'
import type { Scene } from './scene.ts'
import { playSequence } from './sequence.ts'
import { openWorld, type World } from './world.ts'

export interface LaneOrder {
  readonly sequences: number
  readonly seed: number
  readonly databaseUrl: string
}

export type LaneNews =
  | { readonly type: 'played'; readonly pending: boolean; readonly window: boolean }
  /** The smallest sequence found that breaks a promise. */
  | {
      readonly type: 'broken'
      readonly run: number
      readonly violations: readonly string[]
      readonly sequence: Sequence
      readonly path: string
    }
  | { readonly type: 'done' }

/** Rows of old sequences make every look longer: after so many a world is opened anew. */
const WORLD_LASTS = 500
/** The gate of the evals is held against the first so many that came to a commitment. */
const GATE_CHECKS = 3
/** Plays that shrinking may take. */
const SHRINKS = 60

const order = JSON.parse(process.env.ATTACK_ORDER ?? '') as LaneOrder
const without = lockOf(process.env.ATTACK_WITHOUT)
const open: { world: World | null; scenes: Scene[] } = { world: null, scenes: [] }
let played = 0
let gateChecks = 0

async function worldFor(): Promise<World> {
  if (open.world !== null && played % WORLD_LASTS !== 0) return open.world
  await open.world?.close()
  const world = await openWorld(order.databaseUrl)
  open.world = world
  open.scenes = []
  if (without === 'row') for (const statement of LOCK_ROWS) await world.field.owner.query(statement)
  return world
}

const tell = (news: LaneNews) => new Promise<void>((resolve) => process.send?.(news, () => resolve()))

class Broken extends Error {
  readonly violations: readonly string[]

  constructor(violations: readonly string[]) {
    super(violations.join('; '))
    this.violations = violations
  }
}

let shrinks = 0
let firstBroken: number | null = null

const property = fc.asyncProperty(sequences, async (sequence) => {
  if (firstBroken !== null) shrinks += 1
  if (shrinks > SHRINKS) return // small enough
  const here = await worldFor()
  played += 1
  const tag = `${process.pid}-${played}`
  const verdict = await playSequence(here, tag, sequence, open.scenes, gateChecks < GATE_CHECKS)
  if (verdict.gateChecked) gateChecks += 1
  if (firstBroken === null) await tell({ type: 'played', pending: verdict.pending, window: verdict.window })
  if (verdict.violations.length === 0) return
  firstBroken ??= played
  throw new Broken(verdict.violations)
})

const result = await fc.check(property, { numRuns: order.sequences, seed: order.seed })
if (result.failed) {
  const error = result.errorInstance
  if (!(error instanceof Broken)) throw error ?? new Error('A sequence broke off.')
  const [sequence] = result.counterexample ?? []
  if (sequence === undefined) throw error
  const path = result.counterexamplePath ?? ''
  await tell({ type: 'broken', run: firstBroken ?? 0, violations: error.violations, sequence, path })
}
await open.world?.close()
await tell({ type: 'done' })
process.exit(0) // LangGraph and the driver keep timers
