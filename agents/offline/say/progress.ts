/**
 * "How far are you?" and a proposal: what is so, and whom it waits for; nothing is called done before the ledger says so.
 *
 * @module
 */
import type { DataOf } from '../plan/rounds.ts'
import { noun } from './nouns.ts'
import { bullets, figure, labelled, list, named, paragraphs, textOf, tongue, type Voice } from './words-for.ts'

export function sayProgress({ tasks, pendingMandate }: DataOf<'progress'>, voice: Voice): string {
  const t = tongue(voice)
  const pending =
    pendingMandate !== null && t('Ein Auftrag wartet noch auf Ihr Ja.', 'A mandate is still waiting for your yes.')
  if (tasks.length === 0) {
    return paragraphs([
      pending !== false
        ? pending
        : t(
            'Zurzeit verhandle ich nichts für Sie. Soll ich etwas angehen?',
            'I am not negotiating anything for you at the moment. Shall I take something on?',
          ),
    ])
  }
  return paragraphs([
    ...tasks.map(({ need, status, negotiations, waitsFor }) =>
      [
        `${capital(noun(need, voice.locale))}: ${noun(status, voice.locale)}.`,
        negotiations.length > 0 && bullets(negotiations.map((one) => negotiation(one, voice))),
        waitsFor.length > 0 && waiting(waitsFor, voice),
      ]
        .filter(Boolean)
        .join('\n'),
    ),
    pending,
  ])
}

type NegotiationLine = DataOf<'progress'>['tasks'][number]['negotiations'][number]

function negotiation({ counterparty, status, theirLast, rounds }: NegotiationLine, voice: Voice): string {
  const t = tongue(voice)
  const last =
    theirLast.length === 0
      ? ''
      : t(
          `; zuletzt geboten: ${theirLast.map((ref) => labelled(ref, voice, counterparty)).join(', ')}`,
          `; their last offer: ${theirLast.map((ref) => labelled(ref, voice, counterparty)).join(', ')}`,
        )
  return `${named(counterparty, voice)}: ${noun(status, voice.locale)} (${figure(rounds)})${last}`
}

export function sayProposal(data: DataOf<'proposal'>, voice: Voice): string {
  const t = tongue(voice)
  return paragraphs([
    t(
      `Das ist der Vorschlag: ${textOf(data.act, voice)}, ${named(data.counterparty, voice)}.`,
      `This is the proposal: ${textOf(data.act, voice)}, ${named(data.counterparty, voice)}.`,
    ),
    data.figures.length > 0 && bullets(data.figures.map((ref) => labelled(ref, voice, data.counterparty))),
    ...(data.warnings ?? []).map((warning) => textOf(warning, voice)),
    `${data.waitsFor.length > 0 ? `${waiting(data.waitsFor, voice)} ` : ''}${t(`Zeit dafür ist bis ${figure(data.deadline)}. Bis dahin ist nichts verbindlich.`, `There is time until ${figure(data.deadline)}. Until then nothing is binding.`)}`,
  ])
}

function waiting(waitsFor: readonly ('reviewer' | 'customer')[], voice: Voice): string {
  const t = tongue(voice)
  const who = waitsFor.map((one) =>
    one === 'customer'
      ? t('auf Ihre Zustimmung', 'your approval')
      : t('auf die Prüfung durch einen Menschen', "a reviewer's approval"),
  )
  return t(`Es wartet ${list(who, voice)}.`, `It waits for ${list(who, voice)}.`)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
