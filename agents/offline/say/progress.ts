/**
 * "How far are you?": what is agreed, what is still open, what ended; nothing is called done before the ledger says so.
 *
 * @module
 */
import type { DataOf } from '../plan/rounds.ts'
import { figure, labelled } from './labels.ts'
import { noun } from './nouns.ts'
import { sayAct, sayWaiting } from './proposal.ts'
import { bullets, capital, list, named, paragraphs, tongue, type Voice } from './words-for.ts'

export function sayProgress({ tasks, letters = [], pendingMandate }: DataOf<'progress'>, voice: Voice): string {
  const t = tongue(voice)
  if (tasks.length === 0 && letters.length === 0) {
    return pendingMandate !== null
      ? waitingMandate(voice)
      : t(
          'Zurzeit verhandle ich nichts für Sie. Soll ich etwas angehen?',
          'I am not negotiating anything for you at the moment. Shall I take something on?',
        )
  }
  return paragraphs([
    // The newest in full; of what ended earlier only how.
    ...tasks.map((task, index) => sayTask(task, index === 0 || !ENDED.has(task.status), voice)),
    ...letters.map(({ act, counterparty, waitsFor, deadline }) =>
      [
        `${capital(sayAct({ act, counterparty }, voice))}.`,
        sayWaiting(waitsFor, voice),
        t(`Zeit dafür ist bis ${figure(deadline)}.`, `There is time until ${figure(deadline)}.`),
      ].join(' '),
    ),
    pendingMandate !== null && waitingMandate(voice),
  ])
}

type Task = DataOf<'progress'>['tasks'][number]
type Talk = Task['negotiations'][number]

const ENDED: ReadonlySet<string> = new Set(['done', 'no-deal', 'stopped'])
/** Figures said of an offer that is held: the most telling stand first. */
const TELLING = 3

function sayTask({ need, status, negotiations, waitsFor }: Task, inFull: boolean, voice: Voice): string {
  const t = tongue(voice)
  const talks = inFull && status !== 'done' ? negotiations : []
  const with_ = (...statuses: string[]) => talks.filter((talk) => statuses.includes(talk.status))
  const [agreed, open] = [with_('agreed'), with_('open')]
  const ended = talks.filter((talk) => !agreed.includes(talk) && !open.includes(talk))
  const names = (some: readonly Talk[]) =>
    list(
      some.map(({ counterparty }) => named(counterparty, voice)),
      voice,
    )
  return [
    `${capital(noun(need, voice.locale))}: ${noun(status, voice.locale)}.`,
    bullets([
      ...agreed.map(
        (talk) =>
          `${t('Einig im Grundsatz, nicht bindend', 'Agreed in principle, not binding')}: ${offer(talk, voice)}`,
      ),
      ...(open.length === 0 ? [] : [`${t('Noch im Gespräch', 'Still talking')}: ${names(open)}`]),
      ...(ended.length === 0 ? [] : [`${t('Ohne Einigung beendet', 'Ended without agreement')}: ${names(ended)}`]),
    ]),
    waitsFor.length > 0 &&
      `${sayWaiting(waitsFor, voice)} ${t('Ohne Zustimmung geschieht nichts, und es bleibt, wie es ist.', 'Without approval nothing happens, and all stays as it is.')}`,
  ]
    .filter(Boolean)
    .join('\n')
}

function offer({ counterparty, theirLast }: Talk, voice: Voice): string {
  const figures = theirLast.slice(0, TELLING).map((ref) => labelled(ref, voice, counterparty))
  return [named(counterparty, voice), ...(figures.length === 0 ? [] : [figures.join(', ')])].join(', ')
}

function waitingMandate(voice: Voice): string {
  return tongue(voice)('Ein Auftrag wartet noch auf Ihr Ja.', 'A mandate is still waiting for your yes.')
}
