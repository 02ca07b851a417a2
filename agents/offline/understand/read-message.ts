/**
 * One message read on its own: language, concepts, best intent, slots.
 *
 * @module
 */
import type { Concept } from './concept.ts'
import { detectLanguage } from './detect-language.ts'
import { GERMAN, GERMAN_REWRITES } from './lexicon-de.ts'
import { ENGLISH, ENGLISH_REWRITES } from './lexicon-en.ts'
import { nameIn } from './names.ts'
import { fold, words } from './normalise.ts'
import { otherTongue } from './other-tongue.ts'
import { type Quantity, quantities } from './quantities.ts'
import { remembered } from './remembered.ts'
import { bestIntent, type Scored } from './score-intents.ts'
import { insuranceKind, ordinal, quantitySlots, requiredCovers, type Slots } from './slots.ts'
import { isVocabulary, spotConcepts, vocabulary } from './spot-concepts.ts'

export type Locale = 'de' | 'en'

export interface Reading {
  readonly text: string
  readonly locale: Locale
  readonly concepts: ReadonlySet<Concept>
  readonly best: Scored | null
  readonly slots: Slots
  /** Everything countable in it. */
  readonly quantities: readonly Quantity[]
  /** A plain yes or no, with little else said. */
  readonly answer: 'yes' | 'no' | null
}

const VOCABULARIES = {
  de: vocabulary(GERMAN, GERMAN_REWRITES),
  en: vocabulary(ENGLISH, ENGLISH_REWRITES),
} as const

/** Concepts that say what a message is about; without any the other language's words are tried too. */
const CONTENT: readonly Concept[] = [
  'debt', 'fee', 'loan', 'refinance', 'interest', 'insurance', 'household', 'liability', 'car', 'legal-cover', 'phone-cover',
  'overdraft', 'savings', 'instalments', 'settlement', 'waiver', 'contract', 'law', 'compare', 'negotiate', 'contest',
  'progress', 'accept', 'decline', 'where-from', 'person', 'greeting', 'thanks', 'goodbye', 'abilities', 'yes', 'no', 'why', 'change',
] // biome-ignore format: a list of words reads better in rows

/** @param context what the conversation already tells: the language spoken so far, words of earlier replies, the topic */
export function readMessage(
  text: string,
  context: { readonly locale: Locale; readonly seen: ReadonlySet<string>; readonly about: readonly Concept[] },
): Reading {
  const alone = ALONE[context.locale](text)
  const name = nameIn(text, isKnown, context.seen)
  const concepts = name === undefined ? alone.concepts : new Set<Concept>([...alone.concepts, 'has-name'])
  return {
    ...alone,
    concepts,
    best: name === undefined ? alone.best : bestIntent(concepts),
    slots: compact({
      ...(alone.quantities.length === 0
        ? {}
        : quantitySlots(alone.quantities, new Set([...concepts, ...context.about]))),
      ...alone.slots,
      name,
    }),
  }
}

/** Messages of the conversations under way, with room to spare. */
const MESSAGES_KEPT = 256
const WORDS_KEPT = 2048

/** By the language spoken before, which counts when a message's own words do not tell. */
const ALONE = {
  de: remembered((text) => readAlone(text, 'de'), MESSAGES_KEPT),
  en: remembered((text) => readAlone(text, 'en'), MESSAGES_KEPT),
} as const

/** What a message says whatever was said before it; its slots are those that are no quantities. */
function readAlone(text: string, before: Locale): Reading {
  const locale = detectLanguage(text) ?? before
  const concepts = new Set(spotConcepts(text, VOCABULARIES[locale]))
  if (!CONTENT.some((concept) => concepts.has(concept))) {
    for (const concept of spotConcepts(text, VOCABULARIES[locale === 'de' ? 'en' : 'de'])) concepts.add(concept)
  }
  for (const concept of otherTongue(text, locale)) concepts.add(concept)
  const found = quantities(text)
  if (found.some((quantity) => quantity.kind === 'money' && quantity.role === 'monthly')) concepts.add('has-monthly')
  for (const { kind, bound } of found) {
    concepts.add(
      kind === 'money' ? 'has-money' : kind === 'rate' ? 'has-rate' : kind === 'term' ? 'has-term' : 'has-number',
    )
    if (bound !== 'none') concepts.add('has-bound')
  }
  return {
    text,
    locale,
    concepts,
    quantities: found,
    best: bestIntent(concepts),
    slots: compact({
      ...noDeductible(text),
      mustHave: nonEmpty(requiredCovers(text)),
      insuranceKind: insuranceKind(concepts),
      ordinal: ordinal(text),
    }),
    // A yes or no with a figure is a correction: "yes, but 24 months".
    answer: found.length > 0 ? null : plainAnswer(text, concepts),
  }
}

/** Whether a word belongs to either vocabulary, and so is no name. */
const isKnown = remembered(
  (folded) => isVocabulary(folded, VOCABULARIES.de) || isVocabulary(folded, VOCABULARIES.en),
  WORDS_KEPT,
)

function noDeductible(text: string): Slots {
  return /\b(ohne|kein\w*|keinerlei|without( an?| any)?|no|zero) (selbstbeteiligung|selbstbehalt|sb|deductible|excess)\b/.test(
    fold(text),
  )
    ? { maxDeductible: '0.00' }
    : {}
}

function plainAnswer(text: string, concepts: ReadonlySet<Concept>): 'yes' | 'no' | null {
  const count = words(text).length
  const first = words(text)[0]?.folded ?? ''
  if (/^(nein|nee|noe|ne|no|nope|nah)$/.test(first) && count <= 8) return 'no'
  if (/^(ja|jo|jep|jup|jawohl|yes|yeah|yep|yup|sure|klar|gern|gerne|ok|okay)$/.test(first) && count <= 8) return 'yes'
  if (count > 5) return null
  if (concepts.has('yes') && !concepts.has('no') && !concepts.has('negation')) return 'yes'
  return concepts.has('no') && count <= 3 ? 'no' : null
}

function nonEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined
}

type Loose<T> = { readonly [K in keyof T]: T[K] | undefined }

/** Leaves out what is undefined, so that merging never overwrites a slot with nothing. */
function compact(slots: Loose<Slots>): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined)) as Slots
}
