/**
 * A client that speaks to LangGraph itself: jumps, writes the state, answers with anything, replays old checkpoints.
 *
 * @module
 */
import { Command } from '@langchain/langgraph'
import { commitmentThread } from '../../agents/advocate/commitment-state.ts'
import { type Action, COMMANDS } from './actions.ts'
import type { Scene } from './scene.ts'
import type { World } from './world.ts'

type Node = 'await-approval' | 'await-execution' | 'report-outcome'

export async function driveGraph(
  { graph, asParley }: World,
  scene: Scene,
  { on, command, value }: Extract<Action, { do: 'drive-graph' }>,
): Promise<void> {
  const ids = [...scene.proposals.keys()]
  const id = ids[on % Math.max(1, ids.length)] ?? 'prop_none'
  const config = { configurable: { thread_id: commitmentThread(id), __pregel_strict_resume: true } }
  const jump = (goto: Node) => graph.invoke(new Command<unknown, { proposalId?: string }, Node>({ goto }), config)
  const resume = (answer: unknown) => graph.invoke(new Command({ resume: answer }), config)

  async function drive(): Promise<unknown> {
    switch (COMMANDS[command]) {
      case 'goto-execution':
        return jump('await-execution')
      case 'goto-report':
        return jump('report-outcome')
      case 'write-state':
        await graph.updateState(config, { proposalId: id }, 'await-execution')
        return graph.invoke(null, config)
      case 'forge-outcome': {
        const forged = { proposalId: id, outcome: { outcome: 'approved' }, approved: true, value }
        await graph.updateState(config, forged, 'report-outcome')
        return graph.invoke(null, config)
      }
      case 'resume':
        return resume(value)
      case 'resume-twice':
        return Promise.allSettled([resume(value), resume('approve')])
      case 'replay':
        for await (const state of graph.getStateHistory(config)) {
          const again = { configurable: { ...state.config.configurable, __pregel_strict_resume: true } }
          await graph.invoke(null, again).catch(() => {}) // refused is fine: what came of it is judged
          await graph.invoke(new Command({ resume: value }), again).catch(() => {})
        }
        return null
      case 'start-anew':
        return graph.invoke({ proposalId: id }, config)
      default:
        await graph.updateState(config, { proposalId: ids.at(-1) ?? id }, 'await-approval')
        return graph.invoke(null, config)
    }
  }
  await asParley(() => drive().catch(() => {})) // a refusal is an answer
}
