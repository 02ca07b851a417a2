/**
 * The environment, read once and typed. Secrets travel apart (`secrets.ts`).
 *
 * @module
 */
import { z } from 'zod'
import { type DeploymentProfile, LEAST_POWER, LICENCES, OPERATOR_TYPES, SELF_USE } from '../../tools/profile/profile.ts'
import { type Fault, InvalidInput } from '../../tools/shared/errors.ts'
import type { Role } from '../http/principal.ts'
import type { RetentionDays } from '../retention/retention-days.ts'
import { rates, retention } from './numbers-by-name.ts'

const url = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' })
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' })
const whole = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error })
}
const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().min(1)))

const envSchema = z.object({
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PARLEY_DATA: z.string().min(1).default('.parley'),
  PARLEY_NOW: z.iso.datetime({ error: 'must be an ISO instant such as 2026-11-22T09:00:00Z' }).optional(),
  PARLEY_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  PARLEY_CORS_ORIGINS: list.optional(),
  PARLEY_JWKS_URL: url.optional(),
  PARLEY_JWT_ISSUER: z.string().min(1).optional(),
  PARLEY_JWT_AUDIENCE: z.string().min(1).default('parley'),
  PARLEY_MODEL: z.string().min(1).optional(),
  PARLEY_MODEL_DRAFTING: z.string().min(1).optional(),
  PARLEY_MODEL_EXTRACTION: z.string().min(1).optional(),
  PARLEY_MODEL_BASE_URL: url.optional(),
  PARLEY_MODEL_TIMEOUT_SECONDS: whole(1, 600).default(60),
  PARLEY_MODEL_RETRIES: whole(0, 5).default(2),
  PARLEY_EMBEDDINGS_MODEL: z.string().min(1).optional(),
  PARLEY_MARKET_URL: url.optional(),
  PARLEY_MARKET_PORT: whole(0, 65_535).default(3001),
  PARLEY_COUNTERPARTIES: z.string().min(1).optional(),
  PARLEY_PROFILE: z.enum(OPERATOR_TYPES).optional(),
  PARLEY_JURISDICTION: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code such as "DE"')
    .default('DE'),
  PARLEY_LICENCES: list.pipe(z.array(z.enum(LICENCES))).optional(),
  PARLEY_WEBHOOKS_LOOPBACK: z.literal('allow', { error: 'must be "allow" or not set' }).optional(),
  PARLEY_POLICY: z.string().min(1).optional(),
  PARLEY_SELF_APPROVAL_MINUTES: z.coerce.number().int().min(1).max(10_080).optional(),
  PARLEY_TURN_BUDGET: whole(1, 100).default(6),
  PARLEY_REQUESTS_PER_MINUTE: z.string().default('').transform(rates),
  PARLEY_RETENTION_DAYS: z.string().default('').transform(retention),
  PARLEY_MAX_OPEN_TASKS: whole(1, 10_000).default(20),
  PARLEY_MAX_OPEN_NEGOTIATIONS: whole(1, 10_000).default(100),
  // Checked with the rest so that all faults come at once; read by `secrets.ts` alone.
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_ADMIN_URL: postgresUrl.optional(),
})

/** What the operator set, grouped by part; an absent part is `null` or a `kind`. */
export interface Config {
  readonly http: { readonly host: string; readonly port: number; readonly corsOrigins: readonly string[] }
  /** Folder of the embedded database, the market's book and the note that a server is running. */
  readonly dataFolder: string
  /** A fixed moment instead of the real clock, for demos and tests. */
  readonly fixedNow: string | null
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  readonly auth:
    | { readonly kind: 'demo' }
    | { readonly kind: 'jwks'; readonly url: string; readonly issuer: string; readonly audience: string }
  readonly model:
    | { readonly kind: 'offline' }
    | {
        readonly kind: 'openai'
        readonly baseUrl: string | null
        readonly models: { readonly reasoning: string; readonly drafting: string; readonly extraction: string }
        readonly timeoutSeconds: number
        readonly retries: number
      }
  readonly embeddingsModel: string | null
  readonly market:
    | { readonly kind: 'own'; readonly port: number }
    | { readonly kind: 'at'; readonly url: string }
    | null
  /** A JSON file, or JSON itself, of real counterparties; with it there is no sandbox unless PARLEY_MARKET_URL names one. */
  readonly counterparties: string | null
  /** What this deployment may do at all. */
  readonly profile: DeploymentProfile
  /** A JSON file, or JSON itself, of the operator's own approval policy; null for the default table. */
  readonly policy: string | null
  /** One person alone decides, and confirms a second time after so many minutes; null where there are reviewers. */
  readonly selfApprovalMinutes: number | null
  /** Whether webhooks may go to this machine: for development and tests against the sandbox. */
  readonly webhookLoopback: boolean
  /** Moves of ours in one negotiation, the opening included. */
  readonly turnBudget: number
  /** Days each kind of data is kept after it has done its work. */
  readonly retention: RetentionDays
  readonly limits: {
    /** By role, for each subject; null counts none. */
    readonly requestsPerMinute: Readonly<Record<Role, number>> | null
    /** For each customer, at once. */
    readonly open: { readonly tasks: number; readonly negotiations: number }
  }
}

/**
 * The typed configuration.
 *
 * @param env the environment as strings: `process.env` on Node, the bindings on a Worker, a literal in a test
 * @throws InvalidInput naming every bad variable at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = envSchema.safeParse(set)
  const issues = parsed.success ? [] : parsed.error.issues
  const faults = [...issues.map((i) => ({ path: i.path.join('.'), reason: i.message })), ...contradictions(set)]
  if (!parsed.success || faults.length > 0) throw new InvalidInput(faults)
  const raw = parsed.data
  return {
    http: { host: raw.HOST, port: raw.PORT, corsOrigins: raw.PARLEY_CORS_ORIGINS ?? [] },
    dataFolder: raw.PARLEY_DATA,
    fixedNow: raw.PARLEY_NOW ?? null,
    logLevel: raw.PARLEY_LOG_LEVEL,
    auth:
      raw.PARLEY_JWKS_URL === undefined || raw.PARLEY_JWT_ISSUER === undefined
        ? { kind: 'demo' }
        : {
            kind: 'jwks',
            url: raw.PARLEY_JWKS_URL,
            issuer: raw.PARLEY_JWT_ISSUER,
            audience: raw.PARLEY_JWT_AUDIENCE,
          },
    model:
      raw.PARLEY_MODEL === undefined
        ? { kind: 'offline' }
        : {
            kind: 'openai',
            baseUrl: raw.PARLEY_MODEL_BASE_URL ?? null,
            models: {
              reasoning: raw.PARLEY_MODEL,
              drafting: raw.PARLEY_MODEL_DRAFTING ?? raw.PARLEY_MODEL,
              extraction: raw.PARLEY_MODEL_EXTRACTION ?? raw.PARLEY_MODEL,
            },
            timeoutSeconds: raw.PARLEY_MODEL_TIMEOUT_SECONDS,
            retries: raw.PARLEY_MODEL_RETRIES,
          },
    embeddingsModel: raw.PARLEY_EMBEDDINGS_MODEL ?? null,
    market: marketOf(raw),
    counterparties: raw.PARLEY_COUNTERPARTIES ?? null,
    profile: profileOf(raw),
    webhookLoopback: raw.PARLEY_WEBHOOKS_LOOPBACK === 'allow',
    policy: raw.PARLEY_POLICY ?? null,
    selfApprovalMinutes: raw.PARLEY_SELF_APPROVAL_MINUTES ?? null,
    turnBudget: raw.PARLEY_TURN_BUDGET,
    retention: raw.PARLEY_RETENTION_DAYS,
    limits: {
      requestsPerMinute: raw.PARLEY_REQUESTS_PER_MINUTE,
      open: { tasks: raw.PARLEY_MAX_OPEN_TASKS, negotiations: raw.PARLEY_MAX_OPEN_NEGOTIATIONS },
    },
  }
}

function marketOf(raw: z.output<typeof envSchema>): Config['market'] {
  if (raw.PARLEY_MARKET_URL !== undefined) return { kind: 'at', url: raw.PARLEY_MARKET_URL }
  return raw.PARLEY_COUNTERPARTIES === undefined ? { kind: 'own', port: raw.PARLEY_MARKET_PORT } : null
}

/** In the sandbox everything may be tried; with real counterparties and nobody named as the operator, the least. */
function profileOf(raw: z.output<typeof envSchema>): DeploymentProfile {
  const { PARLEY_PROFILE: operatorType, PARLEY_JURISDICTION: jurisdiction, PARLEY_LICENCES: licences = [] } = raw
  if (operatorType !== undefined) return { operatorType, jurisdiction, licences }
  return { ...(raw.PARLEY_COUNTERPARTIES === undefined ? SELF_USE : LEAST_POWER), jurisdiction }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** What does not go together; over the strings, so that it is said beside what is wrong with single variables. */
function contradictions(raw: Readonly<Record<string, string | undefined>>): readonly Fault[] {
  const faults: Fault[] = []
  if ((raw.PARLEY_JWKS_URL === undefined) !== (raw.PARLEY_JWT_ISSUER === undefined)) {
    faults.push({ path: 'PARLEY_JWKS_URL', reason: 'must be set together with PARLEY_JWT_ISSUER' })
  }
  // Demo tokens open everything to whoever reads the terminal, so they stay on this machine.
  if (raw.PARLEY_JWKS_URL === undefined && raw.HOST !== undefined && !LOOPBACK.has(raw.HOST)) {
    faults.push({
      path: 'HOST',
      reason: 'must be a loopback address while demo tokens are in use; set PARLEY_JWKS_URL to serve others',
    })
  }
  if (
    raw.PARLEY_WEBHOOKS_LOOPBACK !== undefined &&
    (raw.PARLEY_COUNTERPARTIES !== undefined || raw.PARLEY_JWKS_URL !== undefined)
  ) {
    faults.push({
      path: 'PARLEY_WEBHOOKS_LOOPBACK',
      reason: 'must not be set with real counterparties or real tokens: customers could reach into this machine',
    })
  }
  if (raw.PARLEY_LICENCES !== undefined && raw.PARLEY_PROFILE === undefined) {
    faults.push({ path: 'PARLEY_PROFILE', reason: 'must say who holds the licences in PARLEY_LICENCES' })
  }
  if (raw.PARLEY_MODEL === undefined && raw.PARLEY_MODEL_BASE_URL !== undefined) {
    faults.push({ path: 'PARLEY_MODEL', reason: 'must name a model when PARLEY_MODEL_BASE_URL is set' })
  }
  if (raw.DATABASE_URL === undefined && raw.DATABASE_ADMIN_URL !== undefined) {
    faults.push({ path: 'DATABASE_URL', reason: 'must name the role to work as when DATABASE_ADMIN_URL is set' })
  }
  return faults
}
