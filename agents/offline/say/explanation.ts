/**
 * "Where does that figure come from?" and answers from the library: with source, or an honest "I do not know".
 *
 * @module
 */
import type { DataOf } from '../plan/rounds.ts'
import { figure, labelled } from './labels.ts'
import { bullets, capital, paragraphs, textOf, tongue, type Voice } from './words-for.ts'

export function sayExplanation(
  { figure: ref, origin, steps, figures, rules }: DataOf<'explanation'>,
  voice: Voice,
): string {
  const t = tongue(voice)
  const text = steps.map((step) => textOf(step, voice))
  const said = new Set(text.flatMap((line) => [...line.matchAll(/\[\[([^\]]+)\]\]/g)].map(([, name]) => name)))
  const rest = figures.filter((one) => one !== ref && !said.has(one))
  const computed = rules.length > 0
  const isSource = (one: string) => /^(?:Quelle|source)$/.test(voice.figures.get(one)?.meaning ?? '')
  const sources = [...(origin === null ? [] : [origin]), ...rest.filter(isSource).map(figure)]
  return paragraphs([
    ref !== null && `${capital(labelled(ref, voice))}.`,
    text.length > 0 &&
      (computed ? `${t('So kommt es zustande:', 'This is how it comes about:')}\n${bullets(text)}` : text.join(' ')),
    [
      sources.length > 0 && `${t('Quelle', 'Source')}: ${sources.join('; ')}.`,
      ...rest.filter((one) => !isSource(one)).map((one) => `${capital(labelled(one, voice))}.`),
    ]
      .filter(Boolean)
      .join(' '),
    ref === null &&
      text.length === 0 &&
      t('Dazu finde ich keine Zahl. Welche meinen Sie?', 'I find no such figure. Which one do you mean?'),
  ])
}

export function sayKnowledge({ passages, abstained }: DataOf<'knowledge'>, voice: Voice): string {
  const t = tongue(voice)
  const best = passages.slice(0, 2)
  if (abstained || best.length === 0) {
    return t(
      'Dazu habe ich keine verlässliche Quelle, und raten möchte ich nicht. Ich bin für Geldfragen da: was Sie wem schulden, ob eine Gebühr rechtens ist, welche Kredite und Versicherungen günstiger sind, und ich verhandle für Sie. Einen Menschen hole ich gern dazu.',
      'I have no reliable source for that, and I do not want to guess. I am here for money matters: what you owe and to whom, whether a fee is lawful, which loans and insurances cost less, and I negotiate for you. I am glad to call a person.',
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
