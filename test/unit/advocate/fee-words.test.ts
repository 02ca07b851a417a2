import { expect, it } from 'vitest'
import { claimsOfDone } from '../../../agents/advocate/claims-of-done.ts'
import { FEE_CODES } from '../../../tools/disputes/fee-codes.ts'
import { MISSING_FACT_QUESTIONS } from '../../../tools/disputes/missing-fact.ts'
import type { ToldValue } from '../../../tools/disputes/told-fact.ts'
import { toldLines } from '../../../tools/disputes/told-words.ts'

it('no reason and no question of ours about a fee reads as a claim that something was done', () => {
  const values: readonly ToldValue[] = [
    { mandateDate: '2026-05-03' },
    { firstDemand: '2026-05-03' },
    { firstDemand: 'none' },
    { reminder: 'none' },
    { dueBasis: 'contract_calendar' },
    { dueBasis: 'unilateral_invoice' },
    ...(['paper', 'email', 'app'] as const).map((channel) => ({ channel })),
    ...[true, false].flatMap((yes): ToldValue[] => [
      { contestedBeforeMandate: yes },
      { registered: yes },
      { creditorCanDeductVat: yes },
      { consumerNotice: yes, invoiceReceived: '2026-05-03' },
      { basis: yes ? 'agb_flat' : 'cost', clauseAllowsLowerDamageProof: yes },
    ]),
  ]
  const debt = { fees: [], reminders: [] } as unknown as Parameters<typeof toldLines>[1]
  const told = values.flatMap(
    (value) =>
      toldLines(
        [
          {
            ...{ code: 'DUE_BASIS', feeId: null, debtId: 'd', messageId: 'm', on: '2026-11-22' },
            told: { kind: 'value', value },
          },
        ],
        debt,
      ).lines,
  )
  const words = [...Object.values(FEE_CODES).map(({ text }) => text), ...Object.values(MISSING_FACT_QUESTIONS), ...told]
  expect(words.flatMap(({ de, en }) => [...claimsOfDone(de, new Map()), ...claimsOfDone(en, new Map())])).toEqual([])
})
