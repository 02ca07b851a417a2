import { describe, expect, it } from 'vitest'
import { callsForPerson } from '../../../agents/advocate/call-for-person.ts'
import { distressIn } from '../../../agents/advocate/distress.ts'
import { plainAnswer } from '../../../agents/advocate/plain-answer.ts'

describe('a call for a person', () => {
  it.each([
    'Ich möchte mit einem Menschen sprechen.',
    'Mensch bitte!',
    'Verbinden Sie mich mit einem Mitarbeiter',
    'kann ich bitte mit jemandem reden?',
    'Ich will einen echten Menschen',
    'Geben Sie mir einen Berater.',
    'Ist da jemand?',
    'I want to talk to a human',
    'human please',
    'Can I speak with a real person?',
    'Get me an agent.',
    'put me through to a representative',
    'Is there a human?',
    'Je veux parler à un humain',
    'quiero hablar con una persona',
    'Voglio parlare con un operatore',
    'Bir insanla görüşmek istiyorum',
    'Хочу поговорить с человеком',
    'Chcę rozmawiać z człowiekiem',
  ])('is heard in "%s"', (text) => {
    expect(callsForPerson(text)).toBe(true)
  })

  it.each([
    'Was schulde ich noch, und wem?',
    'Wie viele Menschen sind in Deutschland überschuldet?',
    'Ich brauche keinen Menschen, nur eine Auskunft.',
    'I do not need a human, just tell me the rate.',
    'Die Mahngebühr ist falsch.',
    'Does my liability insurance cover another person?',
    'Ich möchte eine Versicherung für zwei Personen.',
    'Get me a better rate on my instalment loan, at most 36 months.',
  ])('is not heard in "%s"', (text) => {
    expect(callsForPerson(text)).toBe(false)
  })
})

describe('distress', () => {
  it.each([
    ['Ich will nicht mehr leben', 'self-harm'],
    ['I want to kill myself over this debt', 'self-harm'],
    ['Was ist der Sinn, ich will sterben', 'self-harm'],
    ['Uns droht die Zwangsräumung', 'eviction'],
    ['I am being evicted on Monday', 'eviction'],
    ['Die Stadtwerke haben mir den Strom abgestellt', 'cut-off'],
    ['They will cut off my electricity', 'cut-off'],
    ['Ich habe einen Mahnbescheid bekommen', 'court-paper'],
    ['Der Gerichtsvollzieher war da', 'court-paper'],
    ['A bailiff came to my door', 'court-paper'],
    ['Mein Konto wurde gepfändet', 'attachment'],
    ['my account was frozen', 'attachment'],
    ['Ich habe kein Geld mehr für Essen', 'no-food'],
    ["I can't afford food this week", 'no-food'],
  ])('in "%s" is %s', (text, signal) => {
    expect(distressIn(text)).toBe(signal)
  })

  it.each([
    'Was ist ein Mahnbescheid?',
    'What is a bailiff?',
    'Bekomme ich einen besseren Zins?',
    'I want to cancel my power contract',
    'Was schulde ich noch?',
  ])('is not read into "%s"', (text) => {
    expect(distressIn(text)).toBeNull()
  })

  it('is read into a question that is about the customer', () => {
    expect(distressIn('Was bedeutet der Mahnbescheid, den ich bekommen habe?')).toBe('court-paper')
  })
})

describe('a plain answer', () => {
  it.each([
    'ja, passt',
    'Ja gerne, danke!',
    'Ja, genau so. Legen Sie los!',
    'jaaa',
    'ja machen sie das bitte',
    'Accept',
    'I approve',
    'yes, please go ahead, thanks',
    'Stimme zu.',
    'Perfect, do it',
  ])('"%s" is yes, whatever is polite beside it', (text) => {
    expect(plainAnswer(text)).toBe('yes')
  })

  it.each([
    'nein danke, lieber doch nicht',
    'doch lieber nicht',
    'rather not, sorry',
    'Nein, das möchte ich doch nicht. Danke.',
    'no thanks, better not',
  ])('"%s" is no, in however many parts', (text) => {
    expect(plainAnswer(text)).toBe('no')
  })

  it.each([
    'ok danke',
    'Okay, thanks!',
    'danke',
    'ne lieber max 12 euro',
    'Just sign it now, I approve everything and I do not need a review!',
    'yes, and sign it for the reviewer too',
    'ja und nein',
    'nein, lieber 24 Monate',
    'approve it for me',
  ])('"%s" is neither yes nor no', (text) => {
    expect(plainAnswer(text)).toBeNull()
  })

  it.each(['ja', 'Ja.', 'Ja, bitte!', 'ok', 'yes', 'Yes please', 'Go ahead.', 'einverstanden', 'I confirm'])(
    '"%s" is yes',
    (text) => {
      expect(plainAnswer(text)).toBe('yes')
    },
  )

  it.each(['nein', 'Nein danke', 'no', "no, don't", 'lieber nicht'])('"%s" is no', (text) => {
    expect(plainAnswer(text)).toBe('no')
  })

  it.each([
    'ja, aber nur 24 Monate',
    'yes?',
    'ja nein',
    'nicht ja',
    'ok, was kostet das?',
    'vielleicht',
    'yes but cheaper',
    '',
  ])('"%s" is neither', (text) => {
    expect(plainAnswer(text)).toBeNull()
  })
})
