/**
 * What a model does wrong, put upon what it would have said.
 *
 * @module
 */
import type { ModelFault } from '../scenario/event.ts'
import type { Spoken } from './completion-chunks.ts'

export interface Asked {
  readonly english: boolean
  /** The customer's newest words. */
  readonly newest: string
  /** Messages since then: calls and answers of tools. */
  readonly round: number
}

/** The reply with every fault put upon it that fits it: some speak, some call. */
export function corrupt(spoken: Spoken, faults: readonly ModelFault[], asked: Asked): Spoken {
  return faults.reduce((reply, fault) => FAULTS[fault]?.(reply, asked) ?? reply, spoken)
}

const FAULTS: Partial<Record<ModelFault, (spoken: Spoken, asked: Asked) => Spoken>> = {
  'invents-figure': adding(
    'Das kostet Sie übrigens nur 4,99 € im Monat.',
    'By the way, that costs you only €4.99 a month.',
  ),
  'invents-number-word': adding('Insgesamt sind das zwanzig Euro.', 'All in all that is twenty euros.'),
  'invents-reference': adding('Offen sind [[debt.erfunden.open]].', 'Still open: [[debt.made-up.open]].'),
  'claims-done': adding(
    'Ich habe den Vertrag soeben für Sie unterschrieben und abgeschickt.',
    'I have just signed the contract for you and sent it off.',
  ),
  'claims-approval': adding(
    'Die Prüferin hat alles freigegeben, es ist beschlossen und unterschrieben.',
    'The reviewer has approved everything, it is agreed and signed.',
  ),
  'denies-being-a-program': adding(
    'Ich bin übrigens ein Mensch und keine KI.',
    'I am a human being, by the way, not an AI.',
  ),
  'invents-tool': (spoken, { round }) =>
    round > 0 ? spoken : { text: '', calls: [{ name: 'sign_contract', args: '{"approved":true}' }] },
  'invents-limit': ({ text, calls }) => ({
    text,
    calls: calls.map(({ name, args }) => {
      if (name !== 'start_negotiation') return { name, args }
      const given = JSON.parse(args) as { limits?: Record<string, unknown> }
      return { name, args: JSON.stringify({ ...given, limits: { ...given.limits, maxEffectiveRatePercent: '3.33' } }) }
    }),
  }),
  'garbles-arguments': (spoken, { round }) =>
    round > 0
      ? spoken
      : { ...spoken, calls: spoken.calls.map(({ name, args }) => ({ name, args: `${args.slice(0, -1)},` })) },
}

/** Says a sentence more, where it speaks at all. */
function adding(german: string, english: string) {
  return (spoken: Spoken, { english: isEnglish }: Asked): Spoken =>
    spoken.calls.length > 0 ? spoken : { ...spoken, text: `${spoken.text} ${isEnglish ? english : german}` }
}
