/**
 * The engine as an outside tournament meets it: a process that reads and writes lines.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Move, Strategy } from '../../../tools/negotiation/field/party.ts'

const PROGRAM = fileURLToPath(new URL('../negotiator.ts', import.meta.url))

/** Starts the program once; all negotiations go through it one after another, until `close`. */
export function processSide(name: string): { readonly strategy: Strategy; close(): void } {
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting: { resolve: (move: Move) => void; reject: (error: Error) => void }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = JSON.parse(line) as Move | { error: string }
    const next = waiting.shift()
    if ('error' in answer) next?.reject(new Error(answer.error))
    else next?.resolve(answer)
  })
  child.on('exit', () => {
    for (const { reject } of waiting.splice(0)) reject(new Error('the negotiator ended before it answered'))
  })
  // A process plays one negotiation at a time; a seat that is taken while another plays restarts it.
  let seated: unknown = null
  const write = (line: unknown): boolean => child.stdin.write(`${JSON.stringify(line)}\n`)
  return {
    close: () => child.stdin.end(),
    strategy: {
      name,
      sit({ issues, preferences, reserved, nSteps }) {
        const seat = {}
        const start = { t: 'start', issues, ...pick(preferences), reserved, nSteps }
        return {
          turn(step, offer) {
            if (seated !== seat) {
              if (step > 0) throw new Error('the process plays one negotiation at a time')
              write(start)
              seated = seat
            }
            return new Promise<Move>((resolve, reject) => {
              waiting.push({ resolve, reject })
              write({ t: 'turn', step, offer })
            })
          },
        }
      },
    },
  }
}

function pick({ weights, values }: { readonly weights: readonly number[]; readonly values: readonly unknown[] }) {
  return { weights, values }
}
