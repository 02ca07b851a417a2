/**
 * "Which contracts do I have?"
 *
 * @module
 */
import type { DataOf } from '../plan/rounds.ts'
import { labelled } from './labels.ts'
import { contractNoun } from './nouns.ts'
import { bullets, named, paragraphs, tongue, type Voice } from './words-for.ts'

export function sayContracts({ lines }: DataOf<'contracts'>, voice: Voice): string {
  const t = tongue(voice)
  if (lines.length === 0) return t('Dazu liegt mir kein Vertrag vor.', 'There is no such contract on record.')
  return paragraphs([
    t('Das liegt mir vor:', 'This is on record:'),
    bullets(
      lines.map(({ contractKind, provider, figures }) => {
        const known = figures.map((ref) => labelled(ref, voice, provider)).join(', ')
        return `${contractNoun(contractKind, voice.locale)}, ${named(provider, voice)}${known === '' ? '' : `: ${known}`}`
      }),
    ),
    t('Soll ich vergleichen oder für Sie verhandeln?', 'Shall I compare or negotiate for you?'),
  ])
}
