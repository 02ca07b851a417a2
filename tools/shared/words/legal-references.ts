/**
 * Where a text names a statute, a decision or an official paper: "§ 286 Abs. 3 BGB", "Art. 26(3) CCD2", "VIII ZR 95/18".
 *
 * @module
 */
import { WORD_END, WORD_START } from './locale.ts'

const NUMBER = '\\d+[a-z]{0,2}(?![\\p{L}\\p{N}])(?:\\s?\\(\\d+\\))*'
const PART =
  '(?:Abs\\.|Absatz|S\\.|Satz|Nr\\.|Nummer|no\\.|Alt\\.|Hs\\.|lit\\.|Buchst\\.|para\\.?|paragraph|sentence)\\s?(?:\\d+[a-z]?|[a-z])'
const PLACE = `${NUMBER}(?:,?\\s(?:${PART}))*`
const MORE = `(?:(?:,\\s?|\\s(?:und|and|oder|or|bis|to)\\s|\\s?[-–]\\s?)(?:§{1,2}\\s?)?${PLACE})*(?:\\sff?\\.)?`
// A law's short name has at least two capitals: BGB, PAngV, RVG, CCD2.
const LAW = '(?:\\s(?:of the |der |des )?(?:\\p{Lu}\\p{L}*\\p{Lu}\\p{L}*\\d*)(?![\\p{L}\\p{N}]))?'

const PATTERNS: readonly RegExp[] = [
  new RegExp(`§{1,2}\\s?${PLACE}${MORE}${LAW}`, 'gu'),
  new RegExp(
    `${WORD_START}(?:Art\\.|Artikeln?|Artikels|Arts?\\.?|[Aa]rticles?|[Ss]ections?|[Ss]ec\\.|Paragra(?:ph|f)(?:en)?)\\s?${PLACE}${MORE}${LAW}`,
    'gu',
  ),
  // Federal and other courts: "VIII ZR 95/18", "Xa ZR 40/08", "15 U 14/21", "406 HKO 118/20", "C-311/18".
  new RegExp(
    `${WORD_START}(?:[IVX]{1,5}[a-z]?|\\d{1,3})\\s\\p{Lu}{1,3}\\s\\d{1,5}/\\d{2}${WORD_END}|${WORD_START}[CT][-‑]\\d{1,4}/\\d{2}${WORD_END}`,
    'gu',
  ),
  new RegExp(`${WORD_START}BGBl\\.(?:\\s\\d{4})?\\s[IVX]+(?:\\s\\d{4})?\\s(?:Nr\\.|S\\.)\\s?\\d+[a-z]?`, 'gu'),
  /(?:\((?:EU|EG|EC|EWG|EEC)\)\s(?:Nr\.\s|No\.?\s)?|(?:Richtlinie|Verordnung|Directive|Regulation|Dir\.|Reg\.)\s(?:\((?:EU|EG|EC)\)\s)?(?:Nr\.\s|No\.?\s)?)\d{2,4}\/\d{1,5}(?:\/(?:EU|EG|EC|EWG|EEC))?/gu,
  new RegExp(`${WORD_START}VV(?:\\sRVG)?\\s(?:Nr\\.\\s|no\\.\\s)?\\d{4}`, 'gu'),
]

/** Every legal reference in the text, as spans; they may overlap. */
export function legalReferences(text: string): readonly { readonly start: number; readonly end: number }[] {
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
}
