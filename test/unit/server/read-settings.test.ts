import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../src/server/read-settings.ts'

const ENTRY = {
  id: 'bk-x',
  name: 'X Bank',
  role: 'lender',
  kinds: ['savings'],
  baseUrl: 'https://x.example/parley',
  token: 'geheim',
}

describe('readSettings', () => {
  it('names bad variables and bad counterparties together', async () => {
    const bad = readSettings({ PORT: 'abc', PARLEY_COUNTERPARTIES: '[{"id":"bk-x"}]' })
    const { faults } = await bad.then(
      () => ({ faults: [] as { path: string }[] }),
      (error: { faults: { path: string }[] }) => error,
    )
    expect(faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['PORT', 'PARLEY_COUNTERPARTIES.0.name', 'PARLEY_COUNTERPARTIES.0.token']),
    )
  })

  it('takes an own approval policy from the variable or from the file it names, and says what is wrong with it', async () => {
    const reason = { de: 'Immer.', en: 'Always.' }
    const tiers = [{ when: { kind: 'always' }, reviewers: 1, customer: true, coolDownMinutes: 5, reason }]
    const json = JSON.stringify({ version: 'ours-1', currency: 'EUR', tiers })
    const folder = await mkdtemp(join(tmpdir(), 'settings-'))
    const file = join(folder, 'policy.json')
    await writeFile(file, json)
    const named = await readSettings({ PARLEY_POLICY: file })
    await rm(folder, { recursive: true })
    expect(named.config.policy).toBe(json)
    expect((await readSettings({ PARLEY_POLICY: json })).config.policy).toBe(json)
    await expect(readSettings({ PARLEY_POLICY: '/nowhere/policy.json' })).rejects.toMatchObject({
      faults: [{ path: 'PARLEY_POLICY', reason: expect.stringContaining('/nowhere/policy.json') }],
    })
    await expect(readSettings({ PARLEY_POLICY: '{"version":"x","currency":"EUR","tiers":[]}' })).rejects.toMatchObject({
      faults: [{ path: 'PARLEY_POLICY.tiers' }],
    })
  })

  it('refuses a key for webhook secrets that is none, before anything is opened', async () => {
    await expect(readSettings({ PARLEY_WEBHOOK_KEY: 'abc', PORT: 'x' })).rejects.toMatchObject({
      faults: [{ path: 'PORT' }, { path: 'PARLEY_WEBHOOK_KEY' }],
    })
  })

  it('refuses a model that could not be asked for want of a key', async () => {
    await expect(readSettings({ PARLEY_MODEL: 'm' })).rejects.toMatchObject({
      faults: [{ path: 'PARLEY_MODEL_API_KEY' }],
    })
    const local = { PARLEY_MODEL: 'm', PARLEY_MODEL_BASE_URL: 'http://127.0.0.1:9/v1' }
    expect((await readSettings(local)).config.model.kind).toBe('openai')
    expect((await readSettings({ PARLEY_MODEL: 'm', PARLEY_MODEL_API_KEY: 'k' })).config.model.kind).toBe('openai')
  })

  it('says that a file of counterparties cannot be read', async () => {
    await expect(readSettings({ PARLEY_COUNTERPARTIES: '/nowhere/counterparties.json' })).rejects.toMatchObject({
      faults: [{ path: 'PARLEY_COUNTERPARTIES', reason: expect.stringContaining('/nowhere/counterparties.json') }],
    })
  })

  it('takes counterparties from the variable or from the file it names', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'settings-'))
    const file = join(folder, 'counterparties.json')
    await writeFile(file, JSON.stringify([ENTRY]))
    const named = await readSettings({ PARLEY_COUNTERPARTIES: file })
    const inline = await readSettings({ PARLEY_COUNTERPARTIES: JSON.stringify([ENTRY]) })
    await rm(folder, { recursive: true })
    expect(named.counterparties).toBe(inline.counterparties)
    expect(named.config.market).toBeNull()
  })
})
