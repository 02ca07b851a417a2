/**
 * What the tools answered since the customer's newest message.
 *
 * @module
 */
import type { Ref, ToolData } from '../../../tools/shared/tool-answer.ts'

/** What a reference stands for: the figure as it will read, and what it means. */
export interface Shown {
  readonly text: string
  readonly meaning: string
}

/** One call and its answer; `data` is null when the tool failed or said something unreadable. */
export interface Round {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly data: ToolData | null
  readonly figures: ReadonlyMap<Ref, Shown>
}

export type DataOf<K extends ToolData['kind']> = Extract<ToolData, { kind: K }>

/** The newest answer of a kind with its figures, or null. */
export function answerOf<K extends ToolData['kind']>(
  rounds: readonly Round[],
  kind: K,
): { readonly data: DataOf<K>; readonly figures: Round['figures'] } | null {
  for (const { data, figures } of rounds.toReversed()) {
    if (data !== null && isKind(data, kind)) return { data, figures }
  }
  return null
}

function isKind<K extends ToolData['kind']>(data: ToolData, kind: K): data is DataOf<K> {
  return data.kind === kind
}
