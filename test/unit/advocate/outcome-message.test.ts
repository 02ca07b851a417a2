import { describe, expect, it } from 'vitest'
import { type Ended, outcomeMessage } from '../../../agents/advocate/outcome-message.ts'
import { renderReply } from '../../../agents/advocate/render-reply.ts'
import type { Approval, Commitment, Execution } from '../../../tools/commitments/approval-ledger.ts'
import { concludeAct, noticeAct, proposal } from '../../support/proposals.ts'

const both = proposal({ terms: { acts: [concludeAct(), noticeAct()] } })
const confirmed = (act: number, counterpartyId = 'musterbank-nord'): Commitment => ({
  proposalId: 'prop_1',
  act,
  termsHash: 'h',
  counterpartyId,
  reference: `V-10${act}`,
  committedAt: '2026-11-22T23:30:00.000Z',
})

function told(execution: Execution, change: Partial<Ended> = {}, locale: 'de' | 'en' = 'de'): string | null {
  const approval: Approval = {
    proposalId: 'prop_1',
    termsHash: both.termsHash,
    outcome: 'approved',
    reason: null,
    decidedAt: '2026-11-22T10:00:00.000Z',
  }
  const message = outcomeMessage({ proposal: both, approval, decisions: [], execution, ...change }, locale)
  if (message === null) return null
  expect(message.text.replaceAll(/\[\[[^\]]+\]\]/g, '')).not.toMatch(/\d/)
  return renderReply(message.text, message.facts, locale)
}

const closed = (outcome: Approval['outcome'], reason: string | null = null): Partial<Ended> => ({
  approval: { proposalId: 'prop_1', termsHash: both.termsHash, outcome, reason, decidedAt: '2026-11-22T10:00:00.000Z' },
})

describe('the report on a proposal', () => {
  it('says nothing while an approved proposal is not carried out', () => {
    expect(told({ kind: 'waiting' })).toBeNull()
  })

  it('tells each confirmation with reference, day in Germany and figures', () => {
    const text = told({ kind: 'committed', commitments: [confirmed(0), confirmed(1)] })
    expect(text).toContain('Musterbank Nord hat den Abschluss am 23. November 2026 bestätigt. Vorgangsnummer: V-100.')
    expect(text).toContain('Monatsrate: 181,15 € im Monat')
    expect(text).toContain('5,63 % effektiver Jahreszins')
    expect(text).toContain('Laufzeit: 36 Monate')
    expect(text).toContain('Modehaus Elbe hat den Eingang des Widerspruchs am 23. November 2026 bestätigt')
    expect(text).toContain('bestritten: 25,00 €')
  })

  it('speaks the language of the thread', () => {
    const text = told({ kind: 'committed', commitments: [confirmed(0), confirmed(1)] }, {}, 'en')
    expect(text).toContain('Musterbank Nord confirmed the deal on 23 November 2026. Reference: V-100.')
    expect(text).toContain('monthly instalment: €181.15 a month')
  })

  it('claims nothing when nobody knows', () => {
    const text = told({ kind: 'unknown', act: 0, commitments: [] })
    expect(text).toContain('weiß ich noch nicht')
    expect(text).toContain('Ein Mensch aus unserem Team')
    expect(text).not.toMatch(/bestätigt|abgeschlossen/)
  })

  it('tells a refusal with the reason as their words', () => {
    const text = told({ kind: 'refused', act: 0, reason: 'Kontingent 2026 erschöpft', commitments: [] })
    expect(text).toContain('Musterbank Nord hat trotz der Freigabe abgelehnt')
    expect(text).toContain('„Kontingent 2026 erschöpft“')
    expect(text).toContain('noch einmal versuchen')
  })

  it('says of a loan that is paid off that the old one runs until the money is there', () => {
    const ending = noticeAct({ notice: 'cancellation', counterpartyId: 'bk-alt', counterpartyName: 'Altbank' })
    const both = proposal({ terms: { acts: [concludeAct(), { ...ending, terms: { ...ending.terms, items: [] } }] } })
    const text = told({ kind: 'committed', commitments: [confirmed(0), confirmed(1, 'bk-alt')] }, { proposal: both })
    expect(text).toContain(
      'Altbank hat am 23. November 2026 bestätigt, dass die Ankündigung der vorzeitigen Rückzahlung',
    )
    expect(text).toContain('Der alte Kredit läuft, bis der Betrag, den Altbank Ihnen nennt, dort eingegangen ist')
    expect(text).not.toMatch(/gekündigt|Kündigung|abgelöst/)
  })

  it('says which half stands when a later act was refused', () => {
    const text = told({ kind: 'refused', act: 1, reason: 'no', commitments: [confirmed(0)] })
    expect(text).toContain('Vorgangsnummer: V-100')
    expect(text).toContain('Modehaus Elbe hat trotz der Freigabe abgelehnt')
    expect(text).toContain('Was davor bestätigt wurde, gilt')
    expect(text).toContain('Ein Mensch aus unserem Team')
  })

  it('says why an approved act was not sent', () => {
    const text = told({ kind: 'withheld', act: 0, reason: 'offer-expired', commitments: [] })
    expect(text).toContain('Das Angebot von Musterbank Nord ist abgelaufen')
  })

  it.each([
    ['rejected', 'Die Prüfung hat diesen Vorschlag abgelehnt'],
    ['expired', 'lagen am 29. November 2026 nicht alle Freigaben vor'],
    ['voided', 'gilt nicht mehr'],
    ['edited', 'Neue Bedingungen brauchen eine eigene Freigabe'],
  ] as const)('says of a proposal closed as %s that nothing is bound', (outcome, words) => {
    const text = told({ kind: 'waiting' }, closed(outcome))
    expect(text).toContain(words)
    expect(text).toContain('nichts abgeschlossen und nichts verschickt')
  })

  it('tells a rejection by the review from one by the customer', () => {
    const text = told({ kind: 'waiting' }, closed('rejected', 'teurer als 6.000 Euro'))
    expect(text).toContain('„teurer als 6.000 Euro“')
    const own = told(
      { kind: 'waiting' },
      {
        ...closed('rejected', 'doch nicht'),
        decisions: [
          {
            proposalId: 'prop_1',
            person: 'c-anna',
            role: 'customer',
            decision: 'reject',
            termsHash: both.termsHash,
            reason: 'doch nicht',
            decidedAt: '2026-11-22T10:00:00.000Z',
          },
        ],
      },
    )
    expect(own).toContain('Sie haben diesen Vorschlag abgelehnt')
  })
})
