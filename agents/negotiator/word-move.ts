/**
 * Our words to a counterparty: fixed sentences with the numbers of the bid itself, and who is writing.
 *
 * A reader on the other side may be a person, so every text says that an assistant drafted it (AI Act, Art. 50).
 *
 * @module
 */
import type { DealTerms } from '../../tools/offers/terms.ts'

type Language = 'de' | 'en'

/** A move and what there is to say beside it. */
export interface MoveWords {
  readonly move: 'opening' | 'offer' | 'accept' | 'walk-away'
  readonly terms: DealTerms | null
  readonly language: Language
  /** Their last move. */
  readonly answered?: 'offer' | 'final' | 'accept' | 'reject'
  /** Quotations from their text that do not go with their terms, to be asked about. */
  readonly unclear?: readonly string[]
  /** A verified offer of somebody else, where the mandate lets it be mentioned. */
  readonly competing?: DealTerms
}

/**
 * The text beside a move; it states no number that is not in the terms, in a mentioned offer or quoted from them.
 *
 * @param drafted words to put around the terms in place of the fixed sentence, already checked
 */
export function wordMove({ move, terms, language, unclear = [], competing }: MoveWords, drafted?: string): string {
  const bid = terms === null ? '' : bidIn[language](terms)
  const [before = '', after = ''] = drafted?.split(TERMS_PLACE) ?? [SENTENCES[move][language]]
  return [
    ...[before, bid, after],
    competing === undefined ? '' : `${COMPETING[language]} ${bidIn[language](competing)}`,
    unclear.length === 0 ? '' : question(unclear, language),
    DISCLOSURE[language],
  ]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ')
}

/** Where the terms go in words that were drafted. */
export const TERMS_PLACE = '[[terms]]'

const COMPETING = {
  de: 'Ein anderer Anbieter hält uns dieses Angebot:',
  en: 'Another provider holds this offer for us:',
} as const

const QUOTED_LETTERS = 60

/** Their words go back to them as a quotation, cut short: a question about these very words. */
function question(unclear: readonly string[], language: Language): string {
  const quoted = unclear.map((words) => `„${words.slice(0, QUOTED_LETTERS)}“`).join(', ')
  return language === 'de'
    ? `Ihr Schreiben nennt ${quoted}; in Ihren Konditionen steht das nicht. Bitte bestätigen Sie, dass nur die genannten Konditionen gelten, oder nehmen Sie es in die Konditionen auf. Bis dahin gilt nichts als vereinbart.`
    : `Your message says ${quoted}; your terms do not. Please confirm that only the terms apply, or put it into the terms. Until then nothing counts as agreed.`
}

const SENTENCES = {
  opening: {
    de: 'Guten Tag, im Auftrag einer Kundin oder eines Kunden bitten wir um ein Angebot. Unser Vorschlag:',
    en: 'Good day, on behalf of a customer we ask for an offer. Our proposal:',
  },
  offer: {
    de: 'Vielen Dank für Ihre Antwort. Unser neuer Vorschlag:',
    en: 'Thank you for your answer. Our new proposal:',
  },
  accept: {
    de: 'Mit diesen Konditionen sind wir grundsätzlich einverstanden; bitte halten Sie das Angebot. Verbindlich wird es erst mit der gesonderten Zusage.',
    en: 'We agree in principle to these terms; please hold the offer. It binds nobody before the separate confirmation.',
  },
  'walk-away': {
    de: 'Vielen Dank für Ihre Mühe. Zu diesen Konditionen kommen wir nicht zusammen.',
    en: 'Thank you for your effort. On these terms we will not come together.',
  },
} as const

const DISCLOSURE = {
  de: 'Diese Nachricht hat ein KI-Assistent im Auftrag verfasst; auf Wunsch antwortet ein Mensch.',
  en: 'This message was drafted by an AI assistant on instruction; a person will answer on request.',
} as const

const bidIn: Record<Language, (terms: DealTerms) => string> = { de: inGerman, en: inEnglish }

function inGerman(terms: DealTerms): string {
  const money = (amount: string) => `${amount.replace('.', ',')} ${terms.currency}`
  const rate = (percent: string) => `${percent.replace('.', ',')} %`
  switch (terms.kind) {
    case 'instalment-loan':
      return `${money(terms.principal)} über ${terms.termMonths} Monate zu ${rate(terms.nominalRatePercent)} Sollzins, Gebühr ${money(terms.originationFee)}.`
    case 'overdraft':
      return `Rahmen ${money(terms.limit)} zu ${rate(terms.nominalRatePercent)} Sollzins.`
    case 'savings':
      return `${rate(terms.nominalRatePercent)} Sollzins auf ${money(terms.balance)}.`
    case 'instalment-plan':
      return `${money(terms.amount)} in ${terms.months} Raten zu ${money(terms.monthly)}, Gebühr ${money(terms.fee)}.`
    case 'settlement':
      return `${money(terms.amount)} zur Erledigung der Forderung von ${money(terms.claim)}, zahlbar binnen ${terms.payWithinDays} Tagen.`
    case 'fee-waiver':
      return `Von ${money(terms.claimed)} Gebühr werden ${money(terms.waived)} erlassen.`
    default:
      return `Jahresbeitrag ${money(terms.annualPremium)}, Selbstbeteiligung ${money(terms.deductible)}, Deckungssumme ${money(terms.sumInsured)}.`
  }
}

function inEnglish(terms: DealTerms): string {
  const money = (amount: string) => `${terms.currency} ${amount}`
  const rate = (percent: string) => `${percent} %`
  switch (terms.kind) {
    case 'instalment-loan':
      return `${money(terms.principal)} over ${terms.termMonths} months at a nominal rate of ${rate(terms.nominalRatePercent)}, fee ${money(terms.originationFee)}.`
    case 'overdraft':
      return `A limit of ${money(terms.limit)} at a nominal rate of ${rate(terms.nominalRatePercent)}.`
    case 'savings':
      return `A nominal rate of ${rate(terms.nominalRatePercent)} on ${money(terms.balance)}.`
    case 'instalment-plan':
      return `${money(terms.amount)} in ${terms.months} instalments of ${money(terms.monthly)}, fee ${money(terms.fee)}.`
    case 'settlement':
      return `${money(terms.amount)} to settle the claim of ${money(terms.claim)}, payable within ${terms.payWithinDays} days.`
    case 'fee-waiver':
      return `Of the fee of ${money(terms.claimed)}, ${money(terms.waived)} are waived.`
    default:
      return `Annual premium ${money(terms.annualPremium)}, deductible ${money(terms.deductible)}, sum insured ${money(terms.sumInsured)}.`
  }
}
