/**
 * What must be said before anything is paid, acknowledged or promised on a claim: limitation begins anew with it.
 *
 * Source: § 212 (1) no. 1, §§ 195, 214 BGB (REFERENCE 2.9).
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'

export const PLAN_WARNING: Bilingual = {
  de: 'Ein Ratenplan kann als Anerkenntnis der ganzen Forderung gelten: die Verjährung beginnt an diesem Tag neu (§ 212 BGB). Was gezahlt ist, kommt auch bei einer verjährten Forderung nicht zurück (§ 214 BGB).',
  en: 'An instalment plan may count as an acknowledgement of the whole claim: limitation begins anew on that day (section 212 BGB). What is paid does not come back, even if the claim was time-barred (section 214 BGB).',
}

export const SETTLEMENT_WARNING: Bilingual = {
  de: 'Mit der Einigung ist der Rest der Forderung anerkannt: die Verjährung beginnt dafür neu (§ 212 BGB).',
  en: 'The agreement acknowledges what remains of the claim: limitation begins anew for it (section 212 BGB).',
}

export const PART_PAYMENT_WARNING: Bilingual = {
  de: 'Eine Teilzahlung oder ein Zahlungsversprechen kann als Anerkenntnis gelten, und die Verjährung beginnt neu (§ 212 BGB); deshalb nur auf die Hauptforderung zahlen und das bei der Überweisung angeben.',
  en: 'A part payment or a promise to pay may count as an acknowledgement, and limitation begins anew (section 212 BGB); so pay towards the principal only and say so in the transfer.',
}
