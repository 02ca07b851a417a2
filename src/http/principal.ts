/**
 * Who speaks: what a verified token says about its bearer.
 *
 * @module
 */

export const ROLES = ['customer', 'reviewer', 'duty-agent', 'operator', 'service'] as const

export type Role = (typeof ROLES)[number]

export interface Principal {
  /** The person or program, as the token's issuer names it. */
  readonly subject: string
  readonly role: Role
  /** Whose records a customer's token opens; null for every other role. */
  readonly customerId: string | null
  /** The person themselves signed in a short while ago (`auth_time`); left out where that is not known. */
  readonly recentlySignedIn?: true
}

/** Reads a bearer token. @throws ParleyError UNAUTHENTICATED when it proves nothing */
export interface Authenticator {
  authenticate(token: string): Promise<Principal>
}
