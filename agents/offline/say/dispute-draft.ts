/**
 * What may be contested and what may not, with the reason for each; never a promise to win.
 *
 * @module
 */
import type { DataOf } from '../plan/rounds.ts'
import { figure } from './labels.ts'
import { bullets, named, paragraphs, textOf, tongue, type Voice } from './words-for.ts'

export function sayDisputeDraft(data: DataOf<'dispute-draft'>, voice: Voice): string {
  const t = tongue(voice)
  const name = named(data.creditor, voice)
  const contested = data.items.some(({ strength }) => strength !== 'none')
  return paragraphs([
    contested
      ? t(
          `Ich habe die Gebühren von ${name} geprüft. Dagegen lässt sich etwas sagen:`,
          `I checked the fees of ${name}. There is something to say against them:`,
        )
      : t(
          `Ich habe die Gebühren von ${name} geprüft und finde nichts, was sich bestreiten ließe.`,
          `I checked the fees of ${name} and find nothing to contest.`,
        ),
    (data.told ?? []).length > 0 &&
      `${t('Nach Ihrer Angabe', 'By what you told me')}: ${(data.told ?? []).map((told) => textOf(told, voice)).join('; ')}.`,
    bullets(data.items.map((item) => entry(item, voice))),
    t(`Unstrittig bleiben: ${figure(data.undisputed)}.`, `Undisputed: ${figure(data.undisputed)}.`),
    data.missing.length > 0 &&
      `${t('Noch unklar', 'Still unclear')}: ${data.missing.map((missing) => textOf(missing, voice)).join('; ')}`,
    contested &&
      data.answerBy !== undefined &&
      t(
        `Der Entwurf ist in Ihrem Namen geschrieben und setzt dem Gläubiger eine Frist bis ${figure(data.answerBy)}.`,
        `The draft is written in your own name and gives the creditor time until ${figure(data.answerBy)}.`,
      ),
    ...(data.warnings ?? []).map((warning) => textOf(warning, voice)),
    data.escalate
      ? t(
          'Das gehört vor einen Menschen, bevor etwas hinausgeht. Soll ich jemanden dazuholen?',
          'This belongs before a person before anything goes out. Shall I call someone?',
        )
      : contested &&
        t(
          'Das sind allgemeine Informationen, kein Versprechen. Soll ich den Widerspruch vorlegen? Er geht erst hinaus, wenn er freigegeben ist.',
          'This is general information, not a promise. Shall I put the dispute forward? It goes out only once it is approved.',
        ),
  ])
}

function entry(
  { claimed, accepted, disputed, reason, strength, legal, unproven }: DataOf<'dispute-draft'>['items'][number],
  voice: Voice,
): string {
  const t = tongue(voice)
  const why = `${textOf(reason, voice)}${legal.length === 0 ? '' : ` (${legal.map(figure).join(', ')})`}`
  if (strength === 'none')
    return t(`${figure(claimed)} verlangt: in Ordnung. ${why}`, `${figure(claimed)} claimed: in order. ${why}`)
  if (unproven)
    return t(
      `${figure(claimed)} verlangt; ob ${figure(disputed)} davon geschuldet sind, lässt sich so nicht sagen. ${why} Der Entwurf bestreitet das, bis es nachgewiesen ist, und fragt danach.`,
      `${figure(claimed)} claimed; whether ${figure(disputed)} of it is owed cannot be said as it stands. ${why} The draft contests that until it is proven, and asks for proof.`,
    )
  const weight =
    strength === 'soft'
      ? t(
          ' Das ist Ermessenssache: Ein Gericht kann es anders sehen.',
          ' This is open to argument: a court may see it differently.',
        )
      : t(' Der Grund ist stark.', ' The ground is strong.')
  return t(
    `${figure(claimed)} verlangt, davon bestreitbar ${figure(disputed)}, geschuldet ${figure(accepted)}. ${why}${weight}`,
    `${figure(claimed)} claimed, of which ${figure(disputed)} can be contested and ${figure(accepted)} is owed. ${why}${weight}`,
  )
}
