/**
 * One line of the negotiator's protocol: what it does and what is answered.
 *
 * @module
 */
import { z } from 'zod'
import type { EngineMove } from '../../../tools/negotiation/engine/decide-turn.ts'
import { type Bid, isBid } from '../../../tools/negotiation/engine/domain.ts'
import { createNegotiator, type Negotiator } from '../../../tools/negotiation/engine/negotiator.ts'
import { ISSUE_KINDS } from '../../../tools/negotiation/engine/opponent-prior.ts'

const number = z.number().refine(Number.isFinite, 'must be finite')
const wholeNumbers = z.array(z.int().min(0))

const startSchema = z.object({
  t: z.literal('start'),
  issues: z.array(z.object({ name: z.string(), values: z.array(z.union([z.string(), number])).min(1) })).min(1),
  weights: z.array(number),
  values: z.array(z.array(number)),
  reserved: number,
  nSteps: z.int().min(1),
  role: z.enum(['consumer', 'provider']).optional(),
  issueKinds: z.array(z.enum(ISSUE_KINDS).nullable()).optional(),
  reference: wholeNumbers.optional(),
})

const turnSchema = z.object({ t: z.literal('turn'), step: z.int().min(0), offer: wholeNumbers.nullable().optional() })

const lineSchema = z.discriminatedUnion('t', [startSchema, turnSchema])

/** The negotiation that goes on; a new start clears the table. */
export interface Table {
  talk: { readonly negotiator: Negotiator; readonly sizes: readonly number[]; readonly nSteps: number } | null
}

export function newTable(): Table {
  return { talk: null }
}

export type Answer = EngineMove | { readonly error: string }

/** Null after a start; an error changes nothing on the table. */
export function answerLine(table: Table, line: string): Answer | null {
  try {
    const read = lineSchema.safeParse(JSON.parse(line))
    if (!read.success) return { error: read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ') }
    return read.data.t === 'start' ? start(table, read.data) : turn(table, read.data.step, read.data.offer ?? null)
  } catch (error) {
    // Whoever plays on the other end of the pipe must be told, and the next line must still be heard.
    return { error: error instanceof Error ? error.message : 'the line could not be read' }
  }
}

function start(table: Table, { t: _, role, issueKinds, reference, ...rest }: z.output<typeof startSchema>): null {
  const negotiator = createNegotiator({
    ...rest,
    ...(role === undefined ? {} : { role }),
    ...(issueKinds === undefined ? {} : { issueKinds }),
    ...(reference === undefined ? {} : { reference }),
  })
  table.talk = { negotiator, sizes: rest.issues.map(({ values }) => values.length), nSteps: rest.nSteps }
  return null
}

function turn({ talk }: Table, step: number, offer: Bid | null): Answer {
  if (talk === null) return { error: 'a turn needs a start before it' }
  if (step >= talk.nSteps) return { error: `step: must be below ${talk.nSteps}` }
  if (offer !== null && !isBid(talk.sizes, offer)) return { error: 'offer: must be one value index per issue' }
  return talk.negotiator.turn(step, offer)
}
