/**
 * Whom Parley may call: the entries of the configuration, and the parties of a sandbox market. Nobody else is called.
 *
 * @module
 */
import { z } from 'zod'
import type { Counterparty, CounterpartyRegistry } from '../../tools/negotiation/counterparty.ts'
import { DEAL_KINDS } from '../../tools/offers/deal-kinds.ts'
import type { DealKind, DealTerms } from '../../tools/offers/terms.ts'
import { InvalidInput, ParleyError } from '../../tools/shared/errors.ts'
import { type Endpoint, type HttpOptions, httpDefaults } from './http.ts'
import { enrolAtMarket, listMarket } from './market-client.ts'

const entrySchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/, 'must consist of letters, digits, "-" and "_"'),
  name: z.string().min(1).max(200),
  role: z.enum(['lender', 'insurer', 'creditor']),
  kinds: z.array(z.enum(DEAL_KINDS as [DealKind, ...DealKind[]])).min(1),
  baseUrl: z.url({ protocol: /^https?$/ }),
  token: z.string().min(1),
  synthetic: z.boolean().default(false),
})

/** A counterparty as the operator configures it; the token is a secret. */
export type CounterpartyEntry = z.output<typeof entrySchema>

/** A provider or creditor that a customer's records name. */
export interface NamedParty {
  readonly id: string
  readonly name: string
  readonly role: Counterparty['role']
  /** What they have on the table with this customer already, so that a sandbox can play them truthfully. */
  readonly quote?: DealTerms
}

export interface HttpRegistry extends CounterpartyRegistry {
  /** Where they answer. @throws ParleyError NOT_FOUND when nobody configured them */
  endpointOf(id: string): Promise<Endpoint>
  /** Whether anybody a record names can be dealt with: a sandbox plays them all. Without one, only configured entries. */
  readonly playsAnybody: boolean
  /** The party when it may be called; in a sandbox one that is not known yet is enrolled. Null: nobody connects us. */
  ensure(party: NamedParty): Promise<Counterparty | null>
}

/** The entries in the JSON an operator gives. @throws InvalidInput naming every fault */
export function parseCounterparties(json: string): readonly CounterpartyEntry[] {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new InvalidInput([{ path: 'PARLEY_COUNTERPARTIES', reason: 'must be a JSON array of counterparties' }])
  }
  const parsed = z.array(entrySchema).safeParse(value)
  if (parsed.success) return parsed.data
  throw new InvalidInput(
    parsed.error.issues.map((i) => ({ path: ['PARLEY_COUNTERPARTIES', ...i.path].join('.'), reason: i.message })),
  )
}

/** The registry over configured entries and, where `marketUrl` is set, everybody a sandbox market plays. */
export function createRegistry(parts: {
  readonly entries: readonly CounterpartyEntry[]
  readonly marketUrl: string | null
  readonly http?: Partial<HttpOptions>
}): HttpRegistry {
  const options = { ...httpDefaults, ...parts.http }
  const { marketUrl } = parts
  const entries = new Map(parts.entries.map((entry) => [entry.id, entry]))
  const endpoints = new Map<string, Endpoint>()

  const seen = new Map<string, Counterparty>()

  const played = async (): Promise<readonly Counterparty[]> => {
    const parties = marketUrl === null ? [] : await listMarket(marketUrl, options)
    for (const party of parties) seen.set(party.id, party)
    return parties
  }

  const get = async (id: string): Promise<Counterparty | null> => {
    const entry = entries.get(id)
    if (entry !== undefined) return withoutToken(entry)
    return seen.get(id) ?? (await played()).find((party) => party.id === id) ?? null
  }

  const enrol = async (market: string, party: NamedParty): Promise<Counterparty> => {
    const enrolled = await enrolAtMarket(market, party, options)
    endpoints.set(party.id, enrolled.endpoint)
    seen.set(party.id, enrolled.counterparty)
    return enrolled.counterparty
  }

  return {
    playsAnybody: marketUrl !== null,
    get,
    async dealingIn(kind) {
      const configured = [...entries.values()].map(withoutToken)
      const others = (await played()).filter((party) => !entries.has(party.id))
      return [...configured, ...others].filter((party) => party.kinds.includes(kind))
    },
    async endpointOf(id) {
      const entry = entries.get(id)
      if (entry !== undefined) return { baseUrl: entry.baseUrl.replace(/\/$/, ''), token: entry.token }
      const known = endpoints.get(id)
      if (known !== undefined) return known
      const party = await get(id)
      if (party !== null && marketUrl !== null) await enrol(marketUrl, party)
      const enrolled = endpoints.get(id)
      if (enrolled === undefined) {
        throw new ParleyError('NOT_FOUND', `No counterparty "${id}" is connected; add it to PARLEY_COUNTERPARTIES.`)
      }
      return enrolled
    },
    async ensure(party) {
      const entry = entries.get(party.id)
      if (entry !== undefined) return withoutToken(entry)
      return marketUrl === null ? null : await enrol(marketUrl, party)
    },
  }
}

function withoutToken({ token: _, baseUrl: __, ...party }: CounterpartyEntry): Counterparty {
  return party
}
