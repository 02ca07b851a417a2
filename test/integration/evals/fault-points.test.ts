/** The path that the servers under fire are killed on, walked once in this process: every fault point lies on it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newCover } from '../../../evals/fire/customers.ts'
import { FAULT_POINTS } from '../../../evals/fire/fault-points.ts'
import { type Identity, startIdentity } from '../../../evals/fire/identity.ts'
import { type Journey, travel } from '../../../evals/fire/journey.ts'
import { watchProcess } from '../../../evals/fire/watch-process.ts'
import { asCustomer } from '../../../src/db/identity.ts'
import { apiClient } from '../../../src/server/api-client.ts'
import { databaseTemplate } from '../../../src/server/database-template.ts'
import { type House, openHouse } from '../../../src/server/house.ts'
import { systemClock } from '../../../tools/shared/clock.ts'
import { startMarket, type TestMarket } from '../../support/market.ts'

const CUSTOMER = 'c-walks'
/** As the stages of the fire are: with it, the errand comes to an agreement. */
const MARKET_SEED = 'fire-1'
/** Bounds a failure, not a success: the way takes seconds, and minutes where many others work on the machine. */
const PATIENCE_MS = 600_000

let reached = new Set<string>()
let endWatch: () => void
let identity: Identity
let market: TestMarket
let house: House
beforeAll(async () => {
  // As in a server under fire: before the database is opened.
  endWatch = watchProcess(FAULT_POINTS, ({ name }) => reached.add(name))
  identity = await startIdentity()
  market = await startMarket({ seed: MARKET_SEED, clock: systemClock })
  const env = { ...identity.env, PORT: '0', PARLEY_MARKET_URL: market.url, PARLEY_REQUESTS_PER_MINUTE: 'unlimited' }
  house = await openHouse(env, { folder: null, template: await databaseTemplate() })
}, PATIENCE_MS)
afterAll(async () => {
  await house.close()
  await market.close()
  await identity.close()
  endWatch()
})

/** The points in the order in which they were first reached, from now until `work` is done. */
async function reachedDuring(work: () => Promise<void>): Promise<readonly string[]> {
  reached = new Set()
  await work()
  return [...reached]
}

/** Votes may come in while it is told. */
const BESIDE = 'customer told of the proposal'
const named = (points: typeof FAULT_POINTS) => points.map(({ name }) => name)

it(
  'the way from a message to its receipt passes every fault point, in the order in which they are listed',
  async () => {
    const journey: Journey = { customerId: CUSTOMER, acknowledged: [], end: null }
    const reached = await reachedDuring(() =>
      travel({
        errand: newCover(CUSTOMER, new Date().toISOString().slice(0, 10)),
        decision: 'approve',
        urls: [house.url],
        identity,
        journey,
        patience: { ms: PATIENCE_MS, lastStrike: () => 0 },
      }),
    )
    expect(journey.end).toBe('committed')
    const way = named(FAULT_POINTS.filter(({ behind }) => behind === undefined))
    expect(reached.toSorted()).toEqual(way.toSorted())
    const inOrder = (names: readonly string[]) => names.filter((name) => name !== BESIDE)
    expect(inOrder(reached)).toEqual(inOrder(way))
  },
  PATIENCE_MS,
)

it(
  'a message whose run broke off is taken up again past the points that are behind a crash',
  async () => {
    const token = await identity.token({ subject: `u-${CUSTOMER}`, role: 'customer', customerId: CUSTOMER })
    const client = apiClient(house.url, token)
    const { id: threadId } = await client.post<{ id: string }>('/v1/threads', { locale: 'de' })
    const message = { id: 'm-broken-off', text: 'Was schulde ich eigentlich noch?' }
    // What a process leaves that died behind this statement, once its lease has run out.
    await asCustomer(CUSTOMER, () =>
      house.services.door.threads.receive({
        ...message,
        threadId,
        customerId: CUSTOMER,
        locale: 'de',
        at: new Date(),
        holder: 'dead',
        leaseSeconds: 0,
      }),
    )
    const reached = await reachedDuring(async () => {
      const { status } = await client.post<{ status: string }>(`/v1/threads/${threadId}/messages`, message)
      expect(status).toBe('replied')
    })
    const behind = FAULT_POINTS.filter((point) => point.behind !== undefined)
    expect(behind.map((point) => point.behind)).toEqual(['message stored'])
    expect(reached).toEqual(expect.arrayContaining(named(behind)))
  },
  PATIENCE_MS,
)
