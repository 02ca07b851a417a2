/**
 * The customer of a sequence in the import format, and the proposal that is drafted for them.
 *
 * @module
 */
import type { Act } from '../../tools/commitments/proposal.ts'
import { NOW } from './world.ts'

export interface Setup {
  readonly kind: 'drafted' | 'two-acts' | 'large' | 'negotiated'
}

export function actsOf(tag: string, kind: Setup['kind']): Act[] {
  const large = kind === 'large'
  const conclude: Act = {
    ...{ type: 'conclude', counterpartyId: 'evil-bank', counterpartyName: 'evil-bank', negotiationId: `neg-${tag}` },
    ...{ offerId: `of-${tag}`, validUntil: new Date(NOW + 7 * 86_400_000).toISOString() },
    terms: {
      ...{ kind: 'instalment-loan', currency: 'EUR', principal: large ? '60000.00' : '6000.00' },
      ...{ nominalRatePercent: '5.49', termMonths: 36, originationFee: '0.00', earlyRepaymentFeePercent: '0.0' },
    },
  }
  const notice: Act = {
    ...{ type: 'notice', notice: 'cancellation', counterpartyId: 'second-bank', counterpartyName: 'second-bank' },
    subject: { type: 'contract', id: `k-c-${tag}`, reference: null },
    terms: { currency: 'EUR', items: [], undisputed: '0.00', answerBy: null, letter: 'I cancel the contract.' },
  }
  return kind === 'two-acts' ? [conclude, notice] : [conclude]
}

export function briefOf(kind: Setup['kind']) {
  const say = (text: string) => ({ de: text, en: text })
  const euros = (amount: string) => ({ amount, currency: 'EUR' })
  const large = kind === 'large'
  return {
    act: say('A loan'),
    counterparty: 'evil-bank',
    amounts: {
      now: euros('0.00'),
      monthly: euros(large ? '1811.50' : '181.15'),
      total: euros(large ? '65214.00' : '6521.40'),
    },
    termMonths: 36,
    worstCase: say('Three years of instalments'),
    deadline: new Date(NOW + 6 * 86_400_000).toISOString(),
    irreversible: say('Can be withdrawn from within fourteen days'),
    alternatives: [{ title: say('Nothing'), total: null, note: say('All stays') }],
    sources: ['evil-bank'],
  }
}

export function customerFile(id: string, balance: string): unknown {
  const loan = { balance, nominalRatePercent: '11.90', rateType: 'fixed', remainingMonths: 40, originalMonths: 72 }
  const contract = {
    ...{ id: `k-${id}`, kind: 'instalment-loan', provider: { id: 'bk-old', name: 'Old Bank' }, reference: `R-${id}` },
    ...{ currency: 'EUR', startedOn: '2024-05-01', asOf: '2026-11-20', source: 'loan contract' },
    loan: { ...loan, originalPrincipal: '90000.00', instalment: balance === '6000.00' ? '182.40' : '1824.00' },
  }
  const customer = { id, name: 'Ada Exempel', locale: 'en-GB', birthYear: 1990, currency: 'EUR' }
  return { customer: { ...customer, netMonthlyIncome: '5650.00' }, debts: [], contracts: [contract], offers: [] }
}
