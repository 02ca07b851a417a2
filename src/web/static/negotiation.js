/* One negotiation: where it stands, how the two sides moved, and why we moved so. */
import { el, svg } from './dom.js'
import { headline, headlineField, shortTerms } from './terms.js'
import { code, moment, say, t } from './words.js'

const TONE = { agreed: 'good', open: 'wait', failed: 'bad', impasse: 'bad' }

/** @param {boolean} open whether its course shows at once */
export function negotiationPart(negotiation, open = true) {
  const { id, counterpartyName, synthetic, status, held, moves } = negotiation
  return el(
    'details',
    { class: 'negotiation', 'data-name': id, open },
    el(
      'summary',
      {},
      el('span', {}, counterpartyName, synthetic ? el('span', { class: 'soft small' }, ` (${t('synthetic')})`) : ''),
      el('span', { class: 'latest' }, latest(negotiation)),
      el('span', { class: `chip ${TONE[status] ?? ''}` }, code(status)),
    ),
    held === null
      ? null
      : el('p', { class: 'small' }, `${shortTerms(held.terms)} — ${t('held', { when: moment(held.validUntil) })}`),
    plot(moves),
    moves.length === 0
      ? null
      : el('details', { 'data-name': `${id}-moves` }, el('summary', { class: 'small' }, t('moves')), moveTable(moves)),
  )
}

/** What they said last, in one figure. */
function latest({ held, moves }) {
  const terms = held?.terms ?? moves.findLast((move) => move.side === 'theirs' && move.terms !== null)?.terms
  return terms === undefined ? '' : headline(terms)
}

function moveTable(moves) {
  const rows = moves.map((move) =>
    el(
      'tr',
      {},
      el('td', {}, String(move.round)),
      el('td', {}, t(move.side)),
      el('td', {}, code(move.move)),
      el('td', { class: 'figure' }, move.terms === null ? '' : shortTerms(move.terms)),
      el('td', {}, move.because === null ? (move.text ?? '') : say(move.because.text) || t('noReasonShown')),
    ),
  )
  const head = [t('round'), '', '', '', `${t('why')} / ${t('said')}`].map((text, i) =>
    el('th', { scope: 'col', class: i === 3 ? 'figure' : null }, text),
  )
  return el(
    'div',
    { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t('moves') },
    el('table', {}, el('thead', {}, el('tr', {}, head)), el('tbody', {}, rows)),
  )
}

/** Both sides' figures over the rounds; nothing while there are fewer than two points. */
function plot(moves) {
  const points = moves
    .filter((move) => move.terms !== null)
    .map((move) => ({
      side: move.side,
      x: move.round + (move.side === 'theirs' ? 0.5 : 0),
      y: Number(move.terms[headlineField(move.terms.kind)]),
    }))
    .filter(({ y }) => Number.isFinite(y))
  if (points.length < 2) return null
  const [left, right, top, bottom] = [44, 308, 10, 92]
  const ys = points.map((p) => p.y)
  const [low, high] = [Math.min(...ys), Math.max(...ys)]
  const last = Math.max(...points.map((p) => p.x), 1)
  const x = (value) => left + (value / last) * (right - left)
  const y = (value) => (high === low ? (top + bottom) / 2 : bottom - ((value - low) / (high - low)) * (bottom - top))
  const label = (value) =>
    svg('text', { x: 2, y: y(value) + 3 }, value.toLocaleString(undefined, { maximumFractionDigits: 2 }))
  const line = (side) =>
    svg('polyline', {
      class: side,
      points: points
        .filter((p) => p.side === side)
        .map((p) => `${x(p.x)},${y(p.y)}`)
        .join(' '),
    })
  const field = code(headlineField(moves.find((move) => move.terms !== null).terms.kind))
  return el(
    'figure',
    { class: 'stack' },
    svg(
      'svg',
      { class: 'plot', viewBox: '0 0 320 100', role: 'img', 'aria-label': `${field}: ${ys.join(', ')}` },
      svg('line', { class: 'axis', x1: left, y1: bottom + 4, x2: right, y2: bottom + 4 }),
      label(high),
      ...(high === low ? [] : [label(low)]),
      line('ours'),
      line('theirs'),
      ...points.map((p) => svg('circle', { class: p.side, cx: x(p.x), cy: y(p.y), r: 3 })),
    ),
    el(
      'figcaption',
      { class: 'legend' },
      el('span', {}, field),
      el('span', { class: 'ours' }, `— ${t('ours')}`),
      el('span', { class: 'theirs' }, `- - ${t('theirs')}`),
    ),
  )
}
