/* The customer's page: the conversation, what waits for a yes, tasks with their negotiations, records. */
import { del, get, post, stream } from './api.js'
import { createChat } from './chat.js'
import { action, announce, el, fill, notify } from './dom.js'
import { showLetters } from './letters.js'
import { mandateCard, mandateFacts } from './mandate.js'
import { negotiationPart } from './negotiation.js'
import { proposalCard } from './proposal.js'
import { showRecords } from './records.js'
import { changed, questionsPart } from './review.js'
import { code, day, locale, moment, t } from './words.js'

const POLL_MILLISECONDS = 4000

export async function customerPage(main, me, signal) {
  const chat = createChat({ refreshed: () => refresh().catch(notify) })
  const waiting = el('div', { class: 'stack' })
  const tasks = el('section', { class: 'stack', 'aria-label': t('tasks') })
  const letters = el('section', { class: 'stack', 'aria-label': t('letters') })
  const records = el('section', { class: 'card' })
  main.replaceChildren(
    el('div', { class: 'columns' }, chat.element, el('div', { class: 'stack' }, waiting, letters, tasks, records)),
  )
  const currency = me.customer?.currency ?? 'EUR'

  async function refresh() {
    const [{ mandates }, { approvals }, { approvals: closed }, { tasks: list }] = await Promise.all([
      get('/mandates'),
      get('/approvals?status=pending'),
      get('/approvals?status=closed'),
      get('/tasks'),
    ])
    const open = mandates.filter((mandate) => mandate.state === 'unconfirmed')
    fill(waiting, changed([open, approvals, closed, locale()]), () => [
      ...open.map((mandate) => mandateCard(mandate, currency, refresh)),
      el('h2', {}, t('proposals')),
      ...(approvals.length === 0 ? [el('p', { class: 'empty' }, t('noProposals'))] : []),
      ...approvals.map((request) => ownProposal(request, refresh)),
      ...closedPart(closed, refresh),
    ])
    const views = await Promise.all(list.slice(0, 10).map((task) => get(`/tasks/${encodeURIComponent(task.id)}`)))
    const limits = new Map(mandates.map((mandate) => [mandate.id, mandate]))
    fill(tasks, JSON.stringify([views, mandates, locale()]), () => [
      el('h2', {}, t('tasks')),
      ...(views.length === 0 ? [el('p', { class: 'empty' }, t('noTasks'))] : []),
      ...views.map((view) => taskCard(view, limits.get(view.task.mandateId), currency, refresh)),
    ])
    await showLetters(letters, refresh)
    follow(list, refresh, signal)
  }

  await Promise.all([chat.open(), refresh(), showRecords(records)])
  const timer = setInterval(() => {
    if (!document.hidden) Promise.all([chat.look(), refresh()]).catch(notify)
  }, POLL_MILLISECONDS)
  signal.addEventListener('abort', () => clearInterval(timer))
}

const followed = new Set()

/** Listens to each task under negotiation, so that moves show as they are made. */
function follow(list, refresh, signal) {
  for (const { id, status } of list) {
    if (status !== 'negotiating' || followed.has(id)) continue
    followed.add(id)
    let due = null
    stream('GET', `/tasks/${encodeURIComponent(id)}/events`, {
      signal,
      onEvent() {
        if (due !== null) return
        due = setTimeout(() => {
          due = null
          refresh().catch(notify)
        }, 300)
      },
    })
      .catch(() => {}) // a broken stream only means that the next poll shows what it would have
      .finally(() => followed.delete(id))
  }
}

/** What was decided, with what came of it. */
function closedPart(closed, refresh) {
  if (closed.length === 0) return []
  const cards = closed.map((request) =>
    proposalCard(request, { full: false, buttons: withdrawButtons(request, refresh) }),
  )
  return [
    el(
      'details',
      { 'data-name': 'closed' },
      el('summary', {}, `${t('closed')} (${closed.length})`),
      el('div', { class: 'stack' }, cards),
    ),
  ]
}

/** While the law lets the customer withdraw, one press starts it; nothing is sent without approval. */
function withdrawButtons(request, refresh) {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date())
  return (request.execution.commitments ?? [])
    .filter(({ undo }) => undo !== undefined && undo.lastDay >= today)
    .map(({ act, undo }) =>
      action(t('withdraw', { when: day(undo.lastDay) }), 'quiet', async () => {
        if (!confirm(t('withdrawSure', { law: undo.source }))) return
        await post(`/commitments/${encodeURIComponent(request.id)}/withdraw?act=${act}`)
        announce(t('withdrawStarted'))
        await refresh()
      }),
    )
}

function ownProposal(request, refresh) {
  const decide = (decision) => async () => {
    const { termsHash } = request.proposal
    await post(`/approvals/${encodeURIComponent(request.id)}/decision`, { decision, termsHash })
    announce(t('counted'))
    await refresh()
  }
  const voted = request.decisions.some((vote) => vote.role === 'customer')
  const buttons = voted
    ? [el('p', { class: 'soft small' }, t('voted')), ...againButtons(request, refresh)]
    : [
        ...(request.waitsFor.includes('customer') ? [action(t('approveCustomer'), 'primary', decide('approve'))] : []),
        action(t('reject'), 'danger', decide('reject')),
      ]
  const card = proposalCard(request, { buttons, full: false })
  const questions = questionsPart(request, async (id, questionId, text) => {
    await post(`/approvals/${encodeURIComponent(id)}/answer`, { questionId, text })
    document.activeElement?.blur()
    await refresh()
  })
  if (questions !== null) card.insertBefore(questions, card.lastChild)
  return card
}

/** Where one person decides alone: the second confirmation. Pressed too early it is refused, with the reason. */
function againButtons({ id, proposal, coolDownUntil, confirmedAgainAt }, refresh) {
  if (proposal.required.selfApproval !== true || confirmedAgainAt !== null || coolDownUntil === null) return []
  return [
    action(t('confirmAgain', { when: moment(coolDownUntil) }), 'primary', async () => {
      const { termsHash } = proposal
      await post(`/approvals/${encodeURIComponent(id)}/second-confirmation`, { termsHash })
      announce(t('counted'))
      await refresh()
    }),
  ]
}

const TONE = { done: 'good', 'no-deal': '', stopped: 'bad', 'needs-human': 'bad' }

function taskCard({ task, negotiations }, mandate, currency, refresh) {
  return el(
    'article',
    { class: 'card', 'aria-label': task.goal },
    el(
      'div',
      { class: 'row between' },
      el('h3', {}, task.goal),
      el('span', { class: `chip ${TONE[task.status] ?? 'wait'}` }, code(task.status)),
    ),
    ...negotiations.map((negotiation) => negotiationPart(negotiation, negotiations.length <= 3)),
    mandate?.state !== 'in-force'
      ? null
      : el(
          'details',
          { 'data-name': `mandate-${task.id}` },
          el('summary', { class: 'small' }, t('mandate')),
          mandateFacts(mandate, currency),
          action(t('revoke'), 'danger', async () => {
            if (!confirm(t('revokeSure'))) return
            await del(`/mandates/${encodeURIComponent(mandate.id)}`)
            await refresh()
          }),
        ),
  )
}
