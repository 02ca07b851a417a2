/**
 * Commitments of tasks that run side by side have no order among themselves; the acts of one proposal do.
 *
 * @module
 */
import type { Commitment } from '../../tools/commitments/approval-ledger.ts'
import type { MustCome } from '../scenario/must-come.ts'
import type { Transcript } from '../transcript.ts'

type Wanted = MustCome['commitments'][number]

/** The commitments, whole proposals put in the order in which the scenario names them; as they came where none fits. */
export function inWantedOrder(transcript: Transcript): readonly Commitment[] {
  const { commitments: wanted } = transcript.sampled.scenario.mustCome
  const groups = new Map<string, Commitment[]>()
  for (const commitment of transcript.commitments) {
    const { proposalId } = commitment
    groups.set(proposalId, [...(groups.get(proposalId) ?? []), commitment])
  }
  return arranged([...groups.values()], wanted, transcript) ?? transcript.commitments
}

/** The groups one after the other so that each act is the one wanted at its place, or null. */
function arranged(
  groups: readonly (readonly Commitment[])[],
  wanted: readonly Wanted[],
  transcript: Transcript,
): readonly Commitment[] | null {
  if (groups.length === 0) return wanted.length === 0 ? [] : null
  for (const [index, group] of groups.entries()) {
    if (!group.every((commitment, place) => isWanted(commitment, wanted[place], transcript))) continue
    const rest = arranged(groups.toSpliced(index, 1), wanted.slice(group.length), transcript)
    if (rest !== null) return [...group, ...rest]
  }
  return null
}

function isWanted(
  { proposalId, act, counterpartyId }: Commitment,
  wanted: Wanted | undefined,
  { requests }: Transcript,
) {
  if (wanted === undefined) return false
  const type = requests.find(({ id }) => id === proposalId)?.proposal.terms.acts[act]?.type
  if (typeof wanted === 'string') return type === wanted
  return type === wanted.act && (wanted.with === undefined || wanted.with.includes(counterpartyId))
}
