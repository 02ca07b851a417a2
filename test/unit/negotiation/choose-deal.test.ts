import { describe, expect, it } from 'vitest'
import { chooseDeal, type HeldDeal } from '../../../tools/negotiation/choose-deal.ts'
import type { Contract, Offer } from '../../../tools/offers/contract.ts'
import type { DealTerms, LoanTerms } from '../../../tools/offers/terms.ts'

const validUntil = '2026-12-06T10:00:00.000Z'
const loanAt = (nominalRatePercent: string): LoanTerms => ({
  kind: 'instalment-loan',
  currency: 'EUR',
  principal: '8036.12',
  nominalRatePercent,
  termMonths: 36,
  originationFee: '0.00',
  earlyRepaymentFeePercent: '0.0',
})
const contract: Contract = {
  id: 'k-1',
  kind: 'instalment-loan',
  provider: { id: 'bk-old', name: 'Old Bank' },
  currency: 'EUR',
  startedOn: '2024-11-15',
  asOf: '2026-11-20',
  source: 'loan contract',
  loan: {
    originalPrincipal: '12000.00',
    balance: '8036.12',
    nominalRatePercent: '11.99',
    rateType: 'fixed',
    remainingMonths: 36,
    instalment: '266.87',
    originalMonths: 60,
  },
}
const quote: Offer = {
  id: 'o-1',
  kind: 'instalment-loan',
  provider: { id: 'bk-quote', name: 'Quote Bank' },
  currency: 'EUR',
  source: 'e-mail',
  asOf: '2026-11-19',
  validUntil: '2026-12-05',
  binding: false,
  loan: {
    principal: '8036.12',
    nominalRatePercent: '6.00',
    termMonths: 36,
    originationFee: '0.00',
    earlyRepaymentFeePercent: '1.0',
  },
}

function deal(id: string, terms: DealTerms): HeldDeal {
  const counterparty = { id: `bk-${id}`, name: id, synthetic: true }
  return { negotiationId: id, counterparty, held: { offerId: `of-${id}`, terms, validUntil } }
}

const choose = (
  deals: readonly HeldDeal[],
  more: { contract?: Contract; quotes?: Offer[]; current?: DealTerms } = {},
) =>
  chooseDeal({
    deals,
    contract: more.contract ?? null,
    quotes: more.quotes ?? [],
    current: more.current ?? null,
    today: '2026-11-22',
    now: new Date('2026-11-22T10:00:00.000Z'),
  })

describe('choosing a deal', () => {
  it('takes the cheapest held offer and says what it saves after leaving the old loan', () => {
    const choice = choose([deal('a', loanAt('8.00')), deal('b', loanAt('7.00'))], { contract })
    expect(choice.best?.negotiationId).toBe('b')
    expect(choice.saving?.minor).toBeGreaterThan(0)
    expect(choice.ranked.map(({ id }) => id)).toEqual(['b', 'a', 'k-1'])
  })

  it('proposes nothing that is no better than doing nothing', () => {
    expect(choose([deal('a', loanAt('11.99'))], { contract }).best).toBeNull()
    expect(choose([deal('a', loanAt('11.90'))], { contract }).best).toBeNull() // leaving costs more than this saves
    expect(choose([], { contract })).toEqual({ best: null, saving: null, ranked: [] })
  })

  it('shows the customer’s own quote among the alternatives, also when it ranks first', () => {
    const choice = choose([deal('a', loanAt('7.00'))], { contract, quotes: [quote] })
    expect(choice.ranked.map(({ origin }) => origin)).toEqual(['quote', 'market', 'nothing'])
    expect(choice.best?.negotiationId).toBe('a')
  })

  it('weighs settlements against paying the whole claim', () => {
    const settlement = (amount: string): DealTerms => {
      return { kind: 'settlement', currency: 'EUR', claim: '400.00', amount, payWithinDays: 14 }
    }
    const current = settlement('400.00')
    const choice = choose([deal('a', settlement('320.00')), deal('b', settlement('300.00'))], { current })
    expect(choice.best?.negotiationId).toBe('b')
    expect(choice.saving?.minor).toBe(10_000)
    expect(choose([deal('a', settlement('400.00'))], { current }).best).toBeNull()
  })

  it('does not depend on the order in which offers came', () => {
    const deals = [deal('a', loanAt('7.00')), deal('b', loanAt('7.00')), deal('c', loanAt('7.50'))]
    expect(choose(deals.toReversed(), { contract })).toEqual(choose(deals, { contract }))
  })
})
