/**
 * How the sums and the date of an objection come about.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { addDays } from '../shared/calendar.ts'
import type { Explanation, Rule } from '../shared/explanation.ts'
import type { Dispute } from './dispute-book.ts'
import { ANSWER_DAYS } from './draft-dispute.ts'

export const OBJECTION_RULE: Rule = {
  id: 'parley.objection',
  title: { de: 'Aufteilung eines Widerspruchs', en: 'How an objection is divided' },
  source: 'Parley policy: what is disputed or in doubt is not called undisputed; 14 days for the answer',
  validFrom: null,
  validTo: null,
}

/** What is contested in all, what stays undisputed, and the last day for an answer. */
export function explainTotals(dispute: Dispute): Explanation {
  const { currency, items, totalDisputed, undisputed, answerBy, source, asOf, creditor } = dispute
  const cash = (amount: string) => `${amount} ${currency}`
  const open = dispute.open ?? null
  const doubt = open === null ? null : new Decimal(open).minus(undisputed)
  return {
    title: { de: `Widerspruch bei ${creditor.name}`, en: `Objection at ${creditor.name}` },
    ruleIds: [OBJECTION_RULE.id],
    inputs: {
      ...(open === null ? {} : { open: cash(open) }),
      drafted: addDays(answerBy, -ANSWER_DAYS),
      answerDays: String(ANSWER_DAYS),
    },
    steps: [
      ...items.map(({ id, disputed }) => ({
        text: { de: `bestritten: Position ${id}`, en: `contested: item ${id}` },
        value: cash(disputed),
      })),
      { text: { de: 'bestritten insgesamt', en: 'contested in total' }, value: cash(totalDisputed) },
      ...(open === null || doubt === null
        ? []
        : [
            {
              text: { de: 'offen nach den Angaben des Gläubigers', en: 'open by the creditor’s statement' },
              value: cash(open),
            },
            {
              text: {
                de: 'abzüglich dessen, was an der Forderung bestritten oder ungeklärt ist',
                en: 'less what is disputed or unclear about the claim',
              },
              value: cash(doubt.toFixed(2)),
            },
          ]),
      { text: { de: 'unstrittig', en: 'undisputed' }, value: cash(undisputed) },
      {
        text: {
          de: `letzter Tag für die Antwort: ${ANSWER_DAYS} Tage`,
          en: `last day for the answer: ${ANSWER_DAYS} days`,
        },
        value: answerBy,
      },
    ],
    sources: [`${source} (${asOf})`, OBJECTION_RULE.source],
  }
}
