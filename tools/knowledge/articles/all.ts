/**
 * Every article of the library.
 *
 * @module
 */
import type { Article } from '../article.ts'
import { CLAIMS_AND_COURTS } from './claims-and-courts.ts'
import { CREDIT } from './credit.ts'
import { DUNNING } from './dunning.ts'
import { INSURANCE } from './insurance.ts'
import { INTEREST_AND_COLLECTION } from './interest-and-collection.ts'
import { LOANS_AND_OVERDRAFTS } from './loans-and-overdrafts.ts'

export const ARTICLES: readonly Article[] = [
  ...DUNNING,
  ...INTEREST_AND_COLLECTION,
  ...CREDIT,
  ...LOANS_AND_OVERDRAFTS,
  ...INSURANCE,
  ...CLAIMS_AND_COURTS,
]
