/**
 * A reviewer's questions on SQL, under the lock of the proposal they are about.
 *
 * @module
 */
import { questionMessage } from '../../agents/advocate/review-messages.ts'
import { answerQuestion } from '../../tools/commitments/answer-question.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import type { Asking, ReviewAnswer, ReviewQuestion } from '../../tools/commitments/review-question.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Bilingual, Explanation } from '../../tools/shared/explanation.ts'
import type { Fact } from '../../tools/shared/fact.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import { postReviewMessage } from '../reviews/post-review-message.ts'
import { postgresApprovals } from './postgres-approvals.ts'
import { record } from './postgres-audit.ts'
import type { Queryable } from './queryable.ts'

interface QuestionRow {
  id: string
  proposal_id: string
  customer_id: string
  person: string
  recipient: 'agent' | 'customer'
  question: string
  asked_at: Date
  answer: Bilingual | null
  message_id: string | null
  answered_at: Date | null
}

const SELECT = /* sql */ `
  select q.*, a.answer, a.message_id, a.answered_at
  from review_questions q left join review_answers a on a.question_id = q.id`

/** The questions on these proposals, oldest first. */
export async function questionsOn(db: Queryable, proposalIds: readonly string[]): Promise<readonly ReviewQuestion[]> {
  const { rows } = await db.query<QuestionRow>(`${SELECT} where q.proposal_id = any($1) order by q.asked_at, q.id`, [
    [...proposalIds],
  ])
  return rows.map(toQuestion)
}

/** Adds the question, and what follows from it: the agent's answer, or the message to the customer. */
export async function askAbout(
  client: Queryable,
  ids: Ids,
  proposal: Proposal,
  asking: Asking,
  at: Date,
): Promise<ReviewQuestion> {
  const { person, to, question, termsHash } = asking
  const open = (await questionsOn(client, [proposal.id])).find((q) => q.to === 'customer' && q.answer === null)
  if (to === 'customer' && open !== undefined) {
    throw new ParleyError('CONFLICT', 'The customer has not answered the question before this one yet.', {
      facts: { proposalId: proposal.id, questionId: open.id },
    })
  }
  const id = ids.next('question')
  await client.query(
    /* sql */ `
      insert into review_questions (id, proposal_id, terms_hash, customer_id, person, recipient, question, asked_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, proposal.id, termsHash, proposal.customerId, person, to, question, at],
  )
  const entry = { customerId: proposal.customerId, subject: proposal.id, at }
  await record({ ...entry, actor: person, action: 'approval.asked', detail: { questionId: id, to, termsHash } }, client)
  const asked = { id, proposalId: proposal.id, person, to, question, askedAt: at.toISOString(), answer: null }
  if (to === 'customer') {
    await postReviewMessage(client, ids, proposal, {
      words: (locale) => questionMessage(proposal, question, locale),
      focus: { question: { id, proposalId: proposal.id } },
      dedupeKey: `review-question:${id}`,
      at,
    })
    return asked
  }
  const text = answerQuestion(proposal, question, await reasonsOf(client, proposal))
  await keepAnswer(client, id, { text, messageId: null, at })
  await record({ ...entry, actor: 'agent', action: 'approval.answered', detail: { questionId: id } }, client)
  return { ...asked, answer: { text, messageId: null, answeredAt: at.toISOString() } }
}

/** Links the customer's words to their open question. The proposal must be locked. */
export async function answerAbout(
  client: Queryable,
  question: { readonly id: string; readonly proposalId: string },
  given: { readonly customerId: string; readonly text: string; readonly messageId: string | null; readonly at: Date },
): Promise<'answered' | 'gone'> {
  const found = (await questionsOn(client, [question.proposalId])).find(({ id }) => id === question.id)
  if (found === undefined || found.to !== 'customer') return 'gone'
  if (found.answer !== null) return isSame(found.answer, given) ? 'answered' : 'gone'
  if ((await postgresApprovals(client).outcomeOf(question.proposalId)) !== null) return 'gone'
  const { customerId, text, messageId, at } = given
  await keepAnswer(client, question.id, { text: { de: text, en: text }, messageId, at })
  const detail = { questionId: question.id, messageId }
  const entry = { customerId, actor: customerId, action: 'approval.answered', subject: question.proposalId }
  await record({ ...entry, detail, at }, client)
  return 'answered'
}

/** Which proposal a question is about, where it is this customer's. */
export async function proposalOfQuestion(
  db: Queryable,
  questionId: string,
  customerId: string,
): Promise<string | null> {
  const { rows } = await db.query<{ proposal_id: string }>(
    'select proposal_id from review_questions where id = $1 and customer_id = $2',
    [questionId, customerId],
  )
  return rows[0]?.proposal_id ?? null
}

async function keepAnswer(
  client: Queryable,
  questionId: string,
  { text, messageId, at }: { readonly text: Bilingual; readonly messageId: string | null; readonly at: Date },
): Promise<void> {
  await client.query(
    'insert into review_answers (question_id, answer, message_id, answered_at) values ($1, $2, $3, $4)',
    [questionId, JSON.stringify(text), messageId, at],
  )
}

/** The reasoning behind the figures that the customer was told with this proposal. */
async function reasonsOf(client: Queryable, proposal: Proposal): Promise<readonly Explanation[]> {
  const told = await client.query<{ facts: readonly Fact[] }>(
    /* sql */ `
      select facts from messages
      where thread_id = $1 and (focus ->> 'proposalId' = $2 or focus -> 'proposal' ->> 'id' = $2) order by seq`,
    [proposal.threadId, proposal.id],
  )
  const ids = told.rows.flatMap(({ facts }) => facts.flatMap(({ source }) => source.explanationId ?? []))
  const { rows } = await client.query<{ explanation: Explanation }>(
    'select explanation from explanations where customer_id = $1 and id = any($2) order by created_at, id',
    [proposal.customerId, [...new Set(ids)]],
  )
  return rows.map(({ explanation }) => explanation)
}

/** A repeat of the same message, or of the same words where they came without one. */
function isSame(answer: ReviewAnswer, given: { readonly text: string; readonly messageId: string | null }): boolean {
  return given.messageId === null ? answer.text.de === given.text : answer.messageId === given.messageId
}

function toQuestion(row: QuestionRow): ReviewQuestion {
  const { answer, answered_at: answeredAt } = row
  return {
    id: row.id,
    proposalId: row.proposal_id,
    person: row.person,
    to: row.recipient,
    question: row.question,
    askedAt: row.asked_at.toISOString(),
    answer:
      answer === null || answeredAt === null
        ? null
        : { text: answer, messageId: row.message_id, answeredAt: answeredAt.toISOString() },
  }
}
