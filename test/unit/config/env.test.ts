/**
 * What the environment says, and that every bad variable is named at once.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config/env.ts'
import { InvalidInput } from '../../../tools/shared/errors.ts'

function faultsOf(env: Record<string, string>): Record<string, string> {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof InvalidInput) return Object.fromEntries(error.faults.map((f) => [f.path, f.reason]))
    throw error
  }
  return {}
}

describe('readConfig', () => {
  it('needs nothing', () => {
    const config = readConfig({ PORT: '' })
    expect(config.http).toEqual({ host: '127.0.0.1', port: 3000, corsOrigins: [] })
    expect(config.model).toEqual({ kind: 'offline' })
    expect(config.market).toEqual({ kind: 'own', port: 3001 })
  })

  it('names every bad variable at once, those that contradict each other too', () => {
    const faults = faultsOf({
      PORT: 'abc',
      HOST: '0.0.0.0',
      PARLEY_NOW: 'yesterday',
      PARLEY_JWT_ISSUER: 'https://issuer.example',
      PARLEY_MODEL_BASE_URL: 'nope',
      DATABASE_URL: 'mysql://host/db',
    })
    expect(Object.keys(faults).sort()).toEqual(
      ['PORT', 'HOST', 'PARLEY_NOW', 'PARLEY_JWKS_URL', 'PARLEY_MODEL', 'PARLEY_MODEL_BASE_URL', 'DATABASE_URL'].sort(),
    )
  })

  it('says of a number which numbers are meant', () => {
    expect(faultsOf({ PORT: 'abc', PARLEY_TURN_BUDGET: '0' })).toEqual({
      PORT: 'must be a whole number from 0 to 65535',
      PARLEY_TURN_BUDGET: 'must be a whole number from 1 to 100',
    })
  })

  it('does not repeat a connection string, which holds a password', () => {
    const faults = faultsOf({ DATABASE_URL: 'mysql://me:geheim@host/db', DATABASE_ADMIN_URL: 'geheim' })
    expect(Object.keys(faults)).toEqual(['DATABASE_URL', 'DATABASE_ADMIN_URL'])
    expect(JSON.stringify(faults)).not.toContain('geheim')
  })

  it('asks for DATABASE_URL beside the URL of the owner', () => {
    expect(Object.keys(faultsOf({ DATABASE_ADMIN_URL: 'postgres://owner@host/db' }))).toEqual(['DATABASE_URL'])
  })
})
