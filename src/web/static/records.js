/* What is on record about the customer: debts and contracts. */
import { get } from './api.js'
import { el } from './dom.js'
import { code, day, money, t } from './words.js'

export async function showRecords(section) {
  const [{ debts }, { contracts }] = await Promise.all([get('/debts'), get('/contracts')])
  section.replaceChildren(
    el('h2', {}, t('records')),
    table(
      t('debts'),
      [t('creditor'), t('kind'), t('open'), t('due')],
      debts.map((debt) => [debt.creditor.name, code(debt.kind), money(debt.open, debt.currency), day(debt.dueDate)]),
    ),
    table(
      t('contracts'),
      [t('provider'), t('kind'), '', t('asOf')],
      contracts.map((contract) => [
        contract.provider.name,
        code(contract.kind),
        contractFigure(contract),
        day(contract.asOf),
      ]),
    ),
  )
}

function contractFigure(contract) {
  const { currency, loan, insurance, overdraft, savings } = contract
  if (loan) return money(loan.balance, currency)
  if (insurance) return money(insurance.annualPremium, currency)
  return money(overdraft ? overdraft.drawn : savings.balance, currency)
}

function table(title, heads, rows) {
  if (rows.length === 0) return el('p', { class: 'empty' }, `${title}: ${t('none')}`)
  const cell = (name) => (text, i) =>
    el(name, { class: i === 2 ? 'figure' : null, scope: name === 'th' ? 'col' : null }, text)
  return el(
    'details',
    { 'data-name': title, open: true },
    el('summary', {}, title),
    el(
      'div',
      { class: 'table-frame' },
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, heads.map(cell('th')))),
        el(
          'tbody',
          {},
          rows.map((row) => el('tr', {}, row.map(cell('td')))),
        ),
      ),
    ),
  )
}
