/**
 * Whether a deployment may do something, with the ground; and which capability an act or a need is.
 *
 * @module
 */
import type { Act } from '../commitments/proposal.ts'
import type { Need } from '../mandates/mandate.ts'
import type { Bilingual } from '../shared/explanation.ts'
import { CAPABILITIES, type Capability, type Verdict } from './capabilities.ts'
import type { DeploymentProfile } from './profile.ts'

export interface Permission {
  readonly capability: Capability
  readonly verdict: Verdict
  readonly title: Bilingual
  readonly ground: Bilingual
  readonly source: string
}

/** Where the table knows nothing of the country's law: general information and drafts, as little as anywhere. */
const ABROAD: Readonly<Partial<Record<Capability, Verdict>>> = {
  'list-and-explain': 'allowed',
  'draft-letter': 'draft-only',
}

/** What this deployment may do about a capability. */
export function permits(
  { operatorType, jurisdiction, licences }: DeploymentProfile,
  capability: Capability,
): Permission {
  const { verdicts, openedBy, title, ground, source } = CAPABILITIES[capability]
  const opened = operatorType !== 'creditor' && openedBy.some((licence) => licences.includes(licence))
  if (operatorType === 'self-use' || jurisdiction === 'DE') {
    return { capability, verdict: opened ? 'allowed' : verdicts[operatorType], title, ground, source }
  }
  return {
    capability,
    verdict: ABROAD[capability] ?? 'no',
    title,
    ground: {
      de: `Für das Recht von ${jurisdiction} gibt es hier keine Tabelle; deshalb gilt das Geringste.`,
      en: `There is no table for the law of ${jurisdiction} here, so the least applies.`,
    },
    source: 'Parley policy',
  }
}

/** The whole table for a deployment, as `GET /v1/policy` shows it. */
export function permissions(profile: DeploymentProfile): readonly Permission[] {
  return (Object.keys(CAPABILITIES) as Capability[]).map((capability) => permits(profile, capability))
}

/** What negotiating for a need is. */
export function negotiating(need: Need): Capability {
  switch (need) {
    case 'insurance':
      return 'negotiate-insurance'
    case 'fee-waiver':
    case 'instalment-plan':
    case 'settlement':
      return 'negotiate-claim'
    default:
      return 'negotiate-credit'
  }
}

/** What carrying out an act is. */
export function doing(act: Act): Capability {
  if (act.type === 'notice') return 'send-notice'
  switch (act.terms.kind) {
    case 'instalment-loan':
    case 'overdraft':
    case 'savings':
      return 'conclude-credit'
    case 'fee-waiver':
    case 'instalment-plan':
    case 'settlement':
      return 'conclude-claim'
    default:
      return 'conclude-insurance'
  }
}
