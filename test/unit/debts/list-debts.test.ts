import { describe, expect, it } from 'vitest'
import { debtSchema } from '../../../tools/debts/debt.ts'
import { listDebts } from '../../../tools/debts/list-debts.ts'
import { ANNA } from '../../support/anna.ts'

const [elbe, paid] = ANNA.debts
const list = (creditor: string | null, debts = ANNA.debts, today = '2026-11-22') => {
  const answer = listDebts(debts, { today, creditor })
  if (answer.kind !== 'debts') throw new Error(answer.kind)
  return answer
}

describe('the list of debts', () => {
  it('shows what is open, each figure with its record and day', () => {
    const answer = list(null)
    expect(answer.lines).toMatchObject([
      { debtId: 'd-1', creditor: 'Modehaus Elbe', overdue: true, nextInstalment: null, pending: null },
    ])
    expect(answer.lines[0]?.fees).toHaveLength(2)
    expect(answer.nothingOwed).toBe(false)
    for (const { ref, source } of answer.facts)
      if (ref !== 'debts.total') expect(source).toMatchObject({ id: 'd-1', asOf: '2026-11-20' })
    expect(answer.facts.find(({ ref }) => ref === answer.total)?.value).toMatchObject({ amount: '95.95' })
  })

  it('says of a named creditor that nothing is owed', () => {
    expect(list('stadtwerke nord')).toMatchObject({ nothingOwed: true, lines: [{ debtId: 'd-2' }] })
  })

  it('finds a creditor whose name is misspelt, and takes no other for them', () => {
    expect(list('Modehuas Elbe').lines).toMatchObject([{ debtId: 'd-1' }])
    expect(list('stadwerke').lines).toMatchObject([{ debtId: 'd-2' }])
    expect(list('Modehaus Nord').lines).toEqual([])
  })

  it('does not say that nothing is owed to somebody who is not on record', () => {
    expect(list('Telefonica')).toMatchObject({ nothingOwed: false, lines: [], askedFor: 'Telefonica' })
  })

  it('shows paid debts when nothing at all is owed', () => {
    expect(list(null, paid === undefined ? [] : [paid])).toMatchObject({
      nothingOwed: true,
      lines: [{ debtId: 'd-2' }],
      total: null,
    })
    expect(list(null, [])).toMatchObject({ nothingOwed: true, lines: [] })
  })

  it('names the next instalment and what was paid and not yet posted', () => {
    const debt = debtSchema.parse({
      ...elbe,
      instalments: [
        { due: '2026-11-01', amount: '10.00' },
        { due: '2026-12-01', amount: '20.00' },
      ],
      payments: [
        { date: '2026-11-20', amount: '5.00', status: 'pending' },
        { date: '2026-11-21', amount: '2.50', status: 'pending' },
      ],
    })
    const { lines, facts } = list(null, [debt])
    const valueBehind = (ref: string | undefined) => facts.find((fact) => fact.ref === ref)?.value
    expect(valueBehind(lines[0]?.nextInstalment?.amount)).toMatchObject({ amount: '20.00' })
    expect(valueBehind(lines[0]?.pending ?? '')).toMatchObject({ amount: '7.50' })
  })

  it('adds up no sum over currencies', () => {
    const dollars = debtSchema.parse({ ...elbe, id: 'd-9', currency: 'USD' })
    expect(list(null, elbe === undefined ? [] : [elbe, dollars]).total).toBeNull()
  })
})
