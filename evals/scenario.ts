/**
 * An eval case as data that a lawyer can read: who the customer is and what they want, whom Parley deals with, who
 * decides, what goes wrong, and what must come of it. docs/evals.md shows how to write one.
 *
 * @module
 */
import { z } from 'zod'
import { LICENCES, OPERATOR_TYPES } from '../tools/profile/profile.ts'
import { counterpartySchema } from './scenario/counterparty.ts'
import { customerSchema } from './scenario/customer.ts'
import { drawSchema } from './scenario/draw.ts'
import { eventSchema, MODEL_FAULTS } from './scenario/event.ts'
import { mustComeSchema } from './scenario/must-come.ts'
import { DEFAULT_DESK, DEFAULT_REVIEWERS, dutyAgentSchema, reviewerSchema } from './scenario/people.ts'

/** By what a scenario is mostly about; reports add up by group. */
export const GROUPS = [
  'debts',
  'fees',
  'loan',
  'insurance',
  'negotiation',
  'approval',
  'change-of-mind',
  'person',
  'distress',
  'scope',
  'language',
  'parallel',
  'adversarial',
  'fault',
] as const

/** What this deployment may do, where it is not the sandbox's own (self-use, everything allowed). */
const deploymentSchema = z.strictObject({
  profile: z.enum(OPERATOR_TYPES).optional(),
  licences: z.array(z.enum(LICENCES)).optional(),
  /** One person decides alone and confirms again after so many minutes. */
  selfApprovalMinutes: z.int().min(1).optional(),
  /** Moves of ours in one negotiation. */
  turnBudget: z.int().min(1).max(100).optional(),
})

/** The model that words the conversation: the offline one, or a scripted one behind a real HTTP endpoint. */
const modelSchema = z.union([
  z.literal('offline'),
  z.strictObject({ scripted: z.literal(true), faults: z.array(z.enum(MODEL_FAULTS)).default([]) }),
])

export const scenarioSchema = z.strictObject({
  /** Also the name of its file. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What happens, in one sentence. */
  title: z.string().min(1),
  /** Why this must come of it: the rule or promise behind the end state. */
  because: z.string().min(1),
  group: z.enum(GROUPS),
  /** Any words to filter by; `adversarial` counts the attacks in whatever group. */
  tags: z.array(z.string().regex(/^[a-z0-9-]+$/)).default([]),
  /** Belongs to the subset whose gates `npm test` runs. */
  fast: z.boolean().default(false),
  /** Is also played with a crash at each of its steps. */
  crash: z.boolean().default(false),
  /** What differs from trial to trial; every string of the scenario may name it as `{name}`. */
  draw: drawSchema.default({}),
  customer: customerSchema,
  /** Exactly who the market plays, beside those whom the customer's records name. */
  counterparties: z.array(counterpartySchema).default([]),
  reviewers: z.array(reviewerSchema).default(DEFAULT_REVIEWERS),
  desk: z.array(dutyAgentSchema).default(DEFAULT_DESK),
  model: modelSchema.default('offline'),
  deployment: deploymentSchema.default({}),
  /** How every change travels: once, two times at once, or again after its answer. */
  deliveries: z.enum(['once', 'twice', 'late']).default('once'),
  /** What happens on the way, each at its moment. */
  events: z.array(eventSchema).default([]),
  mustCome: mustComeSchema,
})

export type Scenario = z.output<typeof scenarioSchema>
