import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCustomerFile } from '../../../tools/imports/customer-file.ts'
import { InvalidInput } from '../../../tools/shared/errors.ts'

type Json = Record<string, unknown>

function sample(name: string): Json & { customer: Json; debts: Json[]; contracts: Json[]; offers: Json[] } {
  return JSON.parse(readFileSync(new URL(`../../data/samples/${name}.json`, import.meta.url), 'utf8'))
}

function faultsOf(json: unknown): Record<string, string> {
  try {
    parseCustomerFile(json)
  } catch (error) {
    if (error instanceof InvalidInput) return Object.fromEntries(error.faults.map((f) => [f.path, f.reason]))
    throw error
  }
  return {}
}

describe('a customer file', () => {
  it.each([
    ['anna', 3, 4, 2],
    ['ben', 0, 3, 0],
  ])('reads %s', (name, debts, contracts, offers) => {
    const file = parseCustomerFile(sample(name))
    expect([file.debts.length, file.contracts.length, file.offers.length]).toEqual([debts, contracts, offers])
  })

  it('keeps what is unknown unknown', () => {
    const anna = sample('anna')
    delete anna.debts[0]?.dueBasis
    const [debt] = parseCustomerFile(anna).debts
    expect(debt?.dueBasis).toBe('unknown')
    expect(debt).not.toHaveProperty('nominalRatePercent')
    expect(debt?.fees[0]).not.toHaveProperty('clauseAllowsLowerDamageProof')
  })

  it('names every fault of a broken file by its path, also those between records', () => {
    expect(faultsOf(sample('broken'))).toEqual({
      'customer.name': 'must not be empty',
      'customer.netMonthlyIncome': expect.stringContaining('decimal string'),
      'debts[0].claimKind': 'is missing; must be "purchase" or "consumer_loan" or "titled"',
      'debts[0].currency': expect.stringContaining('currency code'),
      'debts[0].principal': expect.stringContaining('not negative'),
      'debts[0].open': expect.stringContaining('decimal string'),
      'debts[0].dueDate': expect.stringContaining('existing day'),
      'debts[0].asOf': expect.stringContaining('existing day'),
      'debts[0].source': 'must not be empty',
      'debts[1].id': 'repeats the id "d-x" of debts[0]',
      'debts[1].claimKind': expect.stringContaining('is missing'),
      'debts[1].principal': expect.stringContaining('more decimals than EUR'),
      'debts[1].fees[0].date': 'is missing; must be a string',
      'debts[1].fees[0].reminder': expect.stringMatching(/no field of the format.*names reminder "m-does-not-exist"/),
      'debts[1].fees[0].chargedOn': 'is no field of the format',
    })
  })

  it.each([
    ['a reminder that the debt does not have', 'debts[0].fees[0].reminderId', { reminderId: 'm9' }],
    ['an unknown field deep inside', 'debts[0].fees[0].colour', { colour: 'red' }],
    ['an amount finer than a cent', 'debts[0].fees[0].amount', { amount: '1.005' }],
  ])('refuses %s', (_, path, change) => {
    const anna = sample('anna')
    const [fee] = (anna.debts[0]?.fees ?? []) as Json[]
    Object.assign(fee ?? {}, change)
    expect(Object.keys(faultsOf(anna))).toEqual([path])
  })

  it('knows the decimals of each currency', () => {
    const anna = sample('anna')
    Object.assign(anna.debts[2] ?? {}, { currency: 'JPY', principal: '148.20', open: '0', payments: [] })
    expect(faultsOf(anna)).toEqual({ 'debts[2].principal': expect.stringContaining('more decimals than JPY') })
  })

  it('refuses an id that another record has, of whatever kind', () => {
    const anna = sample('anna')
    Object.assign(anna.offers[0] ?? {}, { id: 'd-anna-1' })
    expect(faultsOf(anna)).toEqual({ 'offers[0].id': 'repeats the id "d-anna-1" of debts[0]' })
  })

  it('refuses a contract without the object of its kind, and one with that of another', () => {
    const anna = sample('anna')
    Object.assign(anna.contracts[0] ?? {}, { kind: 'overdraft' })
    expect(faultsOf(anna)).toEqual({
      'contracts[0].loan': 'is no field of the format',
      'contracts[0].overdraft': 'is missing; must be an object',
    })
  })

  it.each([null, [], 'text', 7, {}])('refuses %j as a whole', (json) => {
    expect(Object.keys(faultsOf(json)).length).toBeGreaterThan(0)
  })
})
