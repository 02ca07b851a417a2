/**
 * Starts a lane and hears how it goes.
 *
 * @module
 */
import { fork } from 'node:child_process'
import type { LaneNews, LaneOrder } from './lane.ts'
import type { Lock } from './mutants/mutants.ts'

const LANE = new URL('./lane.ts', import.meta.url)
const WITHOUT = new URL('./mutants/load.ts', import.meta.url)

export interface LaneResult {
  readonly played: number
  readonly pending: number
  readonly window: number
  readonly broken: Extract<LaneNews, { type: 'broken' }> | null
}

/** @throws Error when the lane ended before it said that it was done */
export function runLane(order: LaneOrder, without: Lock | null, onPlayed: () => void): Promise<LaneResult> {
  return new Promise((resolve, reject) => {
    const child = fork(LANE, {
      execArgv: without === null ? [] : ['--import', WITHOUT.href],
      env: {
        ...process.env,
        LANGSMITH_TRACING: 'false',
        ATTACK_ORDER: JSON.stringify(order),
        ...(without === null ? {} : { ATTACK_WITHOUT: without }),
      },
    })
    let result: LaneResult = { played: 0, pending: 0, window: 0, broken: null }
    let done = false
    child.on('message', (news: LaneNews) => {
      if (news.type === 'done') done = true
      if (news.type === 'broken') result = { ...result, broken: news }
      if (news.type !== 'played') return
      result = {
        ...result,
        played: result.played + 1,
        pending: result.pending + Number(news.pending),
        window: result.window + Number(news.window),
      }
      onPlayed()
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (done) return resolve(result)
      reject(new Error(`A lane of the attack ended with code ${code} after ${result.played} sequences.`))
    })
  })
}
