/**
 * Where a figure stands that nobody computed.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'
import type { FactSource } from '../shared/fact.ts'

/** By the kind of record; null where the kind alone says nothing a customer could use. */
export const STATED_BY: Readonly<Record<FactSource['type'], Bilingual | null>> = {
  debt: { de: 'So steht es in der Aufstellung des Gläubigers.', en: 'The creditor’s own statement says so.' },
  contract: { de: 'So steht es in Ihrem Vertrag.', en: 'Your contract says so.' },
  offer: { de: 'So steht es im Angebot des Anbieters.', en: 'The provider’s offer says so.' },
  mandate: {
    de: 'Das ist eine Grenze Ihres Auftrags: Sie haben sie genannt, oder sie ist aus Ihren Unterlagen gesetzt, damit nichts Schlechteres herauskommt, als nichts zu tun.',
    en: 'This is a limit of your mandate: you named it, or it is set from your records so that nothing comes out worse than doing nothing.',
  },
  negotiation: {
    de: 'So hat es der Anbieter in der Verhandlung geboten.',
    en: 'The provider offered it so in the negotiation.',
  },
  proposal: {
    de: 'Das gehört zum Vorschlag, der zur Freigabe vorliegt oder vorlag.',
    en: 'This is part of the proposal that is or was put up for approval.',
  },
  commitment: { de: 'So hat es die Gegenseite bestätigt.', en: 'The other side confirmed it so.' },
  dispute: { de: 'Das gehört zum Entwurf des Widerspruchs.', en: 'This is part of the drafted objection.' },
  customer: { de: 'Das haben Sie selbst gesagt.', en: 'You said so yourself.' },
  handoff: null,
  rule: null,
  knowledge: null,
}
