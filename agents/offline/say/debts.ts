/**
 * "What do I owe, and where?"
 *
 * @module
 */
import type { DebtLine } from '../../../tools/shared/tool-answer.ts'
import type { DataOf } from '../plan/rounds.ts'
import { figure } from './labels.ts'
import { noun } from './nouns.ts'
import { bullets, list, named, paragraphs, tongue, type Voice } from './words-for.ts'

/** Every line with its day and source day; fees are named, because they may be contested. */
export function sayDebts(data: DataOf<'debts'>, voice: Voice): string {
  const t = tongue(voice)
  if (data.lines.length === 0) return sayNothing(data, voice)
  const chosen =
    voice.ordinal === undefined ? undefined : data.lines.at(voice.ordinal < 0 ? voice.ordinal : voice.ordinal - 1)
  const lines = chosen === undefined ? data.lines : [chosen]
  const single = lines.length === 1
  if (data.nothingOwed && data.askedFor !== null && single && lines[0] !== undefined) return sayNotOwed(lines[0], voice)
  const withFees = lines.some(({ fees }) => fees.length > 0)
  return paragraphs([
    data.nothingOwed && t('Hier ist nichts mehr offen.', 'Nothing is open here any more.'),
    !data.nothingOwed &&
      !single &&
      (data.total === null
        ? t('Das ist noch offen:', 'This is still open:')
        : t(`Offen sind insgesamt ${figure(data.total)}:`, `In total ${figure(data.total)} is open:`)),
    single && lines[0] !== undefined ? sentence(lines[0], voice) : bullets(lines.map((line) => sentence(line, voice))),
    withFees &&
      t(
        'Wenn Ihnen eine Gebühr nicht richtig vorkommt, prüfe ich sie gern.',
        'If a fee looks wrong to you, I am glad to check it.',
      ),
  ])
}

function sentence(line: DebtLine, voice: Voice): string {
  const t = tongue(voice)
  const name = named(line.creditor, voice)
  const parts = [
    t(
      `${name}: offen ${figure(line.open)}, fällig am ${figure(line.dueDate)}${line.overdue ? ' (überfällig)' : ''}`,
      `${name}: ${figure(line.open)} open, due on ${figure(line.dueDate)}${line.overdue ? ' (overdue)' : ''}`,
    ),
    line.nextInstalment !== null &&
      t(
        `nächste Rate ${figure(line.nextInstalment.amount)} am ${figure(line.nextInstalment.due)}`,
        `next instalment ${figure(line.nextInstalment.amount)} on ${figure(line.nextInstalment.due)}`,
      ),
    line.pending !== null &&
      t(
        `Zahlung unterwegs, noch nicht gebucht: ${figure(line.pending)}`,
        `payment on its way, not posted yet: ${figure(line.pending)}`,
      ),
    line.fees.length > 0 && t(`darin ${feesOf(line, voice)}`, `including ${feesOf(line, voice)}`),
    statedBy(line, voice),
  ]
  return `${parts.filter((part) => part !== false).join('; ')}.`
}

/** The day of the statement and where it stands. */
function statedBy({ asOf, source }: DebtLine, voice: Voice): string {
  const t = tongue(voice)
  const where = source === undefined ? '' : t(` (Quelle: ${figure(source)})`, ` (source: ${figure(source)})`)
  return `${t(`Stand ${figure(asOf)}`, `as of ${figure(asOf)}`)}${where}`
}

/** Asked about one creditor who is owed nothing: the answer first, and what it rests on. */
function sayNotOwed(line: DebtLine, voice: Voice): string {
  const t = tongue(voice)
  const name = named(line.creditor, voice)
  return `${t(`Nein, bei ${name} ist nichts offen`, `No, nothing is owed to ${name}`)}; ${statedBy(line, voice)}.`
}

function feesOf({ fees }: DebtLine, voice: Voice): string {
  const t = tongue(voice)
  return list(
    fees.map(({ type, amount, date }) =>
      t(
        `${noun(type, 'de')} ${figure(amount)} vom ${figure(date)}`,
        `${noun(type, 'en')} ${figure(amount)} of ${figure(date)}`,
      ),
    ),
    voice,
  )
}

function sayNothing({ askedFor, nothingOwed }: DataOf<'debts'>, voice: Voice): string {
  const t = tongue(voice)
  if (askedFor !== null && !nothingOwed) {
    const name = named(askedFor, voice)
    return t(
      `Von ${name === '' ? 'diesem Gläubiger' : name} liegt mir nichts vor. Soll ich Ihnen zeigen, was sonst offen ist?`,
      `I have nothing on record from ${name === '' ? 'this creditor' : name}. Shall I show you what else is open?`,
    )
  }
  return t(
    'Mir liegt keine offene Forderung vor. Das gilt für die Unterlagen, die ich habe; was dort fehlt, sehe ich nicht.',
    'There is no open claim on record. That goes for the records I have; I cannot see what is missing there.',
  )
}
