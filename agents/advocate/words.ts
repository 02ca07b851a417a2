/**
 * What code says in its own words, in both languages: short, honest, with references where a figure belongs.
 *
 * @module
 */
import { DEBT_ADVICE } from '../../tools/debts/debt-advice.ts'
import type { Bilingual } from '../../tools/shared/explanation.ts'

/** Said once a thread, before anything else; it cannot be switched off (AI Act Art. 50 (1)). */
export const DISCLOSURE: Bilingual = {
  de: 'Ich bin Parley, ein KI-System, kein Mensch. Einen Menschen können Sie jederzeit verlangen.',
  en: 'I am Parley, an AI system, not a human. You can ask for a person at any time.',
}

export const WORDS = {
  modelUnavailable: {
    de: 'Mein Sprachmodell ist gerade nicht erreichbar, deshalb kann ich das jetzt nicht beantworten. Ihre Nachricht ist gespeichert. Soll ich einen Menschen dazuholen?',
    en: 'My language model cannot be reached right now, so I cannot answer this at the moment. Your message is stored. Shall I bring in a person?',
  },
  figuresWithheld: {
    de: 'Ich konnte keine Antwort schreiben, deren Zahlen alle belegt sind, deshalb sage ich lieber nichts Falsches. Soll ich einen Menschen dazuholen?',
    en: 'I could not write an answer in which every figure has a source, so I would rather not say anything wrong. Shall I bring in a person?',
  },
  ownFault: {
    de: 'Bei uns ist ein Fehler aufgetreten; zu dieser Nachricht kann ich gerade nichts Verlässliches sagen. Soll ich einen Menschen dazuholen?',
    en: 'Something went wrong on our side; I cannot say anything reliable on this message right now. Shall I bring in a person?',
  },
  personOnDuty: {
    de: 'Ich rufe jetzt einen Menschen aus unserem Team dazu. Er antwortet hier im Gespräch spätestens am [[{day}]] um [[{time}]] Uhr (deutsche Zeit). Bis dahin antworte ich nicht mehr; alles, was Sie schreiben, liest er mit.',
    en: 'I am calling a person from our team now. They will answer here in this conversation on [[{day}]] at [[{time}]] (German time) at the latest. I stay silent until then; they read everything you write.',
  },
  personLater: {
    de: 'Ich gebe das an einen Menschen aus unserem Team weiter. Gerade ist niemand im Dienst; die Zusage ist: Antwort hier im Gespräch spätestens am [[{day}]] um [[{time}]] Uhr (deutsche Zeit). Bis dahin antworte ich nicht mehr; alles, was Sie schreiben, liest er mit.',
    en: 'I am passing this to a person from our team. Nobody is on duty right now; the promise is an answer here in this conversation on [[{day}]] at [[{time}]] (German time) at the latest. I stay silent until then; they read everything you write.',
  },
  emergency: {
    de: 'Das klingt sehr schwer, und es gibt sofort jemanden, der zuhört. Bei akuter Gefahr: Notruf [[help.emergency]]. Telefonseelsorge, kostenlos und rund um die Uhr: [[help.de.phone]] oder [[help.de.short]].',
    en: 'That sounds very hard, and there is somebody who listens right now. In immediate danger call [[help.emergency]] (UK: [[help.uk.emergency]]). Crisis lines, free and around the clock: Germany [[help.de.phone]] or [[help.de.short]], UK and Ireland [[help.uk.phone]], USA [[help.us.phone]].',
  },
  debtAdvice: DEBT_ADVICE,
  courtDeadline: {
    de: 'Nach den Unterlagen endet die Frist für Widerspruch oder Einspruch mit dem [[{day}]].',
    en: 'By the records the time limit for an objection ends on [[{day}]].',
  },
  courtPaper: {
    de: 'Schreiben vom Gericht haben kurze Fristen: Bitte heben Sie Brief und Umschlag mit dem Tag der Zustellung auf und warten Sie nicht.',
    en: 'Court papers have short time limits: please keep the letter and its envelope with the day of delivery, and do not wait.',
  },
  attachment: {
    de: 'Ein gepfändetes Konto kann Ihre Bank auf Ihren Antrag in ein Pfändungsschutzkonto (P-Konto) umwandeln.',
    en: 'Your bank can turn an attached account into a protected account (P-Konto) when you ask for it.',
  },
  cutOff: {
    de: 'Rufen Sie bitte heute noch den Versorger an und bieten Sie eine Ratenzahlung an; sagen Sie, wenn jemand krank ist oder Kinder da sind.',
    en: 'Please call the supplier today and offer to pay by instalments; say so if someone is ill or there are children.',
  },
  noFood: {
    de: 'Lebensmittel gibt es bei der Tafel (tafel.de); das Jobcenter oder Sozialamt kann in einer Notlage sofort helfen.',
    en: 'Food banks help at once (in Germany tafel.de, in the UK trussell.org.uk); the job centre or social services can help in an emergency.',
  },
  mandateConfirmed: {
    de: 'Danke, Ihr Auftrag ist bestätigt. Ich verhandle jetzt innerhalb Ihrer Grenzen; verbindlich wird nichts, bevor die genauen Bedingungen freigegeben sind. Ich melde mich hier, sobald es ein Ergebnis gibt.',
    en: 'Thank you, your mandate is confirmed. I am negotiating within your limits now; nothing becomes binding before the exact terms are approved. I will tell you here as soon as there is a result.',
  },
  signInAgain: {
    de: 'Dafür muss Ihre Anmeldung frisch sein. Bitte melden Sie sich noch einmal an und sagen Sie dann erneut Ja; bis dahin ist nichts bestätigt.',
    en: 'For this your sign-in has to be recent. Please sign in again and then say yes once more; until then nothing is confirmed.',
  },
  mandateDeclined: {
    de: 'In Ordnung, der Auftrag gilt nicht; niemand wird angesprochen.',
    en: 'All right, the mandate is off; nobody is contacted.',
  },
  mandateNotAsMeant: {
    de: 'In Ordnung, so gilt der Auftrag nicht; niemand wird angesprochen. Was soll anders sein?',
    en: 'All right, the mandate is off as it stands; nobody is contacted. What should be different?',
  },
  proposalNotAsMeant: {
    de: 'In Ordnung, so gilt der Vorschlag nicht; er ist zurückgezogen, und es passiert nichts. Was soll anders sein?',
    en: 'All right, the proposal is off as it stands; it is withdrawn, and nothing will happen. What should be different?',
  },
  interruptedBy: {
    de: 'Zwischen dem, was ich Ihnen gezeigt hatte, und Ihrer Antwort kam eine andere Nachricht von mir. Damit klar ist, wozu Sie etwas sagen, zeige ich es noch einmal; bestätigt ist noch nichts.',
    en: 'Another message from me came between what I had shown you and your answer. To be sure what you mean, I show it once more; nothing is confirmed yet.',
  },
  notShownYet: {
    de: 'Damit klar ist, wozu Sie Ja sagen, zeige ich den Auftrag, der noch wartet; bestätigt ist noch nichts.',
    en: 'To be sure what you say yes to, here is the mandate that is still waiting; nothing is confirmed yet.',
  },
  severalWait: {
    de: 'Gerade wartet mehreres auf Ihre Antwort. Damit nichts verwechselt wird, zeige ich noch einmal, was zuletzt kam; bestätigt ist noch nichts.',
    en: 'Several things are waiting for your answer just now. So that nothing is mixed up, here is once more what came last; nothing is confirmed yet.',
  },
  mandateGone: {
    de: 'Dieser Auftrag gilt nicht mehr und kann nicht bestätigt werden. Sagen Sie mir einfach noch einmal, was ich verhandeln soll.',
    en: 'That mandate is no longer valid and cannot be confirmed. Just tell me again what I should negotiate.',
  },
  tooMuchOpen: {
    de: 'Für Sie laufen schon so viele Aufträge, wie gleichzeitig laufen dürfen. Bestätigen Sie diesen, sobald einer beendet ist, oder widerrufen Sie einen, den Sie nicht mehr brauchen.',
    en: 'As many tasks of yours are under way as may be at once. Confirm this one as soon as another has ended, or revoke one you no longer need.',
  },
  proposalConfirmed: {
    de: 'Danke, Ihre Zustimmung zu genau diesen Bedingungen ist festgehalten. Jetzt prüft sie noch ein Mensch; ausgeführt ist bis dahin nichts.',
    en: 'Thank you, your consent to exactly these terms is recorded. A person still has to review them; nothing is carried out until then.',
  },
  proposalCoolsDown: {
    de: 'Danke, Ihre Zustimmung zu genau diesen Bedingungen ist festgehalten. Freigegeben ist der Vorschlag erst, wenn alle zugestimmt haben und die Bedenkzeit vorbei ist; ausgeführt ist bis dahin nichts.',
    en: 'Thank you, your consent to exactly these terms is recorded. The proposal is approved only once everybody has agreed and the time to think is over; nothing is carried out until then.',
  },
  proposalConfirmAgain: {
    de: 'Danke, Ihre Zustimmung zu genau diesen Bedingungen ist festgehalten. Sie entscheiden hier allein: Nach der Bedenkzeit bestätigen Sie dieselben Bedingungen noch einmal, beim Vorschlag selbst; ausgeführt ist bis dahin nichts.',
    en: 'Thank you, your consent to exactly these terms is recorded. You decide alone here: after the time to think, confirm the same terms once more at the proposal itself; nothing is carried out until then.',
  },
  proposalComplete: {
    de: 'Danke, Ihre Zustimmung zu genau diesen Bedingungen ist festgehalten, und damit ist der Vorschlag freigegeben. Ich melde mich hier, sobald die Gegenseite bestätigt hat.',
    en: 'Thank you, your consent to exactly these terms is recorded, and with it the proposal is approved. I will tell you here as soon as the other side has confirmed.',
  },
  proposalWithReviewer: {
    de: 'Danke. Ihre Bestätigung ist dafür nicht nötig; ein Mensch aus unserem Team muss den Vorschlag noch prüfen. Bis dahin ist nichts verbindlich, und ich melde mich hier, sobald darüber entschieden ist.',
    en: 'Thank you. Your confirmation is not needed for this; a person from our team still has to review the proposal. Until then nothing is binding, and I will tell you here as soon as it is decided.',
  },
  proposalDeclined: {
    de: 'In Ordnung, der Vorschlag ist zurückgezogen; es passiert nichts.',
    en: 'All right, the proposal is withdrawn; nothing will happen.',
  },
  reviewAnswered: {
    de: 'Danke, Ihre Antwort liegt jetzt der prüfenden Person vor. Der Vorschlag bleibt so lange offen; verbindlich ist nichts, bevor er freigegeben ist.',
    en: 'Thank you, the reviewer has your answer now. The proposal stays open meanwhile; nothing is binding before it is approved.',
  },
  proposalGone: {
    de: 'Über diesen Vorschlag ist schon entschieden, oder er ist abgelaufen. Ihre Antwort ändert daran nichts mehr.',
    en: 'That proposal was decided already, or it has expired. Your answer no longer changes it.',
  },
  personNotWanted: {
    de: 'Gut. Schreiben Sie mir einfach, wie ich sonst helfen kann.',
    en: 'Fine. Just tell me how else I can help.',
  },
  wasWithPerson: {
    de: 'Als Sie das schrieben, hatte noch ein Mensch das Gespräch. Jetzt bin ich wieder da; bitte schreiben Sie es noch einmal, falls es offen ist.',
    en: 'When you wrote this, a person still had the conversation. I am back now; please write it again if it is still open.',
  },
} as const satisfies Record<string, Bilingual>

/** Words with `{name}` filled in. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
