/**
 * What `npm start` says once it serves: where, on what, and with which demo tokens.
 *
 * @module
 */
import color from 'picocolors'
import { today } from '../../tools/shared/clock.ts'
import type { Config } from '../config/env.ts'
import { asIdentity, PARLEY } from '../db/identity.ts'
import { demoCustomers } from '../demo/demo-customers.ts'
import type { House } from './house.ts'

/** Loads demo customers into an empty database, and says so; then prints addresses and, in demo mode, tokens. */
export async function welcome(house: House, config: Config): Promise<void> {
  const { services } = house
  const say = (line = '') => process.stdout.write(`${line}\n`)
  if (config.auth.kind === 'demo' && (await services.customerIds()).length === 0) {
    for (const file of demoCustomers(today(services.clock))) {
      await asIdentity(PARLEY, () => services.door.importer.importFile(file))
    }
    say(color.yellow('The database was empty: two made-up demo customers were loaded, with dates relative to today.'))
  }
  say()
  say(`${color.bold('Parley serves')} ${color.cyan(house.url)}   API ${house.url}/docs`)
  say(`database  ${services.databaseKind === 'pglite' ? `embedded, in ${config.dataFolder}` : 'PostgreSQL'}`)
  say(
    `model     ${config.model.kind === 'offline' ? 'offline (rules, German and English)' : config.model.models.reasoning}`,
  )
  say(
    `market    ${house.marketUrl === null ? 'none: the counterparties are those configured' : `${house.marketUrl} (simulated counterparties)`}`,
  )
  if (config.auth.kind !== 'demo') return
  say()
  say(
    color.yellow(
      'Demo mode: whoever has one of these links can do all that its role may. They work on this machine alone.',
    ),
  )
  for (const customerId of await services.customerIds())
    await link(customerId, { subject: customerId, role: 'customer', customerId })
  for (const reviewer of ['reviewer-1', 'reviewer-2'])
    await link(reviewer, { subject: reviewer, role: 'reviewer', customerId: null })
  await link('duty-1', { subject: 'duty-1', role: 'duty-agent', customerId: null })
  await link('operator', { subject: 'operator', role: 'operator', customerId: null })
  say()

  async function link(name: string, who: Parameters<House['token']>[0]): Promise<void> {
    say(`${`${who.role} ${name}`.padEnd(24)} ${house.url}/#token=${await house.token(who)}`)
  }
}
