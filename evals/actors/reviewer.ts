/**
 * The simulated reviewer: reads a request, and does with it what the scenario says of them.
 *
 * @module
 */
import type { Decides, ReviewerPart } from '../scenario/people.ts'
import type { SeenRequest, World } from '../world.ts'
import type { Action } from './action.ts'

export interface ReviewerActor {
  next(world: World): Action | null
}

export function createReviewer({ person, decides }: ReviewerPart): ReviewerActor {
  const seen: string[] = []
  const done = new Set<string>()
  let step = 0

  function decisionOn(request: SeenRequest): Decides {
    if (!seen.includes(request.id)) {
      if (seen.length > 0) step += 1
      seen.push(request.id)
    }
    return decides[Math.min(step, decides.length - 1)] ?? 'approve'
  }

  return {
    next(world) {
      for (const request of world.requests) {
        if (request.status !== 'pending' || !request.waitsFor.includes('reviewer') || done.has(request.id)) continue
        if (request.decisions.some((vote) => vote.person === person)) continue
        if (request.questions.some((question) => question.person === person && question.answer === null)) continue
        const decides = decisionOn(request)
        if (decides === 'ignore') continue
        if (typeof decides === 'object' && 'ask' in decides) {
          step += 1
          const { ask: question, to } = decides
          return { do: 'ask', person, requestId: request.id, termsHash: request.proposal.termsHash, to, question }
        }
        done.add(request.id)
        const vote = { do: 'vote', person, role: 'reviewer', requestId: request.id } as const
        const { termsHash, terms } = request.proposal
        if (decides === 'approve') return { ...vote, termsHash, decision: 'approve' }
        if ('reject' in decides) return { ...vote, termsHash, decision: 'reject', reason: decides.reject }
        return { ...vote, termsHash, decision: 'edit', reason: decides.reason, terms: edited(terms, decides.edit) }
      }
      return null
    },
  }
}

/** The terms with new values in the first act's own terms. */
function edited(terms: SeenRequest['proposal']['terms'], changes: Readonly<Record<string, unknown>>): unknown {
  const [first, ...others] = terms.acts
  if (first === undefined) return terms
  const next: Record<string, unknown> = { ...first.terms, ...changes }
  // What a provider stated follows from the rest; left in, it would contradict the edit.
  if (next.kind === 'instalment-loan') {
    for (const stated of ['instalment', 'effectiveRatePercent']) if (!(stated in changes)) delete next[stated]
  }
  return { acts: [{ ...first, terms: next }, ...others] }
}
