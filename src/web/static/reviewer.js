/* The reviewers' page: what waits, with everything needed to decide; and what was decided. */
import { get, post } from './api.js'
import { action, announce, el, fill, notify } from './dom.js'
import { editForm } from './edit.js'
import { negotiationPart } from './negotiation.js'
import { proposalCard } from './proposal.js'
import { askForm, changed, questionsPart, reviewTimes } from './review.js'
import { locale, t } from './words.js'

const POLL_MILLISECONDS = 5000

export async function reviewerPage(main, me, signal) {
  let status = 'pending'
  const list = el('div', { class: 'stack' })
  const tab = (name, label) =>
    el(
      'button',
      {
        type: 'button',
        'aria-pressed': String(name === status),
        onclick: (event) => {
          status = name
          for (const other of event.target.parentElement.children) {
            other.setAttribute('aria-pressed', String(other === event.target))
          }
          refresh().catch(notify)
        },
      },
      label,
    )
  main.replaceChildren(
    el(
      'div',
      { class: 'stack' },
      el('div', { class: 'tabs' }, tab('pending', t('queue')), tab('closed', t('closed'))),
      list,
    ),
  )

  async function refresh() {
    const { approvals } = await get(`/approvals?status=${status}`)
    // While somebody is writing, the list keeps still under their hands.
    if (list.contains(document.activeElement) && /TEXTAREA|INPUT|SELECT/.test(document.activeElement.tagName)) return
    fill(list, changed([approvals, status, locale()]), () =>
      approvals.length === 0
        ? [el('p', { class: 'empty' }, t('emptyQueue'))]
        : approvals.map((request) => reviewCard(request, me, refresh)),
    )
  }

  await refresh()
  const timer = setInterval(() => {
    if (!document.hidden) refresh().catch(notify)
  }, POLL_MILLISECONDS)
  signal.addEventListener('abort', () => clearInterval(timer))
}

function reviewCard(request, me, refresh) {
  const path = `/approvals/${encodeURIComponent(request.id)}`
  const reason = el('textarea', { rows: '2', maxlength: '2000' })
  const place = el('div', { class: 'stack' })

  const decide =
    (decision, extra = {}) =>
    async () => {
      const words = reason.value.trim()
      if (decision !== 'approve' && words === '') {
        reason.focus()
        throw new Error(t('reasonNeeded'))
      }
      const { termsHash } = request.proposal
      await post(`${path}/decision`, { decision, termsHash, ...(words === '' ? {} : { reason: words }), ...extra })
      announce(t('counted'))
      document.activeElement?.blur()
      await refresh()
    }

  const act = (verb) => async () => {
    await post(`${path}/${verb}`)
    await refresh()
  }

  const look = action(t('negotiation'), 'quiet', async () => {
    const ids = request.proposal.terms.acts.flatMap((a) => (a.type === 'conclude' ? [a.negotiationId] : []))
    const negotiations = await Promise.all(ids.map((id) => get(`/negotiations/${encodeURIComponent(id)}`)))
    place.replaceChildren(...negotiations.map((negotiation) => negotiationPart(negotiation)))
  })
  const edit = action(t('edit'), '', async () => {
    place.replaceChildren(
      editForm(request.proposal.terms, {
        submit: (terms) => decide('edit', { terms })(),
        cancel: () => place.replaceChildren(),
      }),
    )
    place.querySelector('input, textarea')?.focus()
  })

  const ask = action(t('ask'), '', async () => {
    place.replaceChildren(
      askForm({
        submit: async (to, question) => {
          const { termsHash } = request.proposal
          await post(`${path}/decision`, { decision: 'ask', termsHash, to, question })
          document.activeElement?.blur()
          await refresh()
        },
        cancel: () => place.replaceChildren(),
      }),
    )
    place.querySelector('textarea')?.focus()
  })

  if (request.outcome !== null) {
    return withPlace(withReview(proposalCard(request, { buttons: [look] }), [questionsPart(request)]), place)
  }
  const mine = request.claimedBy === me.subject
  const others = request.claimedBy !== null && !mine
  const voted = request.decisions.some((vote) => vote.person === me.subject)
  const claim = mine ? action(t('release'), 'quiet', act('release')) : action(t('claim'), '', act('claim'))
  const buttons = voted
    ? [el('p', { class: 'soft small' }, t('voted')), look]
    : others
      ? [el('p', { class: 'soft small' }, t('claimedBy', { who: request.claimedBy })), look]
      : [
          action(t('approve'), 'primary', decide('approve')),
          action(t('reject'), 'danger', decide('reject')),
          ask,
          edit,
          claim,
          look,
        ]
  const card = withReview(proposalCard(request, { buttons }), [
    reviewTimes(request),
    questionsPart(request),
    voted || others ? null : el('label', {}, t('reason'), reason),
  ])
  return withPlace(card, place)
}

/** Parts before the row of buttons. */
function withReview(card, parts) {
  for (const part of parts) if (part !== null) card.insertBefore(part, card.lastChild)
  return card
}

function withPlace(card, place) {
  card.append(place)
  return card
}
