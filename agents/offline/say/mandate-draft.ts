/**
 * A mandate as the customer must see it before a yes: goal, limits, who is asked, what they are told, until when.
 *
 * @module
 */
import type { DataOf } from '../plan/rounds.ts'
import { figure, labelled } from './labels.ts'
import { noun } from './nouns.ts'
import { bullets, list, named, paragraphs, textOf, tongue, type Voice } from './words-for.ts'

export function sayMandateDraft(data: DataOf<'mandate-draft'>, voice: Voice): string {
  const t = tongue(voice)
  const about = data.about === null ? '' : ` (${named(data.about, voice)})`
  return paragraphs([
    t('So würde ich für Sie verhandeln:', 'This is how I would negotiate for you:'),
    bullets([
      `${t('Ziel', 'Goal')}: ${noun(data.need, voice.locale)}${about}`,
      data.limits.length === 0
        ? t('Grenzen: keine gesetzt', 'Limits: none set')
        : `${t('Ihre Grenzen', 'Your limits')}: ${data.limits.map((ref) => labelled(ref, voice)).join('; ')}`,
      ...(data.cover.length === 0
        ? []
        : [
            `${t('Mitversichert sein muss', 'Must be covered')}: ${list(
              data.cover.map((cover) => textOf(cover, voice)),
              voice,
            )}`,
          ]),
      `${t('Ich frage', 'I ask')}: ${list(
        data.counterparties.map((name) => named(name, voice)),
        voice,
      )}`,
      data.disclosures.length === 0
        ? t('Sie erfahren nichts aus Ihren Unterlagen', 'They are told nothing from your records')
        : `${t('Sie dürfen erfahren', 'They may be told')}: ${list(
            data.disclosures.map((field) => textOf(field, voice)),
            voice,
          )}`,
      `${t('Der Auftrag gilt bis', 'The mandate is valid until')}: ${figure(data.expires)}`,
    ]),
    t(
      'Ihre Grenzen bleiben bei uns. Verbindlich wird nichts, bevor es freigegeben ist. Ist das so richtig? Mit einem einfachen Ja fange ich an.',
      'Your limits stay with us. Nothing becomes binding before it is approved. Is this right? A plain yes and I start.',
    ),
  ])
}
