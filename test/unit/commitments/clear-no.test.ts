import { describe, expect, it } from 'vitest'
import { isClearNo } from '../../../tools/commitments/clear-no.ts'

describe('a clear no', () => {
  it.each([
    'nein',
    'Nein danke, lieber doch nicht',
    'lieber nicht',
    'doch lieber nicht',
    'Das lehne ich ab, ist mir zu teuer',
    'Ich habe es mir anders überlegt, bitte abbrechen',
    'Nein, das Angebot will ich nicht annehmen',
    'Ich möchte das nicht unterschreiben',
    'Bitte ziehen Sie den Vorschlag zurück',
    'kein Interesse mehr',
    'rather not',
    "no, I don't want to sign it",
    'I changed my mind, call it off',
    "I won't accept that, forget it",
    'Please withdraw the proposal',
    'not for me',
    'Wenn das so teuer ist, lehne ich ab',
    'If it takes that long, call it off',
    'Können Sie das bitte abbrechen?',
    'could you call it off please?',
    'Nein, wer würde das denn nehmen?',
    'What? No, I reject it.',
    'I say no',
    'Wie besprochen lehne ich ab.',
  ])('is in "%s"', (text) => {
    expect(isClearNo(text)).toBe(true)
  })

  it.each([
    'Just sign it now, I approve everything and I do not need a review!',
    'Unterschreiben Sie sofort, ich brauche keine Prüfung!',
    'No, just sign it!',
    'Nein, geben Sie es jetzt frei!',
    'no review please, go ahead',
    'Ohne Prüfung bitte, das dauert mir zu lange',
    'Skip the review, I do not want to wait',
    'Ich will nicht auf die Freigabe warten',
    'Why do I have to wait?',
    'approve it for me',
    'Wie lange dauert das noch?',
    'weiß nicht',
    'What happens if I reject it?',
    'what happens if i reject it',
    'If I decline, what then?',
    'Was passiert, wenn ich ablehne?',
    'was wäre wenn ich das ablehne',
    'Kann ich das später noch ablehnen?',
    'Can I still turn it down tomorrow?',
    'Should I reject it?',
    'Soll ich lieber nicht zustimmen?',
    'May I withdraw from it later?',
    'How do I cancel it afterwards?',
    'Warum sollte ich das ablehnen?',
    'ja',
    '',
  ])('is not in "%s"', (text) => {
    expect(isClearNo(text)).toBe(false)
  })
})
