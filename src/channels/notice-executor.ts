/**
 * What binds, by the way that leads to the counterparty: deals by the protocol alone; notices by the protocol where it
 * is spoken, else as a letter that the customer posts. Either way the letter is kept as it was approved.
 *
 * @module
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { ApprovedProposal } from '../../tools/commitments/approved-proposal.ts'
import type { ActResult, CommitmentExecutor } from '../../tools/commitments/executor.ts'
import type { NoticeAct } from '../../tools/commitments/proposal.ts'
import type { Letter, LetterBook, LetterChannel } from '../../tools/letters/letter-book.ts'
import { readLetter } from '../../tools/letters/letter-text.ts'
import { permits } from '../../tools/profile/permits.ts'
import type { DeploymentProfile } from '../../tools/profile/profile.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import { letterPdf } from './letter-pdf.ts'

export interface NoticeExecutorParts {
  readonly http: CommitmentExecutor
  readonly letters: LetterBook
  readonly profile: DeploymentProfile
  readonly clock: Clock
  readonly ids: Ids
}

/**
 * The executor over both ways. The way of a notice is chosen once: the letter is kept before anything is sent, and it
 * says which way was taken, so that after a crash nothing goes out by the other way as well.
 */
export function noticeExecutor(parts: NoticeExecutorParts): CommitmentExecutor {
  const { http, letters } = parts

  return {
    async reaches(approved, index) {
      return noticeOf(approved, index) !== null || http.reaches(approved, index)
    },

    async execute(approved, index) {
      if (!ApprovedProposal.made(approved)) throw new TypeError('Only an approved proposal can be executed.')
      const notice = noticeOf(approved, index)
      if (notice === null) return http.execute(approved, index)
      try {
        const letter =
          (await letters.ofAct(approved.proposal.id, index)) ?? (await prepare(parts, approved, index, notice))
        return letter.channel === 'http' ? await http.execute(approved, index) : prepared(letter)
      } catch (error) {
        // Nothing was sent unless the letter says so; `statusOf` reads that.
        return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) }
      }
    },

    async statusOf(approved, index) {
      if (noticeOf(approved, index) === null) return http.statusOf(approved, index)
      try {
        const letter = await letters.ofAct(approved.proposal.id, index)
        if (letter === null) return { kind: 'not-received' } // kept before anything is sent, so nothing was
        return letter.channel === 'http' ? await http.statusOf(approved, index) : prepared(letter)
      } catch {
        return { kind: 'cannot-say' }
      }
    },
  }
}

function noticeOf({ proposal }: ApprovedProposal, index: number): NoticeAct | null {
  const act = proposal.terms.acts[index]
  return act?.type === 'notice' ? act : null
}

async function prepare(
  { http, letters, profile, clock, ids }: NoticeExecutorParts,
  approved: ApprovedProposal,
  index: number,
  notice: NoticeAct,
): Promise<Letter> {
  // Where the deployment may not send for others, the customer posts the letter as their own declaration.
  const maySend = permits(profile, 'send-notice').verdict === 'allowed'
  const channel: LetterChannel = maySend && (await http.reaches(approved, index)) ? 'http' : 'post'
  const { letter: text, locale = 'de' } = notice.terms
  const read = readLetter(text)
  const subject = 'subject' in read ? read.subject : approved.proposal.brief.act[locale]
  const at = clock.now()
  const pdf = await letterPdf(text, { locale, title: subject, at })
  return letters.keep({
    id: ids.next('letter'),
    customerId: approved.proposal.customerId,
    proposalId: approved.proposal.id,
    act: index,
    counterpartyId: notice.counterpartyId,
    counterpartyName: notice.counterpartyName,
    subject,
    channel,
    pdf,
    sha256: bytesToHex(sha256(pdf)),
    preparedAt: at.toISOString(),
  })
}

/** What is done by then: a letter lies ready. That it was posted is for somebody to confirm. */
function prepared({ id, preparedAt }: Letter): Extract<ActResult, { kind: 'committed' }> {
  return { kind: 'committed', reference: id, committedAt: preparedAt, channel: 'letter' }
}
