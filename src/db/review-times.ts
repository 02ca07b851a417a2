/**
 * The reviewers' clock on SQL: reminders, passing on, and claims that ran out. What is due is found in the tables and
 * done under the lock of the request, so that any number of sweeps do each step once.
 *
 * @module
 */
import type pg from 'pg'
import { questionMessage, reminderMessage } from '../../agents/advocate/review-messages.ts'
import type { ReviewEvent } from '../../tools/commitments/approval-desk.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { dueSteps, pausesFor, type ReviewStep } from '../../tools/commitments/review-clock.ts'
import type { ReviewQuestion } from '../../tools/commitments/review-question.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import { postReviewMessage } from '../reviews/post-review-message.ts'
import { lockProposal } from './approval-transaction.ts'
import { record } from './postgres-audit.ts'
import type { Queryable } from './queryable.ts'
import { type LoadedRequest, loadRequests } from './request-rows.ts'
import { inTransaction } from './transaction.ts'

/** Whoever let a request lie leaves it to others for so long. */
const PASSED_OVER_MINUTES = 15
const AT_ONCE = 500

export type ReviewNote = ReviewEvent & { readonly proposalId: string }

/** Does what is due at `now` and returns what this call did. */
export async function keepReviewTimes(
  { pool, ids }: { readonly pool: pg.Pool; readonly ids: Ids },
  now: Date,
): Promise<readonly ReviewNote[]> {
  const done: ReviewNote[] = []
  for (const request of await candidates(pool, now)) {
    if (!isDue(request, now)) continue
    done.push(...(await inTransaction(pool, (client) => keepOne(client, ids, request.proposal.id, now))))
  }
  return done
}

/** Open requests in time that a claim or a clock runs on; no step falls due before half of the shorter time. */
async function candidates(pool: pg.Pool, now: Date): Promise<readonly LoadedRequest[]> {
  const { rows } = await pool.query<{ id: string }>(
    /* sql */ `
      select p.id from proposals p join approval_requests r on r.proposal_id = p.id
      where not exists (select from approvals a where a.proposal_id = p.id) and p.expires_at > $1
        and (r.claim_expires_at <= $1
          or p.created_at + make_interval(secs => least(p.first_look_seconds, p.decision_seconds) * 0.5) <= $1
          or exists (
            select from review_questions q
            where q.proposal_id = p.id and q.recipient = 'customer'
              and not exists (select from review_answers a where a.question_id = q.id)))
      order by p.expires_at limit ${AT_ONCE}`,
    [now],
  )
  return loadRequests(
    pool,
    rows.map(({ id }) => id),
    now,
  )
}

function isDue(request: LoadedRequest, now: Date): boolean {
  return request.lapsedClaim !== null || stepsOf(request, now).length > 0
}

function stepsOf(request: LoadedRequest, now: Date): readonly ReviewStep[] {
  const keys = (kind: ReviewEvent['kind']) =>
    new Set(request.events.filter((event) => event.kind === kind).map(({ key }) => key))
  const pauses = pausesFor(request.questions)
  return dueSteps({ ...request, pauses }, { reminders: keys('reminder'), escalations: keys('escalated') }, now)
}

async function keepOne(client: Queryable, ids: Ids, id: string, now: Date): Promise<readonly ReviewNote[]> {
  const proposal = await lockProposal(client, id)
  const [request] = await loadRequests(client, [id], now)
  if (request === undefined || request.outcome !== null) return []
  const done: ReviewNote[] = []
  const add = async (note: Omit<ReviewNote, 'proposalId' | 'at'>, person: string | null) => {
    const { rowCount } = await client.query(
      /* sql */ `
        insert into review_events (proposal_id, kind, key, level, person, due_at, at)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [id, note.kind, note.key, note.level, person, note.dueAt, now],
    )
    if (rowCount === 0) return false
    const { customerId } = proposal
    const detail = { key: note.key, level: note.level, dueAt: note.dueAt }
    await record({ customerId, actor: 'parley', action: `approval.${note.kind}`, subject: id, detail, at: now }, client)
    done.push({ ...note, proposalId: id, at: now.toISOString() })
    return true
  }
  const { lapsedClaim: lapsed } = request
  if (lapsed !== null) {
    await freeClaim(client, id)
    await add({ kind: 'lapsed', key: lapsed.until, level: 0, dueAt: lapsed.until }, lapsed.person)
  }
  let level = request.escalation
  for (const { kind, key, dueAt } of stepsOf(request, now)) {
    if (kind === 'escalated') {
      if (!(await add({ kind, key, dueAt, level: level + 1 }, request.claimedBy))) continue
      level += 1
      await passOn(client, id, request.claimedBy, level, now)
    } else if (await add({ kind, key, dueAt, level: 0 }, request.claimedBy)) {
      const open = request.questions.find(({ to, answer }) => to === 'customer' && answer === null)
      if (key.startsWith('answer') && open !== undefined) await askAgain(client, ids, proposal, open, key, now)
      // Reviewers hear of it by webhook; a look is theirs alone.
      if (key.startsWith('decision') && request.waitsFor.includes('customer')) {
        await remindCustomer(client, ids, proposal, key, now)
      }
    }
  }
  return done
}

/** To another reviewer: the claim ends, and who held it stays away for a while. */
async function passOn(client: Queryable, id: string, holder: string | null, level: number, now: Date): Promise<void> {
  const until = new Date(now.getTime() + PASSED_OVER_MINUTES * 60_000)
  await client.query(
    /* sql */ `
      update approval_requests set claimed_by = null, claim_expires_at = null, escalation = $2,
        passed_over = coalesce($3, passed_over), passed_over_until = case when $3::text is null then passed_over_until else $4 end
      where proposal_id = $1`,
    [id, level, holder, until],
  )
}

async function freeClaim(client: Queryable, id: string): Promise<void> {
  await client.query('update approval_requests set claimed_by = null, claim_expires_at = null where proposal_id = $1', [
    id,
  ])
}

async function askAgain(
  client: Queryable,
  ids: Ids,
  proposal: Proposal,
  { id, question }: ReviewQuestion,
  key: string,
  at: Date,
): Promise<void> {
  await postReviewMessage(client, ids, proposal, {
    words: (locale) => questionMessage(proposal, question, locale, 'again'),
    focus: { question: { id, proposalId: proposal.id } },
    dedupeKey: `review-reminder:${proposal.id}:${key}`,
    at,
  })
}

async function remindCustomer(client: Queryable, ids: Ids, proposal: Proposal, key: string, at: Date): Promise<void> {
  await postReviewMessage(client, ids, proposal, {
    words: (locale) => reminderMessage(proposal, locale),
    focus: { proposalId: proposal.id, proposal: { id: proposal.id, termsHash: proposal.termsHash } },
    dedupeKey: `review-reminder:${proposal.id}:${key}`,
    at,
  })
}
