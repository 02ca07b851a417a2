/**
 * What covers of an insurance are called.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'

/** By the key that records use. */
export const COVER_WORDS: Readonly<Record<string, Bilingual>> = {
  bicycleTheft: { de: 'Fahrraddiebstahl', en: 'bicycle theft' },
  elementaryPerils: { de: 'Elementarschäden', en: 'natural hazards' },
  grossNegligenceWaiver: { de: 'grobe Fahrlässigkeit', en: 'gross negligence' },
  glass: { de: 'Glasbruch', en: 'glass' },
  lostKeys: { de: 'Schlüsselverlust', en: 'lost keys' },
  favourDamage: { de: 'Gefälligkeitsschäden', en: 'damage while doing a favour' },
  claimsDefaultCover: { de: 'Forderungsausfall', en: 'claims-default cover' },
  liability: { de: 'Haftpflicht', en: 'liability' },
  partialCover: { de: 'Teilkasko', en: 'partial cover' },
  comprehensive: { de: 'Vollkasko', en: 'comprehensive cover' },
  freeChoiceOfWorkshop: { de: 'freie Werkstattwahl', en: 'free choice of workshop' },
}

/** The words for a cover; one without words is spelt out of its key, without digits. */
export function coverWords(cover: string): Bilingual {
  const known = COVER_WORDS[cover]
  if (known !== undefined) return known
  const spelt = cover
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase()
  return { de: spelt, en: spelt }
}
