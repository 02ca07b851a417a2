/**
 * The words of a step that is not a call.
 *
 * @module
 */
import { DEBT_ADVICE } from '../../../tools/debts/debt-advice.ts'
import type { ToolData } from '../../../tools/shared/tool-answer.ts'
import type { Round } from '../plan/rounds.ts'
import type { Step } from '../plan/step.ts'
import type { Understanding } from '../understand/understanding.ts'
import { sayAskBack } from './ask-back.ts'
import { sayComparison } from './comparison.ts'
import { sayContracts } from './contracts.ts'
import { sayDebts } from './debts.ts'
import { sayDisputeDraft } from './dispute-draft.ts'
import { sayExplanation, sayKnowledge } from './explanation.ts'
import { figure } from './labels.ts'
import { sayMandateDraft } from './mandate-draft.ts'
import { sayManner } from './manners.ts'
import { sayProgress } from './progress.ts'
import { sayNoShortcut, sayProposal } from './proposal.ts'
import { list, named, paragraphs, textOf, tongue, type Voice } from './words-for.ts'

/** The reply for a step; figures only as references. */
export function sayStep(
  step: Exclude<Step, { do: 'call' }>,
  rounds: readonly Round[],
  {
    locale,
    slots,
    wish,
    text = '',
  }: Pick<Understanding, 'locale' | 'slots'> & Partial<Pick<Understanding, 'wish' | 'text'>>,
): string {
  const last = rounds.at(-1)
  const voice: Voice = {
    locale,
    figures: new Map(rounds.flatMap(({ figures }) => [...figures])),
    ordinal: slots.ordinal,
  }
  if (step.do === 'ask') return sayAskBack(step.what, step.options, voice)
  if (step.do === 'manners') return sayManner(step.manner, voice)
  if (!last?.data) return sayManner('tool-failed', voice)
  const pushed = wish === 'push' && WAITING.has(last.data.kind)
  const reminded = wish === 'progress' && last.data.kind === 'mandate-draft'
  return paragraphs([
    pushed && sayNoShortcut(voice),
    reminded && tongue(voice)('Dieser Auftrag wartet noch auf Ihr Ja.', 'This mandate is still waiting for your yes.'),
    sayData(last.data, voice),
    last.data.kind === 'debts' && OVERWHELMED.test(text) && sayHelp(voice),
  ])
}

/** "I cannot pay all this any more": what is open is not all there is to say. */
const OVERWHELMED =
  /\b(?:kann|können|schaffe|schaff)\b[^.!?]{0,40}\b(?:nicht|nimmer)\b[^.!?]{0,30}(?:zahlen|stemmen|leisten|schultern|mehr)|über den kopf|überschuldet|\b(?:can'?t|cannot|can not|unable to)\b[^.!?]{0,20}\b(?:pay|afford|keep up)|drowning in debt|over my head/iu

function sayHelp(voice: Voice): string {
  return paragraphs([
    tongue(voice)(
      'Das ist viel auf einmal, und Sie müssen da nicht allein durch. Ich kann eine Ratenvereinbarung aushandeln oder einen Menschen dazuholen; sagen Sie einfach, was Ihnen lieber ist.',
      'That is a lot at once, and you do not have to get through it alone. I can negotiate an instalment plan or call a person; just say which you prefer.',
    ),
    textOf(DEBT_ADVICE, voice),
  ])
}

/** Answers that show what waits for a yes. */
const WAITING: ReadonlySet<ToolData['kind']> = new Set<ToolData['kind']>(['proposal', 'progress', 'mandate-draft'])

/** What a tool's answer reads like. */
export function sayData(data: ToolData, voice: Voice): string {
  const t = tongue(voice)
  switch (data.kind) {
    case 'debts':
      return sayDebts(data, voice)
    case 'contracts':
      return sayContracts(data, voice)
    case 'comparison':
      return sayComparison(data, voice)
    case 'mandate-draft':
      return sayMandateDraft(data, voice)
    case 'progress':
      return sayProgress(data, voice)
    case 'proposal':
      return sayProposal(data, voice)
    case 'dispute-draft':
      return sayDisputeDraft(data, voice)
    case 'declined':
      if ('everything' in data) {
        return t(
          'In Ordnung, alles ist gestoppt: Kein Auftrag gilt mehr, und kein Vorschlag steht mehr; in Ihrem Namen wird nicht weiter verhandelt.',
          'All right, everything is stopped: no mandate and no proposal stands any more, and nobody negotiates in your name any further.',
        )
      }
      return 'mandateId' in data
        ? t(
            'In Ordnung, der Auftrag gilt nicht mehr; in Ihrem Namen wird nicht weiter verhandelt.',
            'All right, the mandate is off; nobody negotiates in your name any further.',
          )
        : t(
            'In Ordnung, der Vorschlag ist vom Tisch; es ändert sich nichts.',
            'All right, the proposal is off the table; nothing changes.',
          )
    case 'handoff':
      return paragraphs([
        data.onDuty
          ? t('Ich hole einen Menschen dazu.', 'I am calling a person for you.')
          : t(
              'Gerade ist niemand im Dienst; Ihre Anfrage ist notiert.',
              'Nobody is on duty right now; your request is noted.',
            ),
        data.promise !== null &&
          t(`Eine Antwort bekommen Sie bis ${figure(data.promise)}.`, `You get an answer by ${figure(data.promise)}.`),
      ])
    case 'explanation':
      return sayExplanation(data, voice)
    case 'knowledge':
      return sayKnowledge(data, voice)
    case 'question':
      return `${textOf(data.ask, voice)}${options(data.options, voice)}`
    case 'refused':
      if (data.code === 'NOTHING_TO_COMPARE') {
        return paragraphs([
          textOf(data.reason, voice),
          t(
            'Ich kann aber bei Anbietern anfragen und für Sie verhandeln. Soll ich?',
            'But I can ask providers and negotiate for you. Shall I?',
          ),
        ])
      }
      if (data.code === 'NO_SUCH_FIGURE') {
        return t(
          'Diese Zahl ist in unserem Gespräch bisher nicht vorgekommen. Welche meinen Sie, oder soll ich zeigen, was offen ist?',
          'That figure has not come up in our conversation so far. Which one do you mean, or shall I show what is open?',
        )
      }
      return paragraphs([
        [textOf(data.reason, voice), ...data.figures.map(figure)].join(' '),
        t(
          'Kann ich Ihnen anders helfen? Einen Menschen hole ich Ihnen gern dazu.',
          'Can I help in another way? I am glad to call a person for you.',
        ),
      ])
  }
}

/** Options in plain words only: ids and codes are for machines. */
function options(all: readonly string[], voice: Voice): string {
  const plain = all.map((option) => option.replace(/\s*\([^)]*\)$/, '')).filter((option) => /^[\p{Lu}]/u.test(option))
  return plain.length === 0
    ? ''
    : ` (${list(
        plain.map((option) => named(option, voice)),
        voice,
      )})`
}
