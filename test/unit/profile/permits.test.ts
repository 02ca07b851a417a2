import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config/env.ts'
import { CAPABILITIES, type Capability } from '../../../tools/profile/capabilities.ts'
import { permissions, permits } from '../../../tools/profile/permits.ts'
import { LEAST_POWER, LICENCES, OPERATOR_TYPES, SELF_USE } from '../../../tools/profile/profile.ts'

const ALL = Object.keys(CAPABILITIES) as Capability[]
const POWER = { no: 0, 'draft-only': 1, allowed: 2 } as const

describe('the capability matrix', () => {
  it('leaves a business without a licence to compare and to draft', () => {
    const verdicts = Object.fromEntries(
      permissions(LEAST_POWER).map(({ capability, verdict }) => [capability, verdict]),
    )
    expect(verdicts).toEqual({
      'list-and-explain': 'allowed',
      'draft-letter': 'allowed',
      'send-notice': 'draft-only',
      'negotiate-claim': 'no',
      'compare-credit': 'allowed',
      'negotiate-credit': 'no',
      'conclude-credit': 'no',
      'compare-insurance': 'allowed',
      'negotiate-insurance': 'no',
      'conclude-insurance': 'no',
      'conclude-claim': 'no',
      'reclaim-paid-fees': 'no',
      'payment-initiation': 'no',
      'debt-settlement-plan': 'no',
    })
  })

  it('opens with its licence and with no other', () => {
    for (const capability of ALL) {
      for (const licence of LICENCES) {
        const { verdict } = permits({ ...LEAST_POWER, licences: [licence] }, capability)
        const isOpened = CAPABILITIES[capability].openedBy.includes(licence)
        expect(verdict, `${capability} with ${licence}`).toBe(
          isOpened ? 'allowed' : CAPABILITIES[capability].verdicts.commercial,
        )
      }
    }
  })

  it('never gives anybody more than a consumer has for themselves, and a creditor no licence to act against itself', () => {
    for (const capability of ALL) {
      const own = POWER[permits(SELF_USE, capability).verdict]
      for (const operatorType of OPERATOR_TYPES) {
        const { verdict } = permits({ operatorType, jurisdiction: 'DE', licences: [] }, capability)
        expect(POWER[verdict], `${operatorType} ${capability}`).toBeLessThanOrEqual(own)
      }
      const creditor = { operatorType: 'creditor', jurisdiction: 'DE' } as const
      expect(permits({ ...creditor, licences: LICENCES }, capability)).toEqual(
        permits({ ...creditor, licences: [] }, capability),
      )
    }
  })

  it('knows no law of another country, and allows little there', () => {
    const abroad = permissions({ operatorType: 'commercial', jurisdiction: 'US', licences: [...LICENCES] })
    expect(abroad.filter(({ verdict }) => verdict === 'allowed').map(({ capability }) => capability)).toEqual([
      'list-and-explain',
    ])
  })

  it('gives a ground in both languages and a source for every row', () => {
    for (const { ground, title, source } of permissions(LEAST_POWER)) {
      for (const text of [ground.de, ground.en, title.de, title.en, source]) expect(text).not.toBe('')
    }
  })
})

describe('the configured profile', () => {
  it('is self-use in the sandbox and the least with real counterparties', () => {
    expect(readConfig({}).profile).toEqual(SELF_USE)
    expect(readConfig({ PARLEY_COUNTERPARTIES: '[]' }).profile).toEqual(LEAST_POWER)
    expect(readConfig({ PARLEY_COUNTERPARTIES: '[]', PARLEY_MARKET_URL: 'http://127.0.0.1:1' }).profile).toEqual(
      LEAST_POWER,
    )
  })

  it('is what the operator says it is', () => {
    const env = { PARLEY_PROFILE: 'commercial', PARLEY_LICENCES: 'gewo-34k, rdg-lawyer', PARLEY_JURISDICTION: 'DE' }
    expect(readConfig(env).profile).toEqual({
      operatorType: 'commercial',
      jurisdiction: 'DE',
      licences: ['gewo-34k', 'rdg-lawyer'],
    })
  })

  it.each([
    [{ PARLEY_PROFILE: 'bank' }, 'PARLEY_PROFILE'],
    [{ PARLEY_PROFILE: 'commercial', PARLEY_LICENCES: 'gewo-99' }, 'PARLEY_LICENCES'],
    [{ PARLEY_LICENCES: 'gewo-34k' }, 'PARLEY_PROFILE'],
    [{ PARLEY_JURISDICTION: 'Germany' }, 'PARLEY_JURISDICTION'],
  ])('refuses %o by the name of the variable', (env, name) => {
    expect(() => readConfig(env)).toThrow(name)
  })
})
