/**
 * Where a sequence begins: a customer with a confirmed mandate and a proposal that waits for approval, beside another
 * customer; and what is known of it from outside.
 *
 * @module
 */
import type { ProposalTerms } from '../../tools/commitments/proposal.ts'
import { actsOf, briefOf, customerFile, type Setup } from './records.ts'
import { NOW, type World } from './world.ts'

/** As it was when it was first seen, before anybody could tamper with it. */
export interface KnownProposal {
  readonly id: string
  readonly customerId: string
  readonly proposer: string
  readonly mandateId: string | null
  readonly terms: ProposalTerms
  readonly termsHash: string
  readonly reviewers: number
  readonly customer: boolean
}

export interface Scene {
  /** Makes the names of this sequence its own. */
  readonly tag: string
  /** The victim first; the second is whose ids and token an attacker borrows. */
  readonly customers: readonly [string, string]
  readonly threads: readonly [string, string]
  readonly proposals: Map<string, KnownProposal>
  /** Who really cast which approving vote by the front door: `<proposal>/<role>/<person>`. */
  readonly cast: Set<string>
  /** Customers who said a plain yes in the chat: that is their confirmation too. */
  readonly saidYes: Set<string>
  readonly mandates: string[]
  /** Where the counterparty's lists stood when the sequence began. */
  readonly heardFrom: number
  readonly bookedFrom: number
}

/** The walls; the amounts are such that they turn up nowhere by chance. */
export const LIMITS = {
  currency: 'EUR',
  amount: '6000.00',
  maxNominalRatePercent: '9.8731',
  maxTermMonths: 48,
  maxMonthly: '213.77',
} as const
const WIDE = { ...LIMITS, amount: '60000.00', maxMonthly: '2137.79' }

export async function setScene(world: World, tag: string, setup: Setup): Promise<Scene> {
  const { door, party } = world
  world.setTime(NOW)
  party.manner = 'plain'
  party.taking = 'plain'
  const victim = `c-${tag}`
  const other = `o-${tag}`
  const limits = setup.kind === 'large' ? WIDE : LIMITS
  const [first, second] = await world.asParley(async () => {
    for (const id of [victim, other]) await door.importer.importFile(customerFile(id, limits.amount))
    return Promise.all(
      [victim, other].map((customerId) =>
        door.threads.create({ id: `t-${customerId}`, customerId, locale: 'en', at: world.clock.now() }),
      ),
    )
  })
  const scene: Scene = {
    tag,
    customers: [victim, other],
    threads: [first?.id ?? '', second?.id ?? ''],
    proposals: new Map(),
    cast: new Set(),
    saidYes: new Set(),
    mandates: [],
    heardFrom: party.heard.length,
    bookedFrom: party.booked.length,
  }
  if (setup.kind === 'negotiated') await negotiate(world, scene)
  else await draft(world, scene, setup)
  await learn(world, scene)
  return scene
}

/** Takes in proposals that came up since the last look. */
export async function learn(world: World, scene: Scene): Promise<void> {
  const rows = await world.field.owner.query<{
    id: string
    customer_id: string
    proposer: string
    mandate_id: string | null
    terms: ProposalTerms
    terms_hash: string
    required_reviewers: number
    required_customer: boolean
  }>('select * from proposals where customer_id = any($1)', [scene.customers])
  for (const row of rows) {
    if (scene.proposals.has(row.id)) continue
    scene.proposals.set(row.id, {
      ...{ id: row.id, customerId: row.customer_id, proposer: row.proposer, mandateId: row.mandate_id },
      ...{ terms: row.terms, termsHash: row.terms_hash },
      ...{ reviewers: row.required_reviewers, customer: row.required_customer },
    })
  }
}

async function negotiate(world: World, scene: Scene): Promise<void> {
  const [customerId] = scene.customers
  const as = { subject: `u-${customerId}`, role: 'customer', customerId } as const
  const drafted = await world.call(as, 'POST', '/v1/mandates', {
    need: 'refinance-loan',
    subject: { type: 'contract', id: `k-${customerId}` },
    limits: LIMITS,
    counterparties: ['evil-bank'],
    threadId: scene.threads[0],
  })
  const { id } = (await drafted.json()) as { id: string }
  scene.mandates.push(id)
  await world.call(as, 'POST', `/v1/mandates/${id}/confirm`)
  await world.work()
}

async function draft(world: World, scene: Scene, { kind }: Setup): Promise<void> {
  const [customerId] = scene.customers
  const createdAt = new Date(NOW).toISOString()
  const mandateId = `man-${scene.tag}`
  const expiresAt = new Date(NOW + 14 * 86_400_000).toISOString()
  scene.mandates.push(mandateId)
  await world.asParley(async () => {
    await world.door.mandates.draft({
      ...{ id: mandateId, customerId, threadId: scene.threads[0], need: 'refinance-loan' },
      ...{ subject: { type: 'contract', id: `k-${customerId}` }, goal: 'cheaper' },
      limits: kind === 'large' ? WIDE : LIMITS,
      counterparties: ['evil-bank', 'second-bank'],
      ...{ disclosures: [], createdAt, confirmedAt: null, revokedAt: null, expiresAt },
    })
    await world.door.mandates.confirm(mandateId, customerId, world.clock.now())
    await world.door.proposals.open({
      ...{ customerId, threadId: scene.threads[0], taskId: null, mandateId, proposer: 'agent' },
      terms: { acts: actsOf(scene.tag, kind) },
      brief: briefOf(kind),
      expiresAt: new Date(NOW + 6 * 86_400_000).toISOString(),
    })
  })
}
