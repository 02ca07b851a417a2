/**
 * Promise 4: what is left of a reply after its facts are taken out holds no figure.
 *
 * @module
 */
import { renderReply } from '../../agents/advocate/render-reply.ts'
import { findFigures } from '../../tools/shared/words/find-figures.ts'
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'

export const everyFigureSourced = gate('every-figure-sourced', ({ threads }: Transcript) =>
  threads
    .flatMap(({ messages }) => messages)
    .filter((message) => message.role === 'assistant')
    .flatMap((message) => {
      let rest = message.text
      const shown = message.facts.map((fact) => renderReply(`[[${fact.ref}]]`, [fact], message.locale))
      // Longer ones first, so that a short figure does not cut a hole into a long one.
      for (const text of shown.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(text, ' ')
      return findFigures(rest, message.locale).map((figure) => `"${figure.text}" in ${message.id} has no source`)
    }),
)
