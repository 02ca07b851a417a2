/**
 * Greetings, thanks, and plain words about what Parley cannot do.
 *
 * @module
 */
import type { Manner } from '../plan/step.ts'
import { paragraphs, tongue, type Voice } from './words-for.ts'

export function sayManner(manner: Manner, voice: Voice): string {
  const t = tongue(voice)
  switch (manner) {
    case 'greeting':
      return paragraphs([
        t('Guten Tag, schön, dass Sie da sind.', 'Hello, good to have you here.'),
        whatIDo(voice),
        t('Womit fangen wir an?', 'Where shall we start?'),
      ])
    case 'thanks':
      return t(
        'Gern geschehen. Kann ich noch etwas für Sie tun?',
        'You are welcome. Is there anything else I can do for you?',
      )
    case 'goodbye':
      return t(
        'Auf Wiedersehen, und alles Gute. Ich bin hier, wenn Sie mich brauchen.',
        'Goodbye, and all the best. I am here when you need me.',
      )
    case 'abilities':
      return paragraphs([
        t(
          'Ich bin Parley, ein KI-System, das in Ihrem Auftrag handelt.',
          'I am Parley, an AI system that acts for you.',
        ),
        whatIDo(voice),
        t(
          'Verbindlich wird nichts, bevor ein Mensch es freigegeben hat, und einen Menschen hole ich Ihnen jederzeit.',
          'Nothing becomes binding before a human has approved it, and I call a person for you at any time.',
        ),
      ])
    case 'leave':
      return t(
        'In Ordnung, dann lassen wir es dabei; es ändert sich nichts. Was kann ich sonst für Sie tun?',
        'All right, we leave it at that; nothing changes. What else can I do for you?',
      )
    case 'unclear':
      return paragraphs([
        t(
          'Das habe ich nicht verstanden, oder es gehört nicht zu dem, was ich kann.',
          'I did not understand that, or it is not something I can do.',
        ),
        whatIDo(voice),
        orPerson(voice),
      ])
    case 'cannot-pay':
      return paragraphs([
        t(
          'Zahlungen auslösen kann und darf ich nicht; das bleibt bei Ihnen und Ihrer Bank. Ich kann zeigen, was wo offen ist, oder eine Ratenvereinbarung aushandeln.',
          'I cannot and may not make payments; that stays with you and your bank. I can show what is open and where, or negotiate an instalment plan.',
        ),
        orPerson(voice),
      ])
    case 'cannot-cancel':
      return paragraphs([
        t(
          'Einen Vertrag kündige ich nicht einfach so: erst muss etwas Besseres bestätigt sein. Ich kann vergleichen und einen besseren Vertrag aushandeln.',
          'I do not simply cancel a contract: something better has to be confirmed before. I can compare and negotiate a better contract.',
        ),
        orPerson(voice),
      ])
    case 'no-contract':
      return paragraphs([
        t(
          'Dazu liegt mir kein Vertrag vor, also kann ich nichts Besseres aushandeln.',
          'There is no such contract on record, so I cannot negotiate a better one.',
        ),
        orPerson(voice),
      ])
    case 'nothing-open':
      return t(
        'Dazu ist keine offene Forderung bekannt. Soll ich zeigen, was insgesamt offen ist?',
        'No open debt is known here. Shall I show everything that is open?',
      )
    case 'no-fee':
      return t(
        'Dort ist keine Gebühr verzeichnet, die erlassen werden könnte.',
        'There is no fee on record there that could be taken back.',
      )
    case 'nothing-to-accept':
      return t(
        'Zurzeit liegt nichts vor, das Sie annehmen könnten. Soll ich für Sie verhandeln?',
        'There is nothing to accept at the moment. Shall I negotiate for you?',
      )
    case 'tool-failed':
      return paragraphs([
        t(
          'Das hat gerade nicht geklappt, und raten möchte ich nicht. Versuchen Sie es bitte noch einmal.',
          'That did not work just now, and I do not want to guess. Please try again.',
        ),
        orPerson(voice),
      ])
    case 'not-available':
      return paragraphs([t('Das kann ich hier nicht tun.', 'I cannot do that here.'), orPerson(voice)])
  }
}

function whatIDo(voice: Voice): string {
  return tongue(voice)(
    'Ich sage Ihnen, was Sie wem schulden, prüfe und bestreite Gebühren, vergleiche Kredite und Versicherungen und handle bessere Bedingungen für Sie aus.',
    'I tell you what you owe and to whom, check and contest fees, compare loans and insurances, and negotiate better terms for you.',
  )
}

function orPerson(voice: Voice): string {
  return tongue(voice)(
    'Wenn Sie lieber mit einem Menschen sprechen, sagen Sie es einfach.',
    'If you would rather talk to a person, just say so.',
  )
}
