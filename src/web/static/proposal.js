/* A proposal with everything a person needs to decide on it: terms, brief, alternatives, votes, and what came of it. */
import { el, facts } from './dom.js'
import { termPairs } from './terms.js'
import { code, moment, money, say, t } from './words.js'

const amount = (value) => (value === null ? '' : money(value.amount, value.currency))

export function proposalCard(request, { buttons = [], full = true } = {}) {
  const { proposal, outcome, waitsFor } = request
  const { brief } = proposal
  return el(
    'article',
    { class: `card ${outcome === null ? 'urgent' : ''}`, 'aria-label': say(brief.act) },
    el(
      'div',
      { class: 'row between' },
      el('h3', {}, say(brief.act)),
      outcome === null
        ? el('span', { class: 'chip wait' }, `${t('waitsFor')}: ${waitsFor.map((who) => t(`vote_${who}`)).join(', ')}`)
        : el('span', { class: `chip ${outcome.outcome === 'approved' ? 'good' : 'bad'}` }, code(outcome.outcome)),
    ),
    facts([
      [t('counterparty'), brief.counterparty],
      [t('now'), amount(brief.amounts.now)],
      [t('monthly'), amount(brief.amounts.monthly)],
      [t('total'), amount(brief.amounts.total)],
      [t('term'), brief.termMonths === null ? '' : t('months', { n: brief.termMonths })],
      [t('worstCase'), say(brief.worstCase)],
      [t('irreversible'), say(brief.irreversible)],
      [t('deadline'), moment(proposal.expiresAt)],
    ]),
    alternatives(brief),
    el(
      'details',
      { 'data-name': `terms-${request.id}`, open: full },
      el('summary', {}, t('terms')),
      ...proposal.terms.acts.map(actPart),
    ),
    full
      ? facts([
          [t('evidence'), brief.sources.join(' · ')],
          [t('proposer'), proposal.proposer],
          [t('fingerprint'), proposal.termsHash.slice(0, 16)],
        ])
      : null,
    votes(request),
    execution(request),
    buttons.length === 0 ? null : el('div', { class: 'row' }, buttons),
  )
}

function alternatives({ alternatives: list }) {
  if (list.length === 0) return null
  const rows = list.map((option) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, say(option.title)),
      el('td', { class: 'figure' }, amount(option.total)),
      el('td', {}, say(option.note)),
    ),
  )
  return el(
    'div',
    { class: 'table-frame' },
    el(
      'table',
      {},
      el('caption', { class: 'visually-hidden' }, t('alternatives')),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, t('alternatives')),
          el('th', { scope: 'col', class: 'figure' }, t('total')),
          el('td', {}),
        ),
      ),
      el('tbody', {}, rows),
    ),
  )
}

function actPart(act) {
  if (act.type === 'conclude') {
    const title = `${code(act.terms.kind)} · ${act.counterpartyName}`
    return el('div', { class: 'negotiation' }, el('p', {}, title), facts(termPairs(act.terms)))
  }
  const { currency, items, undisputed, letter } = act.terms
  return el(
    'div',
    { class: 'negotiation' },
    el('p', {}, `${code(act.notice)} · ${act.counterpartyName} · ${act.subject.reference ?? act.subject.id}`),
    ...items.map((item) =>
      facts([
        [t('items'), item.id],
        [t('claimed'), money(item.claimed, currency)],
        [t('accepted'), money(item.accepted, currency)],
        [t('disputed'), money(item.disputed, currency)],
        [t('why'), item.codes.join(', ')],
      ]),
    ),
    facts([[t('undisputed'), money(undisputed, currency)]]),
    el('p', { class: 'soft small' }, t('letter')),
    el('pre', { class: 'letter' }, letter),
  )
}

function votes({ decisions }) {
  if (decisions.length === 0) return el('p', { class: 'soft small' }, `${t('votes')}: ${t('noVotes')}`)
  return el(
    'ul',
    { class: 'small', 'aria-label': t('votes') },
    decisions.map((vote) =>
      el(
        'li',
        {},
        `${vote.person} (${t(`vote_${vote.role}`)}): ${t(`decision_${vote.decision}`)}, ${moment(vote.decidedAt)}`,
        vote.reason === null ? '' : ` — ${vote.reason}`,
      ),
    ),
  )
}

function execution({ outcome, execution: state }) {
  if (outcome?.outcome !== 'approved') return null
  const references = (state.commitments ?? []).map((c) => `${c.reference} (${moment(c.committedAt)})`).join(', ')
  return facts([
    [t('execution'), t(`execution_${state.kind}`)],
    [t('reference'), references],
    [t('reason'), state.reason],
  ])
}
