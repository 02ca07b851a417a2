/**
 * What concepts mean together. The rule with the highest score decides; a tie goes to the one written first.
 *
 * @module
 */
import type { Concept } from './concept.ts'

export const INTENTS = [
  'person',
  'contest',
  'send-dispute',
  'explain',
  'progress',
  'change',
  'decline',
  'push',
  'accept',
  'negotiate',
  'compare-loans',
  'compare-insurance',
  'debts',
  'contracts',
  'knowledge',
  'cannot-pay',
  'cannot-cancel',
  'greeting',
  'thanks',
  'goodbye',
  'abilities',
] as const

export type Intent = (typeof INTENTS)[number]

export interface IntentRule {
  readonly intent: Intent
  /** Each must be touched; within one entry any of the alternatives (separated by `|`) will do. */
  readonly all: readonly string[]
  readonly none?: readonly Concept[]
  /** 9: nothing else can be meant; 6: verb and topic; 4: topic with a hint; 2: manners. */
  readonly score: number
}

const TOPIC = 'loan|insurance|household|liability|car|legal-cover|phone-cover|overdraft|savings|refinance'
const COVER = 'insurance|household|liability|car|legal-cover|phone-cover'

export const INTENT_RULES: readonly IntentRule[] = [
  { intent: 'person', all: ['person'], none: ['negotiate', 'define'], score: 9 },
  { intent: 'person', all: ['person'], none: [], score: 5.5 },

  {
    intent: 'explain',
    all: ['where-from', 'has-money|has-number|has-rate|figure|interest|fee|debt|mine|instalments|has-name'],
    none: ['generic'],
    score: 8.6,
  },
  { intent: 'explain', all: ['where-from'], score: 6.2 },
  { intent: 'explain', all: ['why', 'has-money|has-number|has-rate'], none: ['contest'], score: 7.5 },
  {
    intent: 'explain',
    all: ['why', 'figure|debt|interest|expensive|cheaper'],
    none: ['contest', 'generic', 'define'],
    score: 6.4,
  },
  { intent: 'explain', all: ['why', 'fee'], none: ['contest', 'generic', 'define', 'negation'], score: 5.6 },
  { intent: 'explain', all: ['why'], none: ['law', 'contest'], score: 3.4 },
  {
    intent: 'explain',
    all: ['asks', 'has-number|has-money'],
    none: [
      'contest',
      'fee',
      'loan',
      'insurance',
      'compare',
      'search',
      'change',
      'negotiate',
      'instalments',
      'has-bound',
      'has-term',
      'law',
      'borrow',
    ],
    score: 3.9,
  },

  { intent: 'send-dispute', all: ['send', 'dispute'], score: 8.8 },
  { intent: 'send-dispute', all: ['send'], none: ['person', 'compare', 'debt', 'define', 'to-whom'], score: 4.6 },

  { intent: 'contest', all: ['contest', 'fee'], none: ['generic', 'define'], score: 8 },
  { intent: 'contest', all: ['contest', 'fee', 'mine|has-money'], none: ['generic'], score: 7.7 },
  { intent: 'contest', all: ['contest', 'fee'], score: 5.2 },
  { intent: 'contest', all: ['expensive', 'fee'], none: ['generic', 'where-from'], score: 7 },
  {
    intent: 'contest',
    all: ['contest', 'has-money|debt|interest|law'],
    none: ['generic', 'define', 'compare', 'overdraft', 'savings', 'loan', 'insurance', 'instalments'],
    score: 5.7,
  },
  { intent: 'contest', all: ['dispute', 'contest'], none: ['define', 'generic', 'send'], score: 5 },
  { intent: 'contest', all: ['contest'], none: ['define', 'generic', 'loan', 'insurance'], score: 3.6 },
  {
    intent: 'contest',
    all: ['contest', 'has-money'],
    none: ['generic', 'compare', 'overdraft', 'savings', 'loan', 'insurance', 'instalments', 'negotiate'],
    score: 5.3,
  },
  // A fee that is only mentioned is looked at: assessing it binds nobody.
  {
    intent: 'contest',
    all: ['fee'],
    none: ['define', 'generic', 'compare', 'law', 'insurance', 'loan'],
    score: 4.1,
  },
  {
    intent: 'contest',
    all: ['negation', 'debt|fee'],
    none: ['how-much', 'define', 'generic', 'instalments', 'progress', 'to-whom', 'waiver'],
    score: 3.5,
  },

  { intent: 'negotiate', all: ['negotiate', 'waiver', 'fee'], score: 8.1 },
  { intent: 'negotiate', all: ['negotiate', 'fee'], none: ['contest', 'generic', 'define'], score: 5.1 },
  { intent: 'negotiate', all: ['waiver', 'fee'], none: ['contest', 'generic', 'define'], score: 7.2 },
  {
    intent: 'negotiate',
    all: ['instalments'],
    none: ['define', 'generic', 'compare', 'loan', 'progress', 'where-from', 'change'],
    score: 6.6,
  },
  {
    intent: 'negotiate',
    all: ['instalments', 'negotiate|mine|debt'],
    none: ['define', 'generic', 'progress', 'where-from', 'borrow'],
    score: 6.5,
  },
  {
    intent: 'negotiate',
    all: ['settlement'],
    none: ['define', 'generic', 'loan', 'insurance', 'progress'],
    score: 6.6,
  },
  {
    intent: 'negotiate',
    all: ['pay|instalments', 'has-monthly', 'negotiate|negation|has-name|debt'],
    none: ['loan', 'insurance', 'refinance', 'compare', 'generic', 'fee', 'change'],
    score: 6.4,
  },
  { intent: 'negotiate', all: ['negotiate', TOPIC], none: ['define', 'generic', 'progress'], score: 7.1 },
  { intent: 'negotiate', all: ['negotiate', TOPIC], none: ['law', 'generic', 'progress', 'person'], score: 6.65 },
  {
    intent: 'negotiate',
    all: ['cheaper', 'mine', TOPIC],
    none: ['compare', 'search', 'define', 'generic', 'why', 'progress'],
    score: 6.5,
  },
  {
    intent: 'negotiate',
    all: ['cheaper', 'overdraft|savings'],
    none: ['define', 'generic', 'why', 'progress'],
    score: 6.4,
  },
  {
    intent: 'negotiate',
    all: ['overdraft|savings', 'expensive|interest|compare|has-rate|has-bound'],
    none: ['define', 'generic', 'why', 'law', 'progress'],
    score: 5.4,
  },
  {
    intent: 'negotiate',
    all: ['overdraft|savings', 'mine'],
    none: ['define', 'generic', 'why', 'search', 'contract', 'how-much', 'progress'],
    score: 4.3,
  },
  {
    intent: 'negotiate',
    all: ['cheaper', 'has-name'],
    none: ['define', 'generic', 'why', 'debt', 'progress'],
    score: 4.2,
  },
  {
    intent: 'negotiate',
    all: ['cheaper', 'interest', 'mine'],
    none: ['compare', 'define', 'generic', 'why', 'progress'],
    score: 4.6,
  },
  { intent: 'negotiate', all: ['refinance'], none: ['define', 'compare', 'search', 'generic'], score: 6 },
  {
    intent: 'negotiate',
    all: ['negotiate', 'debt'],
    none: ['define', 'generic', 'progress', 'to-whom', 'search'],
    score: 5.4,
  },
  { intent: 'negotiate', all: ['negotiate'], none: ['progress', 'define', 'generic', 'abilities'], score: 4.4 },

  { intent: 'progress', all: ['progress'], none: ['compare', 'define', 'debt', 'contest'], score: 6.8 },
  { intent: 'progress', all: ['progress', 'negotiate|settlement|waiver|instalments'], score: 8.2 },
  { intent: 'progress', all: ['progress', 'dispute'], none: ['send', 'where-from'], score: 8.2 },
  {
    intent: 'progress',
    all: ['progress', 'thanks|define|asks'],
    none: ['compare', 'debt', 'contest', 'law', 'fee'],
    score: 6.7,
  },
  { intent: 'progress', all: ['progress'], score: 4.5 },

  { intent: 'change', all: ['change', 'limit'], none: ['define'], score: 8 },
  {
    intent: 'change',
    all: ['change', 'has-money|has-rate|has-term'],
    none: ['why', 'where-from', 'contest', 'fee', 'generic'],
    score: 6.9,
  },
  {
    intent: 'change',
    all: ['limit', 'has-money|has-rate|has-term'],
    none: ['loan', 'insurance', 'compare', 'household', 'define', 'borrow', 'car', 'liability'],
    score: 5,
  },
  { intent: 'change', all: ['change'], none: ['compare', 'define', 'insurance', 'loan', 'decline'], score: 3 },

  // Pushing for an approval is neither a yes nor a no.
  { intent: 'push', all: ['push', 'accept|progress|no|negation|why|person|asks|change'], none: ['fee'], score: 8.7 },
  { intent: 'push', all: ['push'], none: ['fee', 'debt', 'define'], score: 4.3 },
  { intent: 'decline', all: ['decline'], none: ['fee', 'contest'], score: 7 },
  { intent: 'decline', all: ['no', 'accept'], none: ['fee'], score: 6.6 },
  {
    intent: 'compare-loans',
    all: ['compare', 'has-name'],
    none: [
      'negotiate',
      'define',
      'debt',
      'fee',
      'insurance',
      'accept',
      'household',
      'liability',
      'car',
      'pay',
      'contest',
      'progress',
    ],
    score: 3.3,
  },
  { intent: 'accept', all: ['accept'], none: ['negation', 'no', 'define', 'contest', 'decline'], score: 6.3 },

  { intent: 'compare-loans', all: ['compare', 'loan|refinance'], none: ['negotiate', 'define'], score: 6.8 },
  { intent: 'compare-loans', all: ['compare', 'loan|refinance'], none: ['negotiate'], score: 6.1 },
  {
    intent: 'compare-loans',
    all: ['search', 'loan|refinance|borrow'],
    none: ['negotiate', 'define', 'generic'],
    score: 6.2,
  },
  {
    intent: 'compare-loans',
    all: ['has-money', 'has-term', 'interest|search|compare'],
    none: ['insurance', 'overdraft', 'savings', 'debt', 'instalments', 'negotiate', 'define', 'fee', 'change', 'car'],
    score: 5,
  },
  { intent: 'compare-loans', all: ['borrow'], none: ['negotiate', 'define'], score: 6.1 },
  {
    intent: 'compare-loans',
    all: ['loan|refinance', 'has-money|has-rate|has-term'],
    none: ['negotiate', 'define', 'where-from', 'why'],
    score: 5.6,
  },
  { intent: 'compare-loans', all: ['loan', 'expensive|cheaper'], none: ['define', 'generic', 'negotiate'], score: 5 },

  { intent: 'compare-insurance', all: ['compare', COVER], none: ['negotiate', 'define'], score: 6.8 },
  { intent: 'compare-insurance', all: ['compare', COVER], none: ['negotiate', 'law'], score: 6.1 },
  { intent: 'compare-insurance', all: ['search', COVER], none: ['negotiate', 'define', 'contract'], score: 6.2 },
  {
    intent: 'compare-insurance',
    all: [COVER, 'expensive|cheaper'],
    none: ['define', 'generic', 'negotiate', 'why'],
    score: 6,
  },
  {
    intent: 'compare-insurance',
    all: [COVER, 'has-money|has-bound'],
    none: ['negotiate', 'define', 'where-from', 'why', 'debt'],
    score: 5.4,
  },

  { intent: 'debts', all: ['debt', 'how-much|to-whom'], none: ['compare', 'negotiate'], score: 6.6 },
  { intent: 'debts', all: ['debt', 'search'], none: ['compare', 'define'], score: 5.2 },
  {
    intent: 'debts',
    all: ['debt', 'mine'],
    none: ['contest', 'compare', 'negotiate', 'instalments', 'where-from'],
    score: 5,
  },
  {
    intent: 'debts',
    all: ['debt', 'has-name'],
    none: ['compare', 'negotiate', 'generic', 'contest', 'define', 'instalments', 'waiver'],
    score: 5.6,
  },
  { intent: 'debts', all: ['debt'], none: ['compare', 'negotiate', 'generic'], score: 4 },
  // Only a creditor's name: what is open there is the least that helps.
  {
    intent: 'debts',
    all: ['has-name'],
    none: ['negotiate', 'generic', 'contest', 'progress', 'compare', 'define'],
    score: 3.1,
  },
  {
    intent: 'debts',
    all: ['pay', 'how-much', 'has-name'],
    none: ['negotiate', 'generic', 'fee', 'loan', 'insurance'],
    score: 5.9,
  },
  {
    intent: 'debts',
    all: ['pay', 'how-much|to-whom'],
    none: ['negotiate', 'generic', 'fee', 'loan', 'insurance', 'instalments', 'contest'],
    score: 5.1,
  },
  {
    intent: 'debts',
    all: ['pay', 'has-name'],
    none: ['negotiate', 'generic', 'fee', 'instalments', 'contest', 'has-money', 'pay-it'],
    score: 4.6,
  },
  {
    intent: 'debts',
    all: ['pay', 'mine'],
    none: [
      'negotiate',
      'generic',
      'fee',
      'loan',
      'insurance',
      'instalments',
      'contest',
      'has-money',
      'has-term',
      'law',
      'accept',
      'expensive',
      'change',
      'overdraft',
      'savings',
    ],
    score: 4,
  },

  {
    intent: 'contracts',
    all: ['contract', 'mine|search|how-much'],
    none: ['compare', 'negotiate', 'define', 'cancel-it', 'law', 'debt'],
    score: 5.8,
  },
  {
    intent: 'contracts',
    all: ['contract'],
    none: ['compare', 'negotiate', 'define', 'cancel-it', 'law', 'generic'],
    score: 4.1,
  },
  {
    intent: 'contracts',
    all: ['search', 'mine', 'overdraft|savings|loan'],
    none: ['compare', 'negotiate', 'define', 'cheaper', 'expensive', 'borrow', 'has-rate', 'has-money', 'has-bound'],
    score: 5.5,
  },

  { intent: 'knowledge', all: ['define', 'law'], score: 7.6 },
  { intent: 'knowledge', all: ['define', 'generic'], score: 7.4 },
  {
    intent: 'knowledge',
    all: ['generic', 'fee|law|interest|debt|loan|insurance|contest|overdraft|instalments'],
    score: 6.7,
  },
  {
    intent: 'knowledge',
    all: ['define', 'fee|interest|loan|insurance|overdraft|settlement|instalments|refinance|car|household|liability'],
    none: ['mine', 'progress', 'compare'],
    score: 6.6,
  },
  { intent: 'knowledge', all: ['law'], none: ['mine', 'change', 'send', 'fee', 'cancel-it', 'negotiate'], score: 4.7 },
  { intent: 'knowledge', all: ['law'], none: ['change', 'send'], score: 4.2 },
  { intent: 'knowledge', all: ['define'], none: ['debt', 'figure', 'progress', 'abilities', 'compare'], score: 3.2 },

  {
    intent: 'cannot-pay',
    all: ['pay-it'],
    none: ['instalments', 'define', 'contest', 'how-much', 'to-whom'],
    score: 6.9,
  },
  { intent: 'cannot-cancel', all: ['cancel-it', `${TOPIC}|contract`], none: ['law', 'define', 'fee'], score: 6.9 },
  { intent: 'cannot-cancel', all: ['cancel-it', 'mine'], none: ['law', 'define', 'fee'], score: 5.3 },

  {
    intent: 'abilities',
    all: ['abilities'],
    none: ['debt', 'loan', 'insurance', 'fee', 'negotiate', 'law', 'overdraft', 'savings'],
    score: 3.8,
  },
  { intent: 'goodbye', all: ['goodbye'], score: 3.1 },
  { intent: 'thanks', all: ['thanks'], score: 2.2 },
  { intent: 'greeting', all: ['greeting'], score: 2 },
]
