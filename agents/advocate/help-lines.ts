/**
 * Numbers for an emergency, as facts: they too come from a list that somebody checked, not from a model.
 *
 * @module
 */
import type { Fact } from '../../tools/shared/fact.ts'
import { factMaker } from '../../tools/shared/make-facts.ts'

const make = factMaker('help', { type: 'rule', id: 'help-lines-2026-11', asOf: '2026-11-22' })

export const HELP_LINES: readonly Fact[] = [
  make.name('emergency', '112', { de: 'Notruf in Europa', en: 'emergency number in Europe' }),
  make.name('uk.emergency', '999', { de: 'Notruf im Vereinigten Königreich', en: 'emergency number in the UK' }),
  make.name('de.phone', '0800 111 0 111', { de: 'Telefonseelsorge', en: 'TelefonSeelsorge, Germany' }),
  make.name('de.short', '116 123', { de: 'Telefonseelsorge', en: 'TelefonSeelsorge, Germany' }),
  make.name('uk.phone', '116 123', { de: 'Samaritans', en: 'Samaritans' }),
  make.name('us.phone', '988', { de: 'Suicide & Crisis Lifeline', en: 'Suicide & Crisis Lifeline' }),
]
