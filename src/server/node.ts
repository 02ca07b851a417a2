/**
 * `npm start`: the service on Node. Without configuration: embedded database, offline model, sandbox market, demo tokens.
 *
 * @module
 */
import { setTimeout } from 'node:timers/promises'
import color from 'picocolors'
import { ParleyError } from '../../tools/shared/errors.ts'
import { readConfig } from '../config/env.ts'
import { readArguments } from '../read-arguments.ts'
import { type House, openHouse } from './house.ts'
import { noteRunning, noteStopped } from './running-server.ts'
import { welcome } from './welcome.ts'

/** Under the ten seconds that container runtimes wait before they kill. */
const PATIENCE_MS = 9_000

readArguments('npm start\n  Settings are taken from the environment: see README.md, “Configuration”.', {}, () => null)

let house: House | null = null

async function stop(signal: string): Promise<never> {
  process.stdout.write(`\n${signal}: finishing what is under way …\n`)
  await noteStopped(readConfig(process.env).dataFolder, process.pid)
  // What is still under way after that, such as a model that does not answer, is taken up again as after a crash.
  await Promise.race([house?.close(), setTimeout(PATIENCE_MS)])
  process.exit(0)
}

process.once('SIGINT', () => void stop('SIGINT'))
process.once('SIGTERM', () => void stop('SIGTERM'))

try {
  house = await openHouse(process.env, {
    onProgress: (step) => process.stdout.write(`${color.dim(`… ${step}`)}\n`),
  })
  const config = readConfig(process.env)
  const demo = config.auth.kind === 'demo'
  await noteRunning(config.dataFolder, {
    url: house.url,
    pid: process.pid,
    operatorToken: demo ? await house.token({ subject: 'operator', role: 'operator', customerId: null }) : null,
  })
  await welcome(house, config)
} catch (error) {
  if (!(error instanceof ParleyError)) throw error
  process.stderr.write(`${color.red('Parley did not start.')} ${error.message}\n`)
  process.exit(1)
}
