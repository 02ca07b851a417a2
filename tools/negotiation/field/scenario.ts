/**
 * A negotiation to play: issues, and what each side wants. Format `negscenario/1`.
 *
 * @module
 */
import { z } from 'zod'
import { InvalidInput } from '../../shared/errors.ts'

const number = z.number().refine(Number.isFinite, 'must be finite')

const profile = z.object({
  name: z.string().optional(),
  weights: z.array(number).min(1),
  values: z.array(z.array(number).min(1)).min(1),
  reserved: number,
})

const schema = z.object({
  format: z.literal('negscenario/1'),
  name: z.string().min(1),
  issues: z
    .array(
      z.object({
        name: z.string(),
        type: z.string().optional(),
        values: z.array(z.union([z.string(), number])).min(1),
      }),
    )
    .min(1),
  profiles: z.tuple([profile, profile]),
})

export type Scenario = z.output<typeof schema>

/** @throws InvalidInput naming what is wrong with it */
export function readScenario(json: unknown): Scenario {
  const read = schema.safeParse(json)
  if (read.success) return read.data
  throw new InvalidInput(read.error.issues.map(({ path, message }) => ({ path: path.join('.'), reason: message })))
}
