/* The customer's conversation: saying something, hearing it answered word by word, and the way to a person. */
import { get, post, stream } from './api.js'
import { action, announce, el, notify } from './dom.js'
import { messagePart } from './message.js'
import { locale, moment, t } from './words.js'

/** The customer's chat. `refreshed` is called after each exchange, so that the rest of the page looks again. */
export function createChat({ refreshed }) {
  let threadId = null
  let lastSeq = 0
  let busy = false
  const list = el('ol', { class: 'messages', 'aria-label': t('chat'), tabindex: '0' })
  const banner = el('p', { class: 'banner', role: 'status', hidden: true })
  const input = el('textarea', { id: 'message', rows: '2', maxlength: '4000', placeholder: t('messageHint') })
  const sendButton = el('button', { type: 'submit', class: 'primary' }, t('send'))
  const suggestions = el(
    'div',
    { class: 'suggestions' },
    ['suggest1', 'suggest2', 'suggest3'].map((key) =>
      el('button', { type: 'button', onclick: () => submit(t(key)) }, t(key)),
    ),
  )
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit(input.value)
  })
  const form = el(
    'form',
    {
      class: 'stack',
      onsubmit: (event) => {
        event.preventDefault()
        submit(input.value)
      },
    },
    suggestions,
    el('div', { class: 'compose' }, el('label', { for: 'message' }, t('message'), input), sendButton),
  )
  const element = el(
    'section',
    { class: 'card chat', 'aria-labelledby': 'chat-title' },
    el(
      'div',
      { class: 'row between' },
      el('h2', { id: 'chat-title' }, t('chat')),
      el('div', { class: 'row' }, action(t('person'), '', askForPerson), action(t('newChat'), 'quiet', begin)),
    ),
    banner,
    list,
    form,
  )

  function greet() {
    list.replaceChildren(
      el('li', { class: 'message assistant' }, el('div', { class: 'by' }, t('assistant')), t('hello')),
    )
    suggestions.hidden = false
  }

  async function begin() {
    const thread = await post('/threads', { locale: locale() })
    threadId = thread.id
    lastSeq = 0
    banner.hidden = true
    greet()
    input.focus()
  }

  function add(message) {
    if (message.seq <= lastSeq) return
    lastSeq = message.seq
    suggestions.hidden = true
    list.append(messagePart(message))
    list.scrollTop = list.scrollHeight
    if (message.role !== 'customer') announce(message.text)
  }

  async function look() {
    if (threadId === null || busy) return
    const { messages, handoff } = await get(`/threads/${encodeURIComponent(threadId)}?after=${lastSeq}`)
    if (busy) return
    for (const message of messages) add(message)
    banner.hidden = handoff === null
    if (handoff !== null) {
      banner.textContent =
        handoff.status === 'accepted' ? t('handoffAccepted') : t('handoffWaiting', { when: moment(handoff.promisedBy) })
    }
  }

  async function askForPerson() {
    if (threadId === null) await begin()
    await post(`/threads/${encodeURIComponent(threadId)}/handoff`)
    await look()
  }

  async function submit(words) {
    const text = words.trim()
    if (text === '' || busy) return
    if (threadId === null) await begin()
    busy = true
    sendButton.disabled = true
    input.value = ''
    suggestions.hidden = true
    const mine = el(
      'li',
      { class: 'message customer' },
      el('div', { class: 'by' }, t('you')),
      el('div', { class: 'text' }, text),
    )
    const state = el('li', { class: 'working' }, t('working'))
    const draft = el('div', { class: 'text' })
    list.append(mine, state)
    list.scrollTop = list.scrollHeight
    try {
      await stream('POST', `/threads/${encodeURIComponent(threadId)}/messages`, {
        body: { text, id: `web-${crypto.randomUUID()}` },
        onEvent(event, data) {
          if (event === 'tool') state.textContent = `${t('working')} (${data.name})`
          if (event === 'token') {
            if (!draft.isConnected) {
              state.className = 'message assistant'
              state.replaceChildren(el('div', { class: 'by' }, t('assistant')), draft)
            }
            draft.append(data.text)
            list.scrollTop = list.scrollHeight
          }
          if (event === 'end' && data.status === 'queued') announce(t('queued'))
          if (event === 'error') notify(new Error(data.detail))
        },
      })
    } catch (error) {
      notify(error)
      input.value = text
    } finally {
      mine.remove()
      state.remove()
      busy = false
      sendButton.disabled = false
      await look().catch(notify)
      refreshed()
      input.focus()
    }
  }

  return {
    element,
    look,
    /** Opens the newest conversation, or greets when there is none yet. */
    async open() {
      const { threads } = await get('/threads')
      greet()
      if (threads.length === 0) return
      threadId = threads[0].id
      await look()
    },
  }
}
