/**
 * A negotiation as a table of moves and, where the terms have a price, a plot of both sides' offers.
 *
 * @module
 */
import asciichart from 'asciichart'
import color from 'picocolors'
import type { RecordedMove } from '../../../tools/negotiation/negotiation-ledger.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'

/** What both sides mostly haggle over, by kind of deal: the figure and its name. */
export function priceOf(terms: DealTerms): { readonly value: number; readonly label: string } {
  switch (terms.kind) {
    case 'instalment-loan':
      return { value: Number(terms.nominalRatePercent), label: `${terms.nominalRatePercent} %` }
    case 'overdraft':
    case 'savings':
      return { value: Number(terms.nominalRatePercent), label: `${terms.nominalRatePercent} %` }
    case 'instalment-plan':
      return { value: Number(terms.monthly), label: `${terms.monthly} ${terms.currency}/month` }
    case 'settlement':
      return { value: Number(terms.amount), label: `${terms.amount} ${terms.currency}` }
    case 'fee-waiver':
      return { value: Number(terms.waived), label: `${terms.waived} ${terms.currency} waived` }
    default:
      return { value: Number(terms.annualPremium), label: `${terms.annualPremium} ${terms.currency}/year` }
  }
}

/** Rows of a table: round, our offer, their answer, why we moved so. */
export function moveRows(moves: readonly RecordedMove[], locale: 'de' | 'en'): readonly (readonly string[])[] {
  const rounds = [...new Set(moves.map((move) => move.round))].sort((a, b) => a - b)
  return rounds.map((round) => {
    const ours = moves.find((move) => move.round === round && move.side === 'ours')
    const theirs = moves.find((move) => move.round === round && move.side === 'theirs')
    return [String(round), shown(ours), shown(theirs), ours?.because?.text[locale] ?? '']
  })
}

/** Both sides' offers over the rounds, ours in green and theirs in yellow; null when there is too little to plot. */
export function plotMoves(moves: readonly RecordedMove[]): string | null {
  const series = (side: RecordedMove['side']) => {
    const values: number[] = []
    for (const move of moves) {
      if (move.side !== side) continue
      const last = values.at(-1)
      const value = move.terms === null ? last : priceOf(move.terms).value
      if (value !== undefined) values.push(value)
    }
    return values
  }
  const [ours, theirs] = [series('ours'), series('theirs')]
  if (ours.length < 2 || theirs.length < 2) return null
  const stretch = (values: readonly number[]) => values.flatMap((value) => Array.from({ length: 6 }, () => value))
  const chart = asciichart.plot([stretch(ours), stretch(theirs)], {
    height: 8,
    ...(color.isColorSupported ? { colors: [asciichart.green, asciichart.yellow] } : {}),
    format: (value: number) => value.toFixed(2).padStart(9),
  })
  const higher = (theirs[0] ?? 0) > (ours[0] ?? 0)
  const legend = `${color.green('we')} begin ${higher ? 'below' : 'above'}, ${color.yellow('they')} ${higher ? 'above' : 'below'}; a step to the right is a round`
  return `${chart}\n${' '.repeat(11)}${legend}`
}

function shown(move: RecordedMove | undefined): string {
  if (move === undefined) return '–'
  return move.terms === null ? move.move : `${move.move} ${priceOf(move.terms).label}`
}
