/**
 * Lets a draft pass only when every figure is sourced; else it goes back once, and then code answers.
 *
 * @module
 */
import type { Fact } from '../../tools/shared/fact.ts'
import type { Locale } from '../thread-store.ts'
import { withCards } from './cards.ts'
import { checkFigures } from './check-figures.ts'
import { knownFacts } from './conversation.ts'
import { factsIn } from './render-reply.ts'
import type { ReplyDraft } from './reply-draft.ts'
import type { Work } from './state.ts'
import type { Turn } from './turn.ts'
import { WORDS } from './words.ts'

/** The working set with the model's words checked: a reply, or faults to be mended. */
export function checkReply(work: Work, draft: string, turn: Turn): Work {
  // What was read in this turn stands before what an earlier reply said of the same figure.
  const read = new Set(work.facts.map(({ ref }) => ref))
  const facts = [...work.facts, ...knownFacts(turn.conversation).filter(({ ref }) => !read.has(ref))]
  const faults = checkFigures(draft, facts, turn.locale)
  if (faults.length === 0) return { ...work, draft: null, reply: passed(work, draft, facts, turn) }
  if (work.redrafts === 0) return { ...work, draft, faults, redrafts: 1 }
  return { ...work, draft: null, faults: [], reply: templated(work, turn.locale) }
}

function passed(work: Work, draft: string, facts: readonly Fact[], { locale }: Turn): ReplyDraft {
  const text = withCards(draft, work.answers, facts, locale)
  return { text, facts: factsIn(text, facts), focus: work.focus, handoff: null }
}

/** Code's answer: the figures as they are on record, and the offer of a person. */
function templated({ facts }: Work, locale: Locale): ReplyDraft {
  const shown = [...new Map(facts.map((fact) => [fact.ref, fact])).values()].slice(0, 12)
  const intro = locale === 'de' ? 'Das steht dazu in den Unterlagen:' : 'This is what the records say:'
  const lines = shown.map(({ ref, meaning }) => `- ${meaning[locale]}: [[${ref}]]`)
  return {
    text: [WORDS.figuresWithheld[locale], ...(lines.length > 0 ? [[intro, ...lines].join('\n')] : [])].join('\n\n'),
    facts: shown,
    focus: { personOffered: 'needs-human' },
    handoff: null,
  }
}
