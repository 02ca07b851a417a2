import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DISCLOSABLE, NEEDS } from '../../../tools/mandates/mandate.ts'

const folder = join(import.meta.dirname, '../../../src/web/static')
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const scripts = files.filter(({ name }) => name.endsWith('.js'))
const words = scripts.flatMap(({ name, text }) => (name.includes('words') ? [text] : [])).join('\n')

/** The keys of an object literal in the words, at its first level. */
function keysOf(start: string): ReadonlySet<string> {
  const from = words.indexOf(start)
  const indent = /\n( *)\S/.exec(words.slice(from + start.length))?.[1] ?? '  '
  const end = words.indexOf(`\n${indent.slice(2)}}`, from)
  const entries = words.slice(from, end).matchAll(new RegExp(`^${indent}'?([\\w-]+)'?:`, 'gm'))
  return new Set([...entries].map((match) => match[1] ?? ''))
}

const german = keysOf('const GERMAN = {')
const english = keysOf('const ENGLISH = {')

describe("the page's words", () => {
  it('are the same in both languages', () => {
    expect(german.size).toBeGreaterThan(80)
    expect([...english].toSorted()).toEqual([...german].toSorted())
  })

  it('exist for every key that a page asks for', () => {
    const used = files.flatMap(({ text }) =>
      [...text.matchAll(/\bt\('([\w-]+)'|data-i18n="([\w-]+)"/g)].map((match) => match[1] ?? match[2] ?? ''),
    )
    expect(used.length).toBeGreaterThan(80)
    expect([...new Set(used)].filter((key) => !german.has(key))).toEqual([])
  })

  it('name every need and every field that may be disclosed in German', () => {
    const codes = keysOf('de: {')
    expect([...NEEDS, ...DISCLOSABLE].filter((code) => !codes.has(code))).toEqual([])
  })
})

describe('the scripts', () => {
  it.each(scripts.map(({ name, text }) => [name, text]))('%s writes text and never markup', (_, text) => {
    expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/)
  })

  it.each(scripts.map(({ name, text }) => [name, text]))('%s asks nobody but this server', (_, text) => {
    expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//)
  })
})
