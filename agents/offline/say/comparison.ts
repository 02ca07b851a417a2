/**
 * A comparison: best first, doing nothing among them, what was removed and why, warnings in full.
 *
 * @module
 */
import type { ComparedOffer } from '../../../tools/shared/tool-answer.ts'
import type { DataOf } from '../plan/rounds.ts'
import { figure } from './labels.ts'
import { noun } from './nouns.ts'
import { bullets, list, named, paragraphs, textOf, tongue, type Voice } from './words-for.ts'

export function sayComparison(data: DataOf<'comparison'>, voice: Voice): string {
  const t = tongue(voice)
  const ranked = data.offers.toSorted((a, b) => a.rank - b.rank)
  const chosen =
    voice.ordinal === undefined ? undefined : ranked.at(voice.ordinal < 0 ? voice.ordinal : voice.ordinal - 1)
  // A single entry is shown beside doing nothing: alone it would look better than it is.
  const shown = chosen === undefined ? ranked : ranked.filter((offer) => offer === chosen || offer.origin === 'current')
  const simulated = !data.warnings.some(({ en }) => /simulat|synthetic/i.test(en)) && isSimulated(voice)
  return paragraphs([
    opening(ranked, data.removed.length, voice),
    bullets(shown.map((offer) => line(offer, voice))),
    data.removed.length > 0 && t('Nicht dabei:', 'Left out:'),
    data.removed.length > 0 &&
      bullets(
        data.removed.map(
          ({ provider, reason, figures }) =>
            `${named(provider, voice)}: ${[textOf(reason, voice), ...figures.map(figure)].join(' ')}`,
        ),
      ),
    simulated && t('Diese Angebote stammen aus einem simulierten Markt.', 'These offers come from a simulated market.'),
    ...data.warnings.map((warning) => textOf(warning, voice)),
    data.canNegotiate &&
      t(
        'Soll ich für Sie bessere Bedingungen aushandeln? Dabei wird nichts verbindlich, bis es freigegeben ist.',
        'Shall I negotiate better terms for you? Nothing becomes binding until it is approved.',
      ),
  ])
}

function opening(ranked: readonly ComparedOffer[], removed: number, voice: Voice): string {
  const t = tongue(voice)
  const best = ranked[0]
  const others = ranked.filter(({ origin }) => origin !== 'current')
  if (best === undefined)
    return t('Ich habe nichts gefunden, das ich vergleichen könnte.', 'I found nothing that I could compare.')
  if (others.length === 0 && removed === 0)
    return t(
      'Dazu liegt mir kein Angebot vor. Was Sie heute haben:',
      'There is no offer on record for this. What you have today:',
    )
  if (others.length === 0)
    return t(
      'Keines der Angebote erfüllt Ihre Grenzen; es bleibt, nichts zu ändern.',
      'No offer meets your limits; what remains is to change nothing.',
    )
  if (best.origin === 'current' && others.some(({ gaps: open }) => open.length > 0))
    return t(
      'Nichts zu ändern ist hier die beste Wahl: Was weniger versichert oder offenlässt, was versichert ist, ersetzt den heutigen Schutz nicht. Zum Vergleich:',
      'Changing nothing is the best choice here: what covers less, or does not say what it covers, does not replace your present cover. Side by side:',
    )
  if (best.origin === 'current')
    return t(
      'Nichts zu ändern ist hier die beste Wahl. Zum Vergleich:',
      'Changing nothing is the best choice here. Side by side:',
    )
  const saving =
    best.saving === null
      ? ''
      : t(
          ` Ersparnis gegenüber Nichtstun: ${figure(best.saving)}.`,
          ` Saving against doing nothing: ${figure(best.saving)}.`,
        )
  return t(
    `Am besten schneidet ${named(best.provider, voice)} ab.${saving} Alles nebeneinander:`,
    `${named(best.provider, voice)} comes out best.${saving} Side by side:`,
  )
}

function line(offer: ComparedOffer, voice: Voice): string {
  const t = tongue(voice)
  const name = named(offer.provider, voice)
  const who =
    offer.origin === 'current'
      ? t(`${name} (nichts ändern)`, `${name} (change nothing)`)
      : offer.origin === 'quote'
        ? t(`${name} (Ihr Angebot)`, `${name} (your quote)`)
        : name
  const parts = [
    offer.effectiveRate !== null && figure(offer.effectiveRate),
    offer.monthly !== null && figure(offer.monthly),
    offer.yearly !== null && figure(offer.yearly),
    offer.total !== null && t(`gesamt ${figure(offer.total)}`, `total ${figure(offer.total)}`),
    offer.saving !== null &&
      offer.origin !== 'current' &&
      t(`Ersparnis ${figure(offer.saving)}`, `saving ${figure(offer.saving)}`),
    offer.leaving != null &&
      t(
        `Ausstieg aus dem alten Vertrag, schon eingerechnet: ${figure(offer.leaving)}`,
        `leaving the old contract, counted already: ${figure(offer.leaving)}`,
      ),
    offer.breakEvenMonth !== null &&
      t(`lohnt sich nach: ${figure(offer.breakEvenMonth)}`, `pays off after: ${figure(offer.breakEvenMonth)}`),
    gaps(offer, voice),
    offer.validUntil !== null && t(`gültig bis ${figure(offer.validUntil)}`, `valid until ${figure(offer.validUntil)}`),
  ].filter((part): part is string => typeof part === 'string')
  return parts.length === 0 ? who : `${who}: ${parts.join(', ')}`
}

function gaps({ gaps: all }: ComparedOffer, voice: Voice): string | false {
  const t = tongue(voice)
  const covers = (state: 'not' | 'partly' | 'unknown') =>
    all.filter((gap) => gap.state === state).map(({ cover }) => noun(cover, voice.locale))
  const parts = [
    [t('nicht versichert', 'not covered'), covers('not')],
    [t('nur teilweise versichert', 'only partly covered'), covers('partly')],
    [t('ungewiss, ob versichert', 'unknown whether covered'), covers('unknown')],
  ] as const
  const said = parts.filter(([, names]) => names.length > 0).map(([label, names]) => `${label}: ${list(names, voice)}`)
  return said.length > 0 && said.join('; ')
}

function isSimulated({ figures }: Voice): boolean {
  return [...figures.values()].some(({ meaning }) => /simulier|simulat|synthetic|synthetisch/i.test(meaning))
}
