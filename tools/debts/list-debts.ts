/**
 * The customer's debts as lines of references: every amount with the record it comes from.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Day } from '../shared/calendar.ts'
import type { Fact } from '../shared/fact.ts'
import { factMaker, refPart } from '../shared/make-facts.ts'
import type { DebtLine, ToolAnswer } from '../shared/tool-answer.ts'
import { editDistance, forgiven } from '../shared/words/edit-distance.ts'
import type { Debt } from './debt.ts'

/**
 * Lines for what is open, or for one creditor also what is paid; all paid ones when nothing is owed at all.
 *
 * @param creditor a name or part of it, as the customer wrote it
 */
export function listDebts(
  debts: readonly Debt[],
  { today, creditor }: { readonly today: Day; readonly creditor: string | null },
): ToolAnswer {
  const asked = creditor === null ? debts : debtsOf(debts, creditor)
  const open = asked.filter((debt) => !isNothing(debt.open))
  const shown = creditor !== null || open.length === 0 ? asked : open
  const described = shown.map((debt) => describe(debt, today))
  const total = totalOf(open)
  return {
    kind: 'debts',
    lines: described.map(({ line }) => line),
    total: total?.ref ?? null,
    // A creditor who is not on record is not known to be owed nothing.
    nothingOwed: open.length === 0 && (creditor === null || asked.length > 0),
    askedFor: creditor,
    facts: [...described.flatMap(({ facts }) => facts), ...(total === null ? [] : [total])],
  }
}

/** The debts to whoever words name; where nobody is called so, to those of whom the words are a misspelling. */
export function debtsOf(debts: readonly Debt[], words: string): readonly Debt[] {
  const named = debts.filter(({ creditor }) => matches(creditor.name, words))
  return named.length > 0 ? named : debts.filter(({ creditor }) => isMisspelt(creditor.name, words))
}

/** Either contains the other, case and spacing aside. */
function matches(name: string, words: string): boolean {
  const fold = (text: string) => text.toLocaleLowerCase('de').replaceAll(/[^\p{L}\p{N}]+/gu, '')
  const [a, b] = [fold(name), fold(words)]
  return b.length > 0 && (a.includes(b) || b.includes(a))
}

/** Each word is one of the name, but for slips that long words forgive: "Radhof Sattller". */
function isMisspelt(name: string, words: string): boolean {
  const split = (text: string) => text.toLocaleLowerCase('de').match(/[\p{L}\p{N}]+/gu) ?? []
  const known = split(name)
  const said = split(words).filter((word) => word.length > 2)
  const isOf = (word: string) =>
    known.some((part) => editDistance(word, part, forgiven(part.length)) <= forgiven(part.length))
  return said.length > 0 && said.every(isOf)
}

function describe(debt: Debt, today: Day): { line: DebtLine; facts: readonly Fact[] } {
  const { id, currency, creditor } = debt
  const make = factMaker(`debt.${refPart(id)}`, { type: 'debt', id, origin: debt.source, asOf: debt.asOf })
  const at = { de: `bei ${creditor.name}`, en: `at ${creditor.name}` }
  const facts: Fact[] = []
  const keep = (fact: Fact) => {
    facts.push(fact)
    return fact.ref
  }
  const next = debt.instalments.find(({ due }) => due >= today) ?? null
  const pending = debt.payments.filter(({ status }) => status === 'pending')
  if (/\d/.test(creditor.name)) keep(make.name('creditor.name', creditor.name, { de: 'Gläubiger', en: 'creditor' }))
  const line: DebtLine = {
    debtId: id,
    creditor: creditor.name,
    open: keep(
      make.money('open', { amount: debt.open, currency }, { de: `offen ${at.de}`, en: `still open ${at.en}` }),
    ),
    dueDate: keep(make.date('due', debt.dueDate, { de: `fällig ${at.de}`, en: `due ${at.en}` })),
    overdue: debt.dueDate < today && !isNothing(debt.open),
    asOf: keep(
      make.date('as-of', debt.asOf, {
        de: `Stand der Angaben von ${creditor.name}`,
        en: `statement of ${creditor.name} as of`,
      }),
    ),
    source: keep(make.name('source', debt.source, { de: 'Quelle', en: 'source' })),
    nextInstalment:
      next === null
        ? null
        : {
            due: keep(make.date('next.due', next.due, { de: `nächste Rate ${at.de}`, en: `next instalment ${at.en}` })),
            amount: keep(
              make.money(
                'next.amount',
                { amount: next.amount, currency },
                { de: `nächste Rate ${at.de}`, en: `next instalment ${at.en}` },
              ),
            ),
          },
    pending:
      pending.length === 0
        ? null
        : keep(
            make.money(
              'pending',
              { amount: sum(pending.map(({ amount }) => amount)), currency },
              { de: `gezahlt, noch nicht gebucht ${at.de}`, en: `paid, not yet posted ${at.en}` },
            ),
          ),
    fees: debt.fees.map((fee) => ({
      feeId: fee.id,
      type: fee.type,
      amount: keep(
        make.money(
          `fee.${refPart(fee.id)}.amount`,
          { amount: fee.amount, currency },
          { de: `Gebühr ${at.de}`, en: `fee charged ${at.en}` },
        ),
      ),
      date: keep(
        make.date(`fee.${refPart(fee.id)}.date`, fee.date, {
          de: `Tag der Gebühr ${at.de}`,
          en: `day of the fee ${at.en}`,
        }),
      ),
    })),
  }
  if (debt.nominalRatePercent !== undefined) {
    keep(make.rate('rate', debt.nominalRatePercent, 'nominal', { de: `Zins ${at.de}`, en: `interest ${at.en}` }))
  }
  if (debt.reference !== undefined)
    keep(make.name('reference', debt.reference, { de: `Aktenzeichen ${at.de}`, en: `reference ${at.en}` }))
  return { line, facts }
}

/** The sum of what is open, where it is all one currency: sums over currencies would be made up. */
function totalOf(open: readonly Debt[]): Fact | null {
  const [first] = open
  if (first === undefined || open.some(({ currency }) => currency !== first.currency)) return null
  const asOf = open.map((debt) => debt.asOf).toSorted()[0] ?? first.asOf
  return factMaker('debts', { type: 'rule', id: 'sum-of-open-debts', asOf }).money(
    'total',
    { amount: sum(open.map((debt) => debt.open)), currency: first.currency },
    { de: 'insgesamt offen', en: 'open in total' },
  )
}

function sum(amounts: readonly string[]): string {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed(2)
}

function isNothing(amount: string): boolean {
  return Number(amount) === 0
}
