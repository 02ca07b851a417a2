/**
 * The votes on a proposal, each on the hash of the terms that were shown.
 *
 * @module
 */
import { agrees, note } from './screen.ts'
import { type ShownRequest, showRequest } from './show-request.ts'
import type { World } from './world.ts'

/** Shows the request, and lets the customer and a reviewer vote on the terms by their hash, until one says no. */
export async function approve(world: World, proposalId: string, locale: 'de' | 'en'): Promise<void> {
  const request = await world.reviewer.get<ShownRequest>(`/v1/approvals/${proposalId}`)
  showRequest(request, locale)
  const { termsHash } = request.proposal
  const vote = async (client: World['customer'], question: string): Promise<boolean> => {
    const decision = (await agrees(question, world.assumeYes)) ? 'approve' : 'reject'
    await client.post(`/v1/approvals/${proposalId}/decision`, { decision, termsHash, reason: 'said so in the demo' })
    note(`${decision} ${termsHash.slice(0, 12)}…`)
    return decision === 'approve'
  }
  if (request.waitsFor.includes('customer') && !(await vote(world.customer, `${world.name} confirms these terms?`)))
    return
  await vote(world.reviewer, 'The reviewer approves these terms?')
}
