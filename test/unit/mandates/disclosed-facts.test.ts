import { describe, expect, it } from 'vitest'
import { disclosedFacts } from '../../../tools/mandates/disclosed-facts.ts'
import { DISCLOSABLE } from '../../../tools/mandates/mandate.ts'
import type { Contract, Customer } from '../../../tools/offers/contract.ts'

const customer: Customer = {
  id: 'c-1',
  name: 'Anna Beispiel',
  locale: 'de-DE',
  birthYear: 1988,
  netMonthlyIncome: '2310.00',
  currency: 'EUR',
}
const contract: Contract = {
  id: 'k-3',
  kind: 'insurance-household',
  provider: { id: 'in-hanse-schutz', name: 'Hanse-Schutz' },
  reference: 'HR-70-1182',
  currency: 'EUR',
  startedOn: '2021-01-01',
  asOf: '2026-11-20',
  source: 'policy',
  insurance: {
    annualPremium: '187.40',
    paymentFrequency: 'yearly',
    deductible: '150.00',
    sumInsured: '52000.00',
    livingAreaSquareMetres: 80,
    periodEnd: '2026-12-31',
    noticeMonths: 1,
    coverage: {},
  },
}
const records = { customer, contract, debt: null, offers: [] }

describe('what a counterparty is told', () => {
  it('is nothing when nothing is allowed', () => {
    expect(disclosedFacts([], records, 2026)).toEqual({})
  })

  it('is exactly the allowed fields that are on record', () => {
    const facts = disclosedFacts(['age-band', 'living-area', 'no-claims-class', 'debt-reference'], records, 2026)
    expect(facts).toEqual({ 'age-band': '30-39', 'living-area': 80 })
  })

  it('never holds name, year of birth, reference or the present provider, whatever is allowed', () => {
    const told = JSON.stringify(disclosedFacts(DISCLOSABLE, records, 2026))
    expect(told).not.toMatch(/Anna|1988|HR-70|Hanse/)
  })
})
