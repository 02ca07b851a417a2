/**
 * What a sandbox market offers beside the protocol: a list of whom it plays, and enrolment of somebody new.
 *
 * @module
 */
import { z } from 'zod'
import type { Counterparty } from '../../tools/negotiation/counterparty.ts'
import { DEAL_KINDS } from '../../tools/offers/deal-kinds.ts'
import type { DealKind, DealTerms } from '../../tools/offers/terms.ts'
import { type Endpoint, type HttpOptions, parseAnswer, send } from './http.ts'

const partySchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  role: z.enum(['lender', 'insurer', 'creditor']),
  kinds: z.array(z.enum(DEAL_KINDS as [DealKind, ...DealKind[]])),
  synthetic: z.literal(true), // a market that does not say so is no sandbox
})
const listSchema = z.object({ counterparties: z.array(partySchema) })
const enrolledSchema = partySchema.extend({ baseUrl: z.url(), token: z.string().min(1) })

/** Everybody the market plays. */
export async function listMarket(marketUrl: string, options: HttpOptions): Promise<readonly Counterparty[]> {
  const answer = await send({ method: 'GET', url: `${marketUrl.replace(/\/$/, '')}/` }, options)
  return parseAnswer(answer, listSchema).counterparties
}

/** Makes the market play this party, or finds that it does; the answer carries the token to deal with it. */
export async function enrolAtMarket(
  marketUrl: string,
  party: Pick<Counterparty, 'id' | 'name' | 'role'> & { readonly quote?: DealTerms },
  options: HttpOptions,
): Promise<{ readonly counterparty: Counterparty; readonly endpoint: Endpoint }> {
  const { id, name, role, quote } = party
  const url = `${marketUrl.replace(/\/$/, '')}/${encodeURIComponent(id)}`
  const answer = await send(
    { method: 'PUT', url, body: { name, role, ...(quote === undefined ? {} : { quote }) } },
    options,
  )
  const { token, baseUrl, ...counterparty } = parseAnswer(answer, enrolledSchema)
  return { counterparty, endpoint: { baseUrl, token } }
}
