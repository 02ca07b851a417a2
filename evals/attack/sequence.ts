/**
 * Plays one sequence to its end and judges it.
 *
 * @module
 */
import type { Sequence } from './actions.ts'
import { judge, type Verdict } from './oracle.ts'
import { perform } from './perform.ts'
import { learn, setScene } from './scene.ts'
import type { World } from './world.ts'

export async function playSequence(world: World, tag: string, { setup, actions }: Sequence): Promise<Verdict> {
  const scene = await setScene(world, tag, setup)
  for (const action of actions) await perform(world, scene, action)
  // At last everybody can say what they know, and what is due is done: what is left then is what it came to.
  world.party.taking = 'plain'
  world.party.manner = 'plain'
  await world.work()
  await learn(world, scene)
  return judge(world, scene)
}
