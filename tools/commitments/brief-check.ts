/**
 * Whether a reviewer is shown enough to decide: nobody can approve what the page does not say.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Fault } from '../shared/errors.ts'
import type { Bilingual } from '../shared/explanation.ts'
import type { Brief, BriefAmount, ProposalTerms } from './proposal.ts'

/** What is missing in a brief (REFERENCE 5.3), as faults by path; empty when it can be put before a reviewer. */
export function checkBrief(terms: ProposalTerms, brief: Brief): readonly Fault[] {
  const faults: Fault[] = []
  const texts: readonly [string, Bilingual][] = [
    ['brief.act', brief.act],
    ['brief.worstCase', brief.worstCase],
    ['brief.irreversible', brief.irreversible],
  ]
  for (const [path, text] of texts) {
    if (text.de.trim() === '' || text.en.trim() === '') {
      faults.push({ path, reason: 'must be said in German and in English' })
    }
  }
  if (!terms.acts.some((act) => act.counterpartyName === brief.counterparty)) {
    faults.push({ path: 'brief.counterparty', reason: 'must be a counterparty of the terms' })
  }
  const amounts: readonly [string, BriefAmount | null][] = [
    ['brief.amounts.now', brief.amounts.now],
    ['brief.amounts.monthly', brief.amounts.monthly],
    ['brief.amounts.total', brief.amounts.total],
  ]
  for (const [path, amount] of amounts) {
    if (amount !== null && !isAmount(amount)) faults.push({ path, reason: 'must be a decimal string, not negative' })
  }
  if (brief.alternatives.length === 0) {
    faults.push({ path: 'brief.alternatives', reason: 'must name at least one, doing nothing among them' })
  }
  if (brief.sources.length === 0) faults.push({ path: 'brief.sources', reason: 'must say where the figures come from' })
  if (Number.isNaN(Date.parse(brief.deadline))) {
    faults.push({ path: 'brief.deadline', reason: 'must be a day or an instant' })
  }
  return faults
}

function isAmount({ amount }: BriefAmount): boolean {
  return /^\d+(\.\d+)?$/.test(amount) && new Decimal(amount).isFinite()
}
