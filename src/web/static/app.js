/* Who is here, in which language, and which page that opens. */
import { get, signedIn, signIn, signOut } from './api.js'
import { customerPage } from './customer.js'
import { el, notify } from './dom.js'
import { dutyPage } from './duty.js'
import { operatorPage } from './operator.js'
import { reviewerPage } from './reviewer.js'
import { locale, setLocale, t } from './words.js'

const PAGES = { customer: customerPage, reviewer: reviewerPage, 'duty-agent': dutyPage, operator: operatorPage }
const main = document.getElementById('main')
const who = document.getElementById('who')
const leave = document.getElementById('sign-out')
let page = new AbortController()

async function show() {
  page.abort()
  page = new AbortController()
  document.documentElement.lang = locale()
  for (const element of document.querySelectorAll('[data-i18n]')) element.textContent = t(element.dataset.i18n)
  for (const button of document.querySelectorAll('[data-locale]')) {
    button.setAttribute('aria-pressed', String(button.dataset.locale === locale()))
  }
  leave.hidden = !signedIn()
  if (!signedIn()) return showSignIn()
  try {
    const me = await get('/me')
    who.textContent = `${me.customer?.name ?? me.subject} · ${t(`role_${me.role}`)}`
    await PAGES[me.role]?.(main, me, page.signal)
  } catch (error) {
    if (error.status !== 401) return notify(error)
    signOut()
    leave.hidden = true
    showSignIn(t('signedOut'))
  }
}

function showSignIn(note = '') {
  who.textContent = ''
  const token = el('input', { type: 'password', autocomplete: 'off', required: true })
  main.replaceChildren(
    el(
      'form',
      {
        class: 'card sign-in',
        onsubmit: (event) => {
          event.preventDefault()
          signIn(token.value.trim())
          show()
        },
      },
      el('h1', {}, t('signInTitle')),
      note === '' ? null : el('p', { class: 'chip bad' }, note),
      el('p', { class: 'soft' }, t('signInHelp')),
      el('label', {}, t('token'), token),
      el('button', { type: 'submit', class: 'primary' }, t('signIn')),
    ),
  )
}

for (const button of document.querySelectorAll('[data-locale]')) {
  button.addEventListener('click', () => {
    setLocale(button.dataset.locale)
    show()
  })
}
leave.addEventListener('click', () => {
  signOut()
  show()
})
addEventListener('hashchange', () => location.reload())
show()
