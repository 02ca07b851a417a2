/**
 * A capable model, played by a script: what it says and calls in the main job, in both languages.
 *
 * @module
 */
import type { Answer, ChatRequest } from './openai-server.ts'

/** What the model and the customer say, by language. */
export const WORDS = {
  de: {
    ask: 'Welche Laufzeit und welcher effektive Jahreszins dürfen es höchstens sein?',
    mandate: 'So würde ich verhandeln.',
    compared: 'Am günstigsten ist das hier:',
    proposal: 'Ich lege den Widerspruch zur Freigabe vor.',
    wish: 'Ich will einen besseren Zins für meinen Ratenkredit.',
    limits: 'Höchstens 36 Monate und 8 Prozent effektiv, bitte.',
    yes: 'Ja, bitte.',
    fee: 'Die Mahngebühren von Modehaus Elbe sind falsch, bitte bestreiten.',
    confirmed: 'Ihr Auftrag ist bestätigt',
    term: '36 Monate',
    warning: 'Achtung! Kreditaufnahme kostet Geld.',
  },
  en: {
    ask: 'How long may it run at most, and what is the highest effective rate you accept?',
    mandate: 'This is how I would negotiate.',
    compared: 'The cheapest one is this:',
    proposal: 'I am putting the objection forward for approval.',
    wish: 'I want a better rate on my instalment loan.',
    limits: 'At most 36 months and 8 percent APR, please.',
    yes: 'Yes, please.',
    fee: 'The reminder fees of Modehaus Elbe are wrong, please contest them.',
    confirmed: 'your mandate is confirmed',
    term: '36 months',
    warning: 'Caution! Borrowing money costs money.',
  },
} as const

/** Plays a capable model: reads in parallel, asks for what is missing, drafts, and words the results with references. */
export function player(words: (typeof WORDS)['de' | 'en']) {
  return ({ messages }: ChatRequest): Answer => {
    const newest = messages.findLastIndex(({ role }) => role === 'user')
    const said = messages[newest]?.content ?? ''
    const results = messages
      .slice(newest + 1)
      .flatMap(({ role, content }) => (role === 'tool' ? [JSON.parse(content ?? '{}')] : []))
    const draft = results.find(({ kind }) => kind === 'mandate-draft')
    if (said === words.wish) {
      if (results.length === 0)
        return {
          call: [
            ['list_contracts', { kind: 'instalment-loan' }],
            ['compare_loans', {}],
          ],
        }
      const [best] = results.find(({ kind }) => kind === 'comparison').offers
      return { say: `${words.compared} ${best.provider}, [[${best.total}]]. ${words.ask}` }
    }
    if (said === words.limits) {
      if (draft !== undefined) return { say: words.mandate }
      const limits = { maxTermMonths: 36, maxEffectiveRatePercent: '8' }
      return { call: [['start_negotiation', { need: 'refinance-loan', limits }]] }
    }
    const dispute = results.find(({ kind }) => kind === 'dispute-draft')
    if (results.some(({ kind }) => kind === 'proposal')) return { say: words.proposal }
    if (dispute !== undefined) return { call: [['propose_commitment', { disputeId: dispute.disputeId }]] }
    return { call: [['contest_fee', { creditor: 'Modehaus Elbe' }]] }
  }
}
