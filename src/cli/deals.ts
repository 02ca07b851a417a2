/**
 * Compares strategies over typed deals of every kind, against the sandbox market's parties and some others:
 *
 *     npm run deals -- [--count 150] [--rounds 6] [--needs insurance,savings] [--seed 1]
 *
 * Each need is drawn by seed and played once by each strategy, with one to three parties, coupled as in service.
 *
 * @module
 */
import Table from 'cli-table3'
import { NEEDS, type Need } from '../../tools/mandates/mandate.ts'
import { dealStrategy } from '../../tools/negotiation/engine/deal-strategy.ts'
import type { NegotiationStrategy } from '../../tools/negotiation/strategy.ts'
import { timeDependent } from '../../tools/negotiation/time-dependent.ts'
import { readArguments, WrongUsage, wholeNumber } from '../read-arguments.ts'
import { drawNeed } from './deals/draw-need.ts'
import { type PlayedNeed, playNeed } from './deals/play-need.ts'

const USAGE = `npm run deals -- [--count 150] [--rounds 6] [--seed 1] [--needs insurance,savings]
  needs: ${NEEDS.join(', ')}`

const { count, rounds, seed, needs } = readArguments(
  USAGE,
  {
    options: {
      count: { type: 'string', default: '150' },
      rounds: { type: 'string', default: '6' },
      seed: { type: 'string', default: '1' },
      needs: { type: 'string', default: NEEDS.join(',') },
    },
  },
  ({ values }) => ({
    count: wholeNumber('count', values.count),
    rounds: wholeNumber('rounds', values.rounds),
    seed: wholeNumber('seed', values.seed, 0),
    needs: values.needs.split(',').map(needOf),
  }),
)
const STRATEGIES: readonly NegotiationStrategy[] = [dealStrategy, timeDependent]

const table = new Table({
  head: [
    'need',
    'played',
    'strategy',
    'won',
    '± 95 %',
    'EUR',
    'better',
    'needs met',
    'talks held',
    'moves',
    'retreats',
  ],
  style: { head: [], border: [] },
})
for (const need of needs) {
  const pairs = Array.from({ length: count }, (_, i) => drawNeed(need, seed * 100_000 + i))
    .map((drawn) => STRATEGIES.map((strategy) => playNeed(drawn, strategy, rounds)))
    .filter((played): played is PlayedNeed[] => played.every((one) => one !== null))
  for (const [place, { name }] of STRATEGIES.entries()) {
    const own = pairs.flatMap((played) => played[place] ?? [])
    const better = pairs.filter((played) => share(played[place]) > share(played[1 - place]) + 0.005).length
    table.push([
      ...(place === 0 ? [need, pairs.length] : ['', '']),
      name,
      mean(own.map(share)).toFixed(3),
      place === 0 ? interval(pairs.map((played) => share(played[0]) - share(played[1]))) : '',
      mean(own.map(({ held, worst }) => (held === null ? 0 : worst.minus(held).toNumber()))).toFixed(2),
      better,
      percent(own.filter(({ held }) => held !== null).length, own.length),
      percent(sum(own.map(({ agreed }) => agreed)), sum(own.map(({ possible }) => possible))),
      mean(own.map(({ moves }) => moves)).toFixed(1),
      sum(own.map(({ retreats }) => retreats)),
    ])
  }
}
console.log(table.toString())
console.log(
  'won: share of the room between the worst allowed and the best any party would go to; ± is of the difference',
)

function share(played: PlayedNeed | undefined): number {
  if (played?.held == null) return 0
  // Terms with a fee can cost more than the worst rate that is allowed; they are no loss against doing nothing.
  return Math.max(0, played.worst.minus(played.held).dividedBy(played.worst.minus(played.best)).toNumber())
}

function mean(list: readonly number[]): number {
  return list.length === 0 ? 0 : sum(list) / list.length
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0)
}

function interval(differences: readonly number[]): string {
  const middle = mean(differences)
  const variance = mean(differences.map((d) => (d - middle) ** 2))
  const half = 1.96 * Math.sqrt(variance / Math.max(1, differences.length))
  return `${middle >= 0 ? '+' : ''}${middle.toFixed(3)} ± ${half.toFixed(3)}`
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / Math.max(1, whole))} %`
}

function needOf(name: string): Need {
  const need = NEEDS.find((known) => known === name)
  if (need === undefined) throw new WrongUsage(`there is no need "${name}"`)
  return need
}
