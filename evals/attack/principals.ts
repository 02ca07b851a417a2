/**
 * The people of a sequence, and its proposals, by position.
 *
 * @module
 */
import type { Principal } from '../../src/http/principal.ts'
import type { KnownProposal, Scene } from './scene.ts'

export const reviewer = (scene: Scene, n: number) => `reviewer-${n}-${scene.tag}`
export const staff = (role: Exclude<Principal['role'], 'customer'>, subject: string): Principal => ({
  ...{ subject, role },
  customerId: null,
})
export const customer = ({ customers }: Scene, which: 0 | 1 = 0): Principal => ({
  ...{ subject: `u-${customers[which]}`, role: 'customer' },
  customerId: customers[which],
})

/** The n-th of all proposals of the sequence, modulo how many there are. */
export function nth(scene: Scene, n: number): KnownProposal | undefined {
  const all = [...scene.proposals.values()]
  return all[n % Math.max(1, all.length)]
}
