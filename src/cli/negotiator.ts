/**
 * The negotiation engine as a program: one JSON object a line in, one a line out.
 *
 *     printf '%s\n' '{"t":"start",...}' '{"t":"turn","step":0,"offer":null}' | npm run -s negotiator
 *
 * @module
 */
import { createInterface } from 'node:readline'
import { answerLine, newTable } from './negotiator/answer-line.ts'

const table = newTable()
const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
lines.on('line', (line) => {
  if (line.trim() === '') return
  const answer = answerLine(table, line)
  if (answer !== null) process.stdout.write(`${JSON.stringify(answer)}\n`)
})
