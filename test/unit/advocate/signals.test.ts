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
    'Kann ich bitte einen Mitarbeiter haben?',
    'könnte ich einen echten Menschen bekommen',
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
    'Kann ich eine Versicherung für eine Person haben?',
    'Kann ich eine Police für mich als einen Mitarbeiter der Firma haben?',
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

describe('distress in plain words', () => {
  it.each([
    ['ich kann nicht mehr', 'self-harm'],
    ['Ich halte das nicht mehr aus', 'self-harm'],
    ['es hat alles keinen Sinn mehr', 'self-harm'],
    ['ich bring mich um', 'self-harm'],
    ['I see no way out', 'self-harm'],
    ["I can't go on like this", 'self-harm'],
    ['the landlord is throwing us out', 'eviction'],
    ['wir fliegen aus der Wohnung', 'eviction'],
    ['mein Konto ist gesperrt, ich komme nicht an Geld', 'attachment'],
    ['wir haben nichts mehr zum Essen', 'no-food'],
    ['got a letter from court yesterday', 'court-paper'],
  ])('"%s" is %s', (text, signal) => {
    expect(distressIn(text)).toBe(signal)
  })

  it.each([
    'Ich kann nicht mehr als 50 Euro im Monat zahlen',
    'ich will nicht mehr verhandeln',
    'is there no way out of the contract?',
    'Das macht für die Versicherung keinen Sinn mehr',
    'Ich springe beim Vergleichen gern zwischen Angeboten',
    'mein Konto bei Technikwelt',
    'make it 48 months at most',
  ])('is not read into "%s"', (text) => {
    expect(distressIn(text)).toBeNull()
  })
})

describe('a person in odd words', () => {
  it.each([
    'Kann mich mal jemand anrufen?',
    'can somebody call me back?',
    'this bot is useless, human!!',
    'kein bock auf roboter, mensch bitte',
    'Ich hätte gern einen Ansprechpartner',
    'könnte mich bitte ein Kollege zurückrufen',
    'I do not want to talk to a bot',
    'ich möchte nicht mit einer maschine schreiben',
    'hol mal nen Mitarbeiter ran',
    'support',
    'jemanden sprechen bitte',
    'ich brauch jemanden, der sich auskennt',
    'gibts da auch wen richtiges?',
  ])('is called by "%s"', (text) => {
    expect(callsForPerson(text)).toBe(true)
  })

  it.each([
    'is this a bot',
    'Schulde ich jemandem was?',
    'Ich brauche einen Kredit',
    'call it off',
    'Kein Mensch braucht so eine Versicherung',
    'Ich möchte keine KI-Versicherung vergleichen, oder doch?',
    'Do I owe somebody anything?',
    'Can you get me a better rate?',
  ])('is not called by "%s"', (text) => {
    expect(callsForPerson(text)).toBe(false)
  })
})

describe('a plain answer', () => {
  it.each([
    'ja, passt',
    'Ja gerne, danke!',
    'Ja, genau so. Legen Sie los!',
    'jaaa',
    'ja machen sie das bitte',
    'Ja, so machen wir das.',
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
