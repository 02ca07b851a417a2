/**
 * A trial on the terminal, as it went: for whoever writes a scenario.
 *
 * @module
 */
import color from 'picocolors'
import { nameOf, type Trial } from '../trial.ts'

const WHO = { customer: color.cyan, assistant: color.green, 'duty-agent': color.yellow } as const

export function tellTrial({ order, transcript, failure, gates, seconds }: Trial): void {
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say(color.bold(`\n── ${nameOf(order)} (${seconds.toFixed(1)} s)`))
  if (failure !== null) say(color.red(failure))
  for (const { messages } of transcript?.threads ?? []) {
    for (const { role, text } of messages) say(`${WHO[role](role)}: ${text}`)
  }
  for (const entry of transcript?.log ?? []) {
    if (entry.kind !== 'said') say(color.dim(`  ${JSON.stringify(entry).slice(0, 300)}`))
  }
  for (const { task, negotiations } of transcript?.tasks ?? []) {
    say(color.dim(`  task ${task.status}`))
    for (const { counterpartyName, status, moves } of negotiations) {
      say(color.dim(`    ${counterpartyName}: ${status} after ${moves.length} moves`))
    }
  }
  for (const { name, value, because } of gates) if (value !== 1) say(color.red(`✗ ${name}: ${because}`))
}
