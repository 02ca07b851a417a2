/**
 * The ideas that customers' words stand for; the lexicons say which words, the rules say what they mean together.
 *
 * @module
 */

export const CONCEPTS = [
  // what it is about
  'debt',
  'fee',
  'loan',
  'refinance',
  'interest',
  'insurance',
  'household',
  'liability',
  'car',
  'legal-cover',
  'phone-cover',
  'overdraft',
  'savings',
  'instalments',
  'settlement',
  'waiver',
  'contract',
  'limit',
  'law',
  'dispute',
  'figure',
  // what is wanted
  'compare',
  'search',
  'negotiate',
  'cheaper',
  'expensive',
  'borrow',
  'contest',
  'progress',
  'accept',
  'decline',
  'change',
  'where-from',
  'why',
  'define',
  'generic',
  'how-much',
  'to-whom',
  'asks',
  'push',
  'send',
  'person',
  'pay-it',
  'cancel-it',
  'pay',
  // manners
  'yes',
  'no',
  'greeting',
  'thanks',
  'goodbye',
  'abilities',
  'follow-up',
  'mine',
  'negation',
  // found by code in the quantities
  'has-money',
  'has-monthly',
  'has-rate',
  'has-term',
  'has-bound',
  'has-number',
  'has-name',
] as const

export type Concept = (typeof CONCEPTS)[number]

/**
 * A language's words by concept, separated by commas and folded. `stem*` matches the beginning of a word, `*stem*`
 * any part of one (German compounds), several words match in sequence, and `~` skips up to four words between.
 */
export type Lexicon = Readonly<Partial<Record<Concept, string>>>

/** Rewrites before matching, where two words together mean something else than each of them. */
export type Rewrites = readonly (readonly [RegExp, string])[]
