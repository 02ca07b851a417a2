/**
 * "Where does that figure come from?" and answers from the library: with source, or an honest "I do not know".
 *
 * @module
 */
import type { DataOf } from '../plan/rounds.ts'
import { bullets, figure, labelled, paragraphs, textOf, tongue, type Voice } from './words-for.ts'

export function sayExplanation({ figure: ref, origin, steps, figures }: DataOf<'explanation'>, voice: Voice): string {
  const t = tongue(voice)
  const text = steps.map((step) => textOf(step, voice))
  const said = new Set(text.flatMap((line) => [...line.matchAll(/\[\[([^\]]+)\]\]/g)].map(([, name]) => name)))
  const rest = figures.filter((one) => one !== ref && !said.has(one))
  return paragraphs([
    ref !== null && `${capital(labelled(ref, voice))}.`,
    origin !== null && `${t('Quelle', 'Source')}: ${origin}.`,
    text.length > 0 && `${t('So kommt es zustande:', 'This is how it comes about:')}\n${bullets(text)}`,
    rest.length > 0 && `${rest.map((one) => labelled(one, voice)).join('; ')}.`,
    ref === null &&
      text.length === 0 &&
      t('Dazu finde ich keine Zahl. Welche meinen Sie?', 'I find no such figure. Which one do you mean?'),
  ])
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function sayKnowledge({ passages, abstained }: DataOf<'knowledge'>, voice: Voice): string {
  const t = tongue(voice)
  const best = passages.slice(0, 2)
  if (abstained || best.length === 0) {
    return t(
      'Dazu habe ich keine verlässliche Quelle und möchte nichts Falsches sagen. Ich kann einen Menschen dazuholen, wenn Sie mögen.',
      'I have no reliable source for that and do not want to tell you something wrong. I can call a person if you like.',
    )
  }
  return paragraphs([
    ...best.map(({ text, citation }) => `${text} (${figure(citation)})`),
    t(
      'Das ist allgemeine Information, keine Beratung im Einzelfall.',
      'This is general information, not advice on your case.',
    ),
  ])
}
