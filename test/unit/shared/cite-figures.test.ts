/** Figures in quoted words become references; what people write is never read as one. */
import { expect, it } from 'vitest'
import { renderReply } from '../../../agents/advocate/render-reply.ts'
import { citeFigures } from '../../../tools/shared/cite-figures.ts'

const options = { locale: 'de', prefix: 'p', source: { type: 'proposal', id: 'prop_1' } } as const

it('cites each figure and renders it as it was written', () => {
  const { text, facts } = citeFigures('Zu teuer: 25,00 € im Monat.', options)
  expect(facts).toHaveLength(1)
  expect(renderReply(text, facts, 'de')).toBe('Zu teuer: 25,00 € im Monat.')
})

it('never reads what somebody wrote as a reference of its own', () => {
  const { text, facts } = citeFigures('Siehe [[debt.d-1.open]] und [[[x]].', options)
  expect(() => renderReply(text, facts, 'de')).not.toThrow()
  expect(renderReply(text, facts, 'de')).toContain('debt.d-1.open')
})
