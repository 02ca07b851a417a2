/** Which words withdraw from a contract, which only ask, and which mean something else. */
import { expect, it } from 'vitest'
import { withdrawalWish } from '../../../agents/advocate/withdrawal-wish.ts'

it.each([
  ['Ich will das widerrufen.'],
  ['ich möchte den Kredit widerrufen'],
  ['Hiermit widerrufe ich den Vertrag.'],
  ['Bitte den neuen Vertrag rückgängig machen'],
  ['Ich trete von dem Vertrag zurück'],
  ['Ich moechte vom Vertrag zuruecktreten'],
  ['Widerrufen bitte'],
  ['I want to withdraw from it.'],
  ["I'd like to withdraw from the contract after all"],
  ['I want to withdraw'],
  ['Please undo the loan'],
])('%s: withdraws', (text) => {
  expect(withdrawalWish(text)).toBe('wish')
})

it.each([['Kann ich das noch widerrufen?'], ['Wie lange kann ich zurücktreten?'], ['Can I still withdraw from it?']])(
  '%s: asks',
  (text) => {
    expect(withdrawalWish(text)).toBe('asks')
  },
)

it.each([
  ['Ich widerrufe meine Vollmacht'],
  ['Ich widerrufe den Auftrag'],
  ['Ich will nicht widerrufen'],
  ['Bitte die Überweisung rückgängig machen'],
  ['I want to withdraw 500 euros from my savings'],
  ['I withdraw my consent'],
  ['I do not want to withdraw from it'],
  ['Was ist ein Widerruf?'],
  ['Kann man einen Kredit widerrufen?'],
  ['Ich habe gestern einen Widerruf bekommen'],
  ['Was schulde ich?'],
])('%s: something else', (text) => {
  expect(withdrawalWish(text)).toBeNull()
})
