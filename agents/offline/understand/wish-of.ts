/**
 * What a message asks for, given what was said before: a clear verb decides, a short answer or a bare figure goes on with
 * the deed before it.
 *
 * @module
 */
import { asksAboutNo, isClearNo } from '../../../tools/commitments/clear-no.ts'
import { stops } from '../../../tools/commitments/stop-words.ts'
import type { Need } from '../../../tools/mandates/mandate.ts'
import { namesLimit } from './answered-limit.ts'
import { answersFact } from './answers-fact.ts'
import type { Intent } from './intent-rules.ts'
import { fold, words } from './normalise.ts'
import type { Reading } from './read-message.ts'
import { type Topic, topicOf } from './topic.ts'
import type { Said, Understanding, Wish } from './understanding.ts'

export const SURE = 4
export const MANNERS: ReadonlySet<Wish> = new Set<Wish>(['greeting', 'thanks', 'goodbye', 'abilities'])

/** @param delegated whether a negotiation was asked for earlier */
export function wishOf(before: Understanding | null, said: Said, reading: Reading, delegated: boolean): Wish {
  const { best, answer } = reading
  if (delegated && wondersAboutNo(reading)) return 'progress'
  if (best?.intent === 'contest' && lastDeed(before) === 'contest' && goesAhead(reading, said.shown))
    return 'send-dispute'
  if (delegated && tellsToStop(reading)) return 'decline'
  if (disagrees(said, reading)) return 'change'
  if (answersFact(said.shown, reading.text, reading.locale)) return 'contest'
  if (isAnswerTo(said, reading) && lastDeed(before) === 'negotiate') return 'negotiate'
  if (best !== null && best.score >= SURE && !MANNERS.has(best.intent))
    return adapt(best.intent, before, said, reading, delegated)
  if (answer !== null && best?.intent !== 'contest') return answered(answer, before, said, delegated)
  const completed = complete(before, said, reading)
  if (completed !== null) return completed
  if (best !== null) return best.intent
  if (topicOf(reading.concepts) !== null) return 'which-topic'
  // Asked for a fact and answered with something else: it is asked again.
  return asksFact(said.shown) ? 'contest' : 'unclear'
}

/** What is under way is to end, whatever else such words could mean; a figure in them makes it a correction. */
function tellsToStop({ text, concepts, quantities }: Reading): boolean {
  if (quantities.length > 0 || concepts.has('fee') || concepts.has('dispute') || concepts.has('contest')) return false
  return stops(text) && isClearNo(text)
}

/** "No, that is too much": said to a mandate just shown it is about that, and about a fee only where one is named. */
function disagrees({ shown }: Said, { best, concepts, text }: Reading): boolean {
  const other = concepts.has('fee') || concepts.has('debt') || concepts.has('dispute') || text.includes('?')
  return shown.mandateId !== undefined && best?.intent === 'contest' && !other
}

function asksFact({ asked, facts: [first] = [] }: Said['shown']): boolean {
  return first !== undefined && first.code === asked
}

/** "A sum insured of ten million" after "for how much?" completes the mandate, whatever else such words could mean. */
function isAnswerTo({ shown }: Said, { best, slots, text }: Reading): boolean {
  const other = best !== null && !best.intent.startsWith('compare') && best.intent !== 'change'
  return !other && !text.includes('?') && namesLimit(shown.asked, slots)
}

/** A clear verb can still mean something else after what came before. */
function adapt(intent: Intent, before: Understanding | null, said: Said, reading: Reading, delegated: boolean): Wish {
  const last = lastDeed(before)
  const compared = last === 'compare-loans' || last === 'compare-insurance'
  const topic = topicOf(reading.concepts)
  if (intent === 'change' && compared && !delegated) return last
  if (intent === 'contest' && last === 'contest' && reading.concepts.has('send')) return 'send-dispute'
  if (intent === 'change' && last === null && topic === 'loan') return 'compare-loans'
  if (intent === 'accept' && compared) return 'negotiate'
  if (intent === 'accept' && last === 'contest') return 'send-dispute'
  // A first objection to a fee is drafted and shown before anything is put forward.
  if (intent === 'send-dispute' && last !== 'contest' && reading.concepts.has('fee')) return 'contest'
  if (intent === 'send-dispute' && last !== 'contest' && !reading.concepts.has('dispute')) {
    return reading.concepts.has('has-money') ? 'contest' : 'unclear'
  }
  // "The instalment may be 250 at most": a limit of the loan, not a plan for a debt.
  if (intent === 'negotiate' && delegated && isLoan(before?.need) && namesLimitOnly(reading)) return 'change'
  // "Rather not" to a letter just drafted takes back nothing else that waits.
  if (intent === 'decline' && said.shown.disputeId !== undefined && !reading.concepts.has('compare')) return 'leave'
  if (intent === 'decline' && (compared || last === 'contest') && !delegated) return 'leave'
  if (intent === 'contest' && !reading.concepts.has('fee') && last === 'contest' && reading.concepts.has('send'))
    return 'send-dispute'
  return intent
}

/** "What happens if I say no?": how it stands is told, and nothing is taken back. */
function wondersAboutNo({ text, concepts }: Reading): boolean {
  const other = (['law', 'fee', 'debt', 'pay', 'generic', 'contest', 'cancel-it'] as const).some((it) =>
    concepts.has(it),
  )
  return !other && asksAboutNo(text)
}

const YES_FIRST =
  /^(ja|jo|jep|jup|jawohl|yes|yeah|yep|yup|sure|klar|gern|gerne|unbedingt|ok|okay|bitte|please|go|then|dann)$/
const OBJECT = /\b(widersp\w+|einspruch|bestreit\w*|anfecht\w*|contest|dispute|challenge|object|fight)\b/

/** "Yes, please contest it": the objection just drafted is meant, not another look at the fee. */
function goesAhead({ text, concepts }: Reading, { disputeId }: Said['shown']): boolean {
  if (text.includes('?') || concepts.has('negation') || concepts.has('why')) return false
  const first = words(text)[0]?.folded ?? ''
  return YES_FIRST.test(first) || (disputeId !== undefined && OBJECT.test(fold(text)))
}

function isLoan(need: Need | null | undefined): boolean {
  return need === 'refinance-loan' || need === 'new-loan'
}

function namesLimitOnly({ concepts }: Reading): boolean {
  return (
    concepts.has('instalments') &&
    !concepts.has('debt') &&
    !concepts.has('negotiate') &&
    !concepts.has('has-name') &&
    (concepts.has('has-money') || concepts.has('has-term'))
  )
}

function answered(answer: 'yes' | 'no', before: Understanding | null, said: Said, delegated: boolean): Wish {
  const last = lastDeed(before)
  const compared = last === 'compare-loans' || last === 'compare-insurance'
  if (answer === 'no') {
    // "Anything else?" – "No" takes nothing back that waits.
    const waits = said.shown.mandateId !== undefined || said.shown.proposal !== undefined || !said.text.includes('?')
    return delegated && waits && !compared && last !== 'contest' ? 'decline' : 'leave'
  }
  if (compared) return 'negotiate'
  if (last === 'contest') return 'send-dispute'
  if (last === 'negotiate' || last === 'change') return isOpenQuestion(said) ? 'yes-to-what' : 'progress'
  return last === 'progress' ? 'accept' : 'yes-to-what'
}

/** A message that only names a topic, a figure, a name or a place in a list goes on with the deed before. */
function complete(before: Understanding | null, said: Said, reading: Reading): Wish | null {
  const last = lastDeed(before)
  const topic = topicOf(reading.concepts)
  const negotiating = last === 'negotiate' || last === 'change' || last === 'progress'
  if (
    !negotiating &&
    (reading.concepts.has('compare') || reading.concepts.has('cheaper') || reading.concepts.has('search'))
  ) {
    const about = topic ?? before?.topic
    if (about === 'loan') return 'compare-loans'
    if (about === 'insurance') return 'compare-insurance'
  }
  if (last === null) return null
  if (topic !== null) return onTopic(last, topic)
  const { slots } = reading
  const countable = [
    'amount',
    'maxMonthly',
    'maxYearly',
    'maxDeductible',
    'maxTotal',
    'maxRatePercent',
    'minRatePercent',
    'maxTermMonths',
    'minTermMonths',
    'mustHave',
  ] as const
  if (countable.some((slot) => slots[slot] !== undefined)) {
    if (negotiating) {
      // The answer to a question about a mandate still being made completes it; it changes no other.
      return before?.need === null || isOpenQuestion(said) ? 'negotiate' : 'change'
    }
    return last
  }
  // A name alone goes on; in a question of its own ("the capital of France") it does not.
  if (slots.ordinal !== undefined) return last
  if (slots.name === undefined || reading.best?.intent === 'knowledge') return null
  // Where no question is open, a provider's name asks how it stands there; it is no wish to negotiate anew.
  const settled = last === 'negotiate' && said.shown.mandateId === undefined && !said.text.includes('?')
  return settled ? 'progress' : last
}

function onTopic(last: Wish, topic: Topic): Wish | null {
  if (last === 'negotiate' || last === 'progress') return last
  if (topic === 'loan')
    return last === 'compare-insurance' || last === 'compare-loans'
      ? 'compare-loans'
      : last === 'debts'
        ? 'contracts'
        : null
  if (topic === 'insurance')
    return last.startsWith('compare')
      ? 'compare-insurance'
      : last === 'contracts' || last === 'debts'
        ? 'contracts'
        : null
  if (topic === 'fee') return last === 'contest' || last === 'debts' ? 'contest' : null
  return last === 'contracts' || last === 'debts' ? 'contracts' : last.startsWith('compare') ? 'negotiate' : null
}

function isOpenQuestion({ text, shown }: Said): boolean {
  return shown.mandateId === undefined && text.includes('?')
}

const DEEDS: ReadonlySet<Wish> = new Set<Wish>([
  'debts', 'contracts', 'compare-loans', 'compare-insurance', 'negotiate', 'progress', 'contest', 'change',
]) // biome-ignore format: a list of words reads better in a row

function lastDeed(before: Understanding | null): Wish | null {
  if (before === null) return null
  return DEEDS.has(before.wish) ? before.wish : before.topic === null ? null : deedOfTopic(before)
}

/** After an explanation, a thank-you or a question of law the deed before it still stands. */
function deedOfTopic(before: Understanding): Wish | null {
  if (before.topic === 'debt') return 'debts'
  if (before.topic === 'fee') return 'contest'
  if (before.delegated && before.need !== null) return 'negotiate'
  if (before.topic === 'loan') return 'compare-loans'
  return before.topic === 'insurance' ? 'compare-insurance' : null
}
