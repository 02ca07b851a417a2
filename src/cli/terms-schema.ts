/**
 * Prints the JSON schema of the terms of deals: `node src/cli/terms-schema.ts > docs/schemas/terms.json`.
 *
 * @module
 */
import { z } from 'zod'
import { dealTermsSchema } from '../../tools/offers/terms.ts'

const schema = z.toJSONSchema(dealTermsSchema, { io: 'input', unrepresentable: 'any' })
process.stdout.write(`${JSON.stringify({ title: 'Terms of a deal, told apart by kind', ...schema }, null, 2)}\n`)
