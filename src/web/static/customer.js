/* The customer's page: the conversation, what waits for a yes, tasks with their negotiations, records. */
import { del, get, post, stream } from './api.js'
import { createChat } from './chat.js'
import { action, announce, el, facts, fill, notify } from './dom.js'
import { negotiationPart } from './negotiation.js'
import { proposalCard } from './proposal.js'
import { termPairs } from './terms.js'
import { code, day, locale, moment, money, t } from './words.js'

const POLL_MILLISECONDS = 4000

export async function customerPage(main, me, signal) {
  const chat = createChat({ refreshed: () => refresh().catch(notify) })
  const waiting = el('div', { class: 'stack' })
  const tasks = el('section', { class: 'stack', 'aria-label': t('tasks') })
  const records = el('section', { class: 'card' })
  main.replaceChildren(
    el('div', { class: 'columns' }, chat.element, el('div', { class: 'stack' }, waiting, tasks, records)),
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
    fill(waiting, JSON.stringify([open, approvals, closed, locale()]), () => [
      ...open.map((mandate) => mandateCard(mandate, currency, refresh)),
      el('h2', {}, t('proposals')),
      ...(approvals.length === 0 ? [el('p', { class: 'empty' }, t('noProposals'))] : []),
      ...approvals.map((request) => ownProposal(request, refresh)),
      ...closedPart(closed),
    ])
    const views = await Promise.all(list.slice(0, 10).map((task) => get(`/tasks/${encodeURIComponent(task.id)}`)))
    const limits = new Map(mandates.map((mandate) => [mandate.id, mandate]))
    fill(tasks, JSON.stringify([views, mandates, locale()]), () => [
      el('h2', {}, t('tasks')),
      ...(views.length === 0 ? [el('p', { class: 'empty' }, t('noTasks'))] : []),
      ...views.map((view) => taskCard(view, limits.get(view.task.mandateId), currency, refresh)),
    ])
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
function closedPart(closed) {
  if (closed.length === 0) return []
  const cards = closed.map((request) => proposalCard(request, { full: false }))
  return [
    el(
      'details',
      { 'data-name': 'closed' },
      el('summary', {}, `${t('closed')} (${closed.length})`),
      el('div', { class: 'stack' }, cards),
    ),
  ]
}

function mandateFacts(mandate, currency) {
  return facts([
    [t('need'), code(mandate.need)],
    ...termPairs(mandate.limits, mandate.limits.currency ?? currency),
    [t('contacts'), mandate.counterpartyNames.join(', ')],
    [t('disclosures'), mandate.disclosures.map(code).join(', ') || t('nothing')],
    [t('until'), moment(mandate.expiresAt)],
  ])
}

function mandateCard(mandate, currency, refresh) {
  const path = `/mandates/${encodeURIComponent(mandate.id)}`
  return el(
    'article',
    { class: 'card urgent', 'aria-label': t('mandates') },
    el('h3', {}, `${t('mandate')}: ${mandate.goal}`),
    mandateFacts(mandate, currency),
    el('p', { class: 'small soft' }, `${t('mandateHelp')} ${t('limitsSecret')}`),
    el(
      'div',
      { class: 'row' },
      action(t('confirm'), 'primary', async () => {
        await post(`${path}/confirm`)
        await refresh()
      }),
      action(t('discard'), 'danger', async () => {
        await del(path)
        await refresh()
      }),
    ),
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
    ? [el('p', { class: 'soft small' }, t('voted'))]
    : [
        ...(request.waitsFor.includes('customer') ? [action(t('approveCustomer'), 'primary', decide('approve'))] : []),
        action(t('reject'), 'danger', decide('reject')),
      ]
  return proposalCard(request, { buttons, full: false })
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

async function showRecords(section) {
  const [{ debts }, { contracts }] = await Promise.all([get('/debts'), get('/contracts')])
  section.replaceChildren(
    el('h2', {}, t('records')),
    table(
      t('debts'),
      [t('creditor'), t('kind'), t('open'), t('due')],
      debts.map((debt) => [debt.creditor.name, code(debt.kind), money(debt.open, debt.currency), day(debt.dueDate)]),
    ),
    table(
      t('contracts'),
      [t('provider'), t('kind'), '', t('asOf')],
      contracts.map((contract) => [
        contract.provider.name,
        code(contract.kind),
        contractFigure(contract),
        day(contract.asOf),
      ]),
    ),
  )
}

function contractFigure(contract) {
  const { currency, loan, insurance, overdraft, savings } = contract
  if (loan) return money(loan.balance, currency)
  if (insurance) return money(insurance.annualPremium, currency)
  return money(overdraft ? overdraft.drawn : savings.balance, currency)
}

function table(title, heads, rows) {
  if (rows.length === 0) return el('p', { class: 'empty' }, `${title}: ${t('none')}`)
  const cell = (name) => (text, i) =>
    el(name, { class: i === 2 ? 'figure' : null, scope: name === 'th' ? 'col' : null }, text)
  return el(
    'details',
    { 'data-name': title, open: true },
    el('summary', {}, title),
    el(
      'div',
      { class: 'table-frame' },
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, heads.map(cell('th')))),
        el(
          'tbody',
          {},
          rows.map((row) => el('tr', {}, row.map(cell('td')))),
        ),
      ),
    ),
  )
}
