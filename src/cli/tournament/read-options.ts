/**
 * The options of the tournament.
 *
 * @module
 */
import { readArguments, WrongUsage, wholeNumber } from '../../read-arguments.ts'

export interface TournamentOptions {
  /** Folder of `negscenario/1` files, or null for generated ones. */
  readonly scenarios: string | null
  readonly generate: number
  readonly seed: number
  readonly rounds: number
  readonly seeds: number
  readonly opponents: readonly string[] | null
  /** Whether the manners of businesses play too. */
  readonly manners: boolean
  /** Whether sides that model us with the engine's own model play too. */
  readonly modellers: boolean
  /** How many sides with a manner drawn by seed play instead of the field; 0 for the field. */
  readonly drawn: number
  /** Generate competition-like scenarios instead of consumers'. */
  readonly contest: boolean
  /** Three counterparties at once instead of a tournament. */
  readonly coupled: boolean
  /** Sessions to fuzz instead of a tournament; 0 for none. */
  readonly fuzz: number
  /** Only the engine's own negotiations. */
  readonly only: boolean
  /** The engine runs in a process of its own, over its line protocol. */
  readonly process: boolean
  /** Leave out scenarios with more outcomes. */
  readonly most: number
  readonly json: string
  readonly plot: string | null
}

export const USAGE = `npm run tournament -- --scenarios DIR | --generate N [--seed S]
  --rounds N      rounds of each negotiation (10)
  --opponents a,b only these of the field
  --manners       also how businesses behave towards consumers
  --modellers     also sides that model us with the engine's own model
  --drawn N       N sides with manners drawn by seed instead of the field
  --contest       with --generate: scenarios like those of the competitions
  --only          only negotiations of the engine
  --seeds N       plays of each pairing (1); in every second one the other side opens
  --most N        leave out scenarios with more outcomes
  --process       the engine in a second process, over its line protocol
  --json FILE     every negotiation (tournament.json)
  --coupled       instead: each consumer against three counterparties at once, coupled and not
  --plot FILE     an SVG of one negotiation instead: the first scenario, the first opponent
npm run tournament -- --fuzz N [--seed S]
                  N short sessions against hostile sides, each move checked; from seed S on`

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const OPTIONS = {
  ...{
    scenarios: text,
    generate: text,
    seed: text,
    rounds: text,
    seeds: text,
    opponents: text,
    most: text,
    json: text,
  },
  ...{ drawn: text, fuzz: text, plot: text },
  ...{ manners: flag, modellers: flag, contest: flag, only: flag, coupled: flag, process: flag },
}

/** Ends the process with 2 and the usage where the arguments cannot be used. */
export function readOptions(): TournamentOptions {
  return readArguments(USAGE, { options: OPTIONS }, ({ values }) => {
    const whole = (name: 'generate' | 'seed' | 'rounds' | 'seeds' | 'drawn' | 'fuzz' | 'most', usual: number) => {
      const given = values[name]
      return given === undefined ? usual : wholeNumber(name, given, name === 'seed' ? 0 : 1)
    }
    const { scenarios = null, opponents, json = 'tournament.json', plot = null } = values
    const { manners, modellers, contest, only, coupled, process } = values
    const [generate, fuzz] = [whole('generate', 0), whole('fuzz', 0)]
    if (scenarios === null && generate === 0 && fuzz === 0)
      throw new WrongUsage('--scenarios must name a folder, or --generate N')
    return {
      ...{ scenarios, generate, fuzz, json, plot, manners, modellers, contest, only, coupled, process },
      seed: whole('seed', 1),
      rounds: whole('rounds', 10),
      seeds: whole('seeds', 1),
      opponents: opponents?.split(',') ?? null,
      drawn: whole('drawn', 0),
      most: whole('most', 10_000_000),
    }
  })
}
