import { describe, expect, it } from 'vitest'
import { exchange } from '../../../agents/negotiator/exchange.ts'
import type { TheirMove, TheirState } from '../../../tools/negotiation/counterparty.ts'
import { ParleyError } from '../../../tools/shared/errors.ts'

const answer: TheirMove = { move: 'reject' }
const lost = () => Promise.reject(new ParleyError('COUNTERPARTY_UNREACHABLE', 'lost'))
const garbled = () => Promise.reject(new ParleyError('COUNTERPARTY_GARBLED', 'garbled'))

function talk(script: {
  sent?: 'never' | 'perhaps'
  sends?: readonly (() => Promise<TheirMove>)[]
  state?: () => Promise<TheirState | null>
}) {
  const calls: string[] = []
  const sends = [...(script.sends ?? [])]
  const outcome = exchange({
    round: 2,
    sent: script.sent ?? 'never',
    send: () => {
      calls.push('send')
      return sends.shift()?.() ?? Promise.resolve(answer)
    },
    state: () => {
      calls.push('state')
      return script.state?.() ?? Promise.resolve(null)
    },
  })
  return outcome.then((result) => ({ result, calls }))
}

const knows = (round: number) => async () => ({ negotiationId: 'n', round, lastMove: answer })

describe('saying a round', () => {
  it('sends once and takes the answer', async () => {
    expect(await talk({})).toEqual({ result: { kind: 'answered', answer }, calls: ['send'] })
  })

  it('fetches a lost answer instead of sending again', async () => {
    const { result, calls } = await talk({ sends: [lost], state: knows(2) })
    expect([result.kind, calls]).toEqual(['answered', ['send', 'state']])
  })

  it('sends the same round again only when they have not seen it', async () => {
    const { result, calls } = await talk({ sends: [lost], state: knows(1) })
    expect([result.kind, calls]).toEqual(['answered', ['send', 'state', 'send']])
  })

  it('asks before anything else when an earlier run may have sent it', async () => {
    expect((await talk({ sent: 'perhaps', state: knows(2) })).calls).toEqual(['state'])
    expect((await talk({ sent: 'perhaps', state: async () => null })).calls).toEqual(['state', 'send'])
  })

  it('leaves it when nobody answers at all', async () => {
    const { result, calls } = await talk({ sends: [lost], state: () => lost() as Promise<never> })
    expect([result.kind, calls]).toEqual(['unreachable', ['send', 'state']])
  })

  it('asks once about garbage and never sends into it again', async () => {
    expect(await talk({ sends: [garbled] })).toEqual({ result: { kind: 'garbled' }, calls: ['send', 'state'] })
    const { result } = await talk({ sends: [garbled], state: knows(2) })
    expect(result.kind).toBe('answered')
  })

  it('believes no answer to a round it never sent', async () => {
    expect((await talk({ sent: 'perhaps', state: knows(3) })).result.kind).toBe('garbled')
  })

  it('lets a defect surface', async () => {
    await expect(talk({ sends: [() => Promise.reject(new TypeError('bug'))] })).rejects.toThrow(TypeError)
  })
})
