/**
 * What a counterparty holds on to: terms it asks for beside the price and has not moved, though we asked for others.
 *
 * @module
 */
import type { DealTerms } from '../offers/terms.ts'
import type { Bilingual } from '../shared/explanation.ts'
import type { Exchange } from './strategy.ts'

/** Terms beside the price that one side may like otherwise than the other, with their names. */
const FIELDS: Readonly<Record<string, Bilingual>> = {
  originationFee: { de: 'die Gebühr', en: 'the fee' },
  fee: { de: 'die Gebühr', en: 'the fee' },
  earlyRepaymentFeePercent: { de: 'das Entgelt für vorzeitige Rückzahlung', en: 'the charge for early repayment' },
  termMonths: { de: 'die Laufzeit', en: 'the term' },
  deductible: { de: 'die Selbstbeteiligung', en: 'the deductible' },
  sumInsured: { de: 'die Deckungssumme', en: 'the sum insured' },
  noticeMonths: { de: 'die Kündigungsfrist', en: 'the notice period' },
  paymentFrequency: { de: 'die Zahlweise', en: 'how often the premium is paid' },
  payWithinDays: { de: 'die Zahlungsfrist', en: 'the time to pay' },
  guaranteedMonths: { de: 'die Dauer der Zinsgarantie', en: 'how long the rate is guaranteed' },
}

/** Null before they have spoken twice, or where they follow us in everything but the price. */
export function heldFields(history: readonly Exchange[]): Bilingual | null {
  const asked = history.findLast(({ ours }) => ours.terms !== undefined)?.ours.terms
  const said = history.flatMap(({ theirs }) =>
    theirs?.terms?.kind === asked?.kind && theirs?.terms ? [theirs.terms] : [],
  )
  const last = said.at(-1)
  if (asked === undefined || last === undefined || said.length < 2) return null
  const held = Object.entries(FIELDS).flatMap(([field, words]) => {
    const wanted = fieldOf(last, field)
    const moved = said.some((terms) => fieldOf(terms, field) !== wanted)
    return wanted === undefined || moved || sameValue(wanted, fieldOf(asked, field)) ? [] : [words]
  })
  const covers = last.kind.startsWith('insurance-') ? notSold(asked, last) : []
  const all = [...held, ...covers.map((cover) => ({ de: `kein Schutz für ${cover}`, en: `no cover for ${cover}` }))]
  return all.length === 0 ? null : { de: all.map(({ de }) => de).join(', '), en: all.map(({ en }) => en).join(', ') }
}

function fieldOf(terms: DealTerms, field: string): unknown {
  return (terms as unknown as Record<string, unknown>)[field]
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || Number(a) === Number(b)
}

function notSold(asked: DealTerms, said: DealTerms): readonly string[] {
  if (!('coverage' in asked) || !('coverage' in said)) return []
  return Object.keys(asked.coverage).filter(
    (cover) => asked.coverage[cover] === 'covered' && said.coverage[cover] === 'not',
  )
}
