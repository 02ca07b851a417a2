/**
 * Who runs this deployment, where, and with which licences: what it may do at all depends on that (REFERENCE 5.1).
 *
 * @module
 */

/**
 * `self-use`: a consumer for themselves; `non-commercial`: consumer centre or debt advice; `commercial`: a business;
 * `creditor`: the creditor or pay-later firm itself.
 */
export const OPERATOR_TYPES = ['self-use', 'non-commercial', 'commercial', 'creditor'] as const
export type OperatorType = (typeof OPERATOR_TYPES)[number]

/** Registrations and licences that open a capability in Germany. */
export const LICENCES = [
  'rdg-lawyer',
  'rdg-10-collection',
  'gewo-34k',
  'gewo-34d-1',
  'gewo-34d-2',
  'inso-305',
  'zag-ais-pis',
] as const
export type Licence = (typeof LICENCES)[number]

export interface DeploymentProfile {
  readonly operatorType: OperatorType
  /** ISO 3166 country code. The table knows Germany; anywhere else the least is allowed. */
  readonly jurisdiction: string
  readonly licences: readonly Licence[]
}

/** What holds where nobody said who operates and real counterparties are connected. */
export const LEAST_POWER: DeploymentProfile = { operatorType: 'commercial', jurisdiction: 'DE', licences: [] }
/** The sandbox, and a consumer who runs this for themselves. */
export const SELF_USE: DeploymentProfile = { operatorType: 'self-use', jurisdiction: 'DE', licences: [] }
