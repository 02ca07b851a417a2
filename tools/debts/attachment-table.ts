/**
 * The amounts free from attachment (Pfändungsfreigrenzen), by the day they came into force.
 *
 * @module
 */
import { type Day, plainDate } from '../shared/calendar.ts'
import { ParleyError } from '../shared/errors.ts'

export type PayPeriod = 'month' | 'week' | 'day'

/** In euros: free for oneself, more for the first and for the second to fifth dependant; above the cap all is attachable. */
export interface AttachmentAmounts {
  readonly base: string
  readonly firstDependant: string
  readonly furtherDependant: string
  readonly cap: string
}

export interface AttachmentEntry {
  readonly validFrom: Day
  readonly month: AttachmentAmounts
  readonly week?: AttachmentAmounts
  readonly day?: AttachmentAmounts
}

const of = (base: string, firstDependant: string, furtherDependant: string, cap: string): AttachmentAmounts => ({
  base,
  firstDependant,
  furtherDependant,
  cap,
})

/** The official notices (Pfändungsfreigrenzenbekanntmachungen); yearly since 2021. */
export const ATTACHMENT_TABLE: readonly AttachmentEntry[] = [
  { validFrom: '2015-07-01', month: of('1073.88', '404.16', '225.17', '3292.09') },
  { validFrom: '2017-07-01', month: of('1133.80', '426.71', '237.73', '3475.79') },
  { validFrom: '2019-07-01', month: of('1178.59', '443.57', '247.12', '3613.08') },
  {
    validFrom: '2021-07-01',
    month: of('1252.64', '471.44', '262.65', '3840.08'),
    week: of('288.28', '108.50', '60.45', '883.74'),
    day: of('57.66', '21.70', '12.09', '176.75'),
  },
  {
    validFrom: '2022-07-01',
    month: of('1330.16', '500.62', '278.90', '4077.72'),
    week: of('306.12', '115.21', '64.19', '938.43'),
    day: of('61.22', '23.04', '12.84', '187.69'),
  },
  {
    validFrom: '2023-07-01',
    month: of('1402.28', '527.76', '294.02', '4298.81'),
    week: of('322.72', '121.46', '67.67', '989.31'),
    day: of('64.54', '24.29', '13.54', '197.87'),
  },
  {
    validFrom: '2024-07-01',
    month: of('1491.75', '561.43', '312.78', '4573.10'),
    week: of('343.31', '129.21', '71.99', '1052.43'),
    day: of('68.66', '25.84', '14.40', '210.50'),
  },
  {
    validFrom: '2025-07-01',
    month: of('1555.00', '585.23', '326.04', '4766.99'),
    week: of('357.87', '134.69', '75.04', '1097.05'),
    day: of('71.57', '26.94', '15.01', '219.42'),
  },
  {
    validFrom: '2026-07-01',
    month: of('1587.40', '597.42', '332.83', '4866.30'),
    week: of('365.33', '137.50', '76.60', '1119.90'),
    day: of('73.06', '27.50', '15.32', '223.99'),
  },
]

/** The first day for which the next notice is not known. */
export const ATTACHMENT_NEXT_CHANGE: Day = '2027-07-01'

/** The amounts of a day. @throws ParleyError `RATE_UNKNOWN` outside the table and for periods it does not have */
export function attachmentAmounts(day: Day, period: PayPeriod): AttachmentAmounts {
  plainDate(day, 'day')
  const entry =
    day < ATTACHMENT_NEXT_CHANGE ? ATTACHMENT_TABLE.findLast(({ validFrom }) => validFrom <= day) : undefined
  const amounts = entry?.[period]
  if (amounts === undefined) {
    throw new ParleyError(
      'RATE_UNKNOWN',
      `The amounts free from attachment on ${day} (per ${period}) are not known here. Add the official notice, then ask again.`,
      { facts: { rate: 'attachment', day, period } },
    )
  }
  return amounts
}
