/**
 * Plays one customer against three counterparties at once and says what coupling the talks is worth.
 *
 * @module
 */
import { type CoupledPlay, coupledPlays } from '../../../tools/negotiation/field/coupled-plays.ts'
import type { Scenario } from '../../../tools/negotiation/field/scenario.ts'
import { InvalidInput } from '../../../tools/shared/errors.ts'
import type { TournamentOptions } from './read-options.ts'

/** @throws InvalidInput when no issues are shared by three scenarios */
export function runCoupled(scenarios: readonly Scenario[], { rounds, seeds }: TournamentOptions): void {
  const plays = coupledPlays(scenarios, rounds, seeds)
  if (plays.length === 0) {
    throw new InvalidInput([{ path: '--coupled', reason: 'needs three scenarios over the same issues' }])
  }
  const mean = (of: (play: CoupledPlay) => number): number =>
    plays.reduce((sum, play) => sum + of(play), 0) / plays.length
  const independent = mean((play) => play.independent)
  const gain = mean((play) => play.coupled - play.independent)
  const deviation = Math.sqrt(mean((play) => (play.coupled - play.independent - gain) ** 2))
  const share = (value: number): string => `${((100 * value) / independent).toFixed(1)} %`
  console.log(`${plays.length} plays, ${rounds} rounds, advantage of the customer`)
  console.log(`one counterparty              ${mean((play) => play.one).toFixed(3)}`)
  console.log(`best of three, independent    ${independent.toFixed(3)}`)
  console.log(`three coupled                 ${(independent + gain).toFixed(3)}`)
  console.log(`gain by coupling              ${share(gain)}, ± ${share((1.96 * deviation) / Math.sqrt(plays.length))}`)
}
