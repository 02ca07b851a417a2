/**
 * What the customer's present loan still costs, at the instalment its contract names.
 *
 * @module
 */

import { monthlyRate } from '../credit/annuity.ts'
import { aprEu, EU_APR } from '../credit/apr-eu.ts'
import type { Flow } from '../credit/flows.ts'
import type { ScheduleRow } from '../credit/loan.ts'
import { SCHEDULE } from '../credit/schedule-explanation.ts'
import {
  add,
  type Currency,
  fromDecimal,
  type Money,
  money,
  parseMoney,
  subtract,
  toDecimal,
  toDecimalString,
} from '../shared/money.ts'
import type { LoanContract } from './contract.ts'
import type { LoanFigures } from './loan-figures.ts'

/**
 * The figures of what is left of a loan: interest half up to the cent each month, the instalment on record, and a last
 * payment that clears. The instalment is the record's and is not computed anew.
 *
 * @throws InvalidInput when the record's figures cannot be read
 */
export function presentLoanFigures(current: LoanContract): LoanFigures {
  const currency = current.currency as Currency
  const balance = parseMoney(current.loan.balance, currency, 'balance')
  const monthly = parseMoney(current.loan.instalment, currency, 'instalment')
  const rows = remainingRows(current, balance, monthly)
  const total = add(money(0, currency), ...rows.map((row) => row.payment))
  const flows: Flow[] = [
    { dir: 'advance', amount: balance, t: 0 },
    ...rows.map((row): Flow => ({ dir: 'payment', amount: row.payment, t: row.month / 12 })),
  ]
  const apr = aprEu(flows, 'DE')
  const effectiveRatePercent = apr.status === 'ok' ? apr.rounded.toFixed(2) : null
  const shown = (amount: Money) => `${toDecimalString(amount)} ${currency}`
  return {
    monthly,
    total,
    cost: subtract(total, balance),
    effectiveRatePercent,
    rows,
    explanation: {
      title: { de: 'Was der jetzige Kredit noch kostet', en: 'What the present loan still costs' },
      ruleIds: [SCHEDULE.id, EU_APR.id],
      inputs: {
        balance: shown(balance),
        instalment: shown(monthly),
        nominalRatePercent: current.loan.nominalRatePercent,
        remainingMonths: String(current.loan.remainingMonths),
      },
      steps: [
        {
          text: {
            de: 'Rate laut Vertrag, die letzte gleicht den Rest aus',
            en: 'Instalment by the contract, the last one clears the rest',
          },
          value: shown(monthly),
        },
        {
          text: { de: 'Alle Raten bis zum Ende zusammen', en: 'All instalments to the end together' },
          value: shown(total),
        },
        {
          text: { de: 'Effektiver Jahreszins dieser Zahlungen', en: 'Effective rate of these payments' },
          ...(effectiveRatePercent === null ? {} : { value: `${effectiveRatePercent} %` }),
        },
      ],
      sources: [current.source, EU_APR.source],
    },
  }
}

function remainingRows(current: LoanContract, balance: Money, monthly: Money): readonly ScheduleRow[] {
  const { remainingMonths, nominalRatePercent } = current.loan
  const { currency } = balance
  const rows: ScheduleRow[] = []
  let owed = balance
  for (let month = 1; month <= remainingMonths && owed.minor > 0; month++) {
    const interest = fromDecimal(toDecimal(owed).times(monthlyRate(nominalRatePercent)), currency)
    const due = add(owed, interest)
    const payment = month === remainingMonths || monthly.minor >= due.minor ? due : monthly
    owed = subtract(due, payment)
    rows.push({ month, payment, interest, principal: subtract(payment, interest), balance: owed })
  }
  return rows
}
