import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dealTermsSchema } from '../../../tools/offers/terms.ts'

describe('the published schema of terms', () => {
  it('is the one the code checks with', async () => {
    const published = await readFile(new URL('../../../docs/schemas/terms.json', import.meta.url), 'utf8')
    const { title: _, ...schema } = JSON.parse(published) as Record<string, unknown>
    expect(schema).toEqual(z.toJSONSchema(dealTermsSchema, { io: 'input', unrepresentable: 'any' }))
  })
})
