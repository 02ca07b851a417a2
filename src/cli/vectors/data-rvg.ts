/**
 * `data-rvg.json`: the fee tables of § 13 RVG and the factors of collection costs.
 *
 * @module
 */
import { z } from 'zod'
import { COLLECTION_RATES, EXPENSES, PAYMENT_AGREEMENT } from '../../../tools/disputes/collection-costs.ts'
import { RVG_MINIMUM_FEE, RVG_VERSIONS } from '../../../tools/disputes/rvg-table.ts'
import { type TableAdapter, tableAdapter } from './adapter.ts'
import { day, decimalString } from './fields.ts'

export const dataRvg: TableAdapter = tableAdapter({
  table: z.strictObject({
    name: z.string(),
    source: z.string(),
    versions: z.array(
      z.strictObject({
        validFrom: day,
        smallUncontestedInkassoUpTo50: z.strictObject({ validFrom: day, fee: decimalString }),
        first500: decimalString,
        steps: z.array(z.tuple([decimalString.nullable(), decimalString, decimalString])),
      }),
    ),
    minFee: decimalString,
    expenses: z.string(),
    inkassoRates: z.strictObject({ simple: decimalString, normal: decimalString, max: decimalString }),
    paymentAgreement: z.strictObject({ rate: decimalString, value: z.string() }),
  }),
  rows: ({ versions, minFee, expenses, inkassoRates, paymentAgreement }) => [
    { path: 'versions.length', expected: versions.length, actual: RVG_VERSIONS.length },
    ...versions.map((version, index) => ({ path: `versions[${index}]`, expected: version, actual: versionAt(index) })),
    { path: 'minFee', expected: minFee, actual: RVG_MINIMUM_FEE },
    { path: 'expenses', expected: expenses, actual: `${EXPENSES.percent} % of fees, max ${EXPENSES.max} (VV 7002)` },
    { path: 'inkassoRates', expected: inkassoRates, actual: COLLECTION_RATES },
    { path: 'paymentAgreement.rate', expected: paymentAgreement.rate, actual: PAYMENT_AGREEMENT.rate },
    {
      path: 'paymentAgreement.value',
      expected: paymentAgreement.value,
      actual: `${PAYMENT_AGREEMENT.valuePercent} % of the claim (§ 31b RVG)`,
    },
  ],
})

function versionAt(index: number) {
  const version = RVG_VERSIONS[index]
  return version === undefined
    ? undefined
    : {
        validFrom: version.validFrom,
        smallUncontestedInkassoUpTo50: version.smallUncontested,
        first500: version.first500,
        steps: version.steps.map(({ upTo, per, fee }) => [upTo, per, fee]),
      }
}
