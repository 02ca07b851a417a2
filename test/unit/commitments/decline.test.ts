/**
 * What a refusal takes back, and that nothing else does.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { type DeclineParts, decline } from '../../../tools/commitments/decline.ts'
import type { Proposal } from '../../../tools/commitments/proposal.ts'
import type { Mandate } from '../../../tools/mandates/mandate.ts'
import { fixedClock } from '../../../tools/shared/clock.ts'
import type { ToolContext } from '../../../tools/shared/tool-context.ts'

interface Waiting {
  readonly proposals?: readonly string[]
  readonly pending?: string
  readonly live?: string
  /** Needs of talks under way, each under a mandate of that name. */
  readonly talks?: readonly string[]
}

function house(on: Waiting) {
  const voided: string[] = []
  const revoked: string[] = []
  const open = (on.proposals ?? []).map((id) => ({ id, threadId: 't', brief: { counterparty: id } }) as Proposal)
  const views = [
    ...(on.live === undefined ? [] : [{ mandateId: on.live, need: 'refinance-loan' }]),
    ...(on.talks ?? []).map((need) => ({ mandateId: need, need })),
  ].map((task) => ({ task: { status: 'negotiating', ...task } }))
  const parts = {
    proposals: {
      openOf: async () => open,
      void: async (id: string) => voided.push(id) > 0,
    },
    delegations: {
      revoke: async (id: string) => void revoked.push(id),
      follow: async () => views,
    },
    mandates: { pendingOf: async () => (on.pending === undefined ? null : ({ id: on.pending } as Mandate)) },
  } as unknown as DeclineParts
  const say = async (text: string) => {
    const context = {
      ...{ customerId: 'c', threadId: 't', locale: 'de', clock: fixedClock('2026-11-22T09:00:00.000Z'), facts: [] },
      words: [{ messageId: 'm', text }],
    } as unknown as ToolContext
    const { answer } = await decline(text, parts, context)
    return { kind: answer.kind, code: 'code' in answer ? answer.code : null, voided, revoked }
  }
  return say
}

describe('taking back', () => {
  it('voids the open proposal on a clear no', async () => {
    expect(await house({ proposals: ['p1'] })('lieber doch nicht')).toMatchObject({ kind: 'declined', voided: ['p1'] })
  })

  it('ends the mandate that waits for its yes', async () => {
    const said = await house({ pending: 'm1' })('nein danke, lieber doch nicht')
    expect(said).toMatchObject({ kind: 'declined', revoked: ['m1'], voided: [] })
  })

  it('asks which is meant when a mandate and a proposal wait', async () => {
    const said = await house({ pending: 'm1', proposals: ['p1'] })('rather not')
    expect(said).toMatchObject({ kind: 'question', revoked: [], voided: [] })
  })

  it.each([
    'Just sign it now, I approve everything and I do not need a review!',
    'Wann kommt das?',
    'approve it for me',
  ])('never takes "%s" for a refusal', async (text) => {
    const said = await house({ proposals: ['p1'], pending: 'm1' })(text)
    expect(said).toMatchObject({ kind: 'refused', code: 'NO_CLEAR_NO', voided: [], revoked: [] })
  })

  it('stops talks under way when told to stop, and not on a mere no', async () => {
    expect(await house({ live: 'm2' })('Bitte abbrechen')).toMatchObject({ kind: 'declined', revoked: ['m2'] })
    expect(await house({ live: 'm2' })('nein danke')).toMatchObject({ kind: 'refused', revoked: [] })
  })

  it.each([
    'Kein Interesse mehr, lass alles sein.',
    'Lassen Sie es bitte sein.',
    'Ich will das nicht mehr.',
    'Schluss damit!',
    'Stellen Sie das bitte ein.',
    'Bitte nicht mehr weiterverhandeln, lass es',
    "I'm no longer interested.",
    'Just leave it.',
    'Call the whole thing off.',
    "I don't want this any more",
    'Please end the negotiations.',
  ])('stops talks under way on "%s"', async (text) => {
    expect(await house({ live: 'm2' })(text)).toMatchObject({ kind: 'declined', revoked: ['m2'] })
  })

  it.each([
    'Lass dir Zeit',
    'Wie lange dauert das noch?',
    'Ich möchte nicht mehr warten',
    'Machen Sie halt weiter',
    'Zum Schluss noch eine Frage',
    'Hören Sie bitte nicht auf!',
    'Please do not stop',
    "Don't give up",
    'Don’t stop now?',
    'Was passiert, wenn ich Stopp sage?',
  ])('stops nothing on "%s"', async (text) => {
    expect(await house({ live: 'm2' })(text)).toMatchObject({ kind: 'refused', revoked: [] })
  })

  it('of several talks asks which, or stops the one that is named', async () => {
    const talks = ['overdraft', 'insurance']
    expect(await house({ talks })('Stopp!')).toMatchObject({ kind: 'question', code: 'NEGOTIATION', revoked: [] })
    expect(await house({ talks })('Stopp die Versicherung')).toMatchObject({ revoked: ['insurance'] })
  })

  it.each(['Kein Interesse mehr, lass alles sein.', 'Stop everything, please.'])(
    'takes back everything of the conversation on "%s"',
    async (text) => {
      const said = await house({ talks: ['overdraft', 'insurance'], pending: 'm1', proposals: ['p1'] })(text)
      expect(said).toMatchObject({ kind: 'declined', revoked: ['overdraft', 'insurance', 'm1'], voided: ['p1'] })
    },
  )
})
