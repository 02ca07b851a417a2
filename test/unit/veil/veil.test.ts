import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { veilFor, withoutPersonalForms } from '../../../agents/veil.ts'

const ANNA = { names: ['Anna Katharina Klein'], addressLines: ['Lindenstraße 12b', '20099 Hamburg'] }
const hidden = (text: string) => veilFor('thr-1', ANNA).hide([new HumanMessage(text)])[0]?.text ?? ''

describe('what a model outside is told', () => {
  it.each([
    ['Ich bin Anna Katharina Klein.', /Anna|Katharina|Klein/],
    ['ich bin anna klein', /anna|klein/i],
    ['Meine IBAN ist DE89 3704 0044 0532 0130 00.', /3704|0532/],
    ['IBAN: de89370400440532013000', /3704/],
    ['Schreiben Sie an anna.klein@post.example.', /post|@/],
    ['Tel. 0171 2345678 oder +49 (0)40 / 123 456-78', /2345|456/],
    ['Ich wohne in der Lindenstraße 12b, 20099 Hamburg.', /Linden|12b|20099|Hamburg/],
    ['Meine Mutter wohnt Am Markt und ich im Rosenweg 4.', /Rosenweg/],
    ['I live at Linden Street 5, phone 0044 20 7946 0958', /7946|Street 5/],
  ])('hides the person in %j', (text, personal) => {
    expect(hidden(text)).not.toMatch(personal)
    expect(hidden(text)).toMatch(/\[\[(?:person|iban|email|phone|address)\.[0-9a-f]{8}\]\]/)
  })

  it.each([
    'Ich schulde 1.234,56 € seit dem 01.12.2026, Zinssatz 8,5 %, Laufzeit 36 Monate.',
    'Since 2026-11-22 I owe €1,234.56 at 0.85 % on contract 4711-0815.',
    'Ein kleiner Kredit über 20000 Euro, höchstens 48 Monate, bitte.',
    'Facts: [[debt.d-anna-1.open]] = 120,00 €',
    'Was schulde ich der Musterbank Nord?',
  ])('leaves %j as it is', (text) => {
    expect(hidden(text)).toBe(text)
  })

  it('is the same placeholder for the same person in a thread, in every kind of message, and another in the next', () => {
    const veil = veilFor('thr-1', ANNA)
    const call = { id: '1', name: 'ask_for_human', args: { reason: 'Anna Klein asks', n: 3 } }
    const messages = veil.hide([
      new SystemMessage('The customer is Anna Klein; draft: klein aber fein'),
      new HumanMessage('Hier ist Anna Klein'),
      new AIMessage({ content: 'Guten Tag, Anna Klein', tool_calls: [call] }),
      new ToolMessage({ content: '{"letter": "Anna Klein, Lindenstraße 12b"}', tool_call_id: '1' }),
    ])
    const sent = JSON.stringify(messages)
    expect(sent).not.toMatch(/Anna|Lindenstraße/)
    expect(sent).toContain('klein aber fein')
    expect(new Set(sent.match(/\[\[person\.[0-9a-f]{8}\]\] \[\[person\.[0-9a-f]{8}\]\]/g)).size).toBe(1)
    expect(hidden('Anna')).not.toBe(veilFor('thr-2', ANNA).hide([new HumanMessage('Anna')])[0]?.text)
  })

  it('comes back in what the model says and calls', () => {
    const veil = veilFor('thr-1', ANNA)
    const [said] = veil.hide([new HumanMessage('Ich bin Anna Klein, IBAN DE89 3704 0044 0532 0130 00')])
    const answer = veil.lift(
      new AIMessage({
        content: `Gern: ${said?.text}`,
        tool_calls: [{ id: '1', name: 'x', args: { who: [said?.text] } }],
      }),
    )
    expect(answer.text).toBe('Gern: Ich bin Anna Klein, IBAN DE89 3704 0044 0532 0130 00')
    expect(answer.tool_calls?.[0]?.args).toMatchObject({
      who: ['Ich bin Anna Klein, IBAN DE89 3704 0044 0532 0130 00'],
    })
  })

  it('comes back whole, whatever was said', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom('Anna ', 'KLEIN', 'a@b.de', 'DE89370400440532013000', '[[', ']]', ' 0171 2345678 '),
          ),
          { maxLength: 12 },
        ),
        (pieces) => {
          const text = pieces.join('')
          const veil = veilFor('thr-1', ANNA)
          const [message] = veil.hide([new HumanMessage(text)])
          return veil.lift(new AIMessage(message?.text ?? '')).text === text
        },
      ),
    )
  })

  it('takes no name apart that is none of the customer’s', () => {
    expect(
      veilFor('thr-1', { names: ['Dr. Li von Ho'], addressLines: [] }).hide([new HumanMessage('Li, von, Ho, Dr')])[0]
        ?.text,
    ).toBe('Li, von, Ho, Dr')
  })
})

it('cuts out for good what a search need not know', () => {
  expect(withoutPersonalForms('Darf die Bank von DE89 3704 0044 0532 0130 00 abbuchen, a@b.de?')).toBe(
    'Darf die Bank von … abbuchen, …?',
  )
})
