import { describe, expect, it } from 'vitest'
import { detectLocale } from '../../../agents/advocate/detect-locale.ts'

describe('the language of a message', () => {
  it.each([
    'Was schulde ich noch, und wem?',
    'ja',
    'Danke!',
    'Mensch bitte',
    'Die Mahngebühr ist falsch',
    'Hol mir einen besseren Zins',
    'Kredit vergleichen bitte',
  ])('is German in "%s"', async (text) => {
    expect(await detectLocale(text)).toBe('de')
  })

  it.each([
    'What do I owe, and to whom?',
    'yes please',
    'Thanks',
    'human please',
    'The reminder fee is wrong',
    'Get me a better rate on my loan',
  ])('is English in "%s"', async (text) => {
    expect(await detectLocale(text)).toBe('en')
  })

  it.each(['ok', '36', '8 %', ''])('is open in "%s"', async (text) => {
    expect(await detectLocale(text)).toBeNull()
  })
})
