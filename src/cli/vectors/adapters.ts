/**
 * The adapter of every vector file, by the file's name without `.json`. A file that is not listed is an error.
 *
 * @module
 */
import type { Adapter } from './adapter.ts'
import { amortisationVectors } from './amortisation.ts'
import { aprEuVectors } from './apr-eu.ts'
import { aprEuIntervalVectors } from './apr-eu-intervals.ts'
import { aprUsVectors } from './apr-us-regz.ts'
import { ccd2ScopeVectors } from './ccd2-scope.ts'
import { dataBasiszinssatz } from './data-basiszinssatz.ts'
import { dataPfaendungsfreigrenzen } from './data-pfaendungsfreigrenzen.ts'
import { dataRvg } from './data-rvg.ts'
import { deDefaultInterest } from './de-default-interest.ts'
import { deDunning } from './de-dunning.ts'
import { deEarlyRepayment } from './de-early-repayment.ts'
import { deInkassoRvg } from './de-inkasso-rvg.ts'
import { deLimitation } from './de-limitation.ts'
import { dePfaendung } from './de-pfaendung.ts'
import { deWithdrawal } from './de-withdrawal.ts'
import { debtStrategy } from './debt-strategy.ts'
import { insurance } from './insurance.ts'
import { insuranceDeadlines } from './insurance-deadlines.ts'
import { overdraftRevolving } from './overdraft-revolving.ts'
import { parseDeEn } from './parse-de-en.ts'
import { refinancingVectors } from './refinancing.ts'
import { savingsVectors } from './savings.ts'

export const ADAPTERS: Readonly<Record<string, Adapter>> = {
  'parse-de-en': parseDeEn,
  'data-pfaendungsfreigrenzen': dataPfaendungsfreigrenzen,
  'insurance-deadlines': insuranceDeadlines,
  insurance: insurance,
  'debt-strategy': debtStrategy,
  'de-pfaendung': dePfaendung,
  amortisation: amortisationVectors,
  'apr-eu': aprEuVectors,
  'apr-eu-intervals': aprEuIntervalVectors,
  'apr-us-regz': aprUsVectors,
  'data-rvg': dataRvg,
  'data-basiszinssatz': dataBasiszinssatz,
  'de-limitation': deLimitation,
  'de-inkasso-rvg': deInkassoRvg,
  'de-dunning': deDunning,
  'de-default-interest': deDefaultInterest,
  'ccd2-scope': ccd2ScopeVectors,
  'de-early-repayment': deEarlyRepayment,
  'de-withdrawal': deWithdrawal,
  'overdraft-revolving': overdraftRevolving,
  refinancing: refinancingVectors,
  savings: savingsVectors,
}
