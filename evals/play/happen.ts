/**
 * Makes an event of the scenario happen.
 *
 * @module
 */
import type { ScenarioEvent } from '../scenario/event.ts'
import { putMarket } from '../stage/market-control.ts'
import { persist } from '../stage/persist.ts'
import type { World } from '../world.ts'
import { attempt } from './attempts.ts'
import type { Company } from './company.ts'
import { sayIn } from './perform.ts'

const HOUR = 3_600_000

export async function happen(event: ScenarioEvent, company: Company, world: World): Promise<void> {
  if (event.customer !== undefined) await byCustomer(event.customer, company, world)
  if (event.reviewer !== undefined) await attempt(event.reviewer.tries, company, world, event.reviewer.person)
  if (event.duty !== undefined) await onDuty(event.duty, company)
  if (event.clock !== undefined) await forward(event.clock.forward, company)
  if (event.counterparty !== undefined) await recast(event.counterparty, company)
  if (event.server !== undefined) await company.stage.crash()
  if (event.model !== undefined) company.stage.model?.misbehave(event.model === 'behaves' ? [] : [event.model])
  if (event.records !== undefined) await importRecords(event.records, company)
}

async function byCustomer(
  event: NonNullable<ScenarioEvent['customer']>,
  company: Company,
  world: World,
): Promise<void> {
  const { cast, customer } = company
  const { voice } = cast.customer
  const thread = cast.customer.threadId()
  if ('tries' in event) return attempt(event.tries, company, world, company.customerId)
  if ('corrects' in event) {
    cast.customer.correct(event.corrects)
    return sayIn(company, thread, voice.say(event.says))
  }
  if ('says' in event) return sayIn(company, event.newThread === true ? null : thread, voice.say(event.says, event))
  if ('asksForPerson' in event) {
    if (event.asksForPerson === 'in-words') return sayIn(company, thread, voice.say('call-a-person', event), true)
    await customer.post(`/v1/threads/${thread ?? ''}/handoff`)
    return
  }
  if ('revokes' in event) {
    for (const { id, state } of world.mandates) if (state === 'in-force') await customer.delete(`/v1/mandates/${id}`)
    return
  }
  if ('votes' in event) {
    const request = world.requests.findLast(({ status }) => status === 'pending')
    if (request === undefined) return
    const { termsHash, required, customerId } = request.proposal
    const again = required.selfApproval === true && request.decisions.some(({ person }) => person === customerId)
    if (again) await customer.post(`/v1/approvals/${request.id}/second-confirmation`, { termsHash })
    else await customer.post(`/v1/approvals/${request.id}/decision`, { decision: event.votes, termsHash })
    return
  }
  const { last } = company
  if (last !== null) await customer.post(`/v1/threads/${last.threadId}/messages`, { text: last.text, id: last.id })
}

async function onDuty({ person, onCall }: NonNullable<ScenarioEvent['duty']>, company: Company): Promise<void> {
  const actor = company.cast.desk.find((agent) => agent.person === person)
  if (actor === undefined) throw new Error(`${person} is not at this scenario's desk`)
  actor.onCall = onCall
  await (await company.as(person, 'duty-agent')).put('/v1/duty', { onDuty: onCall })
}

async function forward({ days, hours }: { readonly days: number; readonly hours: number }, company: Company) {
  const milliseconds = (days * 24 + hours) * HOUR
  company.forwarded.now += milliseconds
  await company.stage.forward(milliseconds)
}

/** The party is enrolled anew, with what is changed; what it said so far stands. */
async function recast(
  { id, ...change }: NonNullable<ScenarioEvent['counterparty']>,
  { sampled, stage }: Company,
): Promise<void> {
  const known = sampled.scenario.counterparties.find((party) => party.id === id)
  if (known === undefined) throw new Error(`${id} is not a counterparty of this scenario`)
  const { id: _, ...party } = known
  await putMarket(stage.marketUrl, { ...party, ...change }, `/${id}`)
}

async function importRecords(records: Readonly<Record<string, unknown>>, company: Company): Promise<void> {
  const { customer } = company.sampled.scenario.customer.records
  await persist(() => company.operator.post('/v1/import', { customer, ...records }))
}
