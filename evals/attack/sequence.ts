/**
 * Plays one sequence to its end and judges it.
 *
 * @module
 */
import type { Sequence } from './actions.ts'
import { calibrate } from './calibrate.ts'
import { judge, type Verdict } from './oracle.ts'
import { perform } from './perform.ts'
import { learn, type Scene, setScene } from './scene.ts'
import type { World } from './world.ts'

/**
 * @param earlier the scenes played in this world so far; this one is added
 * @param checkGate also asks whether the gate of the evals would notice; costs a few requests more
 */
export async function playSequence(
  world: World,
  tag: string,
  { setup, actions }: Sequence,
  earlier: Scene[],
  checkGate = false,
): Promise<Verdict & { readonly gateChecked: boolean }> {
  const scene = await setScene(world, tag, setup)
  for (const action of actions) await perform(world, scene, action)
  // At last everybody can say what they know, and what is due is done: what is left then is what it came to.
  world.party.taking = 'plain'
  world.party.manner = 'plain'
  await world.work()
  await learn(world, scene)
  const verdict = await judge(world, scene, earlier)
  earlier.push(scene)
  // Where somebody tampered, the gate is right to object.
  const clean = !actions.some((action) => action.do === 'tamper-terms')
  const gate = checkGate && clean ? await calibrate(world, scene) : null
  return { ...verdict, violations: [...verdict.violations, ...(gate ?? [])], gateChecked: gate !== null }
}
