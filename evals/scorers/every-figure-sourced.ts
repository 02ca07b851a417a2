/**
 * Promise 4: what is left of a reply after its facts are taken out holds no figure, and a fact that names a record says
 * what the record says.
 *
 * @module
 */
import { renderReply } from '../../agents/advocate/render-reply.ts'
import type { Fact } from '../../tools/shared/fact.ts'
import { findFigures } from '../../tools/shared/words/find-figures.ts'
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'
import { plainValue, sameFigure } from './plain-value.ts'

export const everyFigureSourced = gate('every-figure-sourced', (transcript: Transcript) => {
  const records = recordsOf(transcript)
  return transcript.threads
    .flatMap(({ messages }) => messages)
    .filter((message) => message.role === 'assistant')
    .flatMap((message) => {
      let rest = message.text
      const shown = message.facts.map((fact) => renderReply(`[[${fact.ref}]]`, [fact], message.locale))
      // Longer ones first, so that a short figure does not cut a hole into a long one.
      for (const text of shown.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(text, ' ')
      const unsourced = findFigures(rest, message.locale)
      const wrong = message.facts.filter((fact) => contradicts(fact, records))
      return [
        ...unsourced.map((figure) => `"${figure.text}" in ${message.id} has no source`),
        ...wrong.map(({ ref, value }) => `${ref} is told as ${plainValue(value)}, which its record does not say`),
      ]
    })
})

/** Every value of every record that was imported, by the record's id. */
function recordsOf({ sampled }: Transcript): ReadonlyMap<string, readonly (string | number)[]> {
  const { customer, events } = sampled.scenario
  const files: readonly Readonly<Record<string, unknown>>[] = [
    customer.records,
    ...events.flatMap(({ records }) => (records === undefined ? [] : [records])),
  ]
  const known = new Map<string, (string | number)[]>()
  for (const file of files) {
    for (const list of ['debts', 'contracts', 'offers']) {
      for (const record of (file[list] ?? []) as readonly Record<string, unknown>[]) {
        const id = String(record.id)
        known.set(id, [...(known.get(id) ?? []), ...valuesIn(record)])
      }
    }
  }
  return known
}

function valuesIn(node: unknown): readonly (string | number)[] {
  if (typeof node === 'string' || typeof node === 'number') return [node]
  if (typeof node !== 'object' || node === null) return []
  return Object.values(node).flatMap(valuesIn)
}

/** Only figures said to stand on a record as they are; what a rule computed from it carries its explanation. */
function contradicts({ value, source }: Fact, records: ReadonlyMap<string, readonly (string | number)[]>): boolean {
  if (source.explanationId !== undefined || value.kind === 'legal' || value.kind === 'name') return false
  if (source.type !== 'debt' && source.type !== 'contract' && source.type !== 'offer') return false
  const known = records.get(source.id)
  return known !== undefined && !known.some((said) => sameFigure(said, plainValue(value)))
}
