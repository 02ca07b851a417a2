/**
 * Why a move was made, in money: what was given for what, what the other side holds on to, how far from the alternatives.
 *
 * For customer and reviewer, never for the counterparty. It reads the moves and public points alone: limits do not
 * occur in it.
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import type { DealTerms } from '../offers/terms.ts'
import type { Bilingual } from '../shared/explanation.ts'
import { numberFormat } from '../shared/formats.ts'
import { moneyCost } from './bid-cost.ts'
import { heldFields } from './held-fields.ts'
import { comparable } from './reserve.ts'
import type { MoveReason, Situation, StrategyMove } from './strategy.ts'

/** The move with its reason completed; the rule stays what it was. */
export function explained(situation: Situation, move: StrategyMove): StrategyMove {
  const points = pointsOf(situation, move)
  const sentences = sentencesOf(situation, move, points)
  const because: MoveReason = {
    ...move.because,
    text: join([move.because.text, ...sentences]),
    figures: { ...move.because.figures, ...figuresOf(points) },
  }
  return { ...move, because }
}

/** Costs to the customer in major units, lower is better; null where there is nothing of the kind. */
interface Points {
  readonly currency: string
  /** What is offered or taken by this move. */
  readonly move: Decimal | null
  readonly ownBefore: Decimal | null
  readonly theirs: Decimal | null
  readonly theirsBefore: Decimal | null
  readonly nothing: Decimal | null
  readonly elsewhere: Decimal | null
}

function pointsOf({ history, current, bestStanding, kind, now }: Situation, move: StrategyMove): Points {
  const own = history.findLast(({ ours }) => ours.move === 'offer')?.ours.terms
  const said = history.flatMap(({ theirs }) => (theirs?.terms?.kind === kind ? [theirs.terms] : []))
  const terms = move.move === 'walk-away' ? null : move.terms
  const about = terms ?? said.at(-1) ?? own ?? null
  const cost = (of: DealTerms | null | undefined): Decimal | null => (of == null ? null : moneyCost(of))
  const elsewhere = bestStanding !== null && bestStanding.validUntil > now ? bestStanding.terms : null
  return {
    currency: about?.currency ?? 'EUR',
    move: cost(terms),
    ownBefore: cost(own),
    theirs: cost(said.at(-1)),
    theirsBefore: cost(said.at(-2)),
    nothing: current !== null && about !== null && comparable(current, about) ? cost(current) : null,
    elsewhere: cost(elsewhere),
  }
}

function sentencesOf({ kind, history }: Situation, { move }: StrategyMove, points: Points): readonly Bilingual[] {
  const gave = minus(points.move, points.ownBefore)
  const got = minus(points.theirsBefore, points.theirs)
  const gap = minus(points.theirs, points.move)
  const better = minus(points.nothing, points.move)
  const ahead = minus(points.elsewhere, points.theirs)
  const kept = heldFields(history)
  const say = (of: Decimal | null, words: (amount: Bilingual) => Bilingual): Bilingual | null =>
    of === null ? null : words(amountIn(points.currency, of))
  const offer = move === 'offer'
  const sentences = [
    offer && gave?.gt(0) === true
      ? say(gave, (m) => ({ de: `Wir geben ${m.de} nach.`, en: `We give up ${m.en}.` }))
      : null,
    offer ? say(got, (m) => theirStep(got?.comparedTo(0) ?? 0, m)) : null,
    offer && gap?.gt(0) === true
      ? say(gap, (m) => ({ de: `Zwischen uns liegen noch ${m.de}.`, en: `Between us there still lie ${m.en}.` }))
      : null,
    kept === null ? null : { de: `Ihnen scheint wichtig: ${kept.de}.`, en: `They seem to value: ${kept.en}.` },
    move !== 'walk-away' && better?.gt(0) === true ? say(better, (m) => againstNothing(kind, m)) : null,
    say(ahead, (m) => againstElsewhere(ahead?.gte(0) === true, m)),
  ]
  return sentences.filter((sentence) => sentence !== null)
}

/** @param sign 1 when they came towards us, -1 when they went away from us */
function theirStep(sign: number, { de, en }: Bilingual): Bilingual {
  if (sign > 0) return { de: `Sie sind uns zuletzt um ${de} entgegengekommen.`, en: `They last came ${en} towards us.` }
  if (sign < 0) return { de: `Sie sind zuletzt um ${de} teurer geworden.`, en: `They last became ${en} dearer.` }
  return { de: 'Sie haben sich zuletzt nicht bewegt.', en: 'They last did not move.' }
}

const YEARLY = new Set<string>([
  ...['overdraft', 'savings', 'insurance-household', 'insurance-liability', 'insurance-car', 'insurance-legal'],
  'insurance-phone',
])

function againstNothing(kind: string, { de, en }: Bilingual): Bilingual {
  if (kind === 'instalment-loan') {
    // What the present bank may ask for leaving is reckoned when offers are compared, not at each move.
    return {
      de: `Gegenüber dem jetzigen Kredit wären das ${de} weniger, vor den Kosten des Wechsels.`,
      en: `Against the present loan this would be ${en} less, before what leaving it may cost.`,
    }
  }
  return YEARLY.has(kind)
    ? {
        de: `Im Jahr wären das ${de} besser, als nichts zu ändern.`,
        en: `A year, this would be ${en} better than changing nothing.`,
      }
    : {
        de: `Insgesamt wären das ${de} besser, als nichts zu ändern.`,
        en: `In all, this would be ${en} better than changing nothing.`,
      }
}

function againstElsewhere(ahead: boolean, { de, en }: Bilingual): Bilingual {
  return ahead
    ? {
        de: `Ihr Angebot ist um ${de} besser als das beste, das anderswo steht.`,
        en: `Their offer is ${en} better than the best that stands elsewhere.`,
      }
    : {
        de: `Anderswo steht ein Angebot, das um ${de} besser ist als ihres.`,
        en: `An offer stands elsewhere that is ${en} better than theirs.`,
      }
}

/** An amount without its sign, as each language writes it. */
function amountIn(currency: string, value: Decimal): Bilingual {
  const shown = (tag: string): string =>
    `${numberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value.abs().toNumber())} ${currency}`
  return { de: shown('de-DE'), en: shown('en-GB') }
}

function figuresOf(points: Points): Record<string, string> {
  const named: Record<string, Decimal | null> = {
    cost: points.move,
    gaveUp: minus(points.move, points.ownBefore),
    theirCost: points.theirs,
    theyGaveUp: minus(points.theirsBefore, points.theirs),
    gap: minus(points.theirs, points.move),
    betterThanNothing: minus(points.nothing, points.move),
    bestElsewhere: points.elsewhere,
  }
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) =>
      value === null ? [] : [[name, `${value.toFixed(2)} ${points.currency}`]],
    ),
  )
}

function minus(a: Decimal | null, b: Decimal | null): Decimal | null {
  return a === null || b === null ? null : a.minus(b).toDecimalPlaces(2)
}

function join(texts: readonly Bilingual[]): Bilingual {
  return { de: texts.map(({ de }) => de).join(' '), en: texts.map(({ en }) => en).join(' ') }
}
