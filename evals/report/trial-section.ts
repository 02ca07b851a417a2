/**
 * One trial on the page: verdicts, the conversation with its tool calls and the sources of its figures, the
 * negotiations as plots, decisions and what was committed.
 *
 * @module
 */
import type { Message } from '../../agents/thread-store.ts'
import { passed } from '../aggregate.ts'
import { cameOf } from '../scorers/end-state.ts'
import { plainValue } from '../scorers/plain-value.ts'
import type { Transcript } from '../transcript.ts'
import { nameOf, type Trial } from '../trial.ts'
import { plotNegotiation } from './plot-negotiation.ts'
import { escaped } from './write-junit.ts'

export function trialSection(trial: Trial): string {
  const { order, transcript, failure, gates, grades, seconds } = trial
  const ok = passed(trial)
  const { title, because } = order.scenario
  return `<details class="trial ${ok ? 'good' : 'bad'}"${ok ? '' : ' open'}>
<summary><b>${ok ? '✓' : '✗'} ${escaped(nameOf(order))}</b> <span>${escaped(title)}</span></summary>
<p class="because">${escaped(because)}</p>
<ul class="verdicts">${gates.map(({ name, value, because: why }) => `<li class="${value === 1 ? 'good' : 'bad'}"><b>${name}</b> ${value === 1 ? '' : escaped(why)}</li>`).join('')}</ul>
<ul class="grades">${grades.map(({ name, value, because: why }) => `<li><b>${name}</b> ${value.toFixed(2)} <i>${escaped(why)}</i></li>`).join('')}</ul>
${failure === null ? '' : `<p class="bad">${escaped(failure)}</p>`}
${transcript === null ? '' : body(transcript)}
<p class="small">${seconds.toFixed(1)} s</p></details>`
}

function body(transcript: Transcript): string {
  const plots = transcript.tasks.flatMap(({ negotiations }) =>
    negotiations.map((negotiation) => plotNegotiation(negotiation, transcript)),
  )
  return `${plots.length === 0 ? '' : `<div class="plots">${plots.join('')}</div>`}
${transcript.threads.map(({ messages }) => `<ol class="chat">${messages.map((message) => said(message, transcript)).join('')}</ol>`).join('')}
${requests(transcript)}
<p class="small">end state: ${escaped(JSON.stringify(cameOf(transcript)))}</p>
${otherwise(transcript)}`
}

function said(message: Message, { log }: Transcript): string {
  const tools = log.flatMap((entry) =>
    entry.kind === 'tools' && entry.messageId === message.inReplyTo ? entry.tools : [],
  )
  const calls = tools.length === 0 ? '' : `<p class="tools">${tools.map(escaped).join(' → ')}</p>`
  const facts = message.facts.map(
    ({ ref, value, source }) =>
      `<li><code>${escaped(ref)}</code> ${escaped(String(plainValue(value)))} — ${escaped(`${source.type} ${source.id}`)}${source.origin === undefined ? '' : `, ${escaped(source.origin)}`}${source.asOf === undefined ? '' : `, ${escaped(source.asOf)}`}</li>`,
  )
  const sources =
    facts.length === 0
      ? ''
      : `<details class="sources"><summary>${facts.length} sources</summary><ul>${facts.join('')}</ul></details>`
  return `<li class="${message.role}">${calls}<div>${escaped(message.text).replaceAll('\n', '<br>')}</div>${sources}</li>`
}

function requests({ requests: all, commitments }: Transcript): string {
  if (all.length === 0) return ''
  const lines = all.map(({ id, proposal, decisions, outcome, execution }) => {
    const votes = decisions.map(
      ({ person, decision, reason }) => `${person} ${decision}${reason === null ? '' : ` (“${reason}”)`}`,
    )
    const done = commitments.filter(({ proposalId }) => proposalId === id).map(({ reference }) => reference)
    const parts = [
      proposal.brief.act.en,
      votes.join(', ') || 'nobody voted',
      outcome?.outcome ?? 'open',
      execution.kind,
      done.join(', '),
    ]
    return `<li>${escaped(parts.filter((part) => part !== '').join(' · '))}</li>`
  })
  return `<h4>Proposals</h4><ul>${lines.join('')}</ul>`
}

/** What the scenario did on the way, beside talking. */
function otherwise({ log }: Transcript): string {
  const lines = log.flatMap((entry) => {
    if (entry.kind === 'event') return [`event: ${JSON.stringify(entry.event)}`]
    if (entry.kind === 'attempt')
      return [`attempt: ${entry.attempt} → ${entry.refused ? `refused (${entry.code})` : 'NOT REFUSED'}`]
    return entry.kind === 'refused' ? [`${entry.action.do} was refused: ${entry.code}`] : []
  })
  return lines.length === 0
    ? ''
    : `<h4>Events</h4><ul class="small">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
}
