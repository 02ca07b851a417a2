/**
 * A fact's value as people read it: with unit, kind and period, in the reply's language.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { FactValue } from './fact.ts'
import { dateFormat, numberFormat } from './formats.ts'
import { decimalsOf } from './money.ts'

type Locale = 'de' | 'en'

const TAG = { de: 'de-DE', en: 'en-GB' } as const
const PERIOD = {
  de: { month: 'im Monat', year: 'im Jahr' },
  en: { month: 'a month', year: 'a year' },
} as const
const RATE = {
  de: { nominal: 'Sollzins', effective: 'effektiver Jahreszins', 'default-interest': 'Verzugszins' },
  en: { nominal: 'nominal rate', effective: 'APR', 'default-interest': 'default interest' },
} as const
const UNITS = {
  de: {
    minute: ['Minute', 'Minuten'],
    hour: ['Stunde', 'Stunden'],
    day: ['Tag', 'Tage'],
    week: ['Woche', 'Wochen'],
    month: ['Monat', 'Monate'],
    year: ['Jahr', 'Jahre'],
  },
  en: {
    minute: ['minute', 'minutes'],
    hour: ['hour', 'hours'],
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    year: ['year', 'years'],
  },
} as const

/** The value in words and figures: `95,95 €`, `7,29 % effektiver Jahreszins`, `36 months`. */
export function renderFact(value: FactValue, locale: Locale): string {
  switch (value.kind) {
    case 'money': {
      const digits = decimalsOf(value.currency)
      const amount = numberFormat(TAG[locale], {
        style: 'currency',
        currency: value.currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value.amount as `${number}`)
      return plainSpaces(value.per === undefined ? amount : `${amount} ${PERIOD[locale][value.per]}`)
    }
    case 'rate':
      return `${renderPercent(value.percent, locale)} ${RATE[locale][value.rate]}`
    case 'date':
      return dateFormat(TAG[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value.day}T00:00:00Z`))
    case 'count':
      return `${numberFormat(TAG[locale]).format(value.count)} ${value.of[locale]}`.trim()
    case 'duration': {
      const [one, many] = UNITS[locale][value.unit]
      return `${numberFormat(TAG[locale]).format(value.length)} ${value.length === 1 ? one : many}`
    }
    case 'legal':
      return value.citation
    case 'name':
      return value.text
  }
}

function renderPercent(percent: string, locale: Locale): string {
  const digits = Math.max(2, new Decimal(percent).decimalPlaces())
  const figure = numberFormat(TAG[locale], {
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  }).format(percent as `${number}`)
  return locale === 'de' ? `${figure} %` : `${figure}%`
}

/** Intl separates with no-break spaces; chats, letters and searches expect plain ones. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ')
}
