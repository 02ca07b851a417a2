/**
 * Does what an actor decided, by the API that the actor would use.
 *
 * @module
 */
import { ApiProblem } from '../../src/server/api-client.ts'
import type { Action } from '../actors/action.ts'
import type { Language } from '../scenario/words.ts'
import type { Company } from './company.ts'

/** A refusal by the API is part of the play and is noted; anything else breaks it off. */
export async function perform(action: Action, company: Company): Promise<void> {
  company.log.push({ kind: 'action', action })
  try {
    await carryOut(action, company)
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) throw error
    company.log.push({ kind: 'refused', action, code: error.code })
  }
}

async function carryOut(action: Action, company: Company): Promise<unknown> {
  const { customer, sampled } = company
  switch (action.do) {
    case 'say':
      return sayIn(company, action.threadId, action.said, action.asksForPerson)
    case 'confirm-mandate':
      return customer.post(`/v1/mandates/${action.mandateId}/confirm`)
    case 'delegate': {
      const { need, subject, limits } = action
      return customer.post('/v1/tasks', { mandate: { need, subject, limits }, goal: sampled.scenario.title })
    }
    case 'vote': {
      const { requestId, decision, termsHash, reason, terms } = action
      const client = action.role === 'customer' ? customer : await company.as(action.person, 'reviewer')
      return client.post(`/v1/approvals/${requestId}/decision`, {
        ...{ decision, termsHash },
        ...(reason === undefined ? {} : { reason }),
        ...(terms === undefined ? {} : { terms }),
      })
    }
    case 'ask': {
      const { person, requestId, termsHash, to, question } = action
      const decision = { decision: 'ask', termsHash, to, question }
      return (await company.as(person, 'reviewer')).post(`/v1/approvals/${requestId}/decision`, decision)
    }
    case 'accept-handoff':
    case 'return-handoff':
    case 'close-handoff': {
      const verb = action.do.split('-')[0]
      return (await company.as(action.person, 'duty-agent')).post(`/v1/handoffs/${action.handoffId}/${verb}`)
    }
    case 'say-as-person':
      return (await company.as(action.person, 'duty-agent')).post(`/v1/handoffs/${action.handoffId}/messages`, {
        text: action.text,
      })
  }
}

/** Says something as the customer, in a conversation that is begun where there is none. */
export async function sayIn(
  company: Company,
  threadId: string | null,
  { text, locale }: { readonly text: string; readonly locale: Language },
  asksForPerson = false,
): Promise<void> {
  const { customer, cast } = company
  const thread = threadId ?? (await begin(company, locale))
  cast.customer.began(thread)
  company.sent += 1
  const id = `say-${company.sampled.tag}-${company.sent}`
  company.last = { threadId: thread, id, text }
  company.log.push({ kind: 'said', threadId: thread, id, text, asksForPerson })
  const tools = await company.delivery.say(customer, `/v1/threads/${thread}/messages`, { text, id })
  if (tools.length > 0) company.log.push({ kind: 'tools', messageId: id, tools })
}

async function begin({ customer, threadIds }: Company, locale: Language): Promise<string> {
  const { id } = await customer.post<{ id: string }>('/v1/threads', { locale })
  threadIds.push(id)
  return id
}
