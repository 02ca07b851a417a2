/**
 * Carries out one action of a sequence, by the door where there is one. A refusal is an ordinary answer; only what came of
 * it in the end is judged.
 *
 * @module
 */
import type { Action } from './actions.ts'
import { approveHonestly, vote } from './cast-votes.ts'
import { driveGraph } from './drive-graph.ts'
import { MANNERS, TAKINGS } from './hostile-party.ts'
import { customer, reviewer, staff } from './principals.ts'
import { LIMITS, learn, type Scene } from './scene.ts'
import { sendJunk } from './send-junk.ts'
import { say } from './speak.ts'
import type { World } from './world.ts'
import { tamperWithTerms, writeRows } from './write-rows.ts'

export async function perform(world: World, scene: Scene, action: Action): Promise<void> {
  switch (action.do) {
    case 'vote':
      await vote(world, scene, action)
      break
    case 'approve-honestly':
      await approveHonestly(world, scene, action.on)
      break
    case 'say':
      await say(world, scene, action)
      break
    case 'drive-graph':
      await driveGraph(world, scene, action)
      break
    case 'write-rows':
      await writeRows(world, scene, action)
      break
    case 'tamper-terms':
      await tamperWithTerms(world, scene, action.on)
      break
    case 'junk':
      await sendJunk(world, scene, action)
      break
    case 'revoke-mandate':
      for (const id of scene.mandates) await world.call(customer(scene), 'DELETE', `/v1/mandates/${id}`)
      break
    case 'revoke-reviewer':
      await world.call(staff('operator', `operator-${scene.tag}`), 'POST', '/v1/reviewers/revoke', {
        person: reviewer(scene, action.who + 1),
      })
      break
    case 'party':
      world.party.manner = MANNERS[action.manner] ?? 'plain'
      world.party.taking = TAKINGS[action.taking] ?? 'plain'
      break
    case 'delegate':
      await delegate(world, scene)
      break
    case 'pass-time':
      world.setTime(world.clock.now().getTime() + action.hours * 3_600_000)
      break
    case 'work':
      await Promise.all(Array.from({ length: action.times }, () => world.work()))
  }
  await learn(world, scene)
}

async function delegate(world: World, scene: Scene): Promise<void> {
  const as = customer(scene)
  const drafted = await world.call(as, 'POST', '/v1/mandates', {
    ...{ need: 'refinance-loan', subject: { type: 'contract', id: `k-${scene.customers[0]}` } },
    ...{ limits: LIMITS, counterparties: ['evil-bank'], threadId: scene.threads[0] },
  })
  if (!drafted.ok) return
  const { id } = (await drafted.json()) as { id: string }
  scene.mandates.push(id)
  await world.call(as, 'POST', `/v1/mandates/${id}/confirm`)
}
