import { type ChildProcess, spawn } from 'node:child_process'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { termsHash } from '../../../tools/shared/terms-hash.ts'

let folder: string
const started: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'market-'))
})
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

/** Starts the market as a program and waits for the line that says where it listens. */
async function start(...extra: string[]): Promise<{ url: string; child: ChildProcess; ended: Promise<number | null> }> {
  const args = ['src/sandbox/main.ts', '--seed', 's', '--data', folder, '--now', '2026-11-22T10:00:00Z', ...extra]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  started.push(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line) as { url: string }
    return { url, child, ended }
  }
  throw new Error('the market never listened')
}

const terms = {
  kind: 'savings',
  currency: 'EUR',
  balance: '6400.00',
  nominalRatePercent: '3.00',
  creditsPerYear: 12,
  guaranteedMonths: 0,
}

async function commitOnce(url: string) {
  const token = await tokenOf(url)
  const post = async (path: string, body: unknown, headers = {}) => {
    const answer = await fetch(`${url}/bk-talerwerk${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as Record<string, never>
  }
  const opening = {
    negotiationId: 'n-1',
    kind: 'savings',
    subject: null,
    facts: {},
    opening: terms,
    deadline: '2026-12-01T00:00:00Z',
  }
  const offer = await post('/negotiations', opening)
  const body = { terms: offer.terms, termsHash: termsHash(offer.terms), receipt: {} }
  return post(`/offers/${offer.offerId}/commit`, body, { 'idempotency-key': 'prop_1/0' })
}

async function tokenOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/bk-talerwerk`, { method: 'PUT', body: '{"name":"Talerwerk","role":"lender"}' })
  return ((await answer.json()) as { token: string }).token
}

describe('the market as a program', () => {
  it('remembers after kill -9 what it promised, and cuts off half a line', async () => {
    const first = await start()
    const done = await commitOnce(first.url)
    expect(done).toMatchObject({ reference: expect.any(String) })
    first.child.kill('SIGKILL')
    await first.ended
    await appendFile(join(folder, 'market-book.jsonl'), '{"type":"committed","key":"half')

    const second = await start()
    const asked = await fetch(`${second.url}/bk-talerwerk/commitments/prop_1%2F0`, {
      headers: { authorization: `Bearer ${await tokenOf(second.url)}` },
    })
    expect(await asked.json()).toEqual(done)
    expect(await commitOnce(second.url)).toEqual(done)
    const { lines } = (await (await fetch(`${second.url}/book`)).json()) as { lines: { type: string }[] }
    expect(lines.filter(({ type }) => type === 'committed')).toHaveLength(1)
  })

  it('goes when its parent goes', async () => {
    const { child, ended } = await start('--with-parent')
    child.stdin?.end()
    expect(await ended).toBe(0)
  })
})
