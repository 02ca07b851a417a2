import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { STATUS } from '../../../src/http/problem.ts'

it('gives every code the status that the documentation names', () => {
  const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
  const documented = Object.fromEntries(
    [...page.matchAll(/^\| ([A-Z_]+) +\| (\d{3}) +\|$/gm)].map(([, code, status]) => [code, Number(status)]),
  )
  expect(documented).toEqual({ ...STATUS, INTERNAL: 500 })
})
