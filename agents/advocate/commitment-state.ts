/**
 * What the graph that waits on a proposal remembers: its id. Everything that decides is read from the ledger.
 *
 * @module
 */
import { z } from 'zod'

export const commitmentStateSchema = z.object({ proposalId: z.string().min(1) })

export type CommitmentState = z.output<typeof commitmentStateSchema>

/** The LangGraph thread of a proposal's run. */
export function commitmentThread(proposalId: string): string {
  return `proposal:${proposalId}`
}
