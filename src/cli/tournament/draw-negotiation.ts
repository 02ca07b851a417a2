/**
 * One negotiation in the outcome space, as an SVG.
 *
 * @module
 */
import { indexBids } from '../../../tools/negotiation/engine/bid-index.ts'
import { type Bid, sizesOf, sumOf, tablesOf } from '../../../tools/negotiation/engine/domain.ts'
import type { Strategy } from '../../../tools/negotiation/field/party.ts'
import { play } from '../../../tools/negotiation/field/play.ts'
import type { Scenario } from '../../../tools/negotiation/field/scenario.ts'
import { refereeOf } from '../../../tools/negotiation/field/score.ts'
import { InvalidInput } from '../../../tools/shared/errors.ts'
import type { TournamentOptions } from './read-options.ts'

const SIZE = 560
const EDGE = 48
const COLOURS = ['#0b6e4f', '#b3541e'] as const

/** Plays the first scenario against the first opponent and draws both courses, the frontier and both reserves. */
export async function drawNegotiation(
  scenarios: readonly Scenario[],
  engine: Strategy,
  field: readonly Strategy[],
  { rounds, seed }: Pick<TournamentOptions, 'rounds' | 'seed'>,
): Promise<string> {
  const scenario = scenarios[0]
  const opponent = field[0]
  if (scenario === undefined || opponent === undefined) {
    throw new InvalidInput([{ path: '--plot', reason: 'needs a scenario and an opponent' }])
  }
  const { issues, profiles } = scenario
  const tables = [tablesOf(issues, profiles[0]), tablesOf(issues, profiles[1])] as const
  const sit = (strategy: Strategy, side: 0 | 1) => {
    const index = indexBids(tables[side])
    if (index === null) throw new InvalidInput([{ path: scenario.name, reason: 'has too many outcomes to list' }])
    const { reserved } = profiles[side]
    return strategy.sit({
      issues,
      preferences: profiles[side],
      tables: tables[side],
      reserved,
      nSteps: rounds,
      index,
      seed,
    })
  }
  const played = await play([sit(engine, 0), sit(opponent, 1)], sizesOf(tables[0]), rounds, 0)
  const { frontier } = refereeOf(tables, [profiles[0].reserved, profiles[1].reserved])
  const at = (bid: Bid): string => point(sumOf(tables[0], bid), sumOf(tables[1], bid))
  const course = (side: 0 | 1): string => {
    const made = played.offers.filter((offer) => offer.side === side)
    const path = `<polyline points="${made.map(({ bid }) => at(bid)).join(' ')}" fill="none" stroke="${COLOURS[side]}"/>`
    const dots = made.map(({ bid, step }) => dot(at(bid), COLOURS[side], `round ${step + 1}`))
    return [path, ...dots].join('\n')
  }
  const edge = Array.from({ length: frontier.length }, (_, p) => point(frontier.ours[p] ?? 0, frontier.theirs[p] ?? 0))
  const end = played.agreement === null ? 'no deal' : `deal in round ${played.step + 1}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" font-size="12">
<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>
<text x="${EDGE}" y="24">${escaped(scenario.name)}: ${escaped(engine.name)} (across) and ${escaped(opponent.name)} (up), ${end}</text>
<rect x="${EDGE}" y="${EDGE}" width="${SIZE - 2 * EDGE}" height="${SIZE - 2 * EDGE}" fill="none" stroke="#999"/>
<line x1="${x(profiles[0].reserved)}" x2="${x(profiles[0].reserved)}" y1="${EDGE}" y2="${SIZE - EDGE}" stroke="#999" stroke-dasharray="4"/>
<line y1="${y(profiles[1].reserved)}" y2="${y(profiles[1].reserved)}" x1="${EDGE}" x2="${SIZE - EDGE}" stroke="#999" stroke-dasharray="4"/>
<polyline points="${edge.join(' ')}" fill="none" stroke="#444"/>
${course(0)}
${course(1)}
${played.agreement === null ? '' : `<circle ${centre(at(played.agreement))} r="8" fill="none" stroke="#000" stroke-width="2"/>`}
</svg>
`
}

function x(utility: number): number {
  return Math.round((EDGE + utility * (SIZE - 2 * EDGE)) * 10) / 10
}

function y(utility: number): number {
  return Math.round((SIZE - EDGE - utility * (SIZE - 2 * EDGE)) * 10) / 10
}

function point(across: number, up: number): string {
  return `${x(across)},${y(up)}`
}

function dot(place: string, colour: string, title: string): string {
  return `<circle ${centre(place)} r="3" fill="${colour}"><title>${title}</title></circle>`
}

function centre(place: string): string {
  const [across, up] = place.split(',')
  return `cx="${across}" cy="${up}"`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
}
