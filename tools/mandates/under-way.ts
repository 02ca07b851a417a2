/**
 * Whether a wish is about something that is being negotiated or waits for approval in this conversation already: then it is
 * no second task beside the first.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { refused } from '../shared/ask.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import type { Delegations } from './delegations.ts'
import type { Limits, Mandate } from './mandate.ts'
import type { MandateLedger } from './mandate-ledger.ts'

type Wanted = Pick<Mandate, 'need' | 'subject' | 'limits'>

/** One more loan or policy beside the one that is sought. */
const ONE_MORE =
  /(?<!\p{L})(?:noch (?:einen?|eine[nmrs]?|mal einen)|zus(?:ä|ae)tzlich\p{L}*|weitere[nrsm]?|au(?:ß|ss)erdem|zweite[nrsm]?|another|additional(?:ly)?|one more|a second|as well|besides)(?!\p{L})/iu

/** The mandate whose task this wish is about; null where there is none, or the words ask for one more. */
export async function sameUnderWay(
  wanted: Wanted,
  parts: { readonly delegations: Pick<Delegations, 'follow'>; readonly mandates: Pick<MandateLedger, 'get'> },
  { customerId, threadId, words }: ToolContext,
): Promise<Mandate | null> {
  if (wanted.subject === null && ONE_MORE.test(words.at(-1)?.text ?? '')) return null
  for (const { task } of await parts.delegations.follow(customerId, threadId)) {
    if (task.need !== wanted.need || (task.status !== 'negotiating' && task.status !== 'awaiting-approval')) continue
    const mandate = await parts.mandates.get(task.mandateId)
    if (mandate !== null && mandate.revokedAt === null && isSameMatter(mandate, wanted)) return mandate
  }
  return null
}

function isSameMatter({ subject, limits }: Mandate, wanted: Wanted): boolean {
  return subject?.id === wanted.subject?.id && limits.insuranceKind === wanted.limits.insuranceKind
}

/** Whether every limit that was said holds already: saying a wish once more changes nothing. */
export function saysNothingNew({ limits }: Mandate, { limits: said }: Wanted): boolean {
  return Object.entries(said).every(([name, value]) => isSame(limits[name as keyof Limits], value))
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && b.every((one) => a.includes(one))
  const numeric = [a, b].every((one) => /^-?\d+(\.\d+)?$/.test(String(one)))
  return numeric ? new Decimal(String(a)).equals(String(b)) : a === b
}

export function alreadyUnderWay(): ToolAnswer {
  return refused('ALREADY_UNDER_WAY', {
    de: 'Genau das läuft schon, mit diesen Grenzen; geändert ist nichts. Für andere Grenzen sagen Sie mir einfach, welche.',
    en: 'Exactly this is under way already, within these limits; nothing has been changed. For other limits just tell me which.',
  })
}
