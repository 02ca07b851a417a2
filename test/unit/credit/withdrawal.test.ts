import { expect, test } from 'vitest'
import { type CreditWithdrawal, creditWithdrawal } from '../../../tools/credit/withdrawal.ts'

const contract: CreditWithdrawal = {
  concluded: '2026-11-20',
  termsAndInfoReceived: '2026-11-20',
  toldAboutRight: true,
  regime: 'ccd2',
}

test('ends fourteen days after the later of conclusion and complete information', () => {
  expect(creditWithdrawal(contract)).toMatchObject({ lastDayToDispatch: '2026-12-04', openEnded: false })
  expect(creditWithdrawal({ ...contract, termsAndInfoReceived: '2026-12-01' }).lastDayToDispatch).toBe('2026-12-15')
  expect(creditWithdrawal({ ...contract, termsAndInfoReceived: '2026-11-01' }).lastDayToDispatch).toBe('2026-12-04')
})

test('ends at the latest twelve months and fourteen days after conclusion', () => {
  expect(creditWithdrawal({ ...contract, termsAndInfoReceived: null }).lastDayToDispatch).toBe('2027-12-04')
  expect(creditWithdrawal({ ...contract, termsAndInfoReceived: '2028-01-15' }).lastDayToDispatch).toBe('2027-12-04')
})

test('stays open when the consumer was not told of the right', () => {
  const untold = creditWithdrawal({ ...contract, toldAboutRight: false })
  expect(untold).toMatchObject({ lastDayToDispatch: null, openEnded: true })
})

test('has no long stop under the old law', () => {
  const old = { ...contract, concluded: '2024-05-02', regime: 'ccd1' } as const
  expect(creditWithdrawal({ ...old, termsAndInfoReceived: null })).toMatchObject({ openEnded: true })
  expect(creditWithdrawal({ ...old, termsAndInfoReceived: '2026-01-10' }).lastDayToDispatch).toBe('2026-01-24')
})

test('refuses impossible days by path', () => {
  expect(() => creditWithdrawal({ ...contract, concluded: '2026-02-29' })).toThrow(/concluded/)
  expect(() => creditWithdrawal({ ...contract, termsAndInfoReceived: 'soon' })).toThrow(/termsAndInfoReceived/)
})
