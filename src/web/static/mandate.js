/* A mandate: what it allows, and the customer's yes or no to it. */
import { del, post } from './api.js'
import { action, el, facts } from './dom.js'
import { termPairs } from './terms.js'
import { code, moment, t } from './words.js'

/** What the mandate allows, line by line. */
export function mandateFacts(mandate, currency) {
  return facts([
    [t('need'), code(mandate.need)],
    ...termPairs(mandate.limits, mandate.limits.currency ?? currency),
    [t('contacts'), mandate.counterpartyNames.join(', ')],
    [t('disclosures'), mandate.disclosures.map(code).join(', ') || t('nothing')],
    [t('until'), moment(mandate.expiresAt)],
  ])
}

/** A mandate that waits for the customer. */
export function mandateCard(mandate, currency, refresh) {
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
