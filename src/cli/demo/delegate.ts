/**
 * One delegated task, from the customer's sentence to the confirmed commitment.
 *
 * @module
 */
import type { RecordedMove } from '../../../tools/negotiation/negotiation-ledger.ts'
import { approve } from './approve.ts'
import { moveRows, plotMoves, priceOf } from './plot-moves.ts'
import { agrees, heading, note, says, table } from './screen.ts'
import { openThread, say, unasked, until, type World } from './world.ts'

interface ShownNegotiation {
  readonly id: string
  readonly counterpartyName: string
  readonly synthetic: boolean
  readonly status: string
  readonly held: { readonly terms: Parameters<typeof priceOf>[0]; readonly validUntil: string } | null
  readonly moves: readonly RecordedMove[]
}

interface ShownTask {
  readonly task: { readonly id: string; readonly status: string; readonly proposalId: string | null }
  readonly negotiations: readonly ShownNegotiation[]
}

/** Plays the task; returns the id of the proposal that was executed, or null when nothing better was found. */
export async function delegate(
  world: World,
  act: { readonly title: string; readonly locale: 'de' | 'en'; readonly wish: string; readonly yes: string },
): Promise<string | null> {
  heading(act.title)
  const threadId = await openThread(world, act.locale)
  await say(world, threadId, act.wish, act.locale)
  const { pendingMandate } = await world.customer.get<{ pendingMandate: string | null }>(`/v1/threads/${threadId}`)
  if (pendingMandate === null) {
    note('No mandate came of it, so nobody is asked.')
    return null
  }
  if (!(await agrees(`${world.name} confirms the mandate ${pendingMandate}?`, world.assumeYes))) {
    note('Not confirmed: nobody is asked, and nobody is told anything.')
    return null
  }
  await say(world, threadId, act.yes, act.locale)

  const view = await follow(world, threadId)
  showNegotiations(view, act.locale)
  for (const message of await unasked(world, threadId)) {
    says('Parley', message.text)
    world.replies.push(message)
  }
  if (view.task.proposalId === null) return null
  await approve(world, view.task.proposalId, act.locale)
  const outcome = await until(
    () => unasked(world, threadId),
    (messages) => messages.some((message) => message.focus.outcomeOf === view.task.proposalId),
    { seconds: 60 },
  )
  const last = outcome.at(-1)
  if (last !== undefined) {
    says('Parley', last.text)
    world.replies.push(last)
  }
  return view.task.proposalId
}

/** Shows the moves of all negotiations as they come, until the task waits for people or has ended. */
async function follow(world: World, threadId: string): Promise<ShownTask> {
  const tasks = await until(
    () => world.customer.get<{ tasks: { id: string; threadId: string | null }[] }>('/v1/tasks'),
    (page) => page.tasks.some((task) => task.threadId === threadId),
    { seconds: 10 },
  )
  const taskId = tasks.tasks.find((task) => task.threadId === threadId)?.id ?? ''
  const seen = new Set<string>()
  return until(
    async () => {
      const view = await world.customer.get<ShownTask>(`/v1/tasks/${taskId}`)
      for (const negotiation of view.negotiations) announce(negotiation, seen)
      return view
    },
    (view) => view.task.status !== 'negotiating',
    { seconds: 120 },
  )
}

function announce(negotiation: ShownNegotiation, seen: Set<string>): void {
  for (const move of negotiation.moves) {
    const key = `${negotiation.id}/${move.round}/${move.side}`
    if (seen.has(key)) continue
    seen.add(key)
    const who = move.side === 'ours' ? 'we' : negotiation.counterpartyName
    const price = move.terms === null ? '' : priceOf(move.terms).label
    note(`${negotiation.counterpartyName.padEnd(26)} round ${move.round}  ${who}: ${move.move} ${price}`)
  }
}

function showNegotiations(view: ShownTask, locale: 'de' | 'en'): void {
  table(
    ['counterparty', 'ended', 'held offer>', 'held until', 'played by'],
    view.negotiations.map((n) => [
      n.counterpartyName,
      n.status,
      n.held === null ? '–' : priceOf(n.held.terms).label,
      n.held?.validUntil.slice(0, 16).replace('T', ' ') ?? '–',
      n.synthetic ? 'the sandbox' : 'itself',
    ]),
  )
  const shown = view.negotiations.filter((n) => n.held !== null).sort((a, b) => price(a) - price(b))[0]
  if (shown === undefined) return
  note(`The moves with ${shown.counterpartyName}:`)
  table(['round>', 'we', 'they', 'why we moved so'], moveRows(shown.moves, locale))
  const plot = plotMoves(shown.moves)
  if (plot !== null) process.stdout.write(`${plot}\n`)
}

function price(negotiation: ShownNegotiation): number {
  return negotiation.held === null ? Number.POSITIVE_INFINITY : priceOf(negotiation.held.terms).value
}
