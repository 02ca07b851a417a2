/**
 * Votes by the door: in whose name, on which terms, and how often; honest ones too.
 *
 * @module
 */
import type { Principal } from '../../src/http/principal.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import { type Action, HASHES, VOTERS } from './actions.ts'
import { customer, nth, reviewer, staff } from './principals.ts'
import type { KnownProposal, Scene } from './scene.ts'
import type { World } from './world.ts'

export async function vote(world: World, scene: Scene, action: Extract<Action, { do: 'vote' }>): Promise<void> {
  const proposal = nth(scene, action.on)
  if (proposal === undefined) return
  const who = voter(scene, VOTERS[action.who] ?? 'nobody', proposal)
  const hash = hashFor(scene, HASHES[action.hash] ?? 'right', proposal)
  const body =
    action.how === 'edit'
      ? { decision: 'edit', termsHash: hash, terms: edited(proposal, action.on) }
      : { decision: action.how, termsHash: hash }
  const once = () => cast(world, scene, who, proposal, body)
  await Promise.all(Array.from({ length: action.times }, once))
}

function voter(scene: Scene, who: (typeof VOTERS)[number], proposal: KnownProposal): Principal | null {
  switch (who) {
    case 'reviewer-1':
    case 'reviewer-2':
      return staff('reviewer', reviewer(scene, who === 'reviewer-1' ? 1 : 2))
    case 'proposer':
      return staff('reviewer', proposal.proposer)
    case 'victim-as-reviewer':
      return staff('reviewer', scene.customers[0])
    case 'victim':
      return customer(scene, 0)
    case 'other':
      return customer(scene, 1)
    case 'duty':
      return staff('duty-agent', 'duty-1')
    case 'service':
      return staff('service', 'service-1')
    case 'operator':
      return staff('operator', 'operator-1')
    case 'nobody':
      return null
  }
}

function hashFor(scene: Scene, kind: (typeof HASHES)[number], proposal: KnownProposal): string {
  switch (kind) {
    case 'right':
      return proposal.termsHash
    case 'other-proposal':
      return [...scene.proposals.values()].at(-1)?.termsHash ?? proposal.termsHash
    case 'random':
      return termsHash({ some: proposal.id })
    case 'of-better-terms':
      return termsHash(edited(proposal, 0))
    case 'empty':
      return ''
  }
}

function edited({ terms }: KnownProposal, how: number) {
  const change = [{ nominalRatePercent: '4.99' }, { nominalRatePercent: '19.99' }, { termMonths: 24 }, {}][how % 4]
  return {
    acts: terms.acts.map((act) => (act.type === 'conclude' ? { ...act, terms: { ...act.terms, ...change } } : act)),
  }
}

/** A vote that was accepted counts as that person's own. */
async function cast(world: World, scene: Scene, who: Principal | null, on: KnownProposal, body: { decision: string }) {
  const { ok } = await world.call(who, 'POST', `/v1/approvals/${on.id}/decision`, body)
  if (!ok || who === null || body.decision !== 'approve') return
  scene.cast.add(who.customerId === null ? `${on.id}/reviewer/${who.subject}` : `${on.id}/customer/${who.customerId}`)
}

export async function approveHonestly(world: World, scene: Scene, on: number): Promise<void> {
  const proposal = nth(scene, on)
  if (proposal === undefined) return
  const body = { decision: 'approve', termsHash: proposal.termsHash }
  for (let n = 1; n <= proposal.reviewers; n += 1) {
    await cast(world, scene, staff('reviewer', reviewer(scene, n)), proposal, body)
  }
  if (proposal.customer) await cast(world, scene, customer(scene), proposal, body)
}
