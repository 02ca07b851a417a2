/**
 * What is said when a proposal has come to an end, sentence by sentence. `{…}` is filled by code with references only.
 *
 * @module
 */
import type { ProposalOutcome, WithheldReason } from '../../tools/commitments/approval-ledger.ts'
import type { NoticeAct } from '../../tools/commitments/proposal.ts'
import type { Bilingual } from '../../tools/shared/explanation.ts'

const NOTHING_BOUND: Bilingual = {
  de: 'Es ist nichts abgeschlossen und nichts verschickt worden; alles bleibt, wie es ist.',
  en: 'Nothing has been concluded and nothing has been sent; everything stays as it is.',
}
const SAY_SO: Bilingual = {
  de: 'Wenn ich es noch einmal versuchen soll, sagen Sie mir, was anders sein soll.',
  en: 'If you want me to try again, tell me what should be different.',
}

/** A proposal that was closed without an approval. */
export const CLOSED: Readonly<Record<Exclude<ProposalOutcome, 'approved'> | 'declined', readonly Bilingual[]>> = {
  rejected: [
    {
      de: 'Die Prüfung hat diesen Vorschlag abgelehnt: {act}.',
      en: 'The review rejected this proposal: {act}.',
    },
    NOTHING_BOUND,
    SAY_SO,
  ],
  declined: [
    { de: 'Sie haben diesen Vorschlag abgelehnt: {act}.', en: 'You declined this proposal: {act}.' },
    NOTHING_BOUND,
    SAY_SO,
  ],
  expired: [
    {
      de: 'Für diesen Vorschlag lagen am {deadline} nicht alle Freigaben vor, und das heißt Nein: {act}.',
      en: 'By {deadline} not all approvals of this proposal were there, and that means no: {act}.',
    },
    NOTHING_BOUND,
    SAY_SO,
  ],
  voided: [
    { de: 'Dieser Vorschlag gilt nicht mehr: {act}.', en: 'This proposal no longer stands: {act}.' },
    NOTHING_BOUND,
    SAY_SO,
  ],
  edited: [
    {
      de: 'Die Prüfung hat die Bedingungen dieses Vorschlags geändert: {act}. In der bisherigen Fassung gilt er nicht mehr.',
      en: 'The review changed the terms of this proposal: {act}. As it was it no longer stands.',
    },
    NOTHING_BOUND,
    {
      de: 'Neue Bedingungen brauchen eine eigene Freigabe; ich melde mich, sobald es etwas zu entscheiden gibt.',
      en: 'New terms need an approval of their own; I will tell you as soon as there is something to decide.',
    },
  ],
}

/** A reason somebody gave, as their words. */
export const REASON: Bilingual = { de: 'Als Grund ist genannt: „{reason}“', en: 'The reason given: “{reason}”' }

/** An act that a counterparty confirmed. */
export const CONFIRMED: Readonly<Record<'conclude' | NoticeAct['notice'], Bilingual>> = {
  conclude: {
    de: '{name} hat den Abschluss am {date} bestätigt. Vorgangsnummer: {reference}.',
    en: '{name} confirmed the deal on {date}. Reference: {reference}.',
  },
  dispute: {
    de: '{name} hat den Eingang des Widerspruchs am {date} bestätigt. Vorgangsnummer: {reference}.',
    en: '{name} confirmed on {date} that your dispute arrived. Reference: {reference}.',
  },
  withdrawal: {
    de: '{name} hat den Eingang des Widerrufs am {date} bestätigt. Vorgangsnummer: {reference}.',
    en: '{name} confirmed on {date} that your withdrawal arrived. Reference: {reference}.',
  },
  cancellation: {
    de: '{name} hat den Eingang der Kündigung am {date} bestätigt. Vorgangsnummer: {reference}.',
    en: '{name} confirmed on {date} that your cancellation arrived. Reference: {reference}.',
  },
  revocation: {
    de: '{name} hat den Eingang der Rücknahme am {date} bestätigt. Vorgangsnummer: {reference}.',
    en: '{name} confirmed on {date} that your revocation arrived. Reference: {reference}.',
  },
}

/** A notice that lies ready as a letter. Nobody has posted it, and nothing here says so. */
export const PREPARED: Readonly<Record<NoticeAct['notice'], Bilingual>> = {
  dispute: prepared({ de: 'Der Widerspruch an', en: 'The dispute to' }),
  withdrawal: prepared({ de: 'Der Widerruf an', en: 'The withdrawal to' }),
  cancellation: prepared({ de: 'Die Kündigung an', en: 'The cancellation to' }),
  revocation: prepared({ de: 'Die Rücknahme an', en: 'The revocation to' }),
}

function prepared(what: Bilingual): Bilingual {
  return {
    de: `${what.de} {name} ist seit {date} als Brief vorbereitet, aber noch nicht abgeschickt: {name} nimmt keine elektronischen Mitteilungen von mir an. Laden Sie das PDF unter „Briefe“ herunter ({reference}), prüfen Sie die Anschrift, unterschreiben Sie, und geben Sie den Brief zur Post, am besten mit Nachweis. Sagen Sie mir dann dort Bescheid; erst damit beginnt die Frist.`,
    en: `${what.en} {name} has been prepared as a letter since {date} but has not been posted: {name} takes no electronic notices from me. Download the PDF under “Letters” ({reference}), check the address, sign it and post it, best with proof of posting. Then confirm it there; only then does the time limit start.`,
  }
}

/** An early repayment that the present lender knows of. Nothing is paid by it, and nothing here says so. */
export const REPAID_EARLY: Readonly<Record<'confirmed' | 'prepared', Bilingual>> = {
  confirmed: {
    de: '{name} hat am {date} bestätigt, dass die Ankündigung der vorzeitigen Rückzahlung dort eingegangen ist. Vorgangsnummer: {reference}. Der alte Kredit läuft, bis der Betrag, den {name} Ihnen nennt, dort eingegangen ist: Überweisen Sie ihn aus dem neuen Kredit, sobald er ausgezahlt ist. Ich selbst bewege kein Geld.',
    en: '{name} confirmed on {date} that the notice of early repayment arrived. Reference: {reference}. The old loan runs until the amount that {name} names to you has arrived there: transfer it from the new loan as soon as that is paid out. I move no money myself.',
  },
  prepared: prepared({ de: 'Die Ankündigung der vorzeitigen Rückzahlung an', en: 'The notice of early repayment to' }),
}

export const REFUSED: Bilingual = {
  de: '{name} hat trotz der Freigabe abgelehnt: {act}. Daran ist nichts bindend geworden.',
  en: '{name} refused in spite of the approval: {act}. Nothing about it has become binding.',
}
export const UNCLEAR: Bilingual = {
  de: 'Ich habe das freigegebene Vorhaben an {name} geschickt, aber keine verlässliche Antwort bekommen: {act}. Ob es wirksam geworden ist, weiß ich noch nicht.',
  en: 'I sent what was approved to {name} but got no answer I can rely on: {act}. Whether it took effect I do not know yet.',
}
export const PERSON_LOOKS: Bilingual = {
  de: 'Ein Mensch aus unserem Team sieht sich das an. Bitte schließen Sie bis dahin nichts Eigenes dazu ab.',
  en: 'A person of our team is looking at it. Please conclude nothing of your own about it until then.',
}
export const REST_OPEN: Bilingual = {
  de: 'Was davor bestätigt wurde, gilt; der Rest ist nicht ausgeführt.',
  en: 'What was confirmed before it stands; the rest has not been carried out.',
}

/** An approved act that our own checks stopped. */
export const WITHHELD: Readonly<Record<WithheldReason, Bilingual>> = {
  'mandate-revoked': {
    de: 'Ich habe nichts mehr an {name} geschickt, weil die Vollmacht widerrufen ist: {act}.',
    en: 'I sent nothing to {name}, because the mandate is revoked: {act}.',
  },
  'mandate-expired': {
    de: 'Ich habe nichts mehr an {name} geschickt, weil die Vollmacht abgelaufen ist: {act}.',
    en: 'I sent nothing to {name}, because the mandate has run out: {act}.',
  },
  'mandate-exceeded': {
    de: 'Die freigegebenen Bedingungen liegen außerhalb der Vollmacht. Deshalb habe ich nichts an {name} geschickt: {act}.',
    en: 'The approved terms lie outside the mandate. That is why I sent nothing to {name}: {act}.',
  },
  'offer-expired': {
    de: 'Das Angebot von {name} ist abgelaufen, bevor es angenommen werden konnte: {act}. Daran ist nichts bindend geworden.',
    en: 'The offer of {name} ran out before it could be taken: {act}. Nothing about it has become binding.',
  },
  'terms-changed': {
    de: 'Die gespeicherten Bedingungen sind nicht die freigegebenen. Deshalb habe ich nichts an {name} geschickt: {act}.',
    en: 'The stored terms are not the approved ones. That is why I sent nothing to {name}: {act}.',
  },
  'counterparty-unknown': {
    de: '{name} ist für mich nicht mehr erreichbar. Deshalb habe ich nichts geschickt: {act}.',
    en: '{name} can no longer be reached by me. That is why I sent nothing: {act}.',
  },
  'reviewer-revoked': {
    de: 'Eine Person, die das freigegeben hat, darf das nicht mehr. Deshalb habe ich nichts an {name} geschickt: {act}.',
    en: 'A person who approved this may no longer do so. That is why I sent nothing to {name}: {act}.',
  },
  'not-permitted': {
    de: 'Dieser Betreiber darf das nicht für Sie ausführen. Deshalb habe ich nichts an {name} geschickt: {act}.',
    en: 'This operator may not carry that out for you. That is why I sent nothing to {name}: {act}.',
  },
  'never-received': {
    de: 'Bei {name} ist trotz mehrerer Versuche nichts angekommen: {act}. Daran ist nichts bindend geworden.',
    en: 'In spite of several attempts nothing reached {name}: {act}. Nothing about it has become binding.',
  },
}

/** Said with a contract that can be undone. The day is the earliest end: later documents make it later. */
export const CAN_WITHDRAW: Bilingual = {
  de: 'Diesen Vertrag können Sie bis {lastDay} widerrufen ({law}). Wenn Sie das möchten, schreiben Sie einfach: „Ich will das widerrufen.“',
  en: 'You can withdraw from this contract until {lastDay} ({law}). If you want to, just write: “I want to withdraw from it.”',
}

export const TRY_AGAIN = SAY_SO
