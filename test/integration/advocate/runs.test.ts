import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAdvocate } from '../../support/advocate.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { answers, calls, newest, type Script, scripted, words } from '../../support/scripted-model.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const open = (script: Script, options?: { waitMs?: number }) => openAdvocate(database.pool, scripted(script), options)
const never: Script = () => {
  throw new Error('no model may be asked here')
}
/** Lists debts, then says the first one's open amount. */
const debts: Script = (messages) => {
  const [answer] = answers(messages)
  if (answer === undefined) return calls(['list_debts', {}])
  const [line] = answer.lines as { creditor: string; open: string }[]
  return words(`Bei ${line?.creditor} sind noch [[${line?.open}]] offen.`)
}

describe('a turn', () => {
  it('answers with figures from records and stores the facts behind them', async () => {
    const anna = await (await open(debts)).anna()
    expect(await anna.say('Was schulde ich noch, und wem?')).toContain('Bei Modehaus Elbe sind noch 95,95 € offen.')
    const reply = (await anna.messages()).at(-1)
    expect(reply?.facts).toEqual([
      expect.objectContaining({ ref: 'debt.d-1.open', source: expect.objectContaining({ asOf: '2026-11-20' }) }),
    ])
    expect(anna.events.map(({ type }) => type)).toEqual(expect.arrayContaining(['tool', 'token', 'reply']))
    const streamed = anna.events.flatMap((event) => (event.type === 'token' ? [event.text] : [])).join('')
    expect(streamed).toBe(reply?.text)
  })

  it('discloses the AI once, in the first reply, in the language of the message', async () => {
    const { anna } = await open(() => words('Hello there.'))
    const thread = await anna('de')
    expect(await thread.say('Hello, what can you do for me?')).toMatch(/^I am Parley, an AI system/)
    expect(await thread.say('And what else can you do for me?')).toBe('Hello there.')
  })

  it('sends a draft with a free figure back once, naming it', async () => {
    const seen: string[] = []
    const { anna } = await open((messages) => {
      seen.push(messages[0]?.text ?? '')
      return words(seen.length === 1 ? 'You owe 500 euros.' : 'Let me look that up.')
    })
    expect(await (await anna('en')).say('How much do I owe in total?')).toContain('Let me look that up.')
    expect(seen[1]).toContain('free-figure: 500 euros')
  })

  it('answers by template with the records and offers a person when the figures stay unsourced', async () => {
    const { anna } = await open((messages) =>
      answers(messages).length === 0 ? calls(['list_debts', {}]) : words('You owe 500 euros.'),
    )
    const thread = await anna('en')
    const reply = await thread.say('How much do I owe in total?')
    expect(reply).not.toContain('500')
    expect(reply).toContain('€95.95')
    expect(reply).toContain('Shall I bring in a person?')
    expect(thread.events.some((event) => event.type === 'token' && event.text.includes('500'))).toBe(false)
    expect(await thread.say('yes please')).toContain('person from our team')
  })

  it('does not say that something was sent when no commitment shows it', async () => {
    const { anna } = await open(() => words('I have sent the letter.'))
    expect(await (await anna('en')).say('Please send the letter to them')).not.toContain('I have sent')
  })

  it('gives the model typed refusals for unknown tools and bad arguments', async () => {
    const { anna } = await open((messages) => {
      const got = answers(messages)
      if (got.length === 0) return calls(['pay_everything', {}], ['start_negotiation', { need: 'world-peace' }])
      return words(got.map(({ code }) => String(code).toLowerCase().replaceAll('_', '-')).join(' '))
    })
    expect(await (await anna('en')).say('Do something strange for me please')).toContain(
      'unknown-tool invalid-arguments',
    )
  })

  it('stops a model that goes on calling', async () => {
    const { anna } = await open(() => calls(['list_debts', {}]))
    expect(await (await anna('en')).say('How much do I owe in total?')).toContain('Shall I bring in a person?')
  })

  it('says honestly when the model is down, keeps the message and offers a person', async () => {
    const { anna, desk } = await open(() => {
      throw Object.assign(new Error('bad gateway'), { status: 502 })
    })
    const thread = await anna('de')
    expect(await thread.say('Bekomme ich einen besseren Zins?')).toContain('Sprachmodell ist gerade nicht erreichbar')
    expect(await desk.openOf(thread.threadId)).toBeNull()
    expect(await thread.say('ja')).toContain('Menschen aus unserem Team')
    expect(await desk.openOf(thread.threadId)).toMatchObject({ reason: 'model-unavailable' })
  })

  it('apologises for a fault of ours, tells the operator, and answers the message once', async () => {
    const { anna, errors, runs } = await open(() => calls(['search_knowledge', { question: 'break' }]))
    const thread = await anna('en')
    expect(await thread.say('What happens when something breaks?')).toContain('Something went wrong on our side')
    expect(errors).toEqual([expect.objectContaining({ message: 'a bug of ours' })])
    expect(await runs.drain(thread.threadId)).toBe(0)
    expect((await thread.messages()).filter(({ role }) => role === 'assistant')).toHaveLength(1)
  })
})

describe('a call for a person', () => {
  it.each([
    ['Ich möchte mit einem Menschen sprechen', 'Gerade ist niemand im Dienst'],
    ['I want to talk to a human', 'Nobody is on duty right now'],
  ])('is answered at once with a dated promise, without a model: "%s"', async (text, promise) => {
    const { anna, desk } = await open(never)
    const thread = await anna()
    expect(await thread.say(text)).toContain(promise)
    expect(await desk.openOf(thread.threadId)).toMatchObject({ reason: 'asked', status: 'waiting' })
    expect(thread.events.map(({ type }) => type)).toContain('handed-off')
  })

  it('keeps the assistant silent until the thread is given back', async () => {
    const { anna, desk, threads } = await open(debts)
    const thread = await anna()
    await thread.say('Mensch bitte')
    expect(await thread.say('Was schulde ich noch, und wem?')).toBe('')
    const handoff = await desk.openOf(thread.threadId)
    await desk.accept(handoff?.id ?? '', 'dora')
    expect(await thread.say('Hallo, sind Sie da?')).toBe('')
    const [threadId, at] = [thread.threadId, new Date('2026-11-22T10:00:00Z')]
    const words = {
      text: 'Guten Tag, hier ist Dora.',
      locale: 'de',
      facts: [],
      focus: {},
      dedupeKey: `dora-${threadId}`,
    } as const
    await threads.post({ id: `dora-${threadId}`, threadId, role: 'duty-agent', at, ...words, focus: {} })
    await desk.giveBack(handoff?.id ?? '', 'dora')
    const back = await thread.say('Was schulde ich noch, und wem?')
    expect(back).toContain('95,95 €')
    expect(back).toContain('Ich bin Parley, ein KI-System')
  })

  it('gives emergency numbers first when life is in danger, also while a person is being called', async () => {
    const { anna } = await open(never)
    const thread = await anna('en')
    const reply = await thread.say('I want to kill myself because of these debts')
    expect(reply.indexOf('112')).toBeLessThan(reply.indexOf('I am passing this'))
    expect(reply).toContain('112')
    expect(await thread.say('I really want to die')).toContain('112')
  })

  it('calls a person for a court paper and names debt advice', async () => {
    const { anna, desk } = await open(never)
    const thread = await anna()
    expect(await thread.say('Ich habe einen Mahnbescheid bekommen!')).toContain('Schuldnerberatung')
    expect(await desk.openOf(thread.threadId)).toMatchObject({ reason: 'court-paper' })
  })

  it('is made by the model where code did not hear it', async () => {
    const { anna, desk } = await open(() => calls(['ask_for_human', { reason: 'asked' }]))
    const thread = await anna('en')
    expect(await thread.say('This chat is useless to me')).toContain('person from our team')
    expect(await desk.openOf(thread.threadId)).not.toBeNull()
  })
})

describe('a mandate in the chat', () => {
  const negotiate: Script = (messages) => {
    const got = answers(messages)
    if (got.length === 0) {
      return calls([
        'start_negotiation',
        { need: 'refinance-loan', contractId: 'k-1', limits: { maxTermMonths: 36, maxEffectiveRatePercent: 8 } },
      ])
    }
    return words(
      got[0]?.kind === 'mandate-draft'
        ? 'Here is the mandate.'
        : `Please tell me: ${(got[0]?.ask as { en: string } | undefined)?.en ?? got[0]?.kind}`,
    )
  }

  it('shows every limit and is confirmed by a plain yes', async () => {
    const { anna, mandates, jobs } = await open(negotiate)
    const thread = await anna('en')
    const shown = await thread.say('Get me a better rate on my instalment loan, at most 8 % and 36 months.')
    expect(shown).toContain('36 months')
    expect(shown).toContain('8.00% APR')
    expect(shown).toContain('Elbe Direktbank')
    expect(await mandates.pendingOf(thread.threadId, new Date('2026-11-22T10:00:00Z'))).not.toBeNull()
    expect(await thread.say('yes')).toContain('your mandate is confirmed')
    const [mandate] = await mandates.listFor(thread.customerId)
    expect(mandate?.confirmedAt).not.toBeNull()
    expect(jobs.queued.filter(({ name }) => name === 'negotiate').length).toBeGreaterThan(0)
  })

  it('is not confirmed by somebody whose sign-in is old; the yes of a new one counts', async () => {
    const { anna, mandates } = await open(negotiate)
    const thread = await anna('en')
    await thread.say('Get me a better rate on my instalment loan, at most 8 % and 36 months.')
    expect(await thread.say('yes', 'msg-old-sign-in', false)).toContain('sign in again')
    expect((await mandates.listFor(thread.customerId))[0]?.confirmedAt).toBeNull()
    expect(await thread.say('yes')).toContain('your mandate is confirmed')
  })

  it('is dropped by a plain no', async () => {
    const { anna, mandates } = await open(negotiate)
    const thread = await anna('en')
    await thread.say('Get me a better rate on my instalment loan, at most 8 % and 36 months.')
    expect(await thread.say('No, thanks')).toContain('the mandate is off')
    expect((await mandates.listFor(thread.customerId))[0]?.revokedAt).not.toBeNull()
  })

  it('is not drafted from a limit that nobody said', async () => {
    const { anna, mandates } = await open(negotiate)
    const thread = await anna('en')
    expect(await thread.say('Get me a better rate on my instalment loan, at most 36 months.')).toContain(
      'Which limit should apply?',
    )
    expect(await mandates.listFor(thread.customerId)).toEqual([])
  })

  it('is not confirmed by a yes that was written before it was shown', async () => {
    const { anna, mandates, threads, runs } = await open((messages) =>
      newest(messages) === 'yes' ? words('Yes to what?') : negotiate(messages),
    )
    const thread = await anna('en')
    const at = new Date('2026-11-22T10:00:00Z')
    const { threadId, customerId } = thread
    const base = { threadId, customerId, locale: 'en' as const, at, leaseSeconds: 0 }
    await threads.receive({
      ...base,
      id: `${thread.threadId}-1`,
      text: 'Get me a better rate on my instalment loan, at most 8 % and 36 months.',
      holder: 'gone',
    })
    const outcome = await runs.send({ ...thread, messageId: `${thread.threadId}-2`, text: 'yes' })
    await runs.idle()
    expect(outcome).toMatchObject({ kind: 'replied', reply: { text: 'Yes to what?' } })
    expect((await mandates.listFor(thread.customerId)).map(({ confirmedAt }) => confirmedAt)).toEqual([null])
  })
})

describe('a wrong fee', () => {
  const contest: Script = (messages) => {
    const got = answers(messages)
    if (got.length === 0) return calls(['contest_fee', { creditor: 'Elbe' }])
    if (got.length === 1 && got[0]?.kind === 'dispute-draft')
      return calls(['propose_commitment', { disputeId: got[0].disputeId }])
    return words('I drafted an objection.')
  }

  it('is judged by rules, drafted, proposed, and consented to with the hash that was shown', async () => {
    const { anna, proposals, approvals } = await open(contest)
    const thread = await anna('en')
    const shown = await thread.say('Modehaus Elbe charged me a wrong reminder fee, please contest it')
    expect(shown).toContain('Proposal (nothing binding yet)')
    expect(shown).toContain('Modehaus Elbe')
    const [pending] = await proposals.openOf(thread.customerId)
    expect(pending?.terms.acts[0]).toMatchObject({ type: 'notice', notice: 'dispute', counterpartyId: 'cr-elbe' })
    const reply = await thread.say('yes')
    const decisions = await approvals.decisions(pending?.id ?? '')
    if (pending?.required.customer === true) {
      expect(reply).toContain('consent to exactly these terms is recorded')
      expect(decisions).toMatchObject([{ role: 'customer', person: thread.customerId, termsHash: pending.termsHash }])
    } else {
      expect(decisions).toEqual([])
    }
  })

  it('is taken back by a plain no', async () => {
    const { anna, proposals } = await open(contest)
    const thread = await anna('en')
    await thread.say('Modehaus Elbe charged me a wrong reminder fee, please contest it')
    expect(await thread.say('no')).toContain('the proposal is withdrawn')
    expect(await proposals.openOf(thread.customerId)).toEqual([])
  })
})

describe('comparing and explaining', () => {
  it('warns of the cost of credit beside every comparison of loans and explains a figure from its arithmetic', async () => {
    const { anna } = await open((messages) => {
      const got = answers(messages)
      if (/where does/i.test(newest(messages))) {
        if (got.length === 0) return calls(['explain_figure', { ref: 'offer.o-1.cmp.total' }])
        const { steps } = got[0] as { steps: { en: string }[] }
        return words(steps.map(({ en }) => en).join('\n'))
      }
      if (got.length === 0) return calls(['compare_loans', {}])
      const { offers } = got[0] as { offers: { provider: string; total: string }[] }
      return words(offers.map(({ provider, total }) => `${provider}: [[${total}]]`).join('\n'))
    })
    const thread = await anna('en')
    const compared = await thread.say('Please compare my loan offers with what I have')
    expect(compared).toContain('Caution! Borrowing money costs money.')
    expect(compared).toContain('Direktbank Süd: €')
    const explained = await thread.say('Where does that total come from?')
    expect(explained).toMatch(/€|%|month/)
  })

  it('quotes knowledge with its source and with no figure of its own', async () => {
    const { anna } = await open((messages) => {
      const got = answers(messages)
      if (got.length === 0) return calls(['search_knowledge', { question: 'Verzug' }])
      const [passage] = (got[0] as { passages: { text: string; citation: string }[] }).passages
      return words(`${passage?.text} ([[${passage?.citation}]])`)
    })
    expect(await (await anna()).say('Wann beginnt eigentlich der Verzug?')).toContain(
      '30 Tage nach Fälligkeit und Zugang der Rechnung. (§ 286 BGB)',
    )
  })
})

describe('order and once', () => {
  it('loses neither of two messages sent at once and answers them in order', async () => {
    const { anna, runs } = await open((messages) => words(`Sure: ${newest(messages)}`))
    const thread = await anna('en')
    const both = await Promise.all([
      runs.send({ ...thread, messageId: `${thread.threadId}-a`, text: 'the first thing I ask' }),
      runs.send({ ...thread, messageId: `${thread.threadId}-b`, text: 'the other thing I ask' }),
    ])
    expect(both.map(({ kind }) => kind)).toEqual(['replied', 'replied'])
    const stored = await thread.messages()
    expect(stored.filter(({ role }) => role === 'assistant')).toHaveLength(2)
    for (const { id, inReplyTo, text } of stored) {
      if (inReplyTo !== null) expect(text).toContain(stored.find((asked) => asked.id === inReplyTo)?.text)
      else expect(stored.filter((answer) => answer.inReplyTo === id)).toHaveLength(1)
    }
  })

  it('gives a repeated id the first answer', async () => {
    let asked = 0
    const { anna } = await open(() => words(`Hello ${'a'.repeat(++asked)}.`))
    const thread = await anna('en')
    const first = await thread.say('Hello there, good friend', `${thread.threadId}-x`)
    expect(await thread.say('Hello there, good friend', `${thread.threadId}-x`)).toBe(first)
    expect(asked).toBe(1)
  })

  it('answers what a crash left behind', async () => {
    const { anna, runs, threads } = await open(debts)
    const thread = await anna()
    await threads.receive({
      ...{ id: `${thread.threadId}-1`, threadId: thread.threadId, text: 'Was schulde ich noch?', locale: 'de' },
      ...{ customerId: thread.customerId },
      ...{ at: new Date('2026-11-22T10:00:00Z'), holder: 'crashed', leaseSeconds: 0 },
    })
    expect(await threads.stranded(10)).toContain(thread.threadId)
    expect(await runs.drain(thread.threadId)).toBe(1)
    expect((await thread.messages()).at(-1)?.text).toContain('95,95 €')
    expect(await threads.stranded(100)).not.toContain(thread.threadId)
  })

  it('tells a sender who waited long enough that the message is queued, and answers it all the same', async () => {
    const gate = Promise.withResolvers<void>()
    const { anna, runs } = await open(
      async (messages) => {
        if (newest(messages).includes('slow')) await gate.promise
        return words('Here you are.')
      },
      { waitMs: 60 },
    )
    const thread = await anna('en')
    const slow = await runs.send({
      ...thread,
      messageId: `${thread.threadId}-1`,
      text: 'a slow question of mine',
    })
    expect(slow.kind).toBe('queued')
    gate.resolve()
    await runs.idle()
    expect((await thread.messages()).at(-1)?.text).toContain('Here you are.')
  })

  it('leaves one checkpoint per thread, of ids and the language alone, also where a turn broke off', async () => {
    const { anna } = await open((messages) =>
      newest(messages).includes('break') ? calls(['search_knowledge', { question: 'break' }]) : debts(messages),
    )
    const thread = await anna()
    const stored = async () =>
      (
        await database.pool.query<{ checkpoint: string; writes: number }>(
          `select checkpoint, (select count(*)::int from checkpoint_writes w where w.thread_id = c.thread_id) as writes
           from checkpoints c where thread_id = $1`,
          [`turn:${thread.threadId}`],
        )
      ).rows.map(({ checkpoint, writes }) => ({ values: JSON.parse(checkpoint).channel_values, writes }))
    for (const text of [
      'Was schulde ich noch, und wem?',
      'What happens when something breaks?',
      'Was schulde ich noch?',
    ]) {
      await thread.say(text)
      const message = (await thread.messages()).findLast(({ role }) => role === 'customer')
      const { threadId } = thread
      const values = { threadId, messageId: message?.id, locale: message?.locale }
      const broken = text.includes('break')
      expect(await stored()).toEqual([{ values: expect.objectContaining(values), writes: broken ? 1 : 0 }])
      // Neither what the model called nor what the records say.
      expect(JSON.stringify(await stored())).not.toMatch(/search_knowledge|Modehaus|95[.,]95/)
    }
  })

  it('needs two statements for a simple turn', async () => {
    const { anna } = await open(() => words('Hello.'))
    const thread = await anna('en')
    await thread.say('Hello there, good friend')
    const { pool } = database
    const query = pool.query.bind(pool)
    const seen: string[] = []
    pool.query = ((...given: Parameters<typeof query>) => {
      seen.push(String(given[0]))
      return query(...given)
    }) as typeof pool.query
    try {
      await thread.say('And hello again, my friend')
    } finally {
      pool.query = query
    }
    expect(seen).toHaveLength(2) // the message; its reply with the checkpoint
  })
})
