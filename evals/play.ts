/**
 * Plays one trial by the front door, over real HTTP: looks, lets what is due happen, lets one actor act, and looks
 * again, until nobody has anything left to do.
 *
 * @module
 */
import { createCustomer } from './actors/customer.ts'
import { createDutyAgent } from './actors/duty-agent.ts'
import { type Counts, momentsIn } from './actors/moments.ts'
import { createReviewer } from './actors/reviewer.ts'
import { createVoice } from './actors/voice.ts'
import { type Cast, type Company, gather, type Hardship } from './play/company.ts'
import { happen } from './play/happen.ts'
import { perform } from './play/perform.ts'
import { readBack } from './play/read-back.ts'
import type { ScenarioEvent } from './scenario/event.ts'
import type { Sampled } from './scenario/sample.ts'
import type { Stage } from './stage/stage.ts'
import type { Transcript } from './transcript.ts'
import { lookAround, type World } from './world.ts'

/** Real milliseconds between two looks while something is under way, and until a play counts as stuck. */
const LOOK_EVERY_MS = 40
const STUCK_AFTER_MS = 120_000
/** Actions of one play; more is a circle. */
const MOST_ACTIONS = 120

/** @throws Error when the play does not come to rest */
export async function play(sampled: Sampled, stage: Stage, hardship: Hardship = 'none'): Promise<Transcript> {
  const { model } = sampled.scenario
  stage.model?.takeUsage()
  stage.model?.misbehave(model === 'offline' ? [] : model.faults)
  const company = await gather(sampled, stage, castOf(sampled), hardship)
  try {
    await act(company)
    return await readBack(company)
  } finally {
    await company.leave()
  }
}

function castOf({ scenario, values, seed }: Sampled): Cast {
  const voice = createVoice({ customer: scenario.customer, values, seed: [scenario.id, String(seed), 'voice'] })
  return {
    customer: createCustomer(scenario.customer, voice),
    reviewers: scenario.reviewers.map(createReviewer),
    desk: scenario.desk.map(createDutyAgent),
  }
}

async function act(company: Company): Promise<void> {
  const open = [...company.sampled.scenario.events]
  let rests = 0
  let quietSince = performance.now()
  for (let actions = 0; actions < MOST_ACTIONS; ) {
    const world = await look(company)
    const due = takeDue(open, { ...momentsIn(world), start: 1, rest: rests })
    if (due !== undefined) {
      await happen(due, company, world)
      company.log.push({ kind: 'event', event: due })
      actions += 1
      quietSince = performance.now()
      continue
    }
    const action = nextAction(company.cast, world)
    if (action !== null) {
      await perform(action, company)
      actions += 1
      quietSince = performance.now()
      continue
    }
    if (isMoving(world, company)) {
      if (performance.now() - quietSince > STUCK_AFTER_MS)
        throw new Error(`Nothing moved for a minute: ${shown(world)}`)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
      continue
    }
    if (open.some(({ at, nth }) => at === 'rest' && nth > rests)) {
      rests += 1
      quietSince = performance.now()
      continue
    }
    company.log.push({ kind: 'end', steps: company.delivery.steps })
    return
  }
  throw new Error(`More than ${MOST_ACTIONS} actions: the play goes in a circle`)
}

/** The first event whose moment has come, taken out of the list. */
function takeDue(open: ScenarioEvent[], counts: Counts): ScenarioEvent | undefined {
  const index = open.findIndex(({ at, nth }) => counts[at] >= nth)
  return index < 0 ? undefined : open.splice(index, 1)[0]
}

function nextAction({ customer, reviewers, desk }: Cast, world: World) {
  for (const actor of [customer, ...desk, ...reviewers]) {
    const action = actor.next(world)
    if (action !== null) return action
  }
  return null
}

/** Notes for each new message what the ledger held; messages are read first, so it is never credited to a later one. */
async function look(company: Company): Promise<World> {
  const world = await lookAround(company.customer, company.threadIds)
  const approved = world.requests.filter(({ outcome }) => outcome?.outcome === 'approved').length
  for (const { id } of world.threads.flatMap(({ messages }) => messages)) {
    company.committedWhenSeen[id] ??= world.commitments.map(({ proposalId }) => proposalId)
    company.approvedWhenSeen[id] ??= approved
  }
  return world
}

/** Whether Parley still has something to do by itself: talks, an approved act, an outcome to tell. */
function isMoving(world: World, { forwarded }: Company): boolean {
  if (world.tasks.some(({ task }) => task.status === 'negotiating' || task.status === 'executing')) return true
  const now = forwarded.now
  for (const request of world.requests) {
    if (request.status === 'pending' && new Date(request.proposal.expiresAt).getTime() <= now) return true
    if (request.outcome?.outcome === 'approved' && request.execution.kind === 'waiting') return true
    if (request.outcome !== null && request.proposal.threadId !== null && !isTold(request.id, world)) {
      if (TOLD.has(request.outcome.outcome)) return true
    }
  }
  return world.tasks.some(
    ({ task }) => task.status === 'no-deal' && task.threadId !== null && !isConcluded(task.id, world),
  )
}

/** Outcomes that are told in a message of their own. */
const TOLD: ReadonlySet<string> = new Set(['approved', 'rejected', 'expired'])

function isTold(requestId: string, { threads }: World): boolean {
  return threads.some(({ messages }) => messages.some(({ focus }) => focus.outcomeOf === requestId))
}

function isConcluded(taskId: string, { threads, requests }: World): boolean {
  if (requests.some(({ proposal }) => proposal.taskId === taskId)) return true
  return threads.some(({ messages }) => messages.some(({ focus }) => focus.taskId === taskId))
}

function shown({ tasks, requests }: World): string {
  return JSON.stringify({
    tasks: tasks.map(({ task }) => task.status),
    requests: requests.map(({ outcome, execution }) => [outcome?.outcome ?? 'open', execution.kind]),
  })
}
