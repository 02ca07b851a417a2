/**
 * A drafted dispute as references: each item with what is claimed, owed and contested, and the law that says so.
 *
 * @module
 */

import { explanationId } from '../explanations/explanation-book.ts'
import { citeFigures } from '../shared/cite-figures.ts'
import type { Bilingual, Explanation } from '../shared/explanation.ts'
import type { Fact } from '../shared/fact.ts'
import { factMaker, refPart } from '../shared/make-facts.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { AssessedFee } from './assessed-fee.ts'
import type { Dispute } from './dispute-book.ts'
import { explainTotals } from './explain-totals.ts'
import { FEE_CODES, type FeeCode } from './fee-codes.ts'
import { PART_PAYMENT_WARNING } from './limitation-warning.ts'
import { MISSING_FACT_QUESTIONS, type MissingFactCode } from './missing-fact.ts'
import { toldLines } from './told-words.ts'
import type { KnownDebt } from './with-told.ts'

/** The answer and the reasoning to keep. */
export function disputeAnswer(
  dispute: Dispute,
  assessed: readonly AssessedFee[],
  {
    debt,
    missing,
    escalate,
  }: { readonly debt: KnownDebt; readonly missing: readonly MissingFactCode[]; readonly escalate: boolean },
): {
  readonly answer: ToolAnswer
  readonly explanations: readonly { readonly id: string; readonly explanation: Explanation }[]
} {
  const { currency } = dispute
  const prefix = `dispute.${refPart(dispute.id)}`
  const source = { type: 'dispute', id: dispute.id, origin: dispute.source, asOf: dispute.asOf } as const
  const facts: Fact[] = []
  const explanations: { id: string; explanation: Explanation }[] = []
  const keep = (fact: Fact) => {
    facts.push(fact)
    return fact.ref
  }
  const cite = (text: Bilingual, part: string): Bilingual => {
    const [de, en] = (['de', 'en'] as const).map((locale) =>
      citeFigures(text[locale], { locale, prefix: `${prefix}.${part}`, source }),
    )
    facts.push(...(de?.facts ?? []), ...(en?.facts ?? []))
    return { de: de?.text ?? '', en: en?.text ?? '' }
  }
  const items = dispute.items.map((item) => {
    const verdict = assessed.find(({ id }) => id === item.id) ?? null
    const explanation = verdict?.explanation ?? null
    const why = explanation === null ? {} : { explanationId: explanationId(dispute.customerId, explanation) }
    if (explanation !== null) explanations.push({ id: explanationId(dispute.customerId, explanation), explanation })
    const make = factMaker(`${prefix}.${refPart(item.id)}`, { ...source, ...why })
    const about = dispute.creditor.name
    const [code] = item.codes
    const unproven = item.codes.includes('PROOF_REQUESTED')
    return {
      feeId: item.id,
      claimed: keep(
        make.money(
          'claimed',
          { amount: item.claimed, currency },
          { de: `verlangt von ${about}`, en: `claimed by ${about}` },
        ),
      ),
      accepted: keep(
        make.money('accepted', { amount: item.accepted, currency }, { de: 'davon geschuldet', en: 'owed of it' }),
      ),
      disputed: keep(
        make.money(
          'disputed',
          { amount: item.disputed, currency },
          { de: 'davon bestreitbar', en: 'contestable of it' },
        ),
      ),
      reason: cite(
        code === undefined || !isFeeCode(code) ? { de: '', en: '' } : FEE_CODES[code].text,
        `${refPart(item.id)}.reason`,
      ),
      ...(unproven ? { unproven } : {}),
      strength: item.strength,
      legal: item.sources.map((law, index) =>
        keep(make.legal(`law.${index + 1}`, law, { de: 'Rechtsgrundlage', en: 'legal basis' })),
      ),
    }
  })
  const told = toldLines(dispute.told ?? [], debt)
  facts.push(...told.facts)
  const totals = explainTotals(dispute)
  const totalsId = explanationId(dispute.customerId, totals)
  explanations.push({ id: totalsId, explanation: totals })
  const make = factMaker(prefix, { ...source, explanationId: totalsId })
  keep(
    make.money(
      'total-disputed',
      { amount: dispute.totalDisputed, currency },
      { de: 'insgesamt bestritten', en: 'contested in total' },
    ),
  )
  const answerBy = keep(
    make.date('answer-by', dispute.answerBy, { de: 'Frist im Entwurf', en: 'time limit in the draft' }),
  )
  return {
    answer: {
      kind: 'dispute-draft',
      disputeId: dispute.id,
      creditor: dispute.creditor.name,
      items,
      undisputed: keep(
        make.money('undisputed', { amount: dispute.undisputed, currency }, { de: 'unstrittig', en: 'undisputed' }),
      ),
      ...(told.lines.length === 0 ? {} : { told: told.lines }),
      missing: missing.map((code) => cite(MISSING_FACT_QUESTIONS[code], `missing.${code}`)),
      escalate,
      explanation: items[0]?.disputed ?? null,
      answerBy,
      warnings: [cite(PART_PAYMENT_WARNING, 'warning')],
      facts,
    },
    explanations,
  }
}

function isFeeCode(code: string): code is FeeCode {
  return Object.hasOwn(FEE_CODES, code)
}
