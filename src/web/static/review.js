/* What a review needs beside the terms: its times, who holds it, and the questions that were asked about it. */
import { action, el, facts } from './dom.js'
import { moment, say, t } from './words.js'

/** What of a list changes what is shown: while a clock stands, its end moves with every look and says nothing new. */
export const changed = (value) => JSON.stringify(value, (key, part) => (key === 'decisionDueAt' ? undefined : part))

/** Until when a look and a decision are due, and how often it was passed on. */
export function reviewTimes(request) {
  const { clock, escalation, firstLookAt } = request
  return facts([
    [t('escalated'), escalation === 0 ? '' : String(escalation)],
    [t('lookDue'), firstLookAt === null && clock.firstLookDueAt !== null ? moment(clock.firstLookDueAt) : ''],
    [t('decisionDue'), clock.decisionDueAt === null ? '' : moment(clock.decisionDueAt)],
    [t('clockStands'), clock.pausedSince === null ? '' : moment(clock.pausedSince)],
    [
      t('claim'),
      request.claimedBy === null
        ? ''
        : t('claimedUntil', { who: request.claimedBy, when: moment(request.claimExpiresAt) }),
    ],
  ])
}

/** Every question with its answer; where `answer` is given, the customer can answer what is open. */
export function questionsPart({ id, outcome, questions }, answer = null) {
  if (questions.length === 0) return null
  return el(
    'ul',
    { class: 'small', 'aria-label': t('questions') },
    questions.map((question) =>
      el(
        'li',
        {},
        `${t(`asked_${question.to}`)}: ${question.question}`,
        question.answer === null
          ? openAnswer(id, question, outcome === null ? answer : null)
          : el('p', { class: 'soft said' }, say(question.answer.text)),
      ),
    ),
  )
}

function openAnswer(requestId, question, answer) {
  if (answer === null || question.to !== 'customer') return el('p', { class: 'soft' }, t('unanswered'))
  const text = el('textarea', { rows: '2', maxlength: '4000', 'aria-label': t('yourAnswer') })
  const send = action(t('sendAnswer'), '', async () => {
    if (text.value.trim() === '') return text.focus()
    await answer(requestId, question.id, text.value.trim())
  })
  return el('div', { class: 'stack' }, text, el('div', { class: 'row' }, send))
}

/** A form to ask the agent or the customer before deciding. */
export function askForm({ submit, cancel }) {
  const to = el(
    'select',
    {},
    el('option', { value: 'agent' }, t('askAgent')),
    el('option', { value: 'customer' }, t('askCustomer')),
  )
  const question = el('textarea', { rows: '3', maxlength: '2000' })
  return el(
    'fieldset',
    { class: 'card' },
    el('legend', {}, t('ask')),
    el('label', {}, t('askWhom'), to),
    el('label', {}, t('question'), question),
    el(
      'div',
      { class: 'row' },
      action(t('sendQuestion'), 'primary', async () => {
        if (question.value.trim() === '') return question.focus()
        await submit(to.value, question.value.trim())
      }),
      action(t('cancel'), 'quiet', async () => cancel()),
    ),
  )
}
