/**
 * How delegated tasks stand, as references.
 *
 * @module
 */
import { termFacts } from '../offers/term-facts.ts'
import type { Fact } from '../shared/fact.ts'
import { factMaker, refPart } from '../shared/make-facts.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { TaskView } from './delegations.ts'

/** Tasks with each counterparty's last word; nothing here was agreed bindingly. */
export function progressAnswer(views: readonly TaskView[], pendingMandate: string | null): ToolAnswer {
  const facts: Fact[] = []
  const tasks = views.map(({ task, negotiations, proposal, waitsFor }) => ({
    taskId: task.id,
    need: task.need,
    status: task.status,
    proposalId: proposal?.id ?? task.proposalId,
    waitsFor,
    negotiations: negotiations.map(({ negotiation, counterpartyName, moves }) => {
      const prefix = `negotiation.${refPart(negotiation.id)}`
      const theirs = moves.filter(({ side }) => side === 'theirs')
      const last = theirs.findLast(({ terms }) => terms !== null) ?? null
      const source = {
        type: 'negotiation',
        id: negotiation.id,
        ...(last === null ? {} : { asOf: last.at.slice(0, 10) }),
      } as const
      const figures = last?.terms
        ? termFacts(`${prefix}.theirs.${last.round}`, last.terms, source, counterpartyName)
        : []
      const rounds = factMaker(prefix, source).count(
        'rounds',
        theirs.length,
        theirs.length === 1 ? { de: 'Antwort', en: 'answer' } : { de: 'Antworten', en: 'answers' },
        { de: `von ${counterpartyName}`, en: `from ${counterpartyName}` },
      )
      facts.push(...figures, rounds)
      return {
        counterparty: counterpartyName,
        status: negotiation.status,
        theirLast: figures.map(({ ref }) => ref),
        rounds: rounds.ref,
      }
    }),
  }))
  return { kind: 'progress', tasks, pendingMandate, facts }
}
