/**
 * Promise 1: no commitment without an approval of exactly these terms by persons entitled to give it; and the
 * counterparties' own books hold the same commitments, once each.
 *
 * @module
 */
import { termsHash } from '../../tools/shared/terms-hash.ts'
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'
import type { SeenRequest } from '../world.ts'

export const nothingUnapproved = gate('nothing-unapproved', ({ commitments, requests, book }: Transcript) => {
  const faults: string[] = []
  for (const commitment of commitments) {
    const request = requests.find((r) => r.id === commitment.proposalId)
    if (request === undefined) faults.push(`${commitment.proposalId} was committed and is no proposal`)
    else faults.push(...unentitled(request, commitment.termsHash))
  }
  const keys = book.filter((line) => line.type === 'committed' || line.type === 'noticed').map((line) => line.key ?? '')
  const ours = commitments.map((commitment) => `${commitment.proposalId}/${commitment.act}`)
  for (const key of keys.filter((held) => !ours.includes(held))) {
    // Approved and sent, and nobody could say what came of it: the ledger says so honestly, and a person looks.
    const unclear = requests.find(({ id, execution }) => key.startsWith(`${id}/`) && execution.kind === 'unknown')
    if (unclear === undefined) faults.push(`the counterparty's book holds ${key}, our ledger does not`)
    else faults.push(...unentitled(unclear, unclear.proposal.termsHash))
  }
  for (const key of ours) {
    const times = keys.filter((other) => other === key).length
    if (times !== 1) faults.push(`the counterparty's book holds ${key} ${times} times`)
  }
  return faults
})

function unentitled({ id, proposal, decisions, outcome }: SeenRequest, committedHash: string): readonly string[] {
  const faults: string[] = []
  if (outcome?.outcome !== 'approved') faults.push(`${id} was committed and is ${outcome?.outcome ?? 'open'}`)
  if (proposal.termsHash !== committedHash || termsHash(proposal.terms) !== committedHash) {
    faults.push(`${id} was committed on other terms than the proposal's`)
  }
  const votes = decisions.filter((d) => d.decision === 'approve' && d.termsHash === committedHash)
  const reviewers = new Set(
    votes
      .filter((v) => v.role === 'reviewer' && v.person !== proposal.proposer && v.person !== proposal.customerId)
      .map((v) => v.person),
  )
  if (reviewers.size < proposal.required.reviewers) faults.push(`${id} has ${reviewers.size} reviewers' votes`)
  if (proposal.required.customer && !votes.some((v) => v.role === 'customer' && v.person === proposal.customerId)) {
    faults.push(`${id} lacks the customer's confirmation`)
  }
  return faults
}
