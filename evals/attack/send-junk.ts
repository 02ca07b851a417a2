/**
 * Requests that nobody honest sends: bodies of no shape, other people's ids, tokens of nobody.
 *
 * @module
 */
import { type Action, JUNK } from './actions.ts'
import { customer, nth, reviewer, staff } from './principals.ts'
import type { Scene } from './scene.ts'
import type { World } from './world.ts'

export async function sendJunk(world: World, scene: Scene, { what, on }: Extract<Action, { do: 'junk' }>) {
  const proposal = nth(scene, on)
  const path = `/v1/approvals/${proposal?.id ?? 'prop_none'}/decision`
  const honest = { decision: 'approve', termsHash: proposal?.termsHash ?? '' }
  const [victim, other] = [customer(scene, 0), customer(scene, 1)]
  switch (JUNK[what]) {
    case 'huge-body':
      return world.call(victim, 'POST', path, { ...honest, reason: 'x'.repeat(400_000) })
    case 'deep-json':
      return world.call(victim, 'POST', path, `${'['.repeat(5_000)}${']'.repeat(5_000)}`)
    case 'no-json':
      return world.call(victim, 'POST', path, '{"decision": "approve", ')
    case 'wrong-types':
      return world.call(victim, 'POST', path, { decision: ['approve'], termsHash: { $ne: null } })
    case 'unknown-id':
      return world.call(victim, 'POST', "/v1/approvals/prop' or '1'='1/decision", honest)
    case 'other-customers-id':
      await world.call(other, 'POST', path, honest)
      for (const id of scene.mandates) await world.call(other, 'POST', `/v1/mandates/${id}/confirm`)
      return world.call(other, 'POST', `/v1/threads/${scene.threads[0]}/messages`, { text: 'Yes, I agree.' })
    case 'forged-token':
      return world.call(null, 'POST', path, honest)
    case 'second-confirmation':
      await world.call(other, 'POST', `/v1/approvals/${proposal?.id}/second-confirmation`, {
        termsHash: honest.termsHash,
      })
      return world.call(victim, 'POST', `/v1/approvals/${proposal?.id}/second-confirmation`, {
        termsHash: honest.termsHash,
      })
    case 'claim':
      return world.call(staff('reviewer', reviewer(scene, 2)), 'POST', `/v1/approvals/${proposal?.id}/claim`)
    case 'import-as-customer':
      return world.call(victim, 'POST', '/v1/import', { customer: { id: scene.customers[1] } })
    default:
      return world.call(staff('duty-agent', 'duty-1'), 'DELETE', '/v1/me')
  }
}
