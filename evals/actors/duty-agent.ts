/**
 * The simulated duty agent: takes a waiting conversation over, says something, and gives it back or ends it.
 *
 * @module
 */
import type { DutyAgentPart } from '../scenario/people.ts'
import type { World } from '../world.ts'
import type { Action } from './action.ts'

export interface DutyAgentActor {
  readonly person: string
  onCall: boolean
  next(world: World): Action | null
}

const WORDS = 'Guten Tag, hier spricht ein Mensch. Ich habe mir Ihren Fall angesehen und kümmere mich darum.'

export function createDutyAgent({ person, onCall, does, says }: DutyAgentPart): DutyAgentActor {
  const steps = new Map<string, number>()
  const actor: DutyAgentActor = {
    person,
    onCall,
    next({ handoffs }) {
      if (!actor.onCall || does === 'never-comes') return null
      for (const { id: handoffId, status } of handoffs) {
        const step = steps.get(handoffId) ?? 0
        if (status === 'waiting' && step === 0) {
          steps.set(handoffId, 1)
          return { do: 'accept-handoff', person, handoffId }
        }
        if (status !== 'accepted' || step === 0) continue
        const words = says.length === 0 ? [WORDS] : says
        const text = words[step - 1]
        steps.set(handoffId, step + 1)
        if (text !== undefined) return { do: 'say-as-person', person, handoffId, text }
        if (step === words.length + 1)
          return { do: does === 'closes' ? 'close-handoff' : 'return-handoff', person, handoffId }
      }
      return null
    },
  }
  return actor
}
