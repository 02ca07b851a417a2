/* Letters that were approved: downloaded here, and noted as posted by whoever posted them. */
import { file, get, post } from './api.js'
import { action, announce, el, fill } from './dom.js'
import { day, locale, t } from './words.js'

/** Shows the letters; nothing while there are none. */
export async function showLetters(section, refresh) {
  const { letters } = await get('/letters')
  fill(section, JSON.stringify([letters, locale()]), () =>
    letters.length === 0 ? [] : [el('h2', {}, t('letters')), ...letters.map((letter) => letterCard(letter, refresh))],
  )
}

function letterCard(letter, refresh) {
  const path = `/letters/${encodeURIComponent(letter.id)}`
  const isPosted = letter.channel === 'post'
  const [before, after] = isPosted ? ['letterPrepared', 'letterPosted'] : ['letterUnconfirmed', 'letterCopy']
  const state = letter.status === 'prepared' ? before : after
  const when = day((letter.dispatchedAt ?? letter.preparedAt).slice(0, 10))
  return el(
    'article',
    { class: 'card', 'aria-label': letter.subject },
    el('h3', {}, letter.counterpartyName),
    el('p', {}, letter.subject),
    el('p', { class: 'soft small' }, `${t(state)}: ${when}`),
    el(
      'div',
      { class: 'row' },
      action(t('letterDownload'), '', async () => save(await file(`${path}/pdf`), `${letter.id}.pdf`)),
      isPosted && letter.status === 'prepared'
        ? action(t('letterDispatched'), 'primary', async () => {
            await post(`${path}/dispatched`)
            announce(t('letterPosted'))
            await refresh()
          })
        : null,
    ),
  )
}

function save(blob, name) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
