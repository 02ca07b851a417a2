/**
 * A process that plays trials, one after the other, on a stage it keeps open as long as it fits. It only plays: verdicts
 * are its parent's, so that what is wrong with the code played here is not wrong with the judge.
 *
 * @module
 */
import { play } from './play.ts'
import { sample } from './scenario/sample.ts'
import { type StageSettings, settingsOf } from './stage/house-settings.ts'
import { openStage } from './stage/open-stage.ts'
import type { Stage } from './stage/stage.ts'
import type { Played, TrialOrder } from './trial.ts'

const live = JSON.parse(process.argv[2] ?? 'null') as Readonly<Record<string, string>> | null

let open: { readonly key: string; readonly stage: Stage } | null = null

async function stageFor(settings: StageSettings): Promise<Stage> {
  const key = settings.own ? '' : JSON.stringify(settings)
  if (open !== null && open.key === key && key !== '') return open.stage
  await open?.stage.close()
  open = null
  const stage = await openStage(settings)
  open = { key, stage }
  return stage
}

async function run(order: TrialOrder): Promise<Played> {
  const begun = performance.now()
  const done = (transcript: Played['transcript'], failure: string | null): Played => {
    return { order, transcript, failure, seconds: (performance.now() - begun) / 1000 }
  }
  try {
    const sampled = sample(order.scenario, order.seed, order.hardship)
    const settings = settingsOf(sampled.scenario, { crash: order.hardship === 'crash', live })
    return done(await play(sampled, await stageFor(settings), order.hardship), null)
  } catch (error) {
    return done(null, error instanceof Error ? `${error.message}` : String(error))
  }
}

process.on('message', (order: TrialOrder | 'end') => {
  if (order !== 'end') return void run(order).then((played) => process.send?.(played))
  void (open?.stage.close() ?? Promise.resolve()).then(() => process.exit(0))
})
process.once('disconnect', () => process.exit(0))
