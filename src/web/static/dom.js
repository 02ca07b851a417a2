/* Building the page from plain values: text is always text, never markup. */

import { t } from './words.js'

/** An element: `el('p', { class: 'soft' }, 'Hello')`; `on…` properties are listeners. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value)
    else element.setAttribute(key, value === true ? '' : String(value))
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  element.append(...children)
  return element
}

/** Replaces what an element holds, only when it changed, so that focus and open details survive polling. */
export function fill(element, key, children) {
  if (element.dataset.key === key) return
  element.dataset.key = key
  const open = new Map([...element.querySelectorAll('details[data-name]')].map((d) => [d.dataset.name, d.open]))
  element.replaceChildren(...children())
  for (const details of element.querySelectorAll('details[data-name]')) {
    details.open = open.get(details.dataset.name) ?? details.open
  }
}

/** A button that cannot be pressed twice while its work runs. */
export function action(label, className, work) {
  const button = el('button', { type: 'button', class: className }, label)
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      await work()
    } catch (error) {
      notify(error)
    } finally {
      button.disabled = false
    }
  })
  return button
}

let hide
/** Shows what went wrong, in the words of the problem document. */
export function notify(error) {
  const notice = document.getElementById('notice')
  notice.textContent = error instanceof TypeError ? t('offline') : error.message
  notice.hidden = false
  clearTimeout(hide)
  hide = setTimeout(() => {
    notice.hidden = true
  }, 8000)
}

/** Says something to screen readers. */
export function announce(text) {
  document.getElementById('live').textContent = text
}

/** A definition list of label and value pairs; empty values are left out. */
export function facts(pairs) {
  const list = el('dl', { class: 'facts' })
  for (const [label, value] of pairs) {
    if (value === null || value === undefined || value === '') continue
    list.append(el('dt', {}, label), el('dd', {}, value))
  }
  return list
}
