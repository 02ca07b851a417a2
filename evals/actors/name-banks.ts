/**
 * Invented names to draw from; likeness to any person or firm is chance.
 *
 * @module
 */
import type { NAME_BANKS } from '../scenario/draw.ts'

type Bank = readonly [string, ...string[]]

export const NAMES: Readonly<Record<(typeof NAME_BANKS)[number], Bank>> = {
  'first-name': ['Lena', 'Jonas', 'Aylin', 'Mira', 'Oskar', 'Paula', 'Emre', 'Nora', 'Felix', 'Ida', 'Sami', 'Greta'],
  surname: ['Sommer', 'Brandt', 'Yildiz', 'Kowalski', 'Falk', 'Heine', 'Petrov', 'Lorenz', 'Nguyen', 'Weiss', 'Marek'],
  bank: ['Talbank', 'Birkenkredit', 'Uferbank', 'Nordlicht Bank', 'Ringelkasse', 'Wiesenbank', 'Kastanienbank'],
  insurer: ['Bergschutz', 'Windrose Versicherung', 'Leuchtfeuer', 'Hagebutt Assekuranz', 'Steinhof Versicherung'],
  shop: [
    'Gartenhaus Nord',
    'Modewelt Ahorn',
    'Schuhhaus Linde',
    'Radhof Sattler',
    'Buchkiste Versand',
    'Technikhaus Rabe',
  ],
  energy: ['Energie Talwerke', 'Stromhof Nord', 'Grünstrom Weser', 'Gaswerk Heide'],
  telecom: ['Funknetz Elster', 'Telefonie Havel', 'Mobilhaus Kiebitz'],
  collector: ['Inkassohaus Tanne', 'Forderungsdienst Rhön', 'Ratio Inkasso Vogt'],
}
