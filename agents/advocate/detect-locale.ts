/**
 * German or English, from the message alone.
 *
 * @module
 */
import type { Locale } from '../thread-store.ts'

const SHORT_DE =
  /^(?:ja|nein|jo|nee|danke|bitte|hallo|moin|servus|guten (?:tag|morgen|abend)|tschüss|genau|gut|passt|einverstanden|bestätigt|mensch|hilfe|warum|wieso|woher|wann|wie|was|wer|und|weiter|stopp?|abbrechen)(?:[\s,.!?]|$)/iu
const SHORT_EN =
  /^(?:yes|no|thanks|thank you|please|hello|hey|good (?:morning|evening|afternoon)|bye|right|agreed|confirmed|human|help|why|when|how|what|who|where|and|go on|stop|cancel|sure)(?:[\s,.!?]|$)/iu

/** Loaded with the first long message: its tables are large. */
let detector: Promise<(text: string) => Locale | null> | null = null

/** The language of a message, or null when it does not tell ("ok", "36"). */
export async function detectLocale(text: string): Promise<Locale | null> {
  const words = text.trim()
  const letters = words.replaceAll(/[^\p{L}]+/gu, '').length
  const short = words.split(/\s+/).length <= 3
  if (short) {
    if (SHORT_DE.test(words)) return 'de'
    if (SHORT_EN.test(words)) return 'en'
  }
  if (letters < 3) return null
  if (/[äöüß]/iu.test(words)) return 'de'
  if (short && letters < 12) return null
  detector ??= load()
  return (await detector)(words)
}

async function load(): Promise<(text: string) => Locale | null> {
  const { eld } = await import('eld/extrasmall')
  eld.setLanguageSubset(['de', 'en'])
  return (text) => {
    const { language } = eld.detect(text)
    return language === 'de' || language === 'en' ? language : null
  }
}
