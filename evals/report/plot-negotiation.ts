/**
 * One negotiation as an SVG: both sides' offers over the rounds, both reservation values, and the deal.
 *
 * @module
 */
import type { Transcript } from '../transcript.ts'
import type { SeenNegotiation } from '../world.ts'
import { figureOf, reservationOf, unitOf } from './figure-of.ts'
import { escaped } from './write-junit.ts'

const WIDTH = 340
const HEIGHT = 190
const FRAME = { left: 46, right: 12, top: 24, bottom: 26 }

interface Point {
  readonly round: number
  readonly value: number
}

/** Empty where nobody named a figure. */
export function plotNegotiation(negotiation: SeenNegotiation, transcript: Transcript): string {
  const points = (side: 'ours' | 'theirs'): readonly Point[] =>
    negotiation.moves.flatMap(({ side: whose, terms, round }) =>
      whose === side && terms !== null ? [{ round, value: figureOf(terms) }] : [],
    )
  const [ours, theirs] = [points('ours'), points('theirs')]
  if (ours.length === 0) return ''
  const line = transcript.book.find((entry) => entry.negotiationId === negotiation.id && entry.limit != null)?.limit
  const theirLimit = line == null ? null : figureOf(line.terms)
  const task = transcript.tasks.find(({ negotiations }) => negotiations.some(({ id }) => id === negotiation.id))
  const mandate = transcript.mandates.find(({ id }) => id === task?.task.mandateId)
  const ourLimit = mandate === undefined ? null : reservationOf(negotiation.kind, mandate.limits)
  const deal = negotiation.held === null ? null : figureOf(negotiation.held.terms)
  const values = [...ours, ...theirs].map(({ value }) => value)
  for (const extra of [theirLimit, ourLimit, deal]) if (extra !== null) values.push(extra)
  const rounds = Math.max(1, ...[...ours, ...theirs].map(({ round }) => round))
  const [low, high] = padded(Math.min(...values), Math.max(...values))
  const x = (round: number) => FRAME.left + ((WIDTH - FRAME.left - FRAME.right) * round) / rounds
  const y = (value: number) => FRAME.top + ((HEIGHT - FRAME.top - FRAME.bottom) * (high - value)) / (high - low)
  const curve = (list: readonly Point[], name: string) =>
    list.length === 0
      ? ''
      : `<polyline class="${name}" points="${list.map((p) => `${x(p.round).toFixed(1)},${y(p.value).toFixed(1)}`).join(' ')}"/>${list
          .map((p) => `<circle class="${name}" cx="${x(p.round).toFixed(1)}" cy="${y(p.value).toFixed(1)}" r="2.6"/>`)
          .join('')}`
  const level = (value: number | null, name: string, label: string) =>
    value === null
      ? ''
      : `<line class="${name}" x1="${FRAME.left}" x2="${WIDTH - FRAME.right}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}"/><text class="${name}" x="${WIDTH - FRAME.right}" y="${(y(value) - 3).toFixed(1)}" text-anchor="end">${label} ${shown(value)}</text>`
  const title = `${negotiation.counterpartyName}: ${negotiation.status} (${unitOf(negotiation.kind)})`
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">`,
    `<text class="title" x="8" y="14">${escaped(title)}</text>`,
    `<path class="axis" d="M${FRAME.left} ${FRAME.top}V${HEIGHT - FRAME.bottom}H${WIDTH - FRAME.right}"/>`,
    ...[low, (low + high) / 2, high].map(
      (value) =>
        `<text class="tick" x="${FRAME.left - 5}" y="${(y(value) + 3).toFixed(1)}" text-anchor="end">${shown(value)}</text>`,
    ),
    ...Array.from(
      { length: rounds + 1 },
      (_, round) =>
        `<text class="tick" x="${x(round).toFixed(1)}" y="${HEIGHT - FRAME.bottom + 13}" text-anchor="middle">${round}</text>`,
    ),
    level(theirLimit, 'their-limit', 'their limit'),
    level(ourLimit, 'our-limit', 'our limit'),
    curve(theirs, 'theirs'),
    curve(ours, 'ours'),
    `<text class="legend ours" x="${WIDTH - FRAME.right}" y="14" text-anchor="end">we <tspan class="theirs">they</tspan></text>`,
    deal === null ? '' : `<circle class="deal" cx="${x(rounds).toFixed(1)}" cy="${y(deal).toFixed(1)}" r="6"/>`,
    '</svg>',
  ].join('')
}

function padded(low: number, high: number): readonly [number, number] {
  const room = (high - low || Math.abs(high) || 1) * 0.12
  return [low - room, high + room]
}

function shown(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2)
}
