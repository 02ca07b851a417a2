/**
 * Rows written past the service: as the application's role, which the database refuses; and as the owner, who can change
 * anything and whose changes the first lock must notice.
 *
 * @module
 */
import { termsHash } from '../../tools/shared/terms-hash.ts'
import { type Action, ROWS } from './actions.ts'
import type { KnownProposal, Scene } from './scene.ts'
import type { World } from './world.ts'

/** In commitments that were written past the service. */
export const FORGED_REFERENCE = 'forged'

type Statement = readonly [text: string, values: readonly unknown[]]

export async function writeRows(
  world: World,
  scene: Scene,
  { on, what }: Extract<Action, { do: 'write-rows' }>,
): Promise<void> {
  const all = [...scene.proposals.values()]
  const proposal = all[on % Math.max(1, all.length)]
  if (proposal === undefined) return
  const [text, values] = statement(ROWS[what] ?? 'approval', scene, proposal, world.clock.now())
  await world.asParley(() => world.field.pool.query(text, [...values]).catch(() => null)) // refused: as it should be
  // A forger would ring for the execution as well.
  await world.asParley(() => world.work())
}

function statement(what: (typeof ROWS)[number], scene: Scene, p: KnownProposal, at: Date): Statement {
  const approval = `insert into approvals (proposal_id, terms_hash, outcome, decided_at) values ($1, $2, 'approved', $3)`
  const vote = `insert into decisions (id, proposal_id, terms_hash, person, role, decision, decided_at)
    values (gen_random_uuid()::text, $1, $2, $3, $4, 'approve', $5)`
  const forged = termsHash({ forged: p.id })
  switch (what) {
    case 'approval':
      return [approval, [p.id, p.termsHash, at]]
    case 'approval-hash':
      return [approval, [p.id, forged, at]]
    case 'vote-of-proposer':
      return [vote, [p.id, p.termsHash, p.proposer, 'reviewer', at]]
    case 'vote-of-stranger':
      return [vote, [p.id, p.termsHash, scene.customers[1], 'customer', at]]
    case 'attempt':
      return [
        `insert into attempts (proposal_id, act, kind, terms_hash, at) values ($1, 0, 'started', $2, $3)`,
        [p.id, p.termsHash, at],
      ]
    case 'commitment':
      return [
        `insert into commitments (proposal_id, act, terms_hash, customer_id, counterparty_id, reference, committed_at,
          recorded_at) values ($1, 0, $2, $3, 'evil-bank', $5, $4, $4)`,
        [p.id, p.termsHash, p.customerId, at, FORGED_REFERENCE],
      ]
    case 'change-terms':
      return [`update proposals set terms = '{"acts": []}' where id = $1`, [p.id]]
    case 'delete-votes':
      return ['delete from decisions where proposal_id = $1', [p.id]]
    case 'unrevoke':
      return [`delete from mandate_events where mandate_id = $1 and kind = 'revoked'`, [scene.mandates[0]]]
    case 'widen-mandate':
      return [`update mandates set limits = '{}' where id = $1`, [scene.mandates[0]]]
  }
}

/** Worse terms under the hash that is up for approval, or was approved. */
export async function tamperWithTerms(world: World, scene: Scene, on: number): Promise<void> {
  const all = [...scene.proposals.values()]
  const proposal = all[on % Math.max(1, all.length)]
  if (proposal === undefined) return
  const acts = proposal.terms.acts.map((act) =>
    act.type === 'conclude' ? { ...act, terms: { ...act.terms, nominalRatePercent: '8.88' } } : act,
  )
  await world.field.owner.tamper('update proposals set terms = $2 where id = $1', [
    proposal.id,
    JSON.stringify({ acts }),
  ])
}
