/* Editing terms: every plain field of every act. What comes out is a new proposal that needs its own approval. */
import { action, el } from './dom.js'
import { code, t } from './words.js'

/** A form over the terms; numbers stay numbers and decimal strings stay strings. */
export function editForm(terms, { submit, cancel }) {
  const copy = structuredClone(terms)
  const acts = copy.acts.map((act) =>
    act.type === 'conclude' ? fieldsOf(act.terms) : [area(t('letter'), act.terms, 'letter')],
  )
  return el(
    'fieldset',
    { class: 'card' },
    el('legend', {}, t('edit')),
    ...acts.map((fields) => el('div', { class: 'fields' }, fields)),
    el(
      'div',
      { class: 'row' },
      action(t('sendEdit'), 'primary', () => submit(copy)),
      action(t('cancel'), 'quiet', async () => cancel()),
    ),
  )
}

function fieldsOf(terms) {
  return Object.entries(terms)
    .filter(([field, value]) => !['kind', 'currency'].includes(field) && ['string', 'number'].includes(typeof value))
    .map(([field, value]) => {
      const input = el('input', { value, inputmode: 'decimal' })
      input.addEventListener('input', () => {
        terms[field] = typeof value === 'number' ? Number(input.value) : input.value.trim()
      })
      return el('label', {}, code(field), input)
    })
}

function area(label, holder, field) {
  const input = el('textarea', { rows: '10' })
  input.value = holder[field]
  input.addEventListener('input', () => {
    holder[field] = input.value
  })
  return el('label', {}, label, input)
}
