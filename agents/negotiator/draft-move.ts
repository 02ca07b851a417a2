/**
 * A message to a counterparty in the drafting model's words, checked before it is used; the fixed sentences otherwise.
 *
 * The model writes only what stands around the terms. It is told the kind of move and the language: no figure, no limit,
 * no word of the other side's, so that there is nothing in its prompt that could leak or command.
 *
 * @module
 */
import { HumanMessage, SystemMessage } from '@langchain/core/messages'
import { ParleyError } from '../../tools/shared/errors.ts'
import { findFigures } from '../../tools/shared/words/find-figures.ts'
import { askModel } from '../advocate/ask-model.ts'
import { detectLocale } from '../advocate/detect-locale.ts'
import type { RoleModel } from '../models.ts'
import { type MoveWords, TERMS_PLACE, wordMove } from './word-move.ts'

/** Words a message; never fails. */
export type DraftMove = (move: MoveWords) => Promise<string>

const MOST_LETTERS = 500

/** The offline model drafts nothing: it has the fixed sentences already. */
export function draftMove(drafting: RoleModel): DraftMove {
  return async (move) => {
    if (drafting.inProcess === true) return wordMove(move)
    const prompt = [new SystemMessage(RULES), new HumanMessage(JSON.stringify(assignment(move)))]
    try {
      const { text } = await askModel({ ...drafting, retries: 0 }, prompt, [], { sleep: async () => undefined })
      const draft = text.trim()
      return (await faultOf(draft, move)) === null ? wordMove(move, draft) : wordMove(move)
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error
      return wordMove(move)
    }
  }
}

const RULES = `You word one message from a customer's negotiating assistant to a business. Warm, short, courteous: two or three sentences.
Write ${TERMS_PLACE} exactly once where the terms stand; code puts them there. When there are no terms, leave it out.
Write no figure of any kind: no amount, rate, date, count, no number as a word.
Claim nothing: no other offers, no deadline, no law, no reason about the customer. Promise nothing; nothing becomes binding by this message.
Answer with the message alone.`

function assignment({ move, language, terms, answered }: MoveWords) {
  return {
    language: language === 'de' ? 'German, formal' : 'English',
    move: {
      opening: 'open the talk with a first proposal',
      offer: 'thank them and make a new proposal',
      accept: 'agree in principle and ask them to hold the offer',
      'walk-away': 'end the talk kindly without an agreement',
    }[move],
    about: terms?.kind.replaceAll('-', ' ') ?? 'the present matter',
    theyLast: answered ?? 'nothing yet',
  }
}

export type DraftFault = 'terms' | 'figure' | 'length' | 'markup' | 'claim' | 'language'

/** What is wrong with a draft, or null. Errs on the side of the fixed sentences. */
export async function faultOf(draft: string, { terms, language }: MoveWords): Promise<DraftFault | null> {
  const parts = draft.split(TERMS_PLACE)
  if (parts.length !== (terms === null ? 1 : 2)) return 'terms'
  const words = parts.join(' ')
  if (words.length > MOST_LETTERS || words.trim().length < 15) return 'length'
  if (/[[\]{}<>|*_#`\\@]|https?:|www\./u.test(words)) return 'markup'
  if (findFigures(words, 'de').length > 0 || findFigures(words, 'en').length > 0) return 'figure'
  if (CLAIMS.test(words)) return 'claim'
  const detected = await detectLocale(words)
  return detected === null || detected === language ? null : 'language'
}

/** Other offers, pressure, law, commitments and being a person: nothing of that is the drafter's to say. */
const CLAIMS =
  /ander\w+ (?:angebot|anbieter|bank|versicher|geldgeber)|mitbewerb|konkurren|wettbewerb|other (?:offer|provider|lender|bank|insurer|quote)|competit|elsewhere|anderswo|frist|deadline|heute noch|sofort|immediately|today only|gericht|anwalt|lawyer|court|gesetz|klage|sue\b|verpflicht|garantier|guarantee|verbindlich zu|binding|hiermit nehme|budget|höchstens|maximal|at most|maximum|limit|grenze|schmerz|kündig|ich bin ein mensch|i am (?:a )?(?:human|person)/iu
