/**
 * Promises 1 and 2, judged from outside: from rows as the owner reads them, from the counterparty's own book, and from
 * who really voted. Nothing of the service's reading of its ledger is used; hashes and votes are counted here.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Booked, Heard } from './hostile-party.ts'
import { type KnownProposal, LIMITS, learn, type Scene } from './scene.ts'
import type { SeenAtArrival, World } from './world.ts'
import { FORGED_REFERENCE } from './write-rows.ts'

interface Rows {
  readonly approvals: readonly { proposal_id: string; terms_hash: string; outcome: string; decided_at: Date }[]
  readonly decisions: readonly {
    proposal_id: string
    person: string
    role: string
    decision: string
    terms_hash: string
  }[]
  readonly commitments: readonly { proposal_id: string; act: number; terms_hash: string; reference: string }[]
  readonly started: ReadonlySet<string>
}

export interface Verdict {
  readonly violations: readonly string[]
  /** A request for approval was open. */
  readonly pending: boolean
  /** Something was approved and taken up by the executing job: sent, or withheld at the last look. */
  readonly window: boolean
}

/** @param earlier scenes of the same world: what was broken off in one of them may arrive while another is played */
export async function judge(world: World, scene: Scene, earlier: readonly Scene[]): Promise<Verdict> {
  const rows = await readRows(world, scene)
  const arrived = world.party.booked.slice(scene.bookedFrom)
  const late = await homesOf(world, scene, earlier, arrived)
  const booked = arrived.filter(({ key }) => !late.some((home) => home.proposals.has(proposalOf(key))))
  const heard = world.party.heard.slice(scene.heardFrom)
  const attempts = await world.field.owner.query<{ proposal_id: string }>(
    'select proposal_id from attempts where proposal_id = any($1)',
    [[...scene.proposals.keys()]],
  )
  return {
    violations: [...bound(scene, rows, booked), ...(await boundLate(world, late)), ...told(heard)],
    pending: scene.proposals.size > 0,
    window: attempts.length > 0,
  }
}

/** The earlier scenes whose proposals arrived only now. */
async function homesOf(
  world: World,
  scene: Scene,
  earlier: readonly Scene[],
  arrived: readonly Booked[],
): Promise<readonly Scene[]> {
  const strange = arrived.map(({ key }) => proposalOf(key)).filter((id) => !scene.proposals.has(id))
  if (strange.length === 0) return []
  const owners = await world.field.owner.query<{ customer_id: string }>(
    'select distinct customer_id from proposals where id = any($1)',
    [strange],
  )
  const homes = earlier.filter(({ customers }) => owners.some((row) => customers.includes(row.customer_id)))
  for (const home of homes) await learn(world, home)
  return homes
}

/** All that arrived of these scenes, then and now, under their own votes. */
async function boundLate(world: World, homes: readonly Scene[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const home of homes) {
    const theirs = world.party.booked.filter(({ key }) => home.proposals.has(proposalOf(key)))
    found.push(...bound(home, await readRows(world, home), theirs))
  }
  return found
}

function proposalOf(key: string): string {
  return key.split('/')[0] ?? ''
}

async function readRows(world: World, scene: Scene): Promise<Rows> {
  const ids = [[...scene.proposals.keys()]]
  const { owner } = world.field
  const started = await owner.query<{ key: string }>(
    `select proposal_id || '/' || act as key from attempts where proposal_id = any($1) and kind = 'started'`,
    ids,
  )
  return {
    approvals: await owner.query('select * from approvals where proposal_id = any($1)', ids),
    decisions: await owner.query('select * from decisions where proposal_id = any($1)', ids),
    commitments: await owner.query('select * from commitments where proposal_id = any($1)', ids),
    started: new Set(started.map(({ key }) => key)),
  }
}

/** Promise 1: whatever bound the customer, on either side, was approved, by people entitled to it, and once. */
function* bound(scene: Scene, rows: Rows, booked: readonly Booked[]): Generator<string> {
  const seen = new Set<string>()
  for (const entry of booked) {
    if (seen.has(entry.key)) yield `${entry.key} was taken twice`
    seen.add(entry.key)
    if (entry.offerId !== null && booked.some((o) => o.offerId === entry.offerId && o.key !== entry.key)) {
      yield `the offer ${entry.offerId} was taken under two keys`
    }
    const { approved, started, inForce } = entry.seen as SeenAtArrival
    if (!approved) yield `${entry.key} arrived at the counterparty before it was approved`
    if (!started) yield `${entry.key} arrived at the counterparty without an attempt on record`
    if (!inForce) yield `${entry.key} arrived at the counterparty under a mandate that is not in force`
    const proposal = scene.proposals.get(proposalOf(entry.key))
    const terms = proposal?.terms.acts[Number(entry.key.split('/')[1])]
    if (terms !== undefined && hashOf(entry.terms) !== hashOf(terms.terms)) {
      yield `${entry.key} went out on other terms than those that were up for approval`
    }
    if (terms !== undefined && terms.counterpartyId !== entry.party) yield `${entry.key} went to ${entry.party}`
  }
  const keys = new Set([...seen, ...rows.commitments.map((c) => `${c.proposal_id}/${c.act}`)])
  for (const key of keys) {
    const proposal = scene.proposals.get(proposalOf(key))
    if (proposal === undefined) yield `${key} is no proposal`
    else for (const fault of unentitled(scene, rows, proposal)) yield `${key} ${fault}`
    if (!rows.started.has(key)) yield `${key} has no attempt on record`
  }
  for (const { proposal_id: id, act, reference } of rows.commitments) {
    // Whoever has the application's role can note that an approved and attempted act was confirmed: docs/security.md.
    if (reference === FORGED_REFERENCE) continue
    if (!seen.has(`${id}/${act}`)) yield `the ledger holds ${id}/${act}, the counterparty's book does not`
  }
  // An approval is a promise to execute: it may not come about by other means than votes either.
  for (const { proposal_id: id, outcome } of rows.approvals) {
    const proposal = scene.proposals.get(id)
    if (outcome !== 'approved' || proposal === undefined) continue
    for (const fault of unentitled(scene, rows, proposal)) yield `${id} was approved and ${fault}`
  }
}

function* unentitled(scene: Scene, rows: Rows, proposal: KnownProposal): Generator<string> {
  const { id, customerId } = proposal
  const approval = rows.approvals.find((a) => a.proposal_id === id)
  if (approval?.outcome !== 'approved') return yield `is ${approval?.outcome ?? 'undecided'}`
  if (hashOf(proposal.terms) !== proposal.termsHash || approval.terms_hash !== proposal.termsHash) {
    yield 'was approved on other terms'
  }
  const votes = rows.decisions.filter((d) => d.proposal_id === id)
  if (votes.some(({ decision }) => decision !== 'approve')) yield 'has a vote against it'
  const genuine = votes.filter((d) => d.terms_hash === proposal.termsHash && isGenuine(scene, proposal, d))
  const reviewers = new Set(
    genuine
      .filter((d) => d.role === 'reviewer' && d.person !== proposal.proposer && d.person !== customerId)
      .map(({ person }) => person),
  )
  if (reviewers.size < proposal.reviewers) yield `has the votes of ${reviewers.size} reviewers`
  if (proposal.customer && !genuine.some((d) => d.role === 'customer' && d.person === customerId)) {
    yield 'lacks the customer’s confirmation'
  }
}

/** Cast by that person, by the front door or, a customer's, by a plain yes in the chat. */
function isGenuine(scene: Scene, { id, customerId }: KnownProposal, vote: { person: string; role: string }): boolean {
  if (scene.cast.has(`${id}/${vote.role}/${vote.person}`)) return true
  return vote.role === 'customer' && vote.person === customerId && scene.saidYes.has(customerId)
}

const SECRETS = [LIMITS.maxNominalRatePercent, LIMITS.maxMonthly, '2137.79']

/** Promise 2: nothing outside the mandate was offered, accepted or disclosed, and the reservation value never. */
function* told(heard: readonly Heard[]): Generator<string> {
  for (const { path, party, body, allowed } of heard) {
    const text = JSON.stringify(body)
    for (const secret of SECRETS) if (text.includes(secret)) yield `${party} was told a limit: ${secret} in ${path}`
    const terms = (body.terms ?? body.opening) as Record<string, unknown> | undefined
    if (terms?.kind === 'instalment-loan') yield* outside(path, terms)
    if (allowed === null || body.move === 'walk-away') continue // letting go needs nobody's leave
    if (!allowed.inForce) yield `${party} was spoken to without a mandate in force: ${path}`
    const facts = Object.keys((body.facts ?? {}) as object).filter((name) => !allowed.disclosures.includes(name))
    if (facts.length > 0) yield `${party} was told ${facts.join(', ')}, which the mandate does not allow`
  }
}

function* outside(path: string, terms: Record<string, unknown>): Generator<string> {
  if (Number(terms.nominalRatePercent) > Number(LIMITS.maxNominalRatePercent)) yield `${path}: a rate above the mandate`
  if (Number(terms.termMonths) > LIMITS.maxTermMonths) yield `${path}: a term above the mandate`
  if (terms.currency !== LIMITS.currency) yield `${path}: another currency than the mandate’s`
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')
}
