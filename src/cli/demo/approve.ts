/**
 * The votes on a proposal, each on the hash of the terms that were shown.
 *
 * @module
 */
import { ask, note } from './screen.ts'
import { type ShownRequest, showRequest } from './show-request.ts'
import type { World } from './world.ts'

/** Shows the request, and lets the customer and a reviewer vote on the terms by their hash. */
export async function approve(world: World, proposalId: string, locale: 'de' | 'en'): Promise<void> {
  const request = await world.reviewer.get<ShownRequest>(`/v1/approvals/${proposalId}`)
  showRequest(request, locale)
  const { termsHash } = request.proposal
  const vote = async (client: World['customer'], answer: string) => {
    const decision = /^(y|j|approve)/.test(answer) ? 'approve' : 'reject'
    await client.post(`/v1/approvals/${proposalId}/decision`, { decision, termsHash, reason: 'demo' })
    note(`${decision} ${termsHash.slice(0, 12)}…`)
  }
  if (request.waitsFor.includes('customer')) {
    await vote(world.customer, await ask(`${world.name} confirms these terms?`, world.assumeYes))
  }
  await vote(world.reviewer, await ask('The reviewer approves these terms?', world.assumeYes))
}
