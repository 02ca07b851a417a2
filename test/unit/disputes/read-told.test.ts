import { describe, expect, it } from 'vitest'
import { readTold, speaksOf } from '../../../tools/disputes/read-told.ts'
import { standingTold, type ToldFact } from '../../../tools/disputes/told-fact.ts'

const de = { locale: 'de', today: '2026-11-22' } as const
const en = { locale: 'en', today: '2026-11-22' } as const
const value = (of: object) => ({ kind: 'value', value: of })

describe('an answer to a question about a fee', () => {
  it.each([
    ['MANDATE_DATE', 'Am 3. Mai 2026', de, { mandateDate: '2026-05-03' }],
    ['MANDATE_DATE', 'das müsste vor zwei Wochen gewesen sein', de, { mandateDate: '2026-11-08' }],
    ['MANDATE_DATE', "I'm not sure, but it was on 3 May 2026", en, { mandateDate: '2026-05-03' }],
    ['FIRST_DEMAND', 'Der erste Brief ist vom 12.10.2026.', de, { firstDemand: '2026-10-12' }],
    ['FIRST_DEMAND', 'I never got a letter', en, { firstDemand: 'none' }],
    ['FEE_CHANNEL', 'per E-Mail', de, { channel: 'email' }],
    ['FEE_CHANNEL', 'It came by post.', en, { channel: 'paper' }],
    ['FEE_REMINDER', 'Die Mahnung kam am 3. Mai 2026', de, { reminder: { received: '2026-05-03' } }],
    ['FEE_REMINDER', 'zur zweiten', de, { reminder: { place: 2 } }],
    ['FEE_REMINDER', 'to no reminder at all', en, { reminder: 'none' }],
    ['DUE_BASIS', 'Das stand nur auf der Rechnung.', de, { dueBasis: 'unilateral_invoice' }],
    ['DUE_BASIS', 'Davon stand nichts im Vertrag', de, { dueBasis: 'unilateral_invoice' }],
    ['DUE_BASIS', 'We agreed it in the contract', en, { dueBasis: 'contract_calendar' }],
    ['FEE_BASIS', 'Nein, keine Pauschale.', de, { basis: 'cost' }],
    ['FEE_BASIS', 'Ja, eine Pauschale', de, { basis: 'agb_flat' }],
    [
      'FEE_BASIS',
      'Eine Pauschale, und die Klausel lässt keinen Nachweis zu',
      de,
      { basis: 'agb_flat', clauseAllowsLowerDamageProof: false },
    ],
    ['INVOICE_30_DAYS', 'Nein, stand nicht drauf', de, { consumerNotice: false }],
    [
      'INVOICE_30_DAYS',
      'It came on 1 September 2026 and yes, it said so',
      en,
      { invoiceReceived: '2026-09-01', consumerNotice: true },
    ],
    ['AGENCY_REGISTERED', 'Nein', de, { registered: false }],
    ['AGENCY_REGISTERED', 'They are registered, I looked it up', en, { registered: true }],
    ['CONTESTED_BEFORE_MANDATE', 'Ja, ich habe vorher widersprochen', de, { contestedBeforeMandate: true }],
    // Only a declaration that it cannot be deducted lets the tax be passed on.
    ['CREDITOR_VAT', 'Ja, das hat es erklärt', de, { creditorCanDeductVat: false }],
  ] as const)('%s: "%s"', (code, words, on, told) => {
    expect(readTold(code, words, on)).toEqual(value(told))
  })

  it.each([
    'Keine Ahnung',
    'Das weiß ich leider nicht.',
    'no idea',
    'I am afraid I do not know.',
    'Daran kann ich mich nicht mehr erinnern',
  ])('"%s" is that the customer does not know, whatever was asked', (words) => {
    for (const code of ['MANDATE_DATE', 'FEE_BASIS', 'AGENCY_REGISTERED', 'DUE_BASIS'] as const) {
      expect(readTold(code, words, de)).toEqual({ kind: 'unknown' })
    }
  })

  it.each([
    ['on 05/03/2026', en, ['2026-03-05', '2026-05-03']],
    ['Anfang Mai', de, []],
    ['am 30. Dezember 2026', de, []], // still to come
    ['am 3. oder 4. Mai 2026', de, ['2026-05-04']],
    ['am 3. Mai', { ...de, since: '2025-02-01' }, ['2025-05-03', '2026-05-03']],
  ] as const)('"%s" is no exact day in the past', (words, on, days) => {
    expect(readTold('MANDATE_DATE', words, on)).toEqual({ kind: 'unclear-day', days })
  })

  it('is one of the days that were offered, or the one that was', () => {
    const days = ['2025-05-03', '2026-05-03']
    expect(readTold('MANDATE_DATE', 'der 3. Mai 2025', { ...de, days })).toEqual(value({ mandateDate: '2025-05-03' }))
    expect(readTold('MANDATE_DATE', 'ja', { ...de, days: ['2026-05-04'] })).toEqual(
      value({ mandateDate: '2026-05-04' }),
    )
    expect(readTold('MANDATE_DATE', 'ja', { ...de, days })).toBeNull()
  })

  it.each([
    ['DUE_BASIS', 'Ja'],
    ['MANDATE_DATE', 'Ja'],
    ['FEE_CHANNEL', 'Am 3. Mai 2026'],
    ['MANDATE_DATE', 'Ist das wichtig?'],
    ['AGENCY_REGISTERED', 'Was schulde ich wem?'],
  ] as const)('%s is not answered by "%s"', (code, words) => {
    expect(readTold(code, words, de)).toBeNull()
  })

  it('is not taken from a yes to putting the objection forward', () => {
    expect(speaksOf('CONTESTED_BEFORE_MANDATE', 'Ja, bitte Widerspruch einlegen')).toBe(false)
  })
})

it('a later statement replaces an earlier one, part by part', () => {
  const fact = (messageId: string, told: ToldFact['told']): ToldFact => ({
    ...{ code: 'FEE_BASIS', feeId: 'f1', debtId: 'd', on: '2026-11-22', messageId, told },
  })
  const told = standingTold([
    fact('m1', { kind: 'value', value: { basis: 'cost' } }),
    fact('m2', { kind: 'value', value: { basis: 'agb_flat' } }),
    fact('m3', { kind: 'value', value: { clauseAllowsLowerDamageProof: true } }),
    fact('m4', { kind: 'unknown' }),
  ])
  expect(told.map(({ messageId, told: said }) => [messageId, said])).toEqual([
    ['m2', value({ basis: 'agb_flat' })],
    ['m3', value({ clauseAllowsLowerDamageProof: true })],
  ])
})
