/**
 * What the tools answer in these tests: data with references, and how each reference reads.
 *
 * @module
 */
import type { ToolData } from '../../../tools/shared/tool-answer.ts'

export const TOOLS = [
  'list_debts',
  'list_contracts',
  'compare_loans',
  'compare_insurance',
  'start_negotiation',
  'follow_negotiation',
  'change_limits',
  'propose_commitment',
  'decline_proposal',
  'contest_fee',
  'search_knowledge',
  'ask_for_human',
  'explain_figure',
] as const

type Answer = ToolData & { readonly rendered: Readonly<Record<string, string>> }

const DEBTS: Extract<ToolData, { kind: 'debts' }> = {
  kind: 'debts',
  lines: [
    {
      debtId: 'd1',
      creditor: 'Modehaus Elbe',
      open: 'debt.d1.open',
      dueDate: 'debt.d1.due',
      overdue: true,
      asOf: 'debt.d1.as-of',
      nextInstalment: null,
      pending: null,
      fees: [
        { feeId: 'f1', type: 'reminder', amount: 'debt.d1.fee.f1.amount', date: 'debt.d1.fee.f1.date' },
        { feeId: 'f2', type: 'reminder', amount: 'debt.d1.fee.f2.amount', date: 'debt.d1.fee.f2.date' },
      ],
    },
    {
      debtId: 'd2',
      creditor: 'Technikwelt Süd',
      open: 'debt.d2.open',
      dueDate: 'debt.d2.due',
      overdue: false,
      asOf: 'debt.d2.as-of',
      nextInstalment: { due: 'debt.d2.next.due', amount: 'debt.d2.next.amount' },
      pending: 'debt.d2.pending',
      fees: [],
    },
  ],
  total: 'debts.total',
  nothingOwed: false,
  askedFor: null,
}

const CONTRACTS = [
  ['k1', 'instalment-loan', 'Musterbank Nord'],
  ['k2', 'overdraft', 'Musterbank Nord'],
  ['k3', 'insurance-household', 'Hanse-Schutz'],
  ['k4', 'insurance-car', 'Rheinland Auto'],
  ['k5', 'savings', 'Isar Kredit'],
] as const

const RENDERED: Readonly<Record<string, string>> = {
  'debt.d1.open': '95,95 € (offen bei Modehaus Elbe, 2026-11-20)',
  'debt.d1.due': '15. Oktober 2026 (fällig bei Modehaus Elbe)',
  'debt.d1.as-of': '20. November 2026 (Stand der Angaben)',
  'debt.d1.fee.f1.amount': '1,00 € (Gebühr bei Modehaus Elbe)',
  'debt.d1.fee.f1.date': '25. Oktober 2026 (Tag der Gebühr)',
  'debt.d1.fee.f2.amount': '5,00 € (Gebühr bei Modehaus Elbe)',
  'debt.d1.fee.f2.date': '8. November 2026 (Tag der Gebühr)',
  'debt.d2.open': '412,96 € (offen bei Technikwelt Süd)',
  'debt.d2.due': '1. Dezember 2026 (fällig bei Technikwelt Süd)',
  'debt.d2.as-of': '18. November 2026 (Stand der Angaben)',
  'debt.d2.next.due': '1. Dezember 2026 (nächste Rate)',
  'debt.d2.next.amount': '103,24 € (nächste Rate)',
  'debt.d2.pending': '50,00 € (gezahlt, noch nicht gebucht)',
  'debts.total': '508,91 € (insgesamt offen)',
  'offer.o1.effective': '7,54 % effektiver Jahreszins (berechnet, Direktbank Süd)',
  'offer.o1.monthly': '260,48 € im Monat (Monatsrate, Direktbank Süd)',
  'offer.o1.total': '9.377,28 € (Gesamtkosten, Direktbank Süd)',
  'offer.o1.saving': '230,04 € (Ersparnis gegen Nichtstun, Direktbank Süd)',
  'offer.o1.leaving': '40,18 € (Vorfälligkeitsentschädigung, Direktbank Süd)',
  'offer.o1.break-even': '7 Monate (lohnt sich nach, Direktbank Süd)',
  'offer.o1.valid-until': '5. Dezember 2026 (gültig bis, Direktbank Süd)',
  'contract.k1.total': '9.607,32 € (Gesamtkosten, Musterbank Nord)',
  'mandate.m1.max-term': '36 Monate (Laufzeit höchstens)',
  'mandate.m1.expires': '22. Dezember 2026 (gilt bis)',
  'negotiation.n1.nominal': '7,10 % Sollzins (Sollzins, Direktbank Süd)',
  'negotiation.n1.rounds': '2 Antworten (von Direktbank Süd)',
  'proposal.p1.monthly': '255,10 € im Monat (Monatsrate, Direktbank Süd)',
  'proposal.p1.deadline': '25. November 2026 (Frist)',
  'dispute.x1.f2.claimed': '5,00 € (verlangt)',
  'dispute.x1.f2.accepted': '0,00 € (anerkannt)',
  'dispute.x1.f2.disputed': '5,00 € (bestritten)',
  'dispute.x1.law': '§ 286 BGB (Quelle)',
  'dispute.x1.undisputed': '89,95 € (unbestritten)',
  'handoff.h1.day': '23. November 2026 (ein Mensch antwortet spätestens)',
  'why.rate': '6,52 % Verzugszins (Verzugszins)',
  'knowledge.p1.de.1': '14 Tage (Frist)',
  'knowledge.p1.citation': '§ 355 BGB (Quelle)',
}

/** The answer of a tool; records are filtered as the real tools do. */
export function answers(tool: string, args: Readonly<Record<string, unknown>>): Answer {
  return { ...dataOf(tool, args), rendered: RENDERED }
}

function dataOf(tool: string, args: Readonly<Record<string, unknown>>): ToolData {
  switch (tool) {
    case 'list_debts': {
      const name = typeof args.creditor === 'string' ? args.creditor : null
      if (name === null) return DEBTS
      return {
        ...DEBTS,
        askedFor: name,
        lines: DEBTS.lines.filter(({ creditor }) => creditor.toLowerCase().includes(name.toLowerCase())),
      }
    }
    case 'list_contracts':
      return {
        kind: 'contracts',
        lines: CONTRACTS.filter(([, kind]) => args.kind === undefined || kind === args.kind).map(
          ([contractId, contractKind, provider]) => ({
            contractId,
            contractKind,
            provider,
            figures: contractId === 'k1' ? ['contract.k1.total'] : [],
          }),
        ),
      }
    case 'compare_loans':
    case 'compare_insurance':
      return comparison(tool === 'compare_loans' ? 'loan' : 'insurance')
    case 'start_negotiation':
    case 'change_limits':
      return {
        kind: 'mandate-draft',
        mandateId: 'm1',
        need: typeof args.need === 'string' ? args.need : 'refinance-loan',
        about: 'Musterbank Nord',
        limits: ['mandate.m1.max-term'],
        cover: [{ de: 'Fahrraddiebstahl', en: 'bicycle theft' }],
        counterparties: ['Direktbank Süd', 'Musterbank Nord'],
        disclosures: [{ de: 'Bedingungen des jetzigen Vertrags', en: 'terms of the present contract' }],
        expires: 'mandate.m1.expires',
      }
    case 'follow_negotiation':
      return progress()
    case 'propose_commitment':
      return {
        kind: 'proposal',
        proposalId: 'p1',
        act: { de: 'neuen Kredit abschließen', en: 'take out the new loan' },
        counterparty: 'Direktbank Süd',
        figures: ['proposal.p1.monthly'],
        waitsFor: ['reviewer', 'customer'],
        deadline: 'proposal.p1.deadline',
        warnings: [{ de: 'Achtung! Kreditaufnahme kostet Geld.', en: 'Caution! Borrowing money costs money.' }],
      }
    case 'decline_proposal':
      return { kind: 'declined', proposalId: 'p1' }
    case 'contest_fee':
      return dispute()
    case 'ask_for_human':
      return { kind: 'handoff', handoffId: 'h1', onDuty: true, promise: 'handoff.h1.day' }
    case 'explain_figure':
      return {
        kind: 'explanation',
        figure: 'debt.d1.open',
        origin: 'Kontoauszug des Gläubigers',
        steps: [{ de: 'Zins für den Zeitraum: [[why.rate]]', en: 'interest for the period: [[why.rate]]' }],
        figures: ['why.rate', 'dispute.x1.law'],
        rules: ['de.bgb.288-1'],
      }
    default:
      return {
        kind: 'knowledge',
        abstained: false,
        passages: [
          {
            passageId: 'p1',
            title: 'Widerruf',
            text: 'Die Frist dauert [[knowledge.p1.de.1]].',
            citation: 'knowledge.p1.citation',
          },
        ],
      }
  }
}

function comparison(what: 'loan' | 'insurance'): ToolData {
  const bare = {
    monthly: null,
    yearly: null,
    effectiveRate: null,
    saving: null,
    breakEvenMonth: null,
    gaps: [],
    validUntil: null,
  }
  return {
    kind: 'comparison',
    what,
    offers: [
      {
        ...bare,
        offerId: 'o1',
        provider: 'Direktbank Süd',
        rank: 1,
        origin: 'quote',
        monthly: 'offer.o1.monthly',
        total: 'offer.o1.total',
        effectiveRate: 'offer.o1.effective',
        saving: 'offer.o1.saving',
        breakEvenMonth: 'offer.o1.break-even',
        leaving: 'offer.o1.leaving',
        gaps: what === 'insurance' ? [{ cover: 'bicycleTheft', state: 'unknown' }] : [],
        validUntil: 'offer.o1.valid-until',
      },
      { ...bare, offerId: 'k1', provider: 'Musterbank Nord', rank: 2, origin: 'current', total: 'contract.k1.total' },
    ],
    removed: [
      {
        provider: 'Teuerbank',
        reason: { de: 'Laufzeit über Ihrer Grenze', en: 'term beyond your limit' },
        figures: [],
      },
    ],
    warnings:
      what === 'loan'
        ? [{ de: 'Achtung! Kreditaufnahme kostet Geld.', en: 'Caution! Borrowing money costs money.' }]
        : [],
    canNegotiate: true,
  }
}

function progress(): ToolData {
  return {
    kind: 'progress',
    tasks: [
      {
        taskId: 't1',
        need: 'refinance-loan',
        status: 'negotiating',
        negotiations: [
          {
            counterparty: 'Direktbank Süd',
            status: 'open',
            theirLast: ['negotiation.n1.nominal'],
            rounds: 'negotiation.n1.rounds',
          },
        ],
        proposalId: null,
        waitsFor: [],
      },
    ],
    pendingMandate: null,
  }
}

function dispute(): ToolData {
  return {
    kind: 'dispute-draft',
    disputeId: 'x1',
    creditor: 'Modehaus Elbe',
    items: [
      {
        feeId: 'f2',
        claimed: 'dispute.x1.f2.claimed',
        accepted: 'dispute.x1.f2.accepted',
        disputed: 'dispute.x1.f2.disputed',
        reason: { de: 'Eine E-Mail verursacht praktisch keine Kosten.', en: 'An e-mail causes practically no cost.' },
        strength: 'strong',
        legal: ['dispute.x1.law'],
      },
    ],
    undisputed: 'dispute.x1.undisputed',
    missing: [{ de: 'Kopie der Mahnung', en: 'copy of the reminder' }],
    escalate: false,
    explanation: null,
  }
}
