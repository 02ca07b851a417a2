import { describe, expect, test } from 'vitest'
import { createVoice, spoken } from '../../../evals/actors/voice.ts'

const voice = (manner: Parameters<typeof createVoice>[0]['customer']['manner'] = []) =>
  createVoice({
    customer: { speaks: 'de', manner },
    values: { open: { as: 'money', value: '1250.00' }, rate: { as: 'rate', value: '7.90' } },
    seed: ['probe', '1'],
  })

describe('a simulated voice', () => {
  test('says figures as people of the language write them', () => {
    expect(voice().say(['Offen sind {open} Euro zu {rate} Prozent.']).text).toBe(
      'Offen sind 1.250 Euro zu 7,9 Prozent.',
    )
    expect(spoken({ as: 'day', value: '2026-11-03' }, 'en')).toBe('3 November 2026')
    expect(spoken({ as: 'money', value: '79.50' }, 'en')).toBe('79.50')
  })

  test('says the same words for the same seed', () => {
    const words = { de: ['eins', 'zwei', 'drei', 'vier'], en: ['one'] }
    const say = () => {
      const own = voice()
      return [own.say(words), own.say(words), own.say(words)]
    }
    expect(say()).toEqual(say())
  })

  test('switches the language with every other message', () => {
    const own = voice(['switches-language'])
    const locales = [1, 2, 3, 4].map(() => own.say({ de: ['Hallo'], en: ['Hello'] }).locale)
    expect(locales).toEqual(['de', 'en', 'de', 'en'])
  })

  test('slips in long words and never in a figure', () => {
    const text = 'Was verlangt das Inkassounternehmen von 1.250 Euro?'
    const said = voice(['typos']).say([text]).text
    expect(said).not.toBe(text)
    expect(said).toContain('1.250')
  })
})
