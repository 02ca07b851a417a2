/**
 * The fees of a real debt: what is certainly owed, what is certainly contestable, and what depends on facts to ask for.
 *
 * Nothing unknown is assumed. Every case that the record could be is decided; what all of them agree on is certain, the
 * rest is unclear, and only those facts are asked for that change the outcome.
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Explanation } from '../shared/explanation.ts'
import { add, type Money, parseMoney, zero } from '../shared/money.ts'
import { type AssessedFee, assessedFee } from './assessed-fee.ts'
import { objectionDeadline } from './court-paper.ts'
import { type DefaultBegin, defaultDate } from './default-date.ts'
import { actionsFor, type DunningAction, judgeFee } from './dunning.ts'
import type { DunningPolicy } from './dunning-policy.ts'
import { INTEREST_ITEM_ID, interestItem } from './interest-item.ts'
import type { MissingFactCode } from './missing-fact.ts'
import { possibleClaims, possibleFees } from './possible-cases.ts'
import type { KnownDebt } from './with-told.ts'

export type FeeAssessment =
  | { readonly kind: 'court-paper'; readonly deadline: Day; readonly explanation: Explanation }
  | {
      readonly kind: 'assessed'
      readonly items: readonly AssessedFee[]
      readonly totalAccepted: Money
      readonly totalDisputed: Money
      readonly totalUnclear: Money
      readonly missing: readonly MissingFactCode[]
      /** The beginnings of default that are possible; one where it is certain. */
      readonly begins: readonly DefaultBegin[]
      readonly actions: readonly DunningAction[]
      readonly escalate: boolean
    }

/**
 * Assesses the fees and the interest a creditor claims on a debt.
 *
 * @param debt as on record, or with what the customer told (`with-told.ts`)
 * @param circumstances `vulnerable` when the customer's situation calls for debt advice
 * @throws InvalidInput for a debt that is not in EUR: the rules are German
 */
export function assessFees(
  debt: KnownDebt,
  today: Day,
  policy: DunningPolicy,
  circumstances: 'ordinary' | 'vulnerable' = 'ordinary',
): FeeAssessment {
  if (debt.currency !== 'EUR')
    throw new InvalidInput([{ path: 'currency', reason: 'must be EUR: these rules are German' }])
  if (debt.title !== undefined) return { kind: 'court-paper', ...objectionDeadline(debt.title) }
  const claims = possibleClaims(debt, today, circumstances === 'vulnerable').map((claim) => ({
    ...claim,
    begin: defaultDate(claim.value),
  }))
  // The number of a reminder counts over all fees, so every fee stands in the claim while one is judged.
  const placed = debt.fees.flatMap((fee) =>
    possibleFees(fee, debt)
      .slice(0, 1)
      .map(({ value }) => value),
  )
  const items = debt.fees.map((fee) =>
    assessedFee(
      fee.id,
      parseMoney(fee.amount, 'EUR', `fees.${fee.id}.amount`),
      claims.flatMap(({ value: claim, begin, supposed }) =>
        possibleFees(fee, debt).map((possible) => ({
          supposed: new Map([...supposed, ...possible.supposed]),
          value: () =>
            judgeFee(
              possible.value,
              { ...claim, fees: placed.map((other) => (other.id === fee.id ? possible.value : other)) },
              begin,
              policy,
            ),
        })),
      ),
    ),
  )
  const interest = claims[0]?.value.interestClaim ?? null
  if (interest !== null) {
    const cases = claims.map(({ value, begin, supposed }) => ({
      supposed,
      value: () => interestItem(value, interest, begin),
    }))
    items.push(assessedFee(INTEREST_ITEM_ID, interest.amount, cases))
  }
  const sum = (part: 'accepted' | 'disputed' | 'unclear') => add(zero('EUR'), ...items.map((item) => item.result[part]))
  const first = claims[0]?.value
  return {
    kind: 'assessed',
    items: items.map(({ result }) => result),
    totalAccepted: sum('accepted'),
    totalDisputed: sum('disputed'),
    totalUnclear: sum('unclear'),
    missing: [...new Set(items.flatMap(({ result }) => result.missing))],
    begins: distinct(claims.map(({ begin }) => begin)),
    actions: first === undefined ? [] : actionsFor({ ...first, fees: placed }),
    escalate: circumstances === 'vulnerable' || items.some(({ escalate }) => escalate),
  }
}

function distinct(begins: readonly DefaultBegin[]): readonly DefaultBegin[] {
  return [...new Map(begins.map((begin) => [JSON.stringify(begin), begin])).values()]
}
