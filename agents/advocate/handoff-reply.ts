/**
 * What the customer reads when a person is called: who comes, until when, and what helps now.
 *
 * @module
 */
import { promiseFacts } from '../../tools/handoffs/handoff-facts.ts'
import type { Bilingual } from '../../tools/shared/explanation.ts'
import { factMaker, refPart } from '../../tools/shared/make-facts.ts'
import type { Handoff } from '../handoff-desk.ts'
import type { Locale } from '../thread-store.ts'
import type { Distress } from './distress.ts'
import { HELP_LINES } from './help-lines.ts'
import type { ReplyDraft } from './reply-draft.ts'
import { fill, WORDS } from './words.ts'

const HINTS: Readonly<Record<Distress, readonly Bilingual[]>> = {
  'self-harm': [],
  eviction: [WORDS.debtAdvice],
  'cut-off': [WORDS.cutOff, WORDS.debtAdvice],
  'court-paper': [WORDS.courtPaper, WORDS.debtAdvice],
  attachment: [WORDS.attachment, WORDS.debtAdvice],
  'no-food': [WORDS.noFood, WORDS.debtAdvice],
}

/** The reply; with self-harm the emergency numbers come first. */
export function handoffReply(
  called: { readonly handoff: Handoff; readonly onDuty: boolean; readonly deadline?: string },
  locale: Locale,
  distress: Distress | null = called.deadline === undefined ? null : 'court-paper',
): ReplyDraft {
  const { day, time } = promiseFacts({
    handoffId: called.handoff.id,
    onDuty: called.onDuty,
    promisedBy: called.handoff.promisedBy,
  })
  const promise = fill(WORDS[called.onDuty ? 'personOnDuty' : 'personLater'][locale], { day: day.ref, time: time.ref })
  const first = distress === 'self-harm' ? [WORDS.emergency[locale]] : []
  const hints = (distress === null ? [] : HINTS[distress]).map((hint) => hint[locale])
  const limit =
    called.deadline === undefined
      ? null
      : factMaker(`handoff.${refPart(called.handoff.id)}`, { type: 'rule', id: 'de.zpo.694-700' }).date(
          'court-deadline',
          called.deadline,
          { de: 'Frist gegen das gerichtliche Schreiben', en: 'time limit against the court paper' },
        )
  const last = limit === null ? [] : [fill(WORDS.courtDeadline[locale], { day: limit.ref })]
  return {
    text: [...first, promise, ...last, ...hints].join('\n\n'),
    facts: [day, time, ...(limit === null ? [] : [limit]), ...(distress === 'self-harm' ? HELP_LINES : [])],
    focus: {},
    handoff: called.handoff,
  }
}
