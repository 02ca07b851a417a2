/**
 * Until when a customer can act on an insurance contract. Weekends never extend a notice period (BGH III ZR 172/04).
 *
 * @module
 */
import { addDays, addMonths, type Day, plainDate } from '../shared/calendar.ts'
import { type Fault, InvalidInput } from '../shared/errors.ts'
import type { Bilingual, Explanation, Rule } from '../shared/explanation.ts'
import { insuranceWithdrawal } from './insurance-withdrawal.ts'

export const INSURANCE_DEADLINE_RULE: Rule = {
  id: 'de.vvg.deadlines',
  title: { de: 'Fristen im Versicherungsvertrag', en: 'Deadlines of an insurance contract' },
  source: '§§ 8, 11, 37, 38, 40, 92, 111 VVG; §§ 187, 188 BGB',
  validFrom: '2008-01-01',
  validTo: null,
}

export type DeadlineInput =
  /** § 8: from receipt of all documents; none for contracts of less than a month. */
  | { readonly kind: 'withdrawal'; readonly documentsReceived: Day | null; readonly termMonths: number }
  /** § 11 (3), and car insurance: notice before the end of the period. */
  | { readonly kind: 'ordinary'; readonly periodEnd: Day; readonly noticeMonths: number }
  /** § 11 (4): contracts of more than three years, to the end of the third and of any later year. */
  | { readonly kind: 'long_term'; readonly start: Day; readonly today: Day }
  /** §§ 92, 111: after the settlement of a claim. */
  | { readonly kind: 'claim'; readonly settlementConcluded: Day; readonly periodEnd?: Day }
  /** § 40: a higher premium without more cover. */
  | { readonly kind: 'premium_increase'; readonly noticeReceived: Day; readonly effectiveOn?: Day }
  /** § 37: the first premium; there is no grace, and with the warning no cover either. */
  | { readonly kind: 'first_premium'; readonly due: Day; readonly warning: 'given' | 'missing' }
  /** § 38: a later premium, from receipt of the written demand; two weeks at least, or what it gives. */
  | { readonly kind: 'later_premium'; readonly demandReceived: Day; readonly days?: number }
  /** § 38 (3): paying within a month of the termination revives the contract. */
  | { readonly kind: 'revival'; readonly terminated: Day }

export interface Deadline {
  /** The last day; null where there is none: no right at all, or the period has not begun. */
  readonly lastDay: Day | null
  /** Whether sending on that day is enough, or it has to arrive (or be paid) by then. */
  readonly counts: 'dispatch' | 'receipt'
  /** When the contract then ends at the earliest, where the rule says. */
  readonly endsOn: Day | null
  readonly explanation: Explanation
}

/** § 11 (4) VVG: months of notice for long contracts, and the first year that counts. */
const LONG_TERM = { noticeMonths: 3, firstYear: 3 }

/** @throws InvalidInput naming the field that is wrong */
export function insuranceDeadline(input: DeadlineInput): Deadline {
  switch (input.kind) {
    case 'withdrawal':
      return withdrawal(input)
    case 'ordinary': {
      requireMonths(input.noticeMonths, 'noticeMonths', 0, 12)
      const lastDay = noticeBefore(plainDate(input.periodEnd, 'periodEnd').toString(), input.noticeMonths)
      return deadline(input, lastDay, 'receipt', input.periodEnd, '§ 11 (3) VVG', {
        de: `Zugang spätestens ${input.noticeMonths} Monate vor Ende der Periode`,
        en: `Received at least ${input.noticeMonths} months before the end of the period`,
      })
    }
    case 'long_term':
      return longTerm(input)
    case 'claim': {
      const lastDay = addMonths(plainDate(input.settlementConcluded, 'settlementConcluded').toString(), 1)
      return deadline(input, lastDay, 'receipt', input.periodEnd ?? null, '§ 92 (2), § 111 VVG', {
        de: 'Ein Monat nach Abschluss der Verhandlungen, zum Ende der laufenden Periode spätestens',
        en: 'One month after the settlement negotiations ended, taking effect at the end of the period at the latest',
      })
    }
    case 'premium_increase': {
      const lastDay = addMonths(plainDate(input.noticeReceived, 'noticeReceived').toString(), 1)
      return deadline(input, lastDay, 'receipt', input.effectiveOn ?? null, '§ 40 (1) VVG', {
        de: 'Ein Monat ab Zugang der Mitteilung; wirksam frühestens mit der Erhöhung',
        en: 'One month from receipt of the notice; effective when the increase takes effect at the earliest',
      })
    }
    case 'first_premium': {
      const lastDay = plainDate(input.due, 'due').toString()
      return deadline(input, lastDay, 'receipt', null, '§ 37 VVG', {
        de: `Unbezahlt kann der Versicherer zurücktreten; ${input.warning === 'given' ? 'kein Schutz' : 'Schutz bleibt, denn der Hinweis fehlt'}`,
        en: `Unpaid, the insurer may withdraw; ${input.warning === 'given' ? 'no cover' : 'cover stays, for the warning is missing'}`,
      })
    }
    case 'later_premium': {
      const days = input.days ?? 14
      if (!Number.isInteger(days) || days < 14)
        throw new InvalidInput([{ path: 'days', reason: 'must be at least 14 (§ 38 (1) VVG)' }])
      return deadline(
        input,
        addDays(plainDate(input.demandReceived, 'demandReceived').toString(), days),
        'receipt',
        null,
        '§ 38 VVG',
        {
          de: `Zahlung binnen ${days} Tagen, danach kein Schutz und Kündigung`,
          en: `Payment within ${days} days, then no cover and termination`,
        },
      )
    }
    case 'revival':
      return deadline(
        input,
        addMonths(plainDate(input.terminated, 'terminated').toString(), 1),
        'receipt',
        null,
        '§ 38 (3) VVG',
        {
          de: 'Zahlung binnen eines Monats nach der Kündigung belebt den Vertrag',
          en: 'Payment within one month of the termination revives the contract',
        },
      )
  }
}

/** Whether a notice of a premium increase came in time (a month before it takes effect) and names the right (§ 40 (1)). */
export function premiumIncreaseNoticeFaults(notice: {
  readonly received: Day
  readonly effectiveOn: Day
  readonly termination: 'mentioned' | 'not-mentioned'
}): readonly Bilingual[] {
  const faults: Bilingual[] = []
  if (addMonths(notice.received, 1) > notice.effectiveOn) {
    faults.push({
      de: 'Weniger als einen Monat vor der Erhöhung mitgeteilt',
      en: 'Given less than a month before the increase',
    })
  }
  if (notice.termination === 'not-mentioned') {
    faults.push({ de: 'Ohne Hinweis auf das Kündigungsrecht', en: 'Without mention of the right to terminate' })
  }
  return faults
}

function withdrawal(input: Extract<DeadlineInput, { kind: 'withdrawal' }>): Deadline {
  if (input.termMonths < 1) {
    return deadline(input, null, 'dispatch', null, '§ 8 (3) VVG', {
      de: 'Laufzeit unter einem Monat: kein Widerruf',
      en: 'Term below one month: no withdrawal',
    })
  }
  const { lastDayToDispatch, explanation } = insuranceWithdrawal({ allDocumentsReceived: input.documentsReceived })
  return { lastDay: lastDayToDispatch, counts: 'dispatch', endsOn: null, explanation }
}

function longTerm(input: Extract<DeadlineInput, { kind: 'long_term' }>): Deadline {
  const { start, today } = input
  const faults: Fault[] = []
  plainDate(start, 'start')
  plainDate(today, 'today')
  if (today < start) faults.push({ path: 'today', reason: 'must not lie before the start of the contract' })
  if (faults.length > 0) throw new InvalidInput(faults)
  let year = LONG_TERM.firstYear
  const endOf = (count: number) => addDays(addMonths(start, 12 * count), -1)
  while (noticeBefore(endOf(year), LONG_TERM.noticeMonths) < today) year += 1
  return deadline(input, noticeBefore(endOf(year), LONG_TERM.noticeMonths), 'receipt', endOf(year), '§ 11 (4) VVG', {
    de: `Zum Ende des ${year}. Jahres mit ${LONG_TERM.noticeMonths} Monaten Frist`,
    en: `To the end of year ${year} with ${LONG_TERM.noticeMonths} months of notice`,
  })
}

/** The period ends with the last moment of its day, so months are counted back from the day after it. */
function noticeBefore(periodEnd: Day, months: number): Day {
  return addDays(addMonths(addDays(periodEnd, 1), -months), -1)
}

function deadline(
  input: DeadlineInput,
  lastDay: Day | null,
  counts: Deadline['counts'],
  endsOn: Day | null,
  source: string,
  text: Bilingual,
): Deadline {
  return {
    lastDay,
    counts,
    endsOn,
    explanation: {
      title: { de: 'Frist', en: 'Deadline' },
      ruleIds: [INSURANCE_DEADLINE_RULE.id],
      inputs: Object.fromEntries(Object.entries(input).map(([key, value]) => [key, String(value)])),
      steps: [{ text, ...(lastDay === null ? {} : { value: lastDay }) }],
      sources: [source],
    },
  }
}

function requireMonths(value: number, path: string, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new InvalidInput([{ path, reason: `must be a whole number from ${least} to ${most}` }])
}
