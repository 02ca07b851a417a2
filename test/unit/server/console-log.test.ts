/** What a Worker writes to its log, and what it never writes. */
import { expect, it } from 'vitest'
import { consoleLog } from '../../../src/server/worker/console-log.ts'

function logged(level: Parameters<typeof consoleLog>[0], write: (log: ReturnType<typeof consoleLog>) => void) {
  const lines: string[] = []
  write(consoleLog(level, (line) => lines.push(line)))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

it('writes a line of JSON with facts, message and level', () => {
  const [line] = logged('info', (log) => log.info({ job: 'sweep' }, 'done'))
  expect(line).toMatchObject({ level: 'info', job: 'sweep', msg: 'done', time: expect.any(String) })
})

it('cuts out what is secret or personal, also inside', () => {
  const facts = { token: 'x', about: { iban: 'DE…', mandate: { limits: { monthly: 1 } } }, list: [{ text: 'private' }] }
  const [line] = logged('info', (log) => log.warn(facts, 'look'))
  expect(line).toMatchObject({
    token: '[cut]',
    about: { iban: '[cut]', mandate: { limits: '[cut]' } },
    list: [{ text: '[cut]' }],
  })
})

it('shows an error with its stack and its cause', () => {
  const err = new Error('no answer', { cause: new TypeError('closed') })
  const [line] = logged('error', (log) => log.error({ err }, 'failed'))
  expect(line?.err).toMatchObject({
    type: 'Error',
    message: 'no answer',
    stack: expect.any(String),
    cause: { message: 'closed' },
  })
})

it('is silent below its level', () => {
  expect(logged('warn', (log) => log.info({}, 'chatter'))).toEqual([])
  expect(logged('silent', (log) => log.error({}, 'loud'))).toEqual([])
})
