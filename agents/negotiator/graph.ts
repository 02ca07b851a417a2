/**
 * One negotiation as a graph of its own: load → decide → send → record, until there is nothing more to say.
 *
 * @module
 */
import { END, START, StateGraph } from '@langchain/langgraph'
import type { BaseCheckpointSaver } from '@langchain/langgraph-checkpoint'
import { MOST_EXTRA_TURNS } from '../../tools/negotiation/coordinate.ts'
import { decide } from './nodes/decide.ts'
import { load } from './nodes/load.ts'
import { record } from './nodes/record.ts'
import { send } from './nodes/send.ts'
import type { NegotiatorPorts } from './ports.ts'
import { type NegotiatorState, negotiatorState } from './state.ts'

/**
 * Runs one negotiation as far as it goes: to its end, until its counterparty can be reached again, or until other talks
 * of the need have gone on.
 */
export type Negotiator = (negotiationId: string) => Promise<'ended' | 'waiting' | 'resting'>

export function createNegotiator(ports: NegotiatorPorts, checkpointer: BaseCheckpointSaver): Negotiator {
  const graph = new StateGraph(negotiatorState)
    .addNode('load', load(ports))
    .addNode('decide', decide(ports))
    .addNode('send', send(ports))
    .addNode('record', record(ports))
    .addEdge(START, 'load')
    .addConditionalEdges('load', next, ['decide', 'send', END])
    .addConditionalEdges('decide', next, ['send', END])
    .addConditionalEdges('send', next, ['record', END])
    .addConditionalEdges('record', again, ['load', END])
    .compile({ checkpointer })

  return async (negotiationId) => {
    const { step } = await graph.invoke(
      { negotiationId },
      {
        configurable: { thread_id: `negotiation:${negotiationId}`, __pregel_strict_resume: true },
        durability: 'exit', // the ledger holds every move; a run that died starts from there
        recursionLimit: 4 * (ports.turnBudget + MOST_EXTRA_TURNS) + 20,
      },
    )
    return step === 'waiting' || step === 'resting' ? step : 'ended'
  }
}

function next({ step }: NegotiatorState): 'decide' | 'send' | 'record' | typeof END {
  return step === 'ended' || step === 'waiting' || step === 'resting' ? END : step
}

/** After an answer the case is read afresh: a mandate may have been revoked while they thought. */
function again({ step }: NegotiatorState): 'load' | typeof END {
  return step === 'ended' ? END : 'load'
}
