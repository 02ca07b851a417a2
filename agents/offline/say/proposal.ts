/**
 * A proposal as it waits: what it does, whose yes is missing, what the customer can do about it.
 *
 * @module
 */
import type { DataOf } from '../plan/rounds.ts'
import { figure, labelled } from './labels.ts'
import { bullets, list, named, paragraphs, textOf, tongue, type Voice } from './words-for.ts'

export function sayProposal(data: DataOf<'proposal'>, voice: Voice): string {
  const t = tongue(voice)
  return paragraphs([
    t(`Das ist der Vorschlag: ${sayAct(data, voice)}.`, `This is the proposal: ${sayAct(data, voice)}.`),
    data.figures.length > 0 && bullets(data.figures.map((ref) => labelled(ref, voice, data.counterparty))),
    ...(data.warnings ?? []).map((warning) => textOf(warning, voice)),
    `${data.waitsFor.length > 0 ? `${sayWaiting(data.waitsFor, voice)} ` : ''}${t(`Zeit dafür ist bis ${figure(data.deadline)}. Bis dahin ist nichts verbindlich.`, `There is time until ${figure(data.deadline)}. Until then nothing is binding.`)}`,
    data.waitsFor.includes('customer') &&
      t(
        'Stimmen Sie genau diesen Bedingungen zu? Ein einfaches Ja genügt, ein Nein nimmt den Vorschlag zurück.',
        'Do you agree to exactly these terms? A plain yes is enough; a no takes the proposal back.',
      ),
  ])
}

/** What a proposal does and with whom, the name said once. */
export function sayAct({ act, counterparty }: Pick<DataOf<'proposal'>, 'act' | 'counterparty'>, voice: Voice): string {
  const words = textOf(act, voice)
  return words.includes(counterparty) ? words : `${words}, ${named(counterparty, voice)}`
}

/** Whose yes is missing. */
export function sayWaiting(waitsFor: readonly ('reviewer' | 'customer')[], voice: Voice): string {
  const t = tongue(voice)
  const who = waitsFor.map((one) =>
    one === 'customer'
      ? t('auf Ihre Zustimmung', 'your approval')
      : t('auf die Prüfung durch einen Menschen', "a reviewer's approval"),
  )
  return t(`Es wartet ${list(who, voice)}.`, `It waits for ${list(who, voice)}.`)
}

/** Said before what waits, when the customer pushes: no one can skip the review, and what they themselves can do. */
export function sayNoShortcut(voice: Voice): string {
  return tongue(voice)(
    'Ich verstehe, dass es schnell gehen soll. Unterschreiben oder die Prüfung überspringen kann ich nicht: Bevor etwas verbindlich wird, muss ein Mensch aus unserem Team genau diese Bedingungen prüfen. So weit ist es:',
    'I understand that you want this done quickly. I cannot sign it or skip the review: before anything becomes binding, a person from our team has to check exactly these terms. This is how far it is:',
  )
}
