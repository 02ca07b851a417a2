/**
 * Every case that a customer's record could be: where a fact is unknown, each answer it could have.
 *
 * @module
 */
import { addDays, type Day } from '../shared/calendar.ts'
import { parseMoney } from '../shared/money.ts'
import type { DunningCase, DunningFee } from './dunning-case.ts'
import type { MissingFactCode } from './missing-fact.ts'
import type { KnownDebt, KnownFee } from './with-told.ts'

/** Something with the facts that had to be supposed for it. */
export interface Supposed<T> {
  readonly value: T
  readonly supposed: ReadonlyMap<MissingFactCode, string>
}

/** A claim without its fees, once for each answer to what is unknown about the claim itself. */
export function possibleClaims(debt: KnownDebt, today: Day, vulnerable: boolean): readonly Supposed<DunningCase>[] {
  const known = {
    today,
    principal: parseMoney(debt.principal, debt.currency, 'principal'),
    claimKind: debt.claimKind,
    dueDate: debt.dueDate,
    reminders: debt.reminders,
    payments: debt.payments
      .filter(({ status }) => status === 'posted')
      .map(({ date, amount }) => ({ date, amount: parseMoney(amount, debt.currency, 'payments') })),
    // What the customer did or says is theirs to tell: not told means not done.
    refusedOn: debt.refusedOn ?? null,
    principalDisputed: debt.principalDisputed ?? false,
    noFault: debt.noFault ?? false,
    vulnerable,
    title: debt.title ?? null,
    fees: [],
    interestClaim: debt.interestClaim
      ? {
          to: debt.interestClaim.to,
          amount: parseMoney(debt.interestClaim.amount, debt.currency, 'interestClaim.amount'),
        }
      : null,
  } satisfies Omit<DunningCase, 'dueBasis' | 'invoice30'>
  const bases = optionsOf('DUE_BASIS', debt.dueBasis === 'unknown' ? null : debt.dueBasis, [
    'contract_calendar',
    'unilateral_invoice',
  ] as const)
  // The earliest an invoice can start the thirty days is the due date itself (§ 286 (3) BGB).
  const invoices = optionsOf('INVOICE_30_DAYS', debt.invoice30 ?? null, [
    { received: debt.dueDate, consumerNotice: false },
    { received: debt.dueDate, consumerNotice: true },
  ])
  return bases.flatMap((basis) =>
    invoices.map((invoice) => ({
      value: { ...known, dueBasis: basis.value, invoice30: invoice.value },
      supposed: new Map([...basis.supposed, ...invoice.supposed]),
    })),
  )
}

/** A fee, once for each combination of answers to what is unknown about it. */
export function possibleFees(fee: KnownFee, debt: KnownDebt): readonly Supposed<DunningFee>[] {
  const of = (amount: string) => parseMoney(amount, debt.currency, `fees.${fee.id}`)
  const known: DunningFee = {
    id: fee.id,
    type: fee.type,
    amount: of(fee.amount),
    date: fee.date,
    reminderId: fee.reminderId ?? null,
    channel: 'paper',
    basis: 'cost',
    clauseAllowsLowerDamageProof: false,
    provenBankFee: fee.provenBankFee === undefined ? null : of(fee.provenBankFee),
    mandateDate: fee.date,
    firstDemand: fee.firstDemand ?? null,
    registered: true,
    creditorCanDeductVat: true,
    infoMissing13a: fee.infoMissing13a ?? false,
    contestedBeforeMandate: false,
  }
  const start: Supposed<DunningFee> = { value: known, supposed: new Map() }
  if (fee.type === 'reminder') return reminderUnknowns(fee, debt).reduce(cross, [start])
  if (fee.type === 'inkasso') return collectionUnknowns(fee, debt).reduce(cross, [start])
  return [start]
}

type Options = readonly Supposed<Partial<DunningFee>>[]

/** The answer that presumes least comes first: where all lead to the same, its reason is the one that is given. */
function reminderUnknowns(fee: KnownFee, debt: KnownDebt): readonly Options[] {
  const letter = debt.reminders.find(({ id }) => id === fee.reminderId)
  const clause = fee.clauseAllowsLowerDamageProof
  const bases: readonly Partial<DunningFee>[] =
    clause !== undefined
      ? [{ basis: 'agb_flat', clauseAllowsLowerDamageProof: clause }]
      : [
          { basis: 'agb_flat', clauseAllowsLowerDamageProof: false },
          { basis: 'agb_flat', clauseAllowsLowerDamageProof: true },
        ]
  const cost = { basis: 'cost' } as const
  const basis = fee.basis === 'agb_flat' ? bases : fee.basis === 'cost' ? [cost] : [cost, ...bases]
  const channel = fee.channel ?? letter?.channel ?? null
  return [
    options('FEE_BASIS', basis),
    options(
      'FEE_CHANNEL',
      (channel === null ? (['paper', 'email'] as const) : [channel]).map((name) => ({ channel: name })),
    ),
    options(
      'FEE_REMINDER',
      (fee.reminderId !== undefined
        ? [fee.reminderId]
        : [null, ...(fee.without?.includes('reminder') ? [] : debt.reminders.map(({ id }) => id))]
      ).map((reminderId) => ({ reminderId })),
    ),
  ]
}

function collectionUnknowns(fee: KnownFee, debt: KnownDebt): readonly Options[] {
  const before = addDays(debt.dueDate, -1)
  return [
    options(
      'MANDATE_DATE',
      (fee.mandateDate === undefined ? [fee.date, before] : [fee.mandateDate]).map((mandateDate) => ({ mandateDate })),
    ),
    options(
      'FIRST_DEMAND',
      (fee.firstDemand !== undefined
        ? [fee.firstDemand]
        : [null, ...(fee.without?.includes('first-demand') ? [] : [fee.date])]
      ).map((firstDemand) => ({ firstDemand })),
    ),
    options(
      'AGENCY_REGISTERED',
      either(fee.registered).map((registered) => ({ registered })),
    ),
    options(
      'CONTESTED_BEFORE_MANDATE',
      either(fee.contestedBeforeMandate)
        .toReversed()
        .map((contestedBeforeMandate) => ({ contestedBeforeMandate })),
    ),
    options(
      'CREDITOR_VAT',
      either(fee.creditorCanDeductVat).map((creditorCanDeductVat) => ({ creditorCanDeductVat })),
    ),
  ]
}

function either(known: boolean | undefined): readonly boolean[] {
  return known === undefined ? [true, false] : [known]
}

function optionsOf<T>(code: MissingFactCode, known: T | null, answers: readonly T[]): readonly Supposed<T>[] {
  return known === null ? options(code, answers) : options(code, [known])
}

/** One answer is knowledge; several are suppositions under the code of the question. */
function options<T>(code: MissingFactCode, answers: readonly T[]): readonly Supposed<T>[] {
  return answers.map((value) => ({
    value,
    supposed: answers.length > 1 ? new Map([[code, JSON.stringify(value)]]) : new Map(),
  }))
}

function cross(fees: readonly Supposed<DunningFee>[], answers: Options): readonly Supposed<DunningFee>[] {
  return fees.flatMap((fee) =>
    answers.map((answer) => ({
      value: { ...fee.value, ...answer.value },
      supposed: new Map([...fee.supposed, ...answer.supposed]),
    })),
  )
}
