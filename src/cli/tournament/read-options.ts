/**
 * The options of the tournament.
 *
 * @module
 */
import type { parseArgs } from 'node:util'
import { type Fault, InvalidInput } from '../../../tools/shared/errors.ts'

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

export function readOptions(args: readonly string[], parse: typeof parseArgs): TournamentOptions | 'help' {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  let values: Record<string, string | boolean | undefined>
  try {
    values = parse({
      args: [...args],
      options: {
        scenarios: text,
        generate: text,
        seed: text,
        rounds: text,
        seeds: text,
        opponents: text,
        most: text,
        json: text,
        drawn: text,
        fuzz: text,
        plot: text,
        manners: flag,
        modellers: flag,
        contest: flag,
        only: flag,
        coupled: flag,
        process: flag,
        help: flag,
      },
    }).values
  } catch (cause) {
    throw new InvalidInput([{ path: 'options', reason: cause instanceof Error ? cause.message : 'cannot be read' }])
  }
  if (values.help === true) return 'help'
  const faults: Fault[] = []
  const whole = (name: string, usual: number, least = 1): number => {
    const given = values[name]
    if (given === undefined) return usual
    const count = Number(given)
    if (!Number.isInteger(count) || count < least)
      faults.push({ path: `--${name}`, reason: `must be at least ${least}` })
    return count
  }
  const named = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null)
  const scenarios = named('scenarios')
  const generate = whole('generate', 0)
  const fuzz = whole('fuzz', 0)
  if (scenarios === null && generate === 0 && fuzz === 0)
    faults.push({ path: '--scenarios', reason: 'name a folder, or --generate N' })
  const options: TournamentOptions = {
    scenarios,
    generate,
    seed: whole('seed', 1, 0),
    rounds: whole('rounds', 10),
    seeds: whole('seeds', 1),
    opponents: named('opponents')?.split(',') ?? null,
    manners: values.manners === true,
    modellers: values.modellers === true,
    drawn: whole('drawn', 0),
    contest: values.contest === true,
    fuzz,
    only: values.only === true,
    coupled: values.coupled === true,
    process: values.process === true,
    most: whole('most', 10_000_000),
    json: named('json') ?? 'tournament.json',
    plot: named('plot'),
  }
  if (faults.length > 0) throw new InvalidInput(faults)
  return options
}
