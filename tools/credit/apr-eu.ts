/**
 * The annual percentage rate by the equation of the European Union (effektiver Jahreszins).
 *
 * @module
 */
import type { Bilingual, Rule } from '../shared/explanation.ts'
import { type AprResult, aprResult, type Jurisdiction } from './apr-result.ts'
import { type Flow, type NetFlow, netFlows, signChanges } from './flows.ts'
import { type Curve, rootBetween, rootsBetween } from './root.ts'

const TITLE: Bilingual = { de: 'Effektiver Jahreszins', en: 'Annual percentage rate (APR)' }

/** Contracts since 20 November 2026. */
export const EU_APR: Rule = {
  id: 'eu.ccd2.apr',
  title: TITLE,
  source: 'Dir. (EU) 2023/2225 Annex III Part I; § 16 PAngV and its annex',
  validFrom: '2026-11-20',
  validTo: null,
}

/** The equation is the same for older contracts; the contract's day decides which text is cited. */
export const EU_APR_RULES: readonly Rule[] = [
  {
    id: 'eu.ccd1.apr',
    title: TITLE,
    source: 'Dir. 2008/48/EC Annex I Part I; PAngV annex',
    validFrom: '2010-06-11',
    validTo: '2026-11-19',
  },
  EU_APR,
]

// The equation is solved for the force of interest r = ln(1 + X): its terms are then plain exponentials.
const LOWEST = Math.log(0.01) // X = -99 %
const USUAL_HIGHEST = Math.log(1e6) // beyond X = 100,000,000 % only a single root is of interest
const HIGHEST = 690 // e^690 is still a number
const GRID = 0.05

/**
 * Solves `sum of advances = sum of payments`, each discounted by `(1 + X)^-t`, for X in percent.
 *
 * Flows of one moment net; a rate of zero comes back as exactly 0; negative rates are found down to -99 %.
 *
 * @param jurisdiction where the rate is shown: it decides the rounding alone
 * @throws InvalidInput when there are no flows, an amount is negative, currencies mix or a time is absurd
 */
export function aprEu(flows: readonly Flow[], jurisdiction: Exclude<Jurisdiction, 'US'> = 'DE'): AprResult {
  const net = netFlows(flows)
  const roots = forces(net).map((force) => Math.expm1(force) * 100)
  return aprResult(roots, jurisdiction)
}

function forces(net: readonly NetFlow[]): readonly number[] {
  const changes = signChanges(net)
  if (changes === 0) return []
  const free = net.reduce((sum, { amount }) => sum + amount, 0) === 0
  if (changes === 1) return free ? [0] : single(presentValue(net))
  const roots = rootsBetween(presentValue(net), LOWEST, USUAL_HIGHEST, GRID)
  if (free) return [0, ...roots.filter((root) => Math.abs(root) > 1e-9)]
  return roots.length > 0 ? roots : single(presentValue(net), USUAL_HIGHEST)
}

function single(curve: Curve, from = LOWEST): readonly number[] {
  const start = Math.sign(curve(from).value)
  let high = Math.max(1, from + 1)
  while (high < HIGHEST && Math.sign(curve(high).value) === start) high *= 2
  const root = rootBetween(curve, from, Math.min(high, HIGHEST), 0.06)
  return root === null ? [] : [root]
}

/** Net present value of the flows at a force of interest, relative to the largest flow, and its slope. */
function presentValue(net: readonly NetFlow[]): Curve {
  const amounts = Float64Array.from(net, ({ amount }) => amount)
  const times = Float64Array.from(net, ({ t }) => t)
  const largest = amounts.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0)
  return (force) => {
    let value = 0
    let slope = 0
    for (let k = 0; k < amounts.length; k++) {
      const t = times[k] ?? 0
      const worth = (amounts[k] ?? 0) * Math.exp(-force * t)
      value += worth
      slope -= t * worth
    }
    return { value: value / largest, slope: slope / largest }
  }
}
