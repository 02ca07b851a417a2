/* The operators' page: figures from the tables, and the newest entries of the audit trail. */
import { get } from './api.js'
import { el, facts } from './dom.js'
import { moment, t } from './words.js'

export async function operatorPage(main) {
  const [{ figures }, { entries }] = await Promise.all([get('/figures'), get('/audit?limit=1000')])
  const rows = entries
    .slice(-200)
    .reverse()
    .map((entry) =>
      el(
        'tr',
        {},
        [moment(entry.at), entry.actor, entry.action, entry.subject].map((text) => el('td', {}, text)),
      ),
    )
  main.replaceChildren(
    el(
      'div',
      { class: 'stack' },
      el(
        'section',
        { class: 'card' },
        el('h2', {}, t('figures')),
        facts(Object.entries(figures).map(([k, v]) => [k, String(v)])),
      ),
      el(
        'section',
        { class: 'card' },
        el('h2', {}, t('audit')),
        el('div', { class: 'table-frame' }, el('table', {}, el('tbody', {}, rows))),
      ),
    ),
  )
}
