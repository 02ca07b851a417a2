/**
 * The figures of terms, of contracts and of limits as facts.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'
import type { Fact, FactSource } from '../shared/fact.ts'
import { factMaker } from '../shared/make-facts.ts'
import { type Currency, parseMoney, toDecimalString } from '../shared/money.ts'
import type { Contract } from './contract.ts'
import { type LoanFigures, loanFigures } from './loan-figures.ts'
import type { DealTerms, LoanTerms } from './terms.ts'

const WORDS = {
  principal: { de: 'Kreditbetrag', en: 'amount of the loan' },
  balance: { de: 'Guthaben', en: 'balance' },
  rest: { de: 'Restschuld', en: 'principal still owed' },
  nominal: { de: 'Sollzins', en: 'nominal rate' },
  effective: { de: 'effektiver Jahreszins nach Angabe des Anbieters', en: 'APR as stated by the provider' },
  effectiveComputed: { de: 'effektiver Jahreszins, berechnet', en: 'APR, computed' },
  term: { de: 'Laufzeit', en: 'term' },
  remaining: { de: 'verbleibende Laufzeit', en: 'remaining term' },
  instalment: { de: 'Monatsrate', en: 'monthly instalment' },
  fee: { de: 'einmalige Gebühr', en: 'one-off fee' },
  premium: { de: 'Jahresbeitrag', en: 'annual premium' },
  deductible: { de: 'Selbstbeteiligung', en: 'deductible' },
  sumInsured: { de: 'Deckungssumme', en: 'sum insured' },
  periodEnd: { de: 'Ende des Versicherungsjahres', en: 'end of the insured period' },
  notice: { de: 'Kündigungsfrist', en: 'notice period' },
  claim: { de: 'Forderung', en: 'claim' },
  settlement: { de: 'Vergleichsbetrag', en: 'settlement amount' },
  payWithin: { de: 'zu zahlen binnen', en: 'to be paid within' },
  claimed: { de: 'verlangt', en: 'claimed' },
  waived: { de: 'erlassen', en: 'waived' },
  limit: { de: 'Kreditrahmen', en: 'overdraft limit' },
  drawn: { de: 'in Anspruch genommen', en: 'drawn' },
  guaranteed: { de: 'Zins garantiert für', en: 'rate guaranteed for' },
  amount: { de: 'Betrag', en: 'amount' },
} as const satisfies Record<string, Bilingual>

/**
 * The figures of terms, most telling first.
 *
 * @param about whose terms: added to each meaning
 */
export function termFacts(prefix: string, terms: DealTerms, source: FactSource, about: string): readonly Fact[] {
  const make = factMaker(prefix, source)
  const of = (words: Bilingual): Bilingual => ({ de: `${words.de}, ${about}`, en: `${words.en}, ${about}` })
  const cash = (name: string, amount: string, words: Bilingual, per?: 'month' | 'year') =>
    make.money(name, { amount, currency: terms.currency, ...(per === undefined ? {} : { per }) }, of(words))
  const effectiveRate = (loan: LoanTerms): readonly Fact[] => {
    if (loan.effectiveRatePercent !== undefined) {
      return [make.rate('effective', loan.effectiveRatePercent, 'effective', of(WORDS.effective))]
    }
    const { effectiveRatePercent } = computed(loan)
    if (effectiveRatePercent === null) return []
    return [make.rate('effective', effectiveRatePercent, 'effective', of(WORDS.effectiveComputed))]
  }
  switch (terms.kind) {
    case 'instalment-loan':
      // Terms we offered state neither rate nor instalment; nobody decides on a loan without them.
      return [
        ...effectiveRate(terms),
        make.rate('nominal', terms.nominalRatePercent, 'nominal', of(WORDS.nominal)),
        make.duration('term', terms.termMonths, 'month', of(WORDS.term)),
        cash('instalment', terms.instalment ?? toDecimalString(computed(terms).monthly), WORDS.instalment, 'month'),
        cash('principal', terms.principal, WORDS.principal),
        ...(Number(terms.originationFee) === 0 ? [] : [cash('fee', terms.originationFee, WORDS.fee)]),
      ]
    case 'instalment-plan':
      return [
        cash('monthly', terms.monthly, WORDS.instalment, 'month'),
        make.duration('term', terms.months, 'month', of(WORDS.term)),
        cash('amount', terms.amount, WORDS.amount),
        ...(Number(terms.fee) === 0 ? [] : [cash('fee', terms.fee, WORDS.fee)]),
      ]
    case 'settlement':
      return [
        cash('settlement', terms.amount, WORDS.settlement),
        cash('claim', terms.claim, WORDS.claim),
        make.duration('pay-within', terms.payWithinDays, 'day', of(WORDS.payWithin)),
      ]
    case 'fee-waiver':
      return [cash('waived', terms.waived, WORDS.waived), cash('claimed', terms.claimed, WORDS.claimed)]
    case 'overdraft':
      return [
        make.rate('nominal', terms.nominalRatePercent, 'nominal', of(WORDS.nominal)),
        cash('limit', terms.limit, WORDS.limit),
      ]
    case 'savings':
      return [
        make.rate('nominal', terms.nominalRatePercent, 'nominal', of(WORDS.nominal)),
        cash('balance', terms.balance, WORDS.balance),
        ...(terms.guaranteedMonths === 0
          ? []
          : [make.duration('guaranteed', terms.guaranteedMonths, 'month', of(WORDS.guaranteed))]),
      ]
    default:
      return [
        cash('premium', terms.annualPremium, WORDS.premium, 'year'),
        cash('deductible', terms.deductible, WORDS.deductible),
        cash('sum-insured', terms.sumInsured, WORDS.sumInsured),
        ...(terms.noticeMonths === 0 ? [] : [make.duration('notice', terms.noticeMonths, 'month', of(WORDS.notice))]),
      ]
  }
}

/** The figures of a contract the customer has. */
export function contractFacts(prefix: string, contract: Contract): readonly Fact[] {
  const make = factMaker(prefix, { type: 'contract', id: contract.id, origin: contract.source, asOf: contract.asOf })
  const about = contract.provider.name
  const of = (words: Bilingual): Bilingual => ({ de: `${words.de}, ${about}`, en: `${words.en}, ${about}` })
  const cash = (name: string, amount: string, words: Bilingual, per?: 'month' | 'year') =>
    make.money(name, { amount, currency: contract.currency, ...(per === undefined ? {} : { per }) }, of(words))
  const named = /\d/.test(about) ? [make.name('provider.name', about, { de: 'Anbieter', en: 'provider' })] : []
  switch (contract.kind) {
    case 'instalment-loan':
      return [
        cash('balance', contract.loan.balance, WORDS.rest),
        make.rate('nominal', contract.loan.nominalRatePercent, 'nominal', of(WORDS.nominal)),
        cash('instalment', contract.loan.instalment, WORDS.instalment, 'month'),
        make.duration('remaining', contract.loan.remainingMonths, 'month', of(WORDS.remaining)),
        ...named,
      ]
    case 'overdraft':
      return [
        cash('drawn', contract.overdraft.drawn, WORDS.drawn),
        cash('limit', contract.overdraft.limit, WORDS.limit),
        make.rate('nominal', contract.overdraft.nominalRatePercent, 'nominal', of(WORDS.nominal)),
        ...named,
      ]
    case 'savings':
      return [
        cash('balance', contract.savings.balance, WORDS.balance),
        make.rate('nominal', contract.savings.nominalRatePercent, 'nominal', of(WORDS.nominal)),
        ...named,
      ]
    default:
      return [
        cash('premium', contract.insurance.annualPremium, WORDS.premium, 'year'),
        cash('deductible', contract.insurance.deductible, WORDS.deductible),
        cash('sum-insured', contract.insurance.sumInsured, WORDS.sumInsured),
        make.date('period-end', contract.insurance.periodEnd, of(WORDS.periodEnd)),
        ...named,
      ]
  }
}

function computed(terms: LoanTerms): LoanFigures {
  return loanFigures(terms, parseMoney(terms.principal, terms.currency as Currency, 'principal'))
}
