/**
 * The customer's agent, one message at a time: screen, think, use tools; then the reply is delivered.
 *
 * @module
 */
import { type BaseCheckpointSaver, END, START, StateGraph } from '@langchain/langgraph'
import type { RoleModel } from '../models.ts'
import type { Delivery } from '../thread-store.ts'
import type { PersonalWords } from '../veil.ts'
import type { Patience } from './ask-model.ts'
import { type DeliveryParts, deliver } from './deliver.ts'
import { callModel } from './nodes/call-model.ts'
import { type ScreenParts, screen } from './nodes/screen.ts'
import { useTools } from './nodes/use-tools.ts'
import { NO_WORK, type TurnState, turnState } from './state.ts'
import { type Turn, turnContext } from './turn.ts'
import { TurnCheckpointer } from './turn-checkpointer.ts'

export interface AdvocateParts extends ScreenParts, DeliveryParts {
  readonly model: RoleModel
  readonly patience: Patience
  readonly checkpointer: BaseCheckpointSaver
  /** Who must not be named to the model; left out where it runs in this process. */
  readonly personal?: (customerId: string) => Promise<PersonalWords>
}

export interface Advocate {
  /** Answers the turn's message. The caller holds the thread's lease. */
  answer(turn: Turn): Promise<Delivery>
}

export function createAdvocate(parts: AdvocateParts): Advocate {
  const graph = new StateGraph(turnState, turnContext)
    .addNode('screen', screen(parts))
    .addNode('call-model', callModel(parts))
    .addNode('use-tools', useTools())
    .addEdge(START, 'screen')
    .addConditionalEdges('screen', afterScreen, ['call-model', END])
    .addConditionalEdges('call-model', afterModel, ['use-tools', 'call-model', END])
    .addConditionalEdges('use-tools', afterTools, ['call-model', END])
    .compile({ checkpointer: parts.checkpointer, name: 'advocate' })

  async function run(turn: Turn, checkpointer: TurnCheckpointer): Promise<TurnState> {
    const { threadId } = turn.conversation
    try {
      return await graph.invoke(
        // The working set comes with the input: whatever an aborted turn left behind is not part of this one.
        { threadId, messageId: turn.message.id, locale: turn.locale, work: NO_WORK },
        {
          configurable: {
            thread_id: `turn:${threadId}`,
            __pregel_strict_resume: true,
            __pregel_checkpointer: checkpointer,
          },
          context: { turn },
          durability: 'exit',
          recursionLimit: 50,
        },
      )
    } catch (error) {
      // The failure itself is what matters, also when its trace cannot be stored.
      await checkpointer.handOver(parts.checkpointer).catch(() => {})
      throw error
    }
  }

  return {
    async answer(turn) {
      const checkpointer = new TurnCheckpointer()
      const { reply } = (await run(turn, checkpointer)).work
      if (reply === null) throw new Error('There is nothing to deliver.')
      return deliver(parts, turn, { reply, checkpoint: await checkpointer.held() })
    },
  }
}

function afterScreen({ work }: TurnState): 'call-model' | typeof END {
  return work.reply === null ? 'call-model' : END
}

function afterModel({ work }: TurnState): 'use-tools' | 'call-model' | typeof END {
  if (work.reply !== null) return END
  return work.draft === null ? 'use-tools' : 'call-model'
}

function afterTools({ work }: TurnState): 'call-model' | typeof END {
  return work.reply === null ? 'call-model' : END
}
