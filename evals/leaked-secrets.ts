/**
 * What no log of a run may show: limits that customers gave, tokens, IBANs, secrets. The patterns are a list of their own,
 * so that a fault in the cutting does not hide itself.
 *
 * @module
 */
import { isValidIBAN } from 'ibantools'
import type { Trial } from './trial.ts'

const FORMS = [
  { name: 'a token', form: /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g },
  { name: 'a webhook secret', form: /\bwhsec_[A-Za-z0-9+/=]{8,}/g },
  { name: 'a bearer token', form: /\bBearer [\w.~+/=-]{8,}/gi },
] as const
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/g

/** What the lines show, each kind once and never in full; empty when nothing. */
export function leakedSecrets(lines: string, trials: readonly Trial[]): readonly string[] {
  const forms = FORMS.filter(({ form }) => lines.search(form) >= 0).map(({ name }) => name)
  const ibans = [...lines.matchAll(IBAN)].some(([found]) => isValidIBAN(found.replaceAll(' ', '')))
  const limits = limitsOf(trials).filter((limit) => standsIn(lines, limit))
  return [...forms, ...(ibans ? ['an IBAN'] : []), ...limits.map((limit) => `the limit ${limit.slice(0, -2)}..`)]
}

/** Reservation values: what a customer would accept at worst. Whole numbers, such as months, stand in every log. */
function limitsOf(trials: readonly Trial[]): readonly string[] {
  const limits = trials
    .flatMap(({ transcript }) => transcript?.mandates ?? [])
    .flatMap(({ limits: of }) => [
      ...[of.maxNominalRatePercent, of.maxEffectiveRatePercent, of.maxMonthly, of.maxTotal, of.maxAnnualPremium],
    ])
  return [
    ...new Set(limits.filter((limit) => limit !== undefined && limit.length > 4 && limit.includes('.'))),
  ] as string[]
}

function standsIn(lines: string, limit: string): boolean {
  const [whole = '', part = ''] = limit.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '[.,]?')
  return new RegExp(`(?<![\\d.,])${grouped}[.,]${part}(?!\\d)`).test(lines)
}
