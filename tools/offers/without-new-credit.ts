/**
 * A comparison for a customer in financial distress: no new credit, only what makes the present loan cheaper without
 * making it longer (REFERENCE 5.6).
 *
 * @module
 */
import { DEBT_ADVICE, NO_NEW_CREDIT } from '../debts/debt-advice.ts'
import type { LoanComparison, RankedLoan } from './compare-loans.ts'

/** The comparison with everything else taken out, and the address of debt advice in. */
export function withoutNewCredit(comparison: LoanComparison): LoanComparison {
  const stay = comparison.ranked.find(({ origin }) => origin === 'current')
  const isFit = (loan: RankedLoan) =>
    loan.origin === 'current' ||
    (stay !== undefined && loan.termMonths <= stay.termMonths && loan.saving !== null && loan.saving.minor > 0)
  const out = comparison.ranked.filter((loan) => !isFit(loan))
  return {
    ...comparison,
    ranked: comparison.ranked.filter(isFit),
    removed: [
      ...comparison.removed,
      ...out.map(({ id, provider }) => ({
        id,
        provider,
        reasons: [
          {
            code: 'NO_NEW_CREDIT_IN_DISTRESS',
            text: {
              de: 'neuer, teurerer oder längerer Kredit; wird jetzt nicht angeboten',
              en: 'new, dearer or longer credit; not offered now',
            },
          },
        ],
      })),
    ],
    warnings: [...comparison.warnings, NO_NEW_CREDIT, DEBT_ADVICE],
  }
}
