/* The duty agents' page: who waits for a person, the conversation taken over, and being on call. */
import { get, post, put } from './api.js'
import { action, el, fill, notify } from './dom.js'
import { messagePart } from './message.js'
import { code, locale, moment, t } from './words.js'

const POLL_MILLISECONDS = 3000

export async function dutyPage(main, me, signal) {
  let selected = null
  const queue = el('div', { class: 'stack' })
  const desk = el('div', { class: 'stack' })
  const duty = el('input', { type: 'checkbox', id: 'duty' })
  duty.checked = (await get('/duty')).onDuty
  duty.addEventListener('change', async () => {
    try {
      duty.checked = (await put('/duty', { onDuty: duty.checked })).onDuty
    } catch (error) {
      duty.checked = !duty.checked
      notify(error)
    }
  })
  main.replaceChildren(
    el(
      'div',
      { class: 'columns' },
      el(
        'section',
        { class: 'stack', 'aria-label': t('handoffs') },
        el(
          'div',
          { class: 'row between' },
          el('h2', {}, t('handoffs')),
          el('label', { class: 'switch', for: 'duty' }, duty, t('onDuty')),
        ),
        queue,
      ),
      desk,
    ),
  )

  async function refresh() {
    const { handoffs } = await get('/handoffs')
    const open = handoffs.filter(
      (h) => h.status === 'waiting' || (h.status === 'accepted' && h.dutyAgent === me.subject),
    )
    if (selected !== null && !open.some((h) => h.id === selected)) selected = null
    selected ??= open.find((h) => h.dutyAgent === me.subject)?.id ?? null
    fill(queue, JSON.stringify([open, selected, locale()]), () =>
      open.length === 0 ? [el('p', { class: 'empty' }, t('noHandoffs'))] : open.map(queueCard),
    )
    await showDesk(open.find((h) => h.id === selected) ?? null)
  }

  function queueCard(handoff) {
    const path = `/handoffs/${encodeURIComponent(handoff.id)}`
    const open = async () => {
      if (handoff.status === 'waiting') await post(`${path}/accept`)
      selected = handoff.id
      await refresh()
    }
    return el(
      'article',
      { class: `card ${handoff.status === 'waiting' ? 'urgent' : ''}` },
      el(
        'div',
        { class: 'row between' },
        el('h3', {}, code(handoff.reason)),
        el('span', { class: `chip ${handoff.status === 'waiting' ? 'wait' : 'good'}` }, code(handoff.status)),
      ),
      el('p', {}, handoff.summary),
      el('p', { class: 'small soft' }, `${t('promised')} ${moment(handoff.promisedBy)}`),
      handoff.status === 'waiting' ? action(t('accept'), 'primary', open) : null,
    )
  }

  async function showDesk(handoff) {
    if (handoff === null) return fill(desk, 'none', () => [])
    const path = `/handoffs/${encodeURIComponent(handoff.id)}`
    if (desk.dataset.key !== `${handoff.id}${locale()}`) {
      fill(desk, `${handoff.id}${locale()}`, () => [deskCard(path)])
    }
    const { messages } = await get(`/threads/${encodeURIComponent(handoff.threadId)}`)
    const list = desk.querySelector('.messages')
    if (list === null || list.dataset.count === String(messages.length)) return
    list.dataset.count = String(messages.length)
    list.replaceChildren(...messages.map((message) => messagePart(message, 'duty-agent')))
    list.scrollTop = list.scrollHeight
  }

  function deskCard(path) {
    const input = el('textarea', { rows: '2', maxlength: '4000', id: 'reply' })
    const end = (verb) => async () => {
      await post(`${path}/${verb}`)
      selected = null
      await refresh()
    }
    return el(
      'section',
      { class: 'card chat', 'aria-label': t('chat') },
      el('h2', {}, t('chat')),
      el('div', { class: 'row' }, action(t('giveBack'), '', end('return')), action(t('close'), 'quiet', end('close'))),
      el('ol', { class: 'messages', tabindex: '0', 'aria-label': t('chat') }),
      el(
        'div',
        { class: 'compose' },
        el('label', { for: 'reply' }, t('reply'), input),
        action(t('send'), 'primary', async () => {
          const text = input.value.trim()
          if (text === '') return
          await post(`${path}/messages`, { text })
          input.value = ''
          await refresh()
        }),
      ),
    )
  }

  await refresh()
  const timer = setInterval(() => {
    if (!document.hidden) refresh().catch(notify)
  }, POLL_MILLISECONDS)
  signal.addEventListener('abort', () => clearInterval(timer))
}
