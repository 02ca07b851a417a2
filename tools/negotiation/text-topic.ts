/**
 * What a figure in a counterparty's words is about, from the words around it.
 *
 * @module
 */

export type Topic =
  | 'nominal-rate'
  | 'effective-rate'
  | 'fee'
  | 'premium'
  | 'deductible'
  | 'sum-insured'
  | 'instalment'
  | 'term'
  | 'expiry'
  | 'step'
  | 'condition'
  | 'extra'
  | 'other'

type Figure = 'rate' | 'amount' | 'term'

/** Words that name a topic, the more telling first. */
const NAMES: readonly (readonly [Topic, RegExp, readonly Figure[]])[] = [
  [
    'step',
    /(?:\bum|\bby|minus|Rabatt|Nachlass|discount|reduc\w+|senk\w+|günstiger|Skonto|entgegen\w*)\W*$/iu,
    ['rate', 'amount'],
  ],
  [
    'expiry',
    /(?:gültig|gilt|gelten|valid|expir\w+|läuft ab|bindend|binding|binnen|innerhalb|within|noch)\W*(?:für|for|nur|noch|von|of)?\W*$/iu,
    ['term'],
  ],
  ['fee', /Gebühr|Entgelt|Provision|Bearbeitung|Abschlusskosten|fee\b|charge|commission/iu, ['rate', 'amount']],
  ['effective-rate', /effektiv|eff\.|APR|effective/iu, ['rate']],
  ['nominal-rate', /Sollzins|nominal|Zins|interest|\brate\b/iu, ['rate']],
  ['deductible', /Selbstbeteiligung|Selbstbehalt|deductible|excess/iu, ['amount']],
  ['sum-insured', /Deckung|Versicherungssumme|sum insured|cover(?:age)? (?:of|up to)/iu, ['amount']],
  ['premium', /Beitrag|Prämie|premium/iu, ['amount']],
  ['instalment', /Rate\b|Raten\b|instal/iu, ['amount']],
  ['term', /Laufzeit|\bterm\b|duration|Raten|instal|über|over/iu, ['term']],
]

const BEFORE = 32
const AFTER = 16

/** The nearest name before the figure, then one right after it; a sentence's end cuts off what it is not about. */
export function topicOf(text: string, start: number, end: number, figure: Figure): Topic {
  const before = text.slice(Math.max(0, start - BEFORE), start).replace(/^.*[.;!?\n](?=\D)/su, '')
  const after = text.slice(end, end + AFTER).replace(/[.;!?\n].*$/su, '')
  return nearest(before, figure) ?? first(after, figure) ?? 'other'
}

function nearest(before: string, figure: Figure): Topic | null {
  let best: { topic: Topic; at: number } | null = null
  for (const [topic, words, figures] of NAMES) {
    if (!figures.includes(figure)) continue
    const at = lastIndexOf(before, words)
    if (at >= 0 && (best === null || at > best.at)) best = { topic, at }
  }
  return best?.topic ?? null
}

function first(after: string, figure: Figure): Topic | null {
  return NAMES.find(([, words, figures]) => figures.includes(figure) && words.test(after))?.[0] ?? null
}

function lastIndexOf(text: string, words: RegExp): number {
  const all = [...text.matchAll(new RegExp(words.source, 'giu'))]
  return all.at(-1)?.index ?? -1
}
