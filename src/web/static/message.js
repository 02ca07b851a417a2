/* One message of a conversation, with where its figures come from. */
import { el } from './dom.js'
import { day, money, percent, say, t } from './words.js'

const BY = { customer: 'role_customer', assistant: 'assistant', 'duty-agent': 'dutyAgent' }

/** One message with the facts it rests on; `you` is the role of whoever reads. */
export function messagePart(message, you = 'customer') {
  const by = message.role === you ? 'you' : BY[message.role]
  return el(
    'li',
    { class: `message ${message.role}`, lang: message.locale },
    el('div', { class: 'by' }, t(by)),
    el('div', { class: 'text' }, message.text),
    sources(message.facts),
  )
}

function sources(list) {
  const seen = new Map(list.map((fact) => [fact.ref, fact]))
  if (seen.size === 0) return null
  return el(
    'details',
    {},
    el('summary', {}, `${t('sources')} (${seen.size})`),
    el(
      'ul',
      {},
      [...seen.values()].map((fact) =>
        el(
          'li',
          {},
          `${say(fact.meaning)}: ${factText(fact.value)}`,
          fact.source.origin === undefined ? '' : ` — ${fact.source.origin}`,
          fact.source.asOf === undefined ? '' : ` (${t('asOf')} ${day(fact.source.asOf)})`,
        ),
      ),
    ),
  )
}

function factText(value) {
  switch (value.kind) {
    case 'money':
      return money(value.amount, value.currency)
    case 'rate':
      return percent(value.percent)
    case 'date':
      return day(value.day)
    case 'count':
      return `${value.count} ${say(value.of)}`
    case 'duration':
      return `${value.length} ${value.unit}`
    case 'legal':
      return value.citation
    default:
      return value.text
  }
}
