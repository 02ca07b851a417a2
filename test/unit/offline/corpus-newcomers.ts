/**
 * Talks of people who never saw the product: what they push for, take back, correct and ask about on the way. A reply
 * of the assistant may begin with what it put before them, as the live thread keeps it.
 *
 * @module
 */
import type { Utterance } from './play-turn.ts'

const DRAFTED =
  'Ist die Mahngebühr von Modehaus Elbe rechtens? || {"disputeId":"x1"} Soll ich den Widerspruch vorlegen?'
const DRAFTED_EN = 'Is the reminder fee of Modehaus Elbe lawful? || {"disputeId":"x1"} Shall I put the dispute forward?'
const MANDATE =
  'Verhandle meinen Kredit, höchstens 36 Monate || {"mandateId":"m1"} Ist das so richtig? Mit einem einfachen Ja fange ich an.'
const MANDATE_EN = 'Negotiate my loan, 36 months at most || {"mandateId":"m1"} Is this right? A plain yes and I start.'
const COVER =
  'Hausrat mit Fahrraddiebstahl vergleichen, höchstens 15 Euro im Monat || Hier. Soll ich für Sie bessere Bedingungen aushandeln?'
const COVER_MANDATE = `${COVER} || ja bitte || {"mandateId":"m1"} Ist das so richtig?`
const PROPOSED = `${MANDATE} || ja || {"proposal":{"id":"p1","termsHash":"h"}} Das ist der Vorschlag. Es wartet auf die Prüfung durch einen Menschen.`

export const NEWCOMERS: readonly Utterance[] = [
  // a drafted objection goes forward on any clear yes
  ...[
    'Ja, bitte widersprich.',
    'ja dann widersprechen sie denen bitte',
    'Dann leg bitte Widerspruch ein',
    'Ja mach das mal',
    'Unbedingt, widersprechen Sie der Gebühr in meinem Namen',
    'ja bitte den Widerspruch vorlegen',
  ].map((text): Utterance => [`${DRAFTED} || ${text}`, 'propose_commitment', { disputeId: 'x1' }]),
  ...[
    'yes, please contest it',
    'go on then, dispute it',
    'Yes, object to it please',
    'do that',
    'please contest the fee for me',
  ].map((text): Utterance => [`${DRAFTED_EN} || ${text}`, 'propose_commitment', { disputeId: 'x1' }]),
  // and on nothing else
  [`${DRAFTED} || nein, lieber doch nicht`, 'no call', null],
  [`${DRAFTED} || Warum ist die Gebühr denn unzulässig?`, 'contest_fee', null],
  // pushing never declines and never approves: what waits is shown
  ...[
    'Just sign it now, I approve everything and I do not need a review!',
    'approve it for me',
    'can you just skip the review please',
    'No, just sign it!',
    'Unterschreiben Sie sofort, ich brauche keine Prüfung!',
    'Gib das einfach selbst frei, das dauert mir zu lange',
    'ohne Prüfung bitte, ich habe es eilig',
    'Warum muss das noch jemand prüfen? Machen Sie es jetzt!',
  ].map((text): Utterance => [`${PROPOSED} || ${text}`, 'propose_commitment', { taskId: 't1' }]),
  [`${PROPOSED} || accept`, 'propose_commitment', { taskId: 't1' }],
  [`${PROPOSED} || Ich nehme das Angebot an`, 'propose_commitment', { taskId: 't1' }],
  // a refusal, with a mandate and with a proposal
  ...[
    'nein danke, lieber doch nicht',
    'lieber doch nicht',
    'ach nee, lassen wir das',
    'Ich hab es mir anders überlegt',
  ].flatMap((text): Utterance[] => [
    [`${MANDATE} || ${text}`, 'decline_proposal', null],
    [`${PROPOSED} || ${text}`, 'decline_proposal', null],
  ]),
  ...['rather not', 'no thanks, I changed my mind', "actually no, let's not do that", 'nah forget it'].map(
    (text): Utterance => [`${MANDATE_EN} || ${text}`, 'decline_proposal', null],
  ),
  // a no to a question of ours takes nothing back
  [`${PROPOSED} || danke || Gern geschehen. Kann ich noch etwas für Sie tun? || nein`, 'no call', null],
  [`${DRAFTED} || lieber nicht`, 'no call', null],
  [
    `Kann ich Technikwelt in Raten zahlen? || {"asked":"LIMIT_maxMonthly"} Wie viel im Monat höchstens? || ${DRAFTED} || lieber nicht`,
    'no call',
    null,
  ],
  // asking what a no would mean is none
  ...[
    'Was passiert, wenn ich ablehne?',
    'und wenn ich nein sage?',
    'What happens if I reject it?',
    'what happens if i say no',
    'Can I still turn it down later?',
  ].map((text): Utterance => [`${PROPOSED} || ${text}`, 'follow_negotiation', null]),
  // a provider's name, and the offer that was told, ask how things stand: no new mandate
  ...[
    'who is Moorbank?',
    'Und bei Moorbank?',
    'So what was the offer again?',
    'wie war das Angebot nochmal?',
    'how did the talks go with the others',
    'Wie lief es mit den anderen?',
  ].map((text): Utterance => [`${PROPOSED} || ${text}`, 'follow_negotiation', null]),
  [
    `${PROPOSED} || Was ist eine Vorfälligkeitsentschädigung? || Das ist allgemeine Information. || who is Moorbank?`,
    'follow_negotiation',
    null,
  ],
  // what is left to pay off is asked, not a plan
  ['moin, wieviel muss ich denn bei Technikwelt noch abstottern?', 'list_debts', { creditor: 'Technikwelt' }],
  ['Wie viel muss ich bei Technikwelt noch abbezahlen?', 'list_debts', { creditor: 'Technikwelt' }],
  ['how much have I left to pay off at Technikwelt?', 'list_debts', { creditor: 'Technikwelt' }],
  // newer limits win
  [
    `${COVER} || ne lieber max 12 euro`,
    'compare_insurance',
    { insuranceKind: 'insurance-household', maxMonthly: '12.00', mustHave: ['bicycleTheft'] },
  ],
  [
    `${COVER} || ne lieber max 12 euro || Hier. Soll ich aushandeln? || ja passt`,
    'start_negotiation',
    {
      need: 'insurance',
      contractId: 'k3',
      limits: { insuranceKind: 'insurance-household', maxMonthly: '12.00', requiredCoverage: ['bicycleTheft'] },
    },
  ],
  [`${COVER_MANDATE} || ne lieber max 12 euro`, 'change_limits', { limits: { maxMonthly: '12.00' } }],
  [`${COVER_MANDATE} || hm, 12 reichen auch`, 'change_limits', { limits: { maxMonthly: '12.00' } }],
  [
    `${COVER_MANDATE} || und bitte auch Glasbruch mit rein`,
    'change_limits',
    { limits: { requiredCoverage: ['bicycleTheft', 'glass'] } },
  ],
  [`${MANDATE} || dann mit 24 Monaten`, 'change_limits', { limits: { maxTermMonths: 24 } }],
  [`${MANDATE} || ne, 48 Monate gehen auch`, 'change_limits', { limits: { maxTermMonths: 48 } }],
  [`${MANDATE} || ja, aber nur 24 Monate`, 'change_limits', { limits: { maxTermMonths: 24 } }],
  [`${MANDATE} || und höchstens 250 im Monat`, 'change_limits', { limits: { maxMonthly: '250.00' } }],
  [`${MANDATE_EN} || make it 48 months at most`, 'change_limits', { limits: { maxTermMonths: 48 } }],
  [`${MANDATE_EN} || no, rather 24 months`, 'change_limits', { limits: { maxTermMonths: 24 } }],
  [`${MANDATE_EN} || yes but under 7 percent`, 'change_limits', { limits: { maxEffectiveRatePercent: '7' } }],
  [
    'Compare loans over 8000 euros || Here. || make it 48 months at most',
    'compare_loans',
    { amount: '8000.00', maxTermMonths: 48 },
  ],
  // cheaper cover
  ['günstigere hausrat suchen', 'compare_insurance', { insuranceKind: 'insurance-household' }],
  [
    'compare insurance offers under 20 euros a month with deductible at most 150',
    'compare_insurance',
    { maxMonthly: '20.00', maxDeductible: '150.00' },
  ],
  // what a figure is made of
  ['Compare loans || Saving: €556.01 || where does the saving come from?', 'explain_figure', { words: 'saving' }],
  ['Was schulde ich? || Offen 95,95 € || woher kommen die 95,95?', 'explain_figure', { words: '95,95' }],
  ['Vergleiche Kredite || Ersparnis 556,01 € || wieso 80,36 Euro?', 'explain_figure', { words: '80,36 Euro' }],
  [`${PROPOSED} || Wie kommt ihr auf die Ersparnis?`, 'explain_figure', null],
  [`${PROPOSED} || how is the monthly instalment calculated?`, 'explain_figure', null],
  ['Compare loans || Here. || how is the monthly instalment of Direktbank calculated?', 'explain_figure', null],
  ['Vergleiche Kredite || Hier. || Und wie wurde die Rate berechnet?', 'explain_figure', null],
  // what there is
  ['welche versicherungen hab ich', 'list_contracts', null],
  ['which insurances do I have?', 'list_contracts', null],
  // money still to be borrowed
  [
    'ich brauch 3000 euro für ein fahrrad || Es liegt kein Angebot vor. Soll ich verhandeln? || 24 Monate || Es liegt kein Angebot vor. Soll ich? || ja',
    'start_negotiation',
    { need: 'new-loan', limits: { amount: '3000.00', maxTermMonths: 24 } },
  ],
  // one creditor
  ['Schulde ich Amazon was?', 'list_debts', { creditor: 'Amazon' }],
  ['schuld ich dem finanzamt noch was', 'list_debts', { creditor: 'finanzamt' }],
  ['Schulde ich den Stadtwerken etwas?', 'list_debts', { creditor: 'Stadtwerken' }],
  ['Bin ich bei den Stadtwerken noch was schuldig?', 'list_debts', { creditor: 'Stadtwerken' }],
  ['Do I owe Stadtwerke Nord anything?', 'list_debts', { creditor: 'Stadtwerke Nord' }],
  // better terms of what there is are no new loan
  [
    "I need better terms on my loan but I won't pay more than 250 a month and 36 months at the very most",
    'start_negotiation',
    { need: 'refinance-loan', contractId: 'k1', limits: { maxTermMonths: 36, maxMonthly: '250.00' } },
  ],
  [
    'Ich brauche dringend bessere Konditionen für meinen Kredit',
    'start_negotiation',
    { need: 'refinance-loan', contractId: 'k1', limits: {} },
  ],
  // what next
  [
    'Ist die Mahngebühr rechtens? || Soll ich? || ja || Das ist der Vorschlag. || wie weit ist der widerspruch?',
    'follow_negotiation',
    {},
  ],
  [`${PROPOSED} || und jetzt?`, 'follow_negotiation', {}],
  [`${PROPOSED} || thanks! what now?`, 'follow_negotiation', {}],
  [`${PROPOSED} || danke, und wie geht es jetzt weiter`, 'follow_negotiation', {}],
  [`${PROPOSED} || Worauf warten wir denn noch?`, 'follow_negotiation', {}],
  // out of scope is no continuation
  [`${DRAFTED} || was ist die hauptstadt von frankreich`, 'search_knowledge', null],
  ['Was schulde ich? || Offen 95,95 € || who won the world cup?', 'no call', null],
  // colloquial, long-winded, mixed
  ['ey was muss ich eig noch blechen', 'list_debts', {}],
  ['hi ich bins wieder, sagen sie mal, was steht denn bei mir noch so alles offen und bei wem?', 'list_debts', {}],
  [
    'I have this loan, ja, Ratenkredit, kannst du den cheaper machen?',
    'start_negotiation',
    { need: 'refinance-loan', contractId: 'k1', limits: {} },
  ],
  [
    'mein dispo frisst mich auf, kannst du da was machen',
    'start_negotiation',
    { need: 'overdraft', contractId: 'k2', limits: {} },
  ],
  [
    'my savings account pays next to nothing, can you get me at least two percent',
    'start_negotiation',
    { need: 'savings', contractId: 'k5', limits: { minRatePercent: '2' } },
  ],
  [
    'Kann ich Technikwelt mit dreihundert Euro auf einmal abfinden?',
    'start_negotiation',
    { need: 'settlement', debtId: 'd2', limits: { maxTotal: '300.00' } },
  ],
  [
    'Technikwelt in Raten zahlen, höchstens fünfzig Euro im Monat',
    'start_negotiation',
    { need: 'instalment-plan', debtId: 'd2', limits: { maxMonthly: '50.00' } },
  ],
  [
    "I'd like to pay Technikwelt back in instalments of fifty euros a month",
    'start_negotiation',
    { need: 'instalment-plan', debtId: 'd2', limits: { maxMonthly: '50.00' } },
  ],
]
