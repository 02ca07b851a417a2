/**
 * A wrong fee, from the customer's question to the letter that went out, with the reasoning behind it.
 *
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Explanation } from '../../../tools/shared/explanation.ts'
import { approve } from './approve.ts'
import { heading, note, says, table } from './screen.ts'
import { openThread, say, unasked, until, type World } from './world.ts'

interface PendingRequests {
  readonly approvals: readonly { readonly id: string; readonly proposal: { readonly threadId: string | null } }[]
}

interface Letters {
  readonly letters: readonly {
    readonly id: string
    readonly proposalId: string
    readonly channel: 'post' | 'http'
    readonly status: string
  }[]
}

/** Plays it; writes the PDF into `folder`. */
export async function contest(world: World, folder: string): Promise<void> {
  heading('3 · A fee that is not owed')
  const threadId = await openThread(world, 'de')
  const answer = await say(world, threadId, 'Ist die Mahngebühr wirklich rechtens?', 'de')
  await showReasoning(
    world,
    answer.facts.map((fact) => fact.source.explanationId).find((id) => id !== undefined),
  )
  const english = await openThread(world, 'en')
  await say(world, english, 'Do I really have to pay that reminder fee?', 'en')
  await say(world, threadId, 'Ja, bitte widersprich.', 'de')
  const { approvals } = await world.customer.get<PendingRequests>('/v1/approvals?status=pending')
  const request = approvals.find(({ proposal }) => proposal.threadId === threadId)
  if (request === undefined) return note('Nothing is contested: the fee stands, or a fact is missing.')
  await approve(world, request.id, 'de')
  const told = await until(
    () => unasked(world, threadId),
    (messages) => messages.some((message) => message.focus.outcomeOf === request.id),
    { seconds: 60 },
  )
  for (const message of told) {
    says('Parley', message.text)
    world.replies.push(message)
  }
  const { letters } = await world.customer.get<Letters>('/v1/letters')
  for (const letter of letters.filter(({ proposalId }) => proposalId === request.id)) {
    const file = join(folder, `${letter.id}.pdf`)
    await mkdir(folder, { recursive: true })
    await writeFile(file, await world.customer.bytes(`/v1/letters/${letter.id}/pdf`))
    note(`The letter (${letter.channel === 'http' ? 'the copy of what was sent' : letter.status}) as a PDF: ${file}`)
  }
}

async function showReasoning(world: World, explanationId: string | undefined): Promise<void> {
  if (explanationId === undefined) return
  const { title, ruleIds, steps, sources } = await world.customer.get<Explanation>(`/v1/explanations/${explanationId}`)
  note(`Why: ${title.de} (${ruleIds.join(', ')})`)
  table(
    ['Schritt', 'step', 'value>'],
    steps.map((step) => [step.text.de, step.text.en, step.value ?? '']),
  )
  note(`Sources: ${sources.join('; ')}`)
}
