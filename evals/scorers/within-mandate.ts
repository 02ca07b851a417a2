/**
 * Promise 2: nothing offered, accepted or disclosed outside the mandate, and nobody contacted whom it does not name.
 * The bounds are checked here in their own few lines, so that a fault in the wall does not hide itself.
 *
 * @module
 */
import type { Limits, Mandate } from '../../tools/mandates/mandate.ts'
import type { DealTerms } from '../../tools/offers/terms.ts'
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'

export const withinMandate = gate('within-mandate', ({ tasks, mandates, book }: Transcript) => {
  const faults: string[] = []
  const allowed = new Set<string>()
  for (const { task, negotiations } of tasks) {
    const mandate = mandates.find((m) => m.id === task.mandateId)
    if (mandate === undefined) {
      faults.push(`task ${task.id} has no mandate`)
      continue
    }
    for (const negotiation of negotiations) {
      allowed.add(negotiation.counterpartyId)
      if (!mandate.counterparties.includes(negotiation.counterpartyId)) {
        faults.push(`${negotiation.counterpartyId} was contacted and is not in the mandate`)
      }
      const ours = negotiation.moves.filter((move) => move.side === 'ours' && move.terms !== null)
      for (const move of ours)
        faults.push(...outside(mandate.limits, move.terms, `${negotiation.id} round ${move.round}`))
      if (negotiation.held !== null)
        faults.push(...outside(mandate.limits, negotiation.held.terms, `${negotiation.id} held`))
    }
  }
  faults.push(...disclosed(book, mandates))
  for (const line of book) {
    const partyId = line.partyId ?? ''
    if (line.type === 'answered' && !allowed.has(partyId)) faults.push(`${partyId} heard from us without a mandate`)
  }
  return faults
})

function outside(limits: Limits, terms: DealTerms | null, where: string): readonly string[] {
  const above = (name: string, value: string | number | undefined, bound: string | number | undefined) =>
    value !== undefined && bound !== undefined && Number(value) > Number(bound)
      ? [`${where}: ${name} above the mandate`]
      : []
  if (terms === null) return []
  if (terms.kind === 'instalment-loan') {
    return [
      ...above('nominal rate', terms.nominalRatePercent, limits.maxNominalRatePercent),
      ...above('term', terms.termMonths, limits.maxTermMonths),
      ...above('fee', terms.originationFee, limits.maxFee),
    ]
  }
  if ('annualPremium' in terms) {
    return [
      ...above('premium', terms.annualPremium, limits.maxAnnualPremium),
      ...above('premium a month', Number(terms.annualPremium) / 12, limits.maxMonthly),
      ...above('deductible', terms.deductible, limits.maxDeductible),
    ]
  }
  return []
}

function disclosed(book: Transcript['book'], mandates: readonly Mandate[]): readonly string[] {
  const allowed = new Set<string>(mandates.flatMap((mandate) => mandate.disclosures))
  return book
    .flatMap((line) => Object.keys((line.heard?.facts ?? {}) as object))
    .filter((field) => !allowed.has(field))
    .map((field) => `told a counterparty ${field}, which no mandate allows`)
}
