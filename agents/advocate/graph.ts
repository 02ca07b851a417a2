/**
 * The customer's agent, one message at a time: screen, think, use tools, deliver.
 *
 * @module
 */
import { type BaseCheckpointSaver, END, START, StateGraph } from '@langchain/langgraph'
import type { Clock } from '../../tools/shared/clock.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import type { RoleModel } from '../models.ts'
import type { ThreadStore } from '../thread-store.ts'
import type { Patience } from './ask-model.ts'
import { callModel } from './nodes/call-model.ts'
import { deliver } from './nodes/deliver.ts'
import { type ScreenParts, screen } from './nodes/screen.ts'
import { useTools } from './nodes/use-tools.ts'
import { NO_WORK, type TurnState, turnState } from './state.ts'
import { type Turn, turnContext } from './turn.ts'

export interface AdvocateParts extends ScreenParts {
  readonly model: RoleModel
  readonly threads: ThreadStore
  readonly clock: Clock
  readonly ids: Ids
  readonly patience: Patience
  readonly checkpointer: BaseCheckpointSaver
}

export interface Advocate {
  /** Answers the turn's message. The caller holds the thread's lease. */
  answer(turn: Turn): Promise<void>
}

export function createAdvocate(parts: AdvocateParts): Advocate {
  const graph = new StateGraph(turnState, turnContext)
    .addNode('screen', screen(parts))
    .addNode('call-model', callModel(parts))
    .addNode('use-tools', useTools())
    .addNode('deliver', deliver(parts))
    .addEdge(START, 'screen')
    .addConditionalEdges('screen', afterScreen, ['call-model', 'deliver'])
    .addConditionalEdges('call-model', afterModel, ['use-tools', 'call-model', 'deliver'])
    .addConditionalEdges('use-tools', afterTools, ['call-model', 'deliver'])
    .addEdge('deliver', END)
    .compile({ checkpointer: parts.checkpointer, name: 'advocate' })
  return {
    async answer(turn) {
      const { threadId } = turn.conversation
      await graph.invoke(
        // The working set comes with the input: whatever an aborted turn left behind is not part of this one.
        { threadId, messageId: turn.message.id, locale: turn.locale, work: NO_WORK },
        {
          configurable: { thread_id: `turn:${threadId}`, __pregel_strict_resume: true },
          context: { turn },
          durability: 'exit',
          recursionLimit: 50,
        },
      )
    },
  }
}

function afterScreen({ work }: TurnState): 'call-model' | 'deliver' {
  return work.reply === null ? 'call-model' : 'deliver'
}

function afterModel({ work }: TurnState): 'use-tools' | 'call-model' | 'deliver' {
  if (work.reply !== null) return 'deliver'
  return work.draft === null ? 'use-tools' : 'call-model'
}

function afterTools({ work }: TurnState): 'call-model' | 'deliver' {
  return work.reply === null ? 'call-model' : 'deliver'
}
