import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { answerLine, newTable } from '../../../src/cli/negotiator/answer-line.ts'
import { processSide } from '../../../src/cli/tournament/process-side.ts'
import { engineSide } from '../../../tools/negotiation/field/engine-side.ts'
import { generateScenario } from '../../../tools/negotiation/field/generate-scenario.ts'
import { fieldStrategy } from '../../../tools/negotiation/field/strategies.ts'
import { runTournament } from '../../../tools/negotiation/field/tournament.ts'

const PROGRAM = fileURLToPath(new URL('../../../src/cli/negotiator.ts', import.meta.url))
const START = {
  t: 'start',
  issues: [{ name: 'price', values: ['10', '20', '30'] }],
  weights: [1],
  values: [[1, 0.5, 0]],
  reserved: 0.3,
  nSteps: 4,
}

async function ask(lines: readonly unknown[]): Promise<readonly unknown[]> {
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers: unknown[] = []
  child.stdin.end(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''))
  for await (const line of createInterface({ input: child.stdout })) answers.push(JSON.parse(line))
  return answers
}

describe('the negotiator program', () => {
  it('answers each turn, nothing to a start, and goes on after a line it cannot read', async () => {
    const answers = await ask([
      'not json',
      START,
      { t: 'turn', step: 0, offer: null },
      '{"t":"turn","step":"soon"}',
      { t: 'turn', step: 1, offer: [7] },
      { t: 'turn', step: 1, offer: [0] },
    ])
    const error = { error: expect.any(String) }
    expect(answers).toEqual([error, { a: 'offer', bid: [0] }, error, error, { a: 'accept' }])
  })

  it('plays a hundred-round tournament from a second process exactly as within one', async () => {
    const remote = processSide('parley')
    const plan = (engine: ReturnType<typeof engineSide>) => ({
      scenarios: [generateScenario(1), generateScenario(2), generateScenario(3)],
      strategies: [engine, ...['boulware', 'micro', 'hard-headed', 'random'].map(fieldStrategy)],
      nSteps: 100,
      seeds: 2,
      centre: ['parley'],
    })
    const through = await runTournament(plan(remote.strategy))
    remote.close()
    expect(through).toEqual(await runTournament(plan(engineSide())))
    expect(through.length).toBe(3 * 8 * 2 * 2)
  })
})

describe('a line of the protocol', () => {
  it('leaves the table as it was when it is wrong', () => {
    const table = newTable()
    expect(answerLine(table, JSON.stringify(START))).toBeNull()
    const { talk } = table
    const wrong = [
      '',
      '[]',
      '{}',
      '{"t":"end"}',
      JSON.stringify({ ...START, weights: [1, 2] }),
      '{"t":"turn","step":-1}',
    ]
    for (const line of wrong) expect(answerLine(table, line)).toEqual({ error: expect.any(String) })
    expect(table.talk).toBe(talk)
    expect(talk?.negotiator.records).toEqual([])
  })

  it('needs a start before a turn, and no turn after the last round', () => {
    const table = newTable()
    expect(answerLine(table, '{"t":"turn","step":0,"offer":null}')).toEqual({ error: expect.any(String) })
    answerLine(table, JSON.stringify(START))
    expect(answerLine(table, '{"t":"turn","step":4,"offer":null}')).toEqual({ error: expect.any(String) })
  })

  it('starts anew in the same process with each start', () => {
    const table = newTable()
    const first = [START, { t: 'turn', step: 0, offer: null }, { t: 'turn', step: 1, offer: [2] }]
    const play = () => first.map((line) => answerLine(table, JSON.stringify(line)))
    expect(play()).toEqual(play())
  })
})
