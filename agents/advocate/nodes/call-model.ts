/**
 * Asks the reasoning model for its next call or for the words of the reply. Words leave this node checked, or marked as
 * faulty.
 *
 * @module
 */
import { AIMessage } from '@langchain/core/messages'
import type { Clock } from '../../../tools/shared/clock.ts'
import { today } from '../../../tools/shared/clock.ts'
import { ParleyError } from '../../../tools/shared/errors.ts'
import type { RoleModel } from '../../models.ts'
import { type PersonalWords, veilFor } from '../../veil.ts'
import { askModel, type Patience } from '../ask-model.ts'
import { checkReply } from '../check-reply.ts'
import { knownFacts } from '../conversation.ts'
import { historyMessages } from '../prompts/history.ts'
import { systemPrompt } from '../prompts/system-prompt.ts'
import { said } from '../reply-draft.ts'
import type { TurnState } from '../state.ts'
import { type TurnRuntime, turnOf } from '../turn.ts'

/** Calls and answers of one turn; a model that goes on and on is stopped. */
const MAX_CALLS = 8

export function callModel({
  model,
  clock,
  patience,
  personal,
}: {
  readonly model: RoleModel
  readonly clock: Clock
  readonly patience: Patience
  /** Who must not be named to the model; left out where it runs in this process. */
  readonly personal?: (customerId: string) => Promise<PersonalWords>
}) {
  return async (state: TurnState, runtime: TurnRuntime): Promise<Partial<TurnState>> => {
    const turn = turnOf(runtime)
    const { work } = state
    if (work.steps.filter((step) => step instanceof AIMessage).length >= MAX_CALLS) {
      return {
        work: { ...work, draft: null, reply: said('figuresWithheld', state.locale, { personOffered: 'needs-human' }) },
      }
    }
    const system = systemPrompt({
      locale: state.locale,
      today: today(clock),
      known: knownFacts(turn.conversation),
      refused: work.faults.length === 0 ? null : { draft: work.draft ?? '', faults: work.faults },
    })
    try {
      const { threadId, customerId } = turn.conversation
      const veil = personal === undefined ? null : veilFor(threadId, await personal(customerId))
      const messages = [system, ...historyMessages(turn), ...work.steps]
      const spoken = await askModel(model, veil?.hide(messages) ?? messages, turn.tools, patience)
      const answer = veil?.lift(spoken) ?? spoken
      if ((answer.tool_calls ?? []).length > 0)
        return { work: { ...work, steps: [...work.steps, answer], draft: null } }
      return { work: checkReply({ ...work, faults: [] }, answer.text, turn) }
    } catch (error) {
      // The message is stored and this is its answer: said honestly, and a person is offered, not forced.
      if (error instanceof ParleyError && error.code === 'MODEL_UNAVAILABLE') {
        return {
          work: { ...work, reply: said('modelUnavailable', state.locale, { personOffered: 'model-unavailable' }) },
        }
      }
      throw error
    }
  }
}
