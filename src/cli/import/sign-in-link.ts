/**
 * The one-click link for an imported customer, as `npm start` prints them for everybody.
 *
 * @module
 */
import { systemClock } from '../../../tools/shared/clock.ts'
import type { Config } from '../../config/env.ts'
import { mintToken } from '../../http/authenticator.ts'
import { demoSecret } from '../../server/demo-secret.ts'

/**
 * @param runningUrl where a server answers now; null: where `npm start` with the same configuration will
 * @returns null when tokens come from an identity provider
 */
export async function signInLink(
  config: Pick<Config, 'auth' | 'dataFolder' | 'http'>,
  { customerId, runningUrl }: { readonly customerId: string; readonly runningUrl: string | null },
): Promise<string | null> {
  if (config.auth.kind !== 'demo') return null
  const { host, port } = config.http
  const url = runningUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const secret = await demoSecret(config.dataFolder)
  return `${url}/#token=${await mintToken({ secret, clock: systemClock }, { subject: customerId, role: 'customer', customerId })}`
}
