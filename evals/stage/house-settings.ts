/**
 * What has to differ for a house to be another: scenarios that agree in this may share one.
 *
 * @module
 */
import type { Scenario } from '../scenario.ts'
import { NOW } from './ticking-clock.ts'

/** Counterparties here answer at once or not at all: nobody waits for minutes. */
export const HOUSE_PATIENCE = { answerMs: 6_000, retryAfterSeconds: [0.2, 0.2, 0.2] } as const

export interface StageSettings {
  readonly env: Readonly<Record<string, string>>
  /** Whose words: the offline model in the house, one behind a scripted endpoint, or a live one. */
  readonly model: 'offline' | 'scripted' | 'live'
  /** Can be killed and started again: a process of its own, with its data on disk. */
  readonly mayCrash: boolean
  /** Shared by nobody: its clock jumps, or it is killed. */
  readonly own: boolean
}

/** @param live the environment of a live model (`PARLEY_MODEL…`), which then plays every scenario that scripts none */
export function settingsOf(
  { deployment, model, events }: Scenario,
  options: { readonly crash: boolean; readonly live: Readonly<Record<string, string>> | null },
): StageSettings {
  const { profile, licences, selfApprovalMinutes, turnBudget } = deployment
  const usesModel = model !== 'offline' || events.some((event) => event.model !== undefined)
  const live = !usesModel && options.live !== null ? options.live : {}
  const mayCrash = options.crash || events.some(({ server }) => server !== undefined)
  const env = {
    ...{ PARLEY_NOW: NOW, PORT: '0', PARLEY_MARKET_PORT: '0', PARLEY_LOG_LEVEL: 'debug' },
    PARLEY_REQUESTS_PER_MINUTE: 'unlimited', // a play looks every few milliseconds
    ...(profile === undefined ? {} : { PARLEY_PROFILE: profile }),
    ...(licences === undefined ? {} : { PARLEY_LICENCES: licences.join(',') }),
    ...(selfApprovalMinutes === undefined ? {} : { PARLEY_SELF_APPROVAL_MINUTES: String(selfApprovalMinutes) }),
    ...(turnBudget === undefined ? {} : { PARLEY_TURN_BUDGET: String(turnBudget) }),
    ...(usesModel ? { PARLEY_MODEL: 'scripted', PARLEY_MODEL_TIMEOUT_SECONDS: '1', PARLEY_MODEL_RETRIES: '1' } : live),
  }
  const own = mayCrash || events.some(({ clock }) => clock !== undefined)
  return { env, model: usesModel ? 'scripted' : options.live === null ? 'offline' : 'live', mayCrash, own }
}
